internal import Text

/// Reads names and running text into words the same way, so that a name is found wherever it stands.
///
/// A word is a run of letters and digits, folded for case and accents: `Côte` is `cote`. Everything else stands between
/// words and is kept as a ``Gap``. An apostrophe-s is taken off and remembered (`France's` is `france`), any other apostrophe
/// and every hyphen parts words (`d'Ivoire` is `d ivoire`, `Ki-moon` is `ki moon`). Capitals with full stops between them
/// are one word (`U.S.A.` is `usa`).
///
/// Ill-formed UTF-8 stands between words or folds to nonsense, but never traps.
///
/// - Complexity: Linear in the text.
struct WordReader {
  /// Where the word stands, in bytes; without apostrophe-s and closing full stops.
  private(set) var start = 0
  private(set) var end = 0
  /// What stands between the word and the one before it.
  private(set) var gap: Gap = []
  private(set) var shape: WordShape = []
  /// The folded word as a number, for look-ups.
  private(set) var key = WordKey()
  /// The folded word, if the reader keeps it.
  private(set) var folded: [UInt8] = []
  private let keepsFolded: Bool
  /// Where to go on.
  private var offset = 0

  /// - Parameter keepsFolded: Whether the folded words are asked for, not only their keys.
  init(keepsFolded: Bool = false) {
    self.keepsFolded = keepsFolded
  }

  /// Steps to the next word of `text`; false behind the last one, where `gap` is what stands after it.
  mutating func next(in text: Span<UInt8>) -> Bool {
    skipGap(in: text)
    guard offset < text.count else { return false }
    readWord(in: text)
    joinInitials(in: text)
    takePossessive(in: text)
    return true
  }

  private mutating func skipGap(in text: Span<UInt8>) {
    gap = []
    while offset < text.count {
      let byte = text[offset]
      if byte < 0x80 {
        if ASCIIKind.isWord(byte) { return }
        gap.formUnion(Gap(ascii: byte, at: offset, in: text))
        offset += 1
      } else {
        let (scalar, byteCount) = Scalars.decode(text, at: offset)
        if ScalarProperties(of: scalar).isWordScalar { return }
        gap.formUnion(Gap(scalar: scalar))
        offset += byteCount
      }
    }
  }

  private mutating func readWord(in text: Span<UInt8>) {
    start = offset
    end = offset
    key = WordKey()
    if keepsFolded { folded.removeAll(keepingCapacity: true) }
    var capitals = 0
    var hasSmall = false
    var hasDigit = false
    var startsCapital = false
    while offset < text.count {
      let byte = text[offset]
      if (byte | 0x20) &- 0x61 < 26 {
        if byte & 0x20 == 0 {
          capitals += 1
          if offset == start { startsCapital = true }
        } else {
          hasSmall = true
        }
        append(byte | 0x20)
        offset += 1
      } else if ASCIIKind.isDigit(byte) {
        hasDigit = true
        append(byte)
        offset += 1
      } else {
        guard byte >= 0x80, let isCapital = readWide(in: text) else { break }
        if isCapital {
          capitals += 1
          if end == start { startsCapital = true }
        } else {
          hasSmall = true
        }
      }
      end = offset
    }
    shape = startsCapital ? .capital : []
    if hasDigit { shape.insert(.digit) }
    if !hasSmall, capitals > 0, key.count > 1 { shape.insert(.capitals) }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8) {
    key.append(byte)
    if keepsFolded { folded.append(byte) }
  }

  /// Reads a scalar of more than one byte; nil if it ends the word, else whether it is a capital.
  private mutating func readWide(in text: Span<UInt8>) -> Bool? {
    let (scalar, byteCount) = Scalars.decode(text, at: offset)
    let properties = ScalarProperties(of: scalar)
    guard properties.isWordScalar || properties.wordBreak.isIgnorable else { return nil }
    if let range = Folding.byteRange(for: scalar) {
      for index in range { append(Folding.byte(at: index)) }
    } else {
      for index in offset..<offset + byteCount { append(text[index]) }
    }
    offset += byteCount
    return properties.isCapital || properties.wordBreak.isIgnorable
  }

  /// `U.S.A` goes on as long as single capitals with a full stop before them do.
  private mutating func joinInitials(in text: Span<UInt8>) {
    guard end - start == 1, shape.contains(.capital) else { return }
    while offset + 1 < text.count, text[offset] == UInt8(ascii: "."), ASCIIKind.isUpper(text[offset + 1]),
      offset + 2 >= text.count || !ASCIIKind.isWord(text[offset + 2]) && text[offset + 2] < 0x80
    {
      append(text[offset + 1] | 0x20)
      offset += 2
      end = offset
      shape.insert(.capitals)
    }
  }

  private mutating func takePossessive(in text: Span<UInt8>) {
    let apostrophe = Self.apostropheByteCount(at: offset, in: text)
    guard apostrophe > 0 else { return }
    let next = offset + apostrophe
    if next < text.count, text[next] | 0x20 == UInt8(ascii: "s"), !Self.isLetter(at: next + 1, in: text) {
      shape.insert(.possessive)
      offset = next + 1
    } else if key.count > 2, key.last == UInt8(ascii: "s"), !Self.isLetter(at: next, in: text) {
      shape.insert(.possessive)
    }
  }

  private static func isLetter(at offset: Int, in text: Span<UInt8>) -> Bool {
    guard offset < text.count else { return false }
    if text[offset] < 0x80 { return ASCIIKind.isWord(text[offset]) }
    return ScalarProperties(of: Scalars.decode(text, at: offset).scalar).isWordScalar
  }

  /// Bytes of the apostrophe at `offset`: `'`, U+2019 or U+02BC; 0 if there is none.
  private static func apostropheByteCount(at offset: Int, in text: Span<UInt8>) -> Int {
    guard offset < text.count else { return 0 }
    if text[offset] == UInt8(ascii: "'") { return 1 }
    guard text[offset] == 0xE2, offset + 2 < text.count, text[offset + 1] == 0x80, text[offset + 2] == 0x99
    else { return 0 }
    return 3
  }
}

/// What kind of character an ASCII byte is.
enum ASCIIKind {
  @inline(__always)
  static func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  @inline(__always)
  static func isWord(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 }
}
