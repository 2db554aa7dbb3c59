internal import Corpus

/// Gathers the text of one block: visible characters with single spaces, cleaned as the corpus cleans what it reads.
package struct BlockText: Equatable, Sendable {
  package private(set) var bytes: [UInt8] = []
  /// Whether a bullet, or what a symbol font leaves of one, stood before the text and has been taken out.
  package private(set) var beginsWithGlyph = false
  private var owesSpace = false
  private var owesBar = false

  package init() {}

  package var isEmpty: Bool { bytes.isEmpty }

  /// Whether a cell has begun beside others and is empty yet.
  var isAtCellStart: Bool { owesBar && !bytes.isEmpty }

  /// White space stood here.
  mutating func space() { owesSpace = true }

  /// A cell of a table ended here; text of the next one stands behind a bar.
  mutating func endCell() { owesBar = true }

  /// Appends UTF-8 that holds whole characters.
  ///
  /// - Complexity: Linear in the length of `text`.
  package mutating func append(_ text: [UInt8]) {
    let span = text.span
    var offset = 0
    while offset < text.count {
      if text[offset] < 0x80 {
        appendASCII(text[offset])
        offset += 1
        continue
      }
      let (scalar, byteCount) = Scalars.decode(span, at: offset)
      append(text[offset..<offset + byteCount], ScalarClass(scalar))
      offset += byteCount
    }
  }

  /// Whether anything in `text` is more than space.
  static func isVisible(_ text: [UInt8]) -> Bool {
    let span = text.span
    var offset = 0
    while offset < text.count {
      let (scalar, byteCount) = Scalars.decode(span, at: offset)
      switch ScalarClass(scalar) {
      case .space, .softHyphen, .control: offset += byteCount
      case .visible, .notSign, .bullet, .privateUse, .ligature: return true
      }
    }
    return false
  }

  private mutating func appendASCII(_ byte: UInt8) {
    switch byte {
    case 0x20, 0x09...0x0D: owesSpace = true
    case 0x21...0x7E:
      pay()
      bytes.append(byte)
    default: break
    }
  }

  private mutating func append(_ scalar: ArraySlice<UInt8>, _ kind: ScalarClass) {
    switch kind {
    case .space: owesSpace = true
    case .softHyphen, .control: break
    case .bullet where bytes.isEmpty, .privateUse where bytes.isEmpty: beginsWithGlyph = true
    case .privateUse: break
    case .visible, .notSign, .bullet, .ligature:
      pay()
      bytes.append(contentsOf: scalar)
    }
  }

  private mutating func pay() {
    if !bytes.isEmpty {
      if owesBar {
        bytes.append(contentsOf: " | ".utf8)
      } else if owesSpace {
        bytes.append(0x20)
      }
    }
    owesSpace = false
    owesBar = false
  }
}

extension BlockText {
  /// The bytes of a dash or the like and the space behind it, which the corpus reads as a bullet; nil without one.
  static func dashCount(_ text: ArraySlice<UInt8>) -> Int? {
    for sign in ["- ", "* ", "+ ", "\u{2013} ", "\u{B7} "] where text.starts(with: sign.utf8) {
      return sign.utf8.count
    }
    return nil
  }

  /// The bytes of a bullet and the spaces behind it that begin a text; nil without one.
  static func glyphCount(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first, first >= 0x80 else { return nil }
    let (scalar, byteCount) = Scalars.decode(Array(text.prefix(4)).span, at: 0)
    guard ScalarClass(scalar) == .bullet else { return nil }
    return byteCount + text.dropFirst(byteCount).prefix { $0 == 0x20 }.count
  }

  /// Whether a text is nothing but a rule: one sign of `-`, `=`, `_` or `*`, again and again.
  static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
    guard let sign = text.first, [0x2D, 0x3D, 0x5F, 0x2A].contains(sign) else { return false }
    return text.allSatisfy { $0 == sign || $0 == 0x20 }
  }
}
