/// Cuts HTML into tags and text, after the tokenizer of the HTML standard (WHATWG, section 13.2.5).
///
/// Every byte string is HTML: nothing is an error, and what never ends goes on to the end of the file. Comments, document types and
/// CDATA sections are passed over. Unlike the standard, which has a tree to ask, `<svg>` and `<math>` are told by their tags, and
/// in a file that begins as XML an element such as `<script/>` is over where its tag is.
///
/// - Complexity: Linear in the number of bytes: ``offset`` never goes back, and nothing looks ahead farther than the name of an
///   element is long. Memory for one token.
struct HTMLTokenizer: Sendable {
  let bytes: [UInt8]
  /// Where the next token begins.
  private(set) var offset = 0
  /// The element whose text comes next.
  private var openText: (name: String, kind: HTMLTextKind)?
  /// How many elements `svg` and `math` are open.
  private var foreignDepth = 0
  private let isXML: Bool

  /// - Parameter bytes: UTF-8.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isXML = bytes.starts(with: "<?xml".utf8)
  }

  /// The next token; nil after the last.
  mutating func next() -> HTMLToken? {
    if let token = textOfElement() { return token }
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else { return text(from: offset) }
      switch byte(after: 1) {
      case UInt8(ascii: "!")?:
        offset = HTMLComment.end(from: offset, in: bytes.span)
      case UInt8(ascii: "?")?:
        offset = HTMLComment.endOfBogus(from: offset, in: bytes.span)
      case UInt8(ascii: "/")?:
        if let token = endTagOrNothing() { return token }
      case let first? where HTMLBytes.isLetter(first):
        if let tag = startTag() { return .startTag(tag) }
      default: return text(from: offset)
      }
    }
    return nil
  }

  private func byte(after count: Int) -> UInt8? {
    offset + count < bytes.count ? bytes[offset + count] : nil
  }

  /// Text up to the next `<`; the byte at `start` is text whatever it is.
  private mutating func text(from start: Int) -> HTMLToken {
    offset = HTMLBytes.find(UInt8(ascii: "<"), in: bytes.span, from: start + 1)
    return .text(start..<offset)
  }

  /// The text of an element that holds nothing else; nil without one.
  private mutating func textOfElement() -> HTMLToken? {
    guard let (name, kind) = openText else { return nil }
    openText = nil
    let start = offset
    offset = kind.end(of: name, from: start, in: bytes.span)
    guard offset > start else { return nil }
    return kind == .withReferences ? .text(start..<offset) : .rawText(start..<offset)
  }

  /// An end tag; nil for `</>`, for what is a comment by mistake, and at the end of the file.
  private mutating func endTagOrNothing() -> HTMLToken? {
    guard let first = byte(after: 2) else { return text(from: offset) }
    if first == UInt8(ascii: ">") {
      offset += 3
      return nil
    }
    guard HTMLBytes.isLetter(first) else {
      offset = HTMLComment.endOfBogus(from: offset, in: bytes.span)
      return nil
    }
    guard let tag = readTag(from: offset + 2) else { return nil }
    if HTMLName.foreign.contains(tag.name) { foreignDepth = max(0, foreignDepth - 1) }
    return .endTag(name: tag.name)
  }

  private mutating func startTag() -> HTMLTag? {
    guard var tag = readTag(from: offset + 1) else { return nil }
    let isForeign = HTMLName.foreign.contains(tag.name)
    if !isXML, foreignDepth == 0, !isForeign { tag.isSelfClosing = false }
    guard !tag.isSelfClosing else { return tag }
    if isForeign { foreignDepth += 1 }
    openText = HTMLTextKind(of: tag.name).map { (tag.name, $0) }
    return tag
  }

  /// A tag; nil if the file ends within it, as the standard has it.
  private mutating func readTag(from nameStart: Int) -> HTMLTag? {
    var reader = HTMLTagReader(bytes, from: nameStart)
    let tag = reader.read()
    offset = reader.offset
    return tag
  }
}
