extension InlineMarkup {
  /// The most bytes of a tag with its attributes.
  private static var tagLimit: Int { 512 }

  private static let inlineNames: Set<String> = [
    "a", "abbr", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s", "small", "span", "strike",
    "sub", "sup",
    "tt",
  ]
  private static let partingNames: Set<String> = [
    "article", "blockquote", "br", "center", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "img",
    "li", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]

  /// Takes a tag of HTML out and returns where to go on. What only looks like a tag (`<5 %`, `<name>`) is text.
  mutating func tag(at offset: Int, line: SourceLine) -> Int {
    var cursor = offset + 1
    let isClosing = cursor < line.end && bytes[cursor] == UInt8(ascii: "/")
    if isClosing { cursor += 1 }
    let nameStart = cursor
    while cursor < line.end, cursor - nameStart <= 10, Self.isNameByte(bytes[cursor]) { cursor += 1 }
    let name = String(decoding: bytes[nameStart..<cursor].map { $0 < 0x41 ? $0 : $0 | 0x20 }, as: UTF8.self)
    guard cursor < line.end, [0x20, UInt8(ascii: ">"), UInt8(ascii: "/")].contains(bytes[cursor]),
      let role = Self.role(of: name, isClosing: isClosing), let end = tagEnd(from: cursor, line: line)
    else { return offset + 1 }
    cut(offset, end, role, .tag)
    return end
  }

  private func tagEnd(from start: Int, line: SourceLine) -> Int? {
    for offset in start..<min(line.end, start + Self.tagLimit) {
      if bytes[offset] == UInt8(ascii: ">") { return offset + 1 }
      if bytes[offset] == UInt8(ascii: "<") { return nil }
    }
    return nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func role(of name: String, isClosing: Bool) -> MarkupCut.Role? {
    switch name {
    case "u": isClosing ? .underlineClose : .underlineOpen
    case "b", "strong": isClosing ? .strongClose : .strongOpen
    case _ where inlineNames.contains(name): .plain
    case _ where partingNames.contains(name): .space
    default: nil
    }
  }
}
