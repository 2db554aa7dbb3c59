/// Whose president `The President` of a verbatim record is.
enum Presidency {
  private static let organs: [(symbol: String, name: [String], office: Speaker.ID)] = [
    ("S/", ["security", "council"], "un-security-council-president"),
    ("A/HRC/", ["human", "rights", "council"], "un-human-rights-council-president"),
    ("A/", ["general", "assembly"], "un-general-assembly-president"),
  ]

  /// Every office that a record calls its president.
  static let offices = Set(organs.map(\.office) + ["presiding-officer"])

  /// The office, by the document's symbol or by the organ that its title names.
  static func office(of document: Document) -> Speaker.ID {
    if let symbol = document.symbol, let organ = organs.first(where: { symbol.hasPrefix($0.symbol) }) {
      return organ.office
    }
    let title = SpeakerKey.words(of: document.title)
    for organ in organs {
      for start in title.indices where title[start...].starts(with: organ.name) { return organ.office }
    }
    return "presiding-officer"
  }
}
