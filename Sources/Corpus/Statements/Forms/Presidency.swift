/// Whose president `The President` of a verbatim record is.
enum Presidency {
  static func office(of document: Document) -> Speaker.ID {
    let symbol = document.symbol ?? ""
    if symbol.hasPrefix("S/") || document.title.contains("Security Council") {
      return "un-security-council-president"
    }
    if symbol.hasPrefix("A/HRC/") || document.title.contains("Human Rights Council") {
      return "un-human-rights-council-president"
    }
    if symbol.hasPrefix("A/") || document.title.contains("General Assembly") {
      return "un-general-assembly-president"
    }
    return "presiding-officer"
  }
}
