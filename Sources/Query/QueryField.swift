import Text

/// The fields of the language: `field:value`.
enum QueryField: String, CaseIterable {
  case year, date, speaker, about, mode, doc, title, section, kind, symbol, lang, level

  /// What the value says; nil for the level, which is no part of the question.
  var meaning: Meaning? {
    switch self {
    case .year, .date: .dates
    case .speaker: .speaker
    case .mode: .mode
    case .about: .about
    case .doc: .document(.doc)
    case .title: .document(.title)
    case .section: .document(.section)
    case .kind: .document(.kind)
    case .symbol: .document(.symbol)
    case .lang: .document(.lang)
    case .level: nil
    }
  }

  /// The field that may have been meant by a name that is none; nil if no name is near.
  static func meant(by name: String) -> QueryField? {
    let named = allCases.map { ($0.rawValue, $0) } + otherNames
    let nearest = EditDistance.nearest(to: name, in: named.map(\.0))
    return named.first { $0.0 == nearest }?.1
  }

  /// What the fields are called elsewhere.
  private static let otherNames: [(String, QueryField)] = [
    ("author", .speaker), ("by", .speaker), ("who", .speaker), ("delegation", .speaker),
    ("country", .speaker),
    ("state", .speaker), ("language", .lang), ("type", .kind), ("document", .doc), ("file", .doc),
    ("id", .doc),
    ("heading", .section), ("chapter", .section), ("month", .date), ("day", .date), ("mentions", .about),
  ]

  /// The most letters of a name that may be meant for a field's.
  static let longestName = 20

  /// Fields of one meaning are one field: given twice they mean either.
  enum Meaning: Hashable {
    /// When the document is dated.
    case dates
    /// Who says it.
    case speaker
    /// In what form it is said.
    case mode
    /// Of whom the text speaks.
    case about
    /// What the document, or the section, says of itself.
    case document(DocumentTest.Field)

    /// What it is called, if two values of it may hold at once: who joins them by AND may mean both. A document has one id, kind and
    /// language, a statement one form.
    var nameOfMany: String? {
      switch self {
      case .dates: QueryField.date.rawValue
      case .speaker: QueryField.speaker.rawValue
      case .about: QueryField.about.rawValue
      case .document(let field): field.isOfWords || field == .symbol ? field.rawValue : nil
      case .mode: nil
      }
    }

    /// Whether it is asked of statements rather than of documents.
    var isOfStatements: Bool { self == .speaker || self == .mode }

    /// Whether it is the same for all that stands in a document, so that nothing is gained by asking it of one statement.
    var isOfDocuments: Bool {
      switch self {
      case .dates: true
      case .document(let field): field != .section
      case .speaker, .mode, .about: false
      }
    }
  }
}
