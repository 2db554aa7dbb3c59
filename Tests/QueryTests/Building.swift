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
  /// The places of the warnings, `!` before those that `--strict` refuses.
  func places(in query: String) -> [String] {
    warnings.map { ($0.isSyntax ? "!" : "") + $0.place(in: query) }
  }
}
