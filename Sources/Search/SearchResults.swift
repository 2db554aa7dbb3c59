package import Text

/// The size of a collection.
package struct CollectionStatistics: Sendable, Equatable {
  package var documentCount: Int
  package var paragraphCount: Int
  /// Words in all paragraphs.
  package var tokenCount: Int
}

package struct SearchResult: Sendable, Equatable {
  /// All units that match, exactly.
  package var total: Int
  /// Best first; equal scores in corpus order.
  package var hits: [Hit]
}

package struct Ranking: Sendable, Equatable {
  /// All units that match, exactly.
  package var total: Int
  package var units: [RankedUnit]
}

/// One paragraph that matches, by number.
package struct RankedUnit: Sendable, Equatable {
  /// Its place in the collection, from 0, in corpus order.
  package var number: Int
  /// A multiple of 2⁻²⁰.
  package var score: Double

  package init(number: Int, score: Double) {
    self.number = number
    self.score = score
  }
}

package struct CountResult: Sendable, Equatable {
  package var total: Int
  /// All units that pass the filters, matching or not.
  package var unitCount: Int
}

/// One paragraph that matches.
package struct Hit: Sendable, Equatable {
  /// `DOCUMENT#p12`.
  package var id: String
  /// A multiple of 2⁻²⁰.
  package var score: Double
  package var document: DocumentSummary
  /// The path of headings it stands under.
  package var section: [String]
  /// `prose`, `bullet`, `heading` or `names`.
  package var kind: String
  package var text: String
  /// Half-open ranges in Unicode scalars of `text`, ascending and apart; a phrase is one range.
  package var highlights: [Range<Int>]
  /// Where each highlight starts in the source file.
  package var positions: [SourcePosition]
  package var source: SourceLocation
}

package struct DocumentSummary: Sendable, Equatable {
  package var id: String
  package var title: String
  package var date: DateInterval?
  package var kind: String?
  package var publisher: String?
  package var language: String?
  package var symbol: String?
}

/// A place in a source file.
package struct SourcePosition: Sendable, Equatable {
  /// From 1.
  package var line: Int
  /// UTF-8 bytes from 1.
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where in its source file the first highlight starts (else the unit), and where the unit ends.
package struct SourceLocation: Sendable, Equatable {
  /// Relative to the corpus root.
  package var path: String
  /// From 1.
  package var line: Int
  /// UTF-8 bytes from 1.
  package var column: Int
  package var endLine: Int
}

package struct TrendResult: Sendable, Equatable {
  /// Ascending, every year from the first to the last that passes the filters; then, if any, the undated units.
  package var rows: [TrendRow]
  /// The rows' hits add up to it.
  package var total: Int
}

package struct TrendRow: Sendable, Equatable {
  /// nil for units without a date.
  package var year: Int?
  /// Matching units.
  package var hits: Int
  /// All units of the year that pass the filters.
  package var units: Int
  /// Occurrences of what was asked in the matching units; nil where two things are asked for at once (AND),
  /// or where one place could count twice (`veto OR vetoes`).
  package var occurrences: Int?
  /// Words in all units of the year that pass the filters.
  package var tokens: Int
}
