import Search

/// What may be wrong with an id that is no document's and cannot be read as a paragraph's or a statement's.
extension UnitID {
  /// What was found and what was expected; nil of a text that looks like a document's id.
  static func flaw(of text: String) -> String? {
    if text.allSatisfy(\.isWhitespace) {
      return "it is empty; expected an id that a search prints, such as talk#p12"
    }
    if let mark = text.lastIndex(of: "#") { return flaw(of: text[mark...], isAlone: mark == text.startIndex) }
    if let mark = text.lastIndex(of: "@"), text[mark...].dropFirst().allSatisfy(\.isHexDigit) {
      return "found \(text[mark...]) behind no paragraph; expected digits only as in talk#p12@3f9a1c"
    }
    if text.hasSuffix(".md") || text.hasSuffix(".txt") || text.contains(":") {
      return
        "expected an id, which has neither the file's ending nor a line: a document's is its path below the corpus without "
        + "the ending, a paragraph's that with #p and a number behind it"
    }
    return nil
  }

  /// The same of what stands behind the document's id, from `#` on.
  private static func flaw(of tail: Substring, isAlone: Bool) -> String? {
    if isAlone { return "found no document before \(tail); expected an id such as talk\(tail)" }
    let name = tail.prefix { $0 != "@" }
    guard case .document = UnitID("d" + name) else {
      if name == tail { return nil }
      return
        "found \(tail.dropFirst(name.count)) behind \(name); expected @ and the six digits that get prints behind a "
        + "paragraph's id, or nothing"
    }
    return
      "found \(name); expected #p and the number of a paragraph or #s and that of a statement, from 1, such as #p12 or #s3"
  }
}
