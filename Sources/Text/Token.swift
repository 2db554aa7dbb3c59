/// One term of a text: where it stands, at which position, and where its bytes lie in the ``TokenBuffer``.
package struct Token: Equatable, Sendable {
  /// What makes a token a token.
  package enum Kind: UInt8, Sendable {
    /// A word: the only kind that takes a position of its own and counts in lengths and totals.
    case word
    /// A hyphenated word or a document symbol as a whole, at the position of its first part.
    case compound
    /// A word of two to five capitals as written, at the position of the same word folded.
    case capitals
  }

  /// UTF-8 offset in the text of the first byte this token covers, as displayed.
  package var start: Int32
  /// UTF-8 offset in the text just past the last byte this token covers (an apostrophe-s is not covered).
  package var end: Int32
  /// Position of the word in the text, from 0, counting words only.
  package var position: Int32
  /// Where the term's bytes start in ``TokenBuffer/termBytes``.
  package var termStart: Int32
  /// Where they end.
  package var termEnd: Int32
  package var kind: Kind
}

/// The tokens of one text, in one reusable piece of memory.
///
/// Tokens stand in order of `position`; at one position the word comes first, then a compound, then capitals.
package struct TokenBuffer: Sendable {
  package internal(set) var tokens: [Token] = []
  /// The terms' UTF-8, one behind the other, a compound's behind those of its parts.
  package internal(set) var termBytes: [UInt8] = []
  /// The number of words: one past the last position.
  package internal(set) var wordCount = 0

  package init() {}

  /// The term of `token`, folded unless its kind is `capitals`.
  package func term(of token: Token) -> ArraySlice<UInt8> {
    termBytes[Int(token.termStart)..<Int(token.termEnd)]
  }
}
