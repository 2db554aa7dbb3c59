/// What one place of a sample text is made of, and what the index must hold of it: written down by hand, so that the oracle
/// need not ask the analyzer.
package struct Lexeme: Sendable, Hashable {
  /// One word of it: it takes a position of its own.
  package struct Word: Sendable, Hashable {
    /// The folded term.
    package var term: String
    /// A name shared by all terms with one stem.
    package var family: String
    /// Unicode scalars of ``Lexeme/written``.
    package var range: Range<Int>
  }

  /// A whole or a word in capitals, at the position of one of the words.
  package struct Extra: Sendable, Hashable {
    package var term: String
    /// The number of the word whose position it has.
    package var word: Int
    /// Unicode scalars of ``Lexeme/written``.
    package var range: Range<Int>
  }

  /// As it stands in a text, and as it may be asked for.
  package let written: String
  package let words: [Word]
  package let extras: [Extra]
  /// Whether it is left out where it stands bare among alternatives.
  package let isStopWord: Bool

  package var scalarCount: Int { written.unicodeScalars.count }

  /// A text of several words.
  init(_ written: String, words: [(term: String, range: Range<Int>)], extras: [Extra] = []) {
    self.written = written
    self.words = words.map { Word(term: $0.term, family: $0.term, range: $0.range) }
    self.extras = extras
    isStopWord = false
  }

  /// A single word over the whole text, but for the last `dropped` scalars.
  init(
    _ written: String, term: String? = nil, family: String? = nil, dropping dropped: Int = 0,
    isInCapitals: Bool = false, isStopWord: Bool = false
  ) {
    let term = term ?? written
    let range = 0..<written.unicodeScalars.count - dropped
    self.written = written
    words = [Word(term: term, family: family ?? term, range: range)]
    extras = isInCapitals ? [Extra(term: written, word: 0, range: range)] : []
    self.isStopWord = isStopWord
  }
}
