internal import Query

extension Snapshot {
  /// The words of a query that stand nowhere, and the patterns that no word is like, but not under a NOT; of the first
  /// ``Diagnosis/clauseLimit`` different ones.
  func missingWords(of query: Query, _ options: SearchOptions) throws(SearchError) -> [Diagnosis.MissingWord]
  {
    var words: [SoughtWord] = []
    query.forEachPositiveLeaf { leaf in
      // Of what means the same, the first is what was typed.
      let typed = if case .synonyms(let alternatives) = leaf { alternatives[0] } else { leaf }
      typed.forEachSoughtWord { word in
        if words.count < Diagnosis.clauseLimit, !words.contains(where: { $0.isLike(word) }) {
          words.append(word)
        }
      }
    }
    var missing: [Diagnosis.MissingWord] = []
    // At whatever level: a word that stands in a unit stands in a paragraph.
    var within = SearchOptions()
    within.deadline = options.deadline
    for word in words {
      try options.checkDeadline()
      guard try count(word.query, within).total == 0 else { continue }
      missing.append(
        Diagnosis.MissingWord(
          word: word.written, nearest: try nearestTerms(to: word.term, in: word.form, options)))
    }
    return missing
  }
}

/// A word that a query looks for, or what stands for words.
private struct SoughtWord {
  var query: Query
  /// As it could be typed.
  var written: String
  var term: [UInt8]
  var form: QueryWord.Form
  var isPattern = false

  /// Whether it need not be told beside the other: the same word in whatever form, or the same pattern.
  func isLike(_ other: SoughtWord) -> Bool {
    isPattern || other.isPattern ? written == other.written : term == other.term
  }
}

extension Query {
  /// Calls `visit` with the words of a leaf.
  fileprivate func forEachSoughtWord(_ visit: (SoughtWord) -> Void) {
    if case .pattern(let pattern) = self {
      visit(
        SoughtWord(
          query: self, written: pattern.written, term: pattern.pattern.bytes, form: .exact, isPattern: true))
    }
    forEachWord { word in
      visit(SoughtWord(query: .word(word), written: word.text, term: word.term, form: word.form))
    }
  }
}
