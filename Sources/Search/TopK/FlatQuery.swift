internal import Segment

/// A query of words and phrases under one operator, on paragraphs: what can be answered without looking at every match.
enum FlatQuery {
  /// One word, or units with one of some words or more.
  case union([Term])
  /// Units in which everything stands: words, and phrases.
  case conjunction([Term], [Phrase])

  /// A word, with its entry in each segment, nil where it does not occur.
  struct Term {
    let entries: [DictionaryEntry?]
    let bm25: BM25
  }

  /// A phrase, with the entries of its words in each segment, nil where one of them does not occur.
  struct Phrase {
    let entries: [[DictionaryEntry]?]
    let bm25: BM25
  }
}
