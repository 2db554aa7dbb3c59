import Search
import Wire

/// `DOCUMENT#p12`, with or without `@` and six hex digits of its text's hash.
struct CitedID {
  var paragraph: ParagraphID
  var digits: String?

  init?(_ text: String) {
    if let paragraph = ParagraphID(text) {
      self.paragraph = paragraph
      return
    }
    guard let mark = text.lastIndex(of: "@"), let paragraph = ParagraphID(text[..<mark]) else { return nil }
    let digits = text[mark...].dropFirst().lowercased()
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit) else { return nil }
    self.paragraph = paragraph
    self.digits = digits
  }
}

extension Limits {
  /// - Throws: If more units are asked for by name than fit a reply.
  func check(idCount: Int) throws(WireError) {
    guard idCount <= hitsPerPage else {
      throw WireError(
        .tooLarge, "\(idCount) ids are asked for; at most \(hitsPerPage) at once",
        hint: "ask in several requests")
    }
  }
}
