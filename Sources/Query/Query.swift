package import Text

/// What a query asks, as a tree; made by ``QueryParser``, read by Search.
///
/// The parser hands out trees in one shape only, so that equal questions look alike and no reader has to
/// care for oddities:
///
/// - `and` and `or` have two operands or more, in the order they were written;
/// - no `and` stands directly in an `and`, no `or` in an `or`, no `not` in a `not`;
/// - an `or` has at most one operand `dates`: `year:2009 OR year:2012` is one list of two intervals;
/// - `speaker` and `mode` stand only below an `inStatement`.
///
/// Nothing bounds the depth of a tree made by hand. One from the parser is never deeper than
/// ``QueryParser/depthLimit``, so that it can be read by recursion on a small stack.
package indirect enum Query: Sendable {
  /// A word in any form or as written.
  case word(QueryWord)
  /// Words one after the other, each as written (folded): at least two.
  case phrase([QueryWord])
  /// Words in this order with at most `slop` others between them in all, each as written: at least two, and a slop of 1 or more.
  case sloppyPhrase([QueryWord], slop: Int)
  /// All terms that a pattern stands for, which rank as one.
  case pattern(QueryPattern)
  /// Words, phrases and patterns that mean the same, and rank as one term: at least two.
  case synonyms([Query])
  /// Units in which the operands stand to each other as the proximity says.
  ///
  /// Both ask for words alone: they are words, phrases, patterns, synonyms, or `or`, `and` and `near` of such (``standsInText``).
  case near(Proximity, Query, Query)
  /// All units, where a query says nothing but their level (`level:statement`).
  case everything
  /// Units that match every operand: at least two.
  case and([Query])
  /// Units that match one operand or more: at least two.
  case or([Query])
  /// Units that do not match the operand.
  case not(Query)
  /// Units of documents whose date overlaps one of the intervals (`year:`): at least one. Open ends are
  /// ``Text/DateInterval/earliestDay`` and ``Text/DateInterval/latestDay``.
  case dates([DateInterval])
  /// Units with a statement, or the part of one that stands in the unit, that matches the operand (`speaker:`, `mode:`):
  /// what the operand asks must all be in that one statement.
  case inStatement(Query)
  /// Statements of a speaker who goes by this name.
  case speaker(SpeakerName)
  /// Statements of this form.
  case mode(StatementMode)
  /// Units with a name of whom is meant, outside the words that name the speaker (`about:`).
  case about(SpeakerName)
  /// Units of documents, or of sections, of which this is true (`title:`, `kind:`).
  case document(DocumentTest)
  /// Units with a paragraph that this generation of the index lacked (`--since`).
  case newSince(String)
}
