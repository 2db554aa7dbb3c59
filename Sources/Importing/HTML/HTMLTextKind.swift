/// The elements that hold text and nothing else, and where that text ends.
enum HTMLTextKind: Equatable, Sendable {
  /// `title` and `textarea`, whose text has references (RCDATA).
  case withReferences
  /// `style` and its like (RAWTEXT).
  case raw
  case script
  /// Nothing ends it.
  case plain

  /// Nil for an element that may hold others.
  init?(of name: String) {
    switch name {
    case "title", "textarea": self = .withReferences
    case "style", "xmp", "iframe", "noembed", "noframes": self = .raw
    case "script": self = .script
    case "plaintext": self = .plain
    default: return nil
    }
  }

  /// The offset of the element's end tag; the end of the file without one.
  func end(of name: String, from start: Int, in bytes: Span<UInt8>) -> Int {
    switch self {
    case .plain: bytes.count
    case .script: Self.endOfScript(from: start, in: bytes)
    case .withReferences, .raw: Self.end(of: name, from: start, in: bytes)
    }
  }

  private static func end(of name: String, from start: Int, in bytes: Span<UInt8>) -> Int {
    var offset = start
    while true {
      offset = HTMLBytes.find(UInt8(ascii: "<"), in: bytes, from: offset)
      if offset == bytes.count || isTag("</" + name, at: offset, in: bytes) { return offset }
      offset += 1
    }
  }

  /// A script in a comment may hold a script, whose end tag is not this one's.
  private static func endOfScript(from start: Int, in bytes: Span<UInt8>) -> Int {
    enum State { case plain, escaped, doubleEscaped }
    var state = State.plain
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "-"), state != .plain, HTMLBytes.has("-->", at: offset, in: bytes) {
        state = .plain
        offset += 3
      } else if bytes[offset] != UInt8(ascii: "<") {
        offset += 1
      } else if isTag("</script", at: offset, in: bytes) {
        if state != .doubleEscaped { return offset }
        state = .escaped
        offset += 8
      } else if state == .plain, HTMLBytes.has("<!--", at: offset, in: bytes) {
        state = .escaped
        // The two dashes may be those of `-->`.
        offset += 2
      } else if state == .escaped, isTag("<script", at: offset, in: bytes) {
        state = .doubleEscaped
        offset += 7
      } else {
        offset += 1
      }
    }
    return bytes.count
  }

  /// Whether the tag stands there with its name at an end.
  private static func isTag(_ tag: String, at offset: Int, in bytes: Span<UInt8>) -> Bool {
    guard HTMLBytes.has(tag, at: offset, in: bytes) else { return false }
    let end = offset + tag.utf8.count
    guard end < bytes.count else { return false }
    return HTMLBytes.isSpace(bytes[end]) || bytes[end] == UInt8(ascii: "/") || bytes[end] == UInt8(ascii: ">")
  }
}
