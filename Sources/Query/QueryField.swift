/// The fields of the language: `field:value`.
enum QueryField: String, CaseIterable {
  case year, date, speaker, about, mode, doc, title, section, kind, symbol, lang, level

  /// What the value says; nil for a field that this version does not know.
  var meaning: Meaning? {
    switch self {
    case .year, .date: .dates
    case .speaker: .speaker
    case .mode: .mode
    case .about, .doc, .title, .section, .kind, .symbol, .lang, .level: nil
    }
  }

  /// Fields of one meaning are one field: given twice they mean either.
  enum Meaning: CaseIterable {
    /// When the document is dated.
    case dates
    /// Who says it.
    case speaker
    /// In what form it is said.
    case mode

    /// Whether it is asked of statements rather than of documents.
    var isOfStatements: Bool { self != .dates }
  }
}
