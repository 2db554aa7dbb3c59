import Query
import Text

// Short names for the trees and warnings that the tests expect.

/// A word in any form.
func anyForm(_ text: String) -> Query { .word(word(text, .anyForm)) }

/// A word as written.
func exact(_ text: String) -> Query { .word(word(text, .exact)) }

/// A phrase of the words of `text`.
func phrase(_ text: String) -> Query {
  .phrase(text.split(separator: " ").map { word(String($0), .exact) })
}

/// A phrase of the words of `text`, with others between them.
func sloppy(_ text: String, _ slop: Int) -> Query {
  .sloppyPhrase(text.split(separator: " ").map { word(String($0), .exact) }, slop: slop)
}

/// A document's symbol as a whole, with or without a year behind it.
func symbol(_ text: String) -> Query {
  .synonyms([
    exact(text),
    .pattern(QueryPattern(text: text + " (", pattern: .prefix(Array((text.lowercased() + "(").utf8)))),
  ])
}

/// Every word that begins with `text`.
func prefix(_ text: String) -> Query {
  .pattern(QueryPattern(text: text, pattern: .prefix(Array(text.lowercased().utf8))))
}

/// Every word that is at most `edits` away from `text`.
func fuzzy(_ text: String, _ edits: Int) -> Query {
  .pattern(QueryPattern(text: text, pattern: .fuzzy(Array(text.lowercased().utf8), edits: edits)))
}

/// What a document's title or a section's heading must hold: a word in any form.
func heading(_ field: DocumentTest.Field, _ text: String) -> Query {
  .document(DocumentTest(field, .words([word(text, .anyForm)]), text: text))
}

/// What a document's title or a section's heading must hold: any word that a pattern stands for.
func headingLike(_ field: DocumentTest.Field, _ pattern: Query) -> Query {
  guard case .pattern(let pattern) = pattern else { preconditionFailure("a pattern") }
  return .document(DocumentTest(field, .pattern(pattern), text: pattern.text))
}

/// What a document must be, all of it or its beginning.
func named(_ field: DocumentTest.Field, _ text: String, key: String? = nil, isPrefix: Bool = false) -> Query {
  .document(
    DocumentTest(field, .name(key: Array((key ?? text.lowercased()).utf8), isPrefix: isPrefix), text: text))
}

/// A name of a speaker, and of whom is spoken.
func name(_ text: String) -> SpeakerName {
  SpeakerName(text: text, key: Array(text.lowercased().utf8))
}

/// A word whose term is its text in small letters, unless `term` says otherwise.
func word(_ text: String, _ form: QueryWord.Form, term: String? = nil) -> QueryWord {
  QueryWord(text: text, term: Array((term ?? text.lowercased()).utf8), form: form)
}

/// Dates, each from the first to the last day, `yyyymmdd`.
func dates(_ days: (Int32, Int32)...) -> Query {
  .dates(days.map { DateInterval(first: $0.0, last: $0.1) })
}

/// The whole of some years.
func years(_ years: Int32...) -> Query {
  .dates(years.map { DateInterval(first: $0 * 10_000 + 101, last: $0 * 10_000 + 1231) })
}

func parse(_ text: String) throws -> ParsedQuery {
  try QueryParser().parse(text)
}

extension QueryWarning {
  /// The part of `query` that the warning is about.
  func place(in query: String) -> String {
    var place = String.UnicodeScalarView()
    place.append(contentsOf: Array(query.unicodeScalars)[start..<end])
    return String(place)
  }
}

extension ParsedQuery {
  /// The places of the warnings.
  func places(in query: String) -> [String] {
    warnings.map { $0.place(in: query) }
  }
}
