package import Query
package import Text

/// The size of a collection, level by level.
package struct CollectionStatistics: Sendable, Equatable {
  /// What is counted of one level.
  package struct OfLevel: Sendable, Equatable {
    package let unitCount: Int
    /// Words in all units.
    package let tokenCount: Int
    /// What lengths come to with the usual parameters: most queries ask for these, and to make them takes a tenth of the time of a small one.
    private let usualLengthFactors: BM25.LengthFactors

    package init(unitCount: Int, tokenCount: Int) {
      self.unitCount = unitCount
      self.tokenCount = tokenCount
      usualLengthFactors = BM25.LengthFactors(
        averageLength: Self.averageLength(unitCount, tokenCount), parameters: BM25.Parameters())
    }

    /// Words in a unit; 0 where there is none.
    package var averageLength: Double { Self.averageLength(unitCount, tokenCount) }

    private static func averageLength(_ unitCount: Int, _ tokenCount: Int) -> Double {
      Double(tokenCount) / Double(max(unitCount, 1))
    }

    func lengthFactors(_ parameters: BM25.Parameters) -> BM25.LengthFactors {
      parameters == BM25.Parameters()
        ? usualLengthFactors : BM25.LengthFactors(averageLength: averageLength, parameters: parameters)
    }
  }

  package var paragraphs: OfLevel
  package var statements: OfLevel
  package var documents: OfLevel

  package subscript(level: Level) -> OfLevel {
    switch level {
    case .paragraph: paragraphs
    case .statement: statements
    case .document: documents
    }
  }
}

package struct SearchResult: Sendable, Equatable {
  /// All units that match, exactly.
  package var total: Int
  /// Groups of near-identical paragraphs among them, exactly, if they are collapsed; one that is like no other is a group too.
  package var groupCount: Int?
  /// Best first; equal scores in corpus order.
  package var hits: [Hit]
}

package struct Ranking: Sendable, Equatable {
  /// All units that match, exactly.
  package var total: Int
  package var units: [RankedUnit]
}

/// One unit that matches, by number.
package struct RankedUnit: Sendable, Equatable {
  /// Its place among the collection's units of the level, from 0, in corpus order.
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

/// One unit that matches; a statement or document shows its best paragraph.
package struct Hit: Sendable, Equatable {
  /// `DOCUMENT#p12`, `DOCUMENT#s3` or `DOCUMENT`.
  package var id: String
  package var level: Level
  /// A multiple of 2⁻²⁰.
  package var score: Double
  package var document: DocumentSummary
  /// The path of headings it stands under.
  package var section: [String]
  /// `prose`, `bullet`, `heading` or `names`.
  package var kind: String
  package var text: String
  /// Of a statement what of `text` is its own, half-open ranges in Unicode scalars, ascending and apart; nil where all of it is.
  package var statement: [Range<Int>]?
  /// Which paragraph of its document that is, from 1; nil for a document without any.
  package var paragraph: Int?
  /// Half-open ranges in Unicode scalars of `text`, ascending and apart; a phrase is one range, with others between its words one a word.
  package var highlights: [Range<Int>]
  /// Where each highlight starts in the source file.
  package var positions: [SourcePosition]
  /// What the highlights are: each place of a word or phrase, and of what is near each other.
  package var occurrences: [Occurrence]
  package var source: SourceLocation
  /// Who says it: of a paragraph, all who say something in it.
  package var speakers: [String]
  /// In what form they say it; nil if it is in no statement.
  package var mode: StatementMode?
  /// Of a statement: how it is known to be the speaker's.
  package var attribution: Attribution?
  /// Why it has its score, if that was asked.
  package var explanation: Explanation?
  /// If near-identical paragraphs are collapsed and others match too: what is said of them all.
  package var said: Said?
}

/// How a statement is known to be its speaker's.
package struct Attribution: Sendable, Equatable {
  package var mode: StatementMode
  /// The name of the rule that found it.
  package var rule: String
  /// The words of the text that say so; empty where they are not in the text.
  package var evidence: String
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

/// Where in its source file the first highlight starts (else the unit, of a statement its own words), and where the unit ends.
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
  /// Occurrences of what was asked in the matching units, as many as a concordance shows; nil where two things are asked for at once
  /// (AND), or where one place could count twice (`veto OR vetoes`).
  package var occurrences: Int?
  /// Words in all units of the year that pass the filters.
  package var tokens: Int
}
