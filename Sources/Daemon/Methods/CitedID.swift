import Query
import Search
import Wire

/// The id of a unit as it is asked for: a paragraph's with or without `@` and six hex digits of its text's hash.
struct CitedID {
  var unit: UnitID
  var digits: String?

  init(_ text: String) {
    unit = UnitID(text)
    guard case .document = unit, let mark = text.lastIndex(of: "@"),
      let paragraph = ParagraphID(text[..<mark])
    else { return }
    let digits = text[mark...].dropFirst().lowercased()
    guard digits.utf8.count == 6, digits.allSatisfy(\.isHexDigit) else { return }
    (unit, self.digits) = (.paragraph(paragraph), digits)
  }
}

extension UnitID {
  /// Why it is not found.
  var problem: String {
    switch self {
    case .paragraph, .statement: "there is no \(level.rawValue) \(self) in this index"
    case .document(let text):
      if let flaw = Self.flaw(of: text) {
        "\"\(text)\" names nothing in this index: \(flaw)"
      } else {
        "there is no document \"\(self)\" in this index; expected DOCUMENT, or a paragraph or a statement of it, such as "
          + "talk#p12 or talk#s3"
      }
    }
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
