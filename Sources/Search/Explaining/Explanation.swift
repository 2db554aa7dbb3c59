package import Query

/// Why a unit has the score it has for a query, or why it does not match.
package struct Explanation: Sendable, Equatable {
  /// `DOCUMENT#p12`, `DOCUMENT#s3` or `DOCUMENT`.
  package var id: String
  package var level: Level
  package var isMatch: Bool
  /// What a search gives it, a multiple of 2⁻²⁰: the exact sum of the parts' scores; 0 if it does not match.
  package var score: Double
  package var k1: Double
  package var b: Double
  /// The words, phrases, patterns and groups of synonyms that can add to the score, in the order of the query.
  package var parts: [ExplainedPart]
  /// Of a unit that does not match: what of the query is not so of it.
  package var unmet: [UnmetClause]

  package init(
    id: String, level: Level, isMatch: Bool, score: Double, k1: Double, b: Double, parts: [ExplainedPart],
    unmet: [UnmetClause]
  ) {
    self.id = id
    self.level = level
    self.isMatch = isMatch
    self.score = score
    self.k1 = k1
    self.b = b
    self.parts = parts
    self.unmet = unmet
  }
}

/// What one word, phrase, pattern or group of synonyms of a query adds to a unit's score.
package struct ExplainedPart: Sendable, Equatable {
  /// In plain words: `veto (any form)`.
  package var text: String
  /// What is counted and weighed: of what must stand in one statement, of a document, statements.
  package var level: Level
  /// Whether only what stands in a statement that matches counts.
  package var isInStatement: Bool
  /// How often it stands in the unit, wherever.
  package var occurrences: Int
  /// How often it counts: 0 where what it is joined with by AND, NEAR or a statement is not there.
  package var frequency: Int
  /// What is rare about it: of a phrase its words, whose idfs add up; of all else itself.
  package var terms: [ExplainedTerm]
  /// Units of the level.
  package var unitCount: Int
  package var idf: Double
  /// Words in a unit of the level.
  package var averageLength: Double
  /// What is scored for itself: the unit, or each piece of a statement in it; none where it adds nothing.
  package var portions: [ExplainedPortion]
  /// A multiple of 2⁻²⁰: the exact sum over the portions.
  package var score: Double
}

/// How rare something is.
package struct ExplainedTerm: Sendable, Equatable {
  /// In plain words.
  package var text: String
  /// Units of the level in which it stands.
  package var unitsWithTerm: Int
  package var idf: Double
}

/// Something that is scored for itself.
package struct ExplainedPortion: Sendable, Equatable {
  package var frequency: Int
  /// Words, as the byte tells in which lengths are kept: of long units not exactly.
  package var length: Int
  package var score: Double
}

/// A clause of a query that is not so of a unit.
package struct UnmetClause: Sendable, Equatable {
  /// In plain words.
  package var clause: String
  package var reason: String
}
