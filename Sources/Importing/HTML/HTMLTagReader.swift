/// Reads one tag behind its `<` or `</`: the name and the attributes with their three kinds of value.
struct HTMLTagReader {
  private let bytes: [UInt8]
  private(set) var offset: Int
  private var tag = HTMLTag(name: "")

  /// The most bytes of a name that are kept; no name of HTML is as long.
  private static let mostNameBytes = 32

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    offset = start
  }

  /// The tag, with ``offset`` behind its `>`; nil if the file ends first.
  mutating func read() -> HTMLTag? {
    let start = offset
    pass { !HTMLBytes.isSpace($0) && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ">") }
    tag.name = name(start..<offset)
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ">"):
        offset += 1
        return tag
      case UInt8(ascii: "/"):
        offset += 1
        tag.isSelfClosing = offset < bytes.count && bytes[offset] == UInt8(ascii: ">")
      case let byte where HTMLBytes.isSpace(byte): offset += 1
      default: readAttribute()
      }
    }
    return nil
  }

  private mutating func readAttribute() {
    let start = offset
    // A `=` here begins the name.
    offset += 1
    pass { byte in
      !HTMLBytes.isSpace(byte) && byte != UInt8(ascii: "/") && byte != UInt8(ascii: ">")
        && byte != UInt8(ascii: "=")
    }
    let attribute =
      offset - start <= HTMLAttribute.mostBytes ? HTMLAttribute(rawValue: name(start..<offset)) : nil
    let nameEnd = offset
    pass(HTMLBytes.isSpace)
    var value = nameEnd..<nameEnd
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "=") {
      offset += 1
      value = readValue()
    }
    if let attribute, tag.attributes[attribute] == nil { tag.attributes[attribute] = value }
  }

  private mutating func readValue() -> Range<Int> {
    pass(HTMLBytes.isSpace)
    guard offset < bytes.count else { return offset..<offset }
    let first = bytes[offset]
    guard first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") else {
      let start = offset
      pass { !HTMLBytes.isSpace($0) && $0 != UInt8(ascii: ">") }
      return start..<offset
    }
    let start = offset + 1
    offset = HTMLBytes.find(first, in: bytes.span, from: start)
    let value = start..<offset
    offset = min(offset + 1, bytes.count)
    return value
  }

  private mutating func pass(_ condition: (UInt8) -> Bool) {
    while offset < bytes.count, condition(bytes[offset]) { offset += 1 }
  }

  private func name(_ range: Range<Int>) -> String {
    HTMLBytes.lowercased(
      bytes.span, range.lowerBound..<min(range.upperBound, range.lowerBound + Self.mostNameBytes))
  }
}
