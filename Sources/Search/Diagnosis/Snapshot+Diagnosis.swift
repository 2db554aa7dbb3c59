package import Query

extension Snapshot {
  /// Why `query`, which no unit matches, finds nothing.
  ///
  /// - Complexity: That of about two counts for each clause.
  package func diagnose(_ query: Query, _ options: SearchOptions) throws(SearchError) -> Diagnosis {
    let conjuncts = query.conjuncts
    var clauses: [Diagnosis.Clause] = []
    var relaxations: [Diagnosis.Relaxation] = []
    for index in conjuncts.indices.prefix(Diagnosis.clauseLimit) {
      let clause = conjuncts[index]
      let total = try count(clause.asked, options).total
      let others = conjuncts.enumerated().filter { $0.offset != index }.map(\.element)
      clauses.append(
        Diagnosis.Clause(
          text: clause.part.interpreted, total: total,
          totalWithout: try Query(conjuncts: others).map { query throws(SearchError) in
            try count(query, options).total
          }))
      guard total == 0 else { continue }
      for part in clause.part.relaxed {
        let relaxed = try count(clause.asking(part), options).total
        if relaxed > 0 { relaxations.append(Diagnosis.Relaxation(text: part.interpreted, total: relaxed)) }
      }
    }
    return Diagnosis(
      clauses: clauses, relaxations: relaxations, missingWords: try missingWords(of: query, options),
      missingValues: try MissingValues(in: self, options).of(query))
  }

  private func missingWords(
    of query: Query, _ options: SearchOptions
  ) throws(SearchError) -> [Diagnosis.MissingWord] {
    var words: [QueryWord] = []
    query.forEachPositiveLeaf { leaf in
      // Of what means the same, the first is what was typed.
      let typed = if case .synonyms(let alternatives) = leaf { alternatives[0] } else { leaf }
      typed.forEachWord { word in
        if !words.contains(where: { $0.term == word.term }) { words.append(word) }
      }
    }
    var missing: [Diagnosis.MissingWord] = []
    for word in words.prefix(Diagnosis.clauseLimit) {
      try options.checkDeadline()
      guard try count(.word(word), SearchOptions()).total == 0 else { continue }
      missing.append(Diagnosis.MissingWord(word: word.text, nearest: try nearestTerms(to: word.term)))
    }
    return missing
  }
}

/// One of the things that a query asks to hold all at once.
private struct Conjunct {
  var part: Query
  /// Whether it is asked of one statement, together with others of which this is true.
  var isOfStatement = false

  /// The query that asks for it alone.
  var asked: Query { asking(part) }

  /// The same with another part in its place.
  func asking(_ part: Query) -> Query { isOfStatement ? .inStatement(part) : part }
}

extension Query {
  /// What must all hold, each for itself; one if there is no AND.
  fileprivate var conjuncts: [Conjunct] {
    operandsOfAnd.flatMap { operand -> [Conjunct] in
      guard case .inStatement(let asked) = operand else { return [Conjunct(part: operand)] }
      return asked.operandsOfAnd.map { Conjunct(part: $0, isOfStatement: true) }
    }
  }

  /// - Returns: nil for none.
  fileprivate init?(conjuncts: [Conjunct]) {
    let inside = conjuncts.filter(\.isOfStatement).map(\.part)
    var parts = conjuncts.filter { !$0.isOfStatement }.map(\.part)
    if !inside.isEmpty { parts.insert(.inStatement(inside.count > 1 ? .and(inside) : inside[0]), at: 0) }
    guard let first = parts.first else { return nil }
    self = parts.count > 1 ? .and(parts) : first
  }

  private var operandsOfAnd: [Query] {
    if case .and(let operands) = self { operands } else { [self] }
  }

  /// Questions that ask for somewhat less.
  fileprivate var relaxed: [Query] {
    switch self {
    case .word(let word) where word.form == .exact: [.word(word.inAnyForm)]
    case .phrase(let words), .sloppyPhrase(let words, _): [.and(words.map { .word($0.inAnyForm) })]
    case .near(let proximity, let left, let right) where proximity.relation != .notNear:
      [.and([left, right].flatMap(\.operandsOfAnd))]
    default: []
    }
  }
}

extension QueryWord {
  fileprivate var inAnyForm: QueryWord {
    var word = self
    word.form = .anyForm
    return word
  }
}
