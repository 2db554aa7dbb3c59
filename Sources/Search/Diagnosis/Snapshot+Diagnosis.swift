package import Query

extension Snapshot {
  /// Why `query`, which no unit matches, finds nothing.
  ///
  /// - Complexity: About that of a count for each clause, of two for one that is asked of a statement, and of one for each of what asks for
  ///   less, two other units among them.
  package func diagnose(_ query: Query, _ options: SearchOptions) throws(SearchError) -> Diagnosis {
    let conjuncts = query.conjuncts
    // Of a single one it is known that nothing matches.
    let counts = conjuncts.count > 1 ? try ConjunctCounts(of: conjuncts, in: self, options) : nil
    var clauses: [Diagnosis.Clause] = []
    var relaxations: [Diagnosis.Relaxation] = []
    for (index, clause) in conjuncts.prefix(Diagnosis.clauseLimit).enumerated() {
      let total = try counts?.total(of: index) ?? 0
      clauses.append(
        Diagnosis.Clause(
          text: clause.part.interpreted, total: total, totalWithout: try counts?.total(without: index)))
      guard total == 0 else { continue }
      for part in clause.part.relaxed {
        let relaxed = try count(part, options).total
        if relaxed > 0 { relaxations.append(Diagnosis.Relaxation(text: part.interpreted, total: relaxed)) }
      }
    }
    if let other = try withinOthers(query, conjuncts.prefix(clauses.count).map(\.part), clauses, options) {
      relaxations.append(other)
    }
    return Diagnosis(
      clauses: clauses, relaxations: relaxations, missingWords: try missingWords(of: query, options),
      missingValues: try MissingValues(in: self, options).of(query))
  }

  /// The same within the smallest other units that have it all; nil if none have.
  private func withinOthers(
    _ query: Query, _ parts: [Query], _ clauses: [Diagnosis.Clause], _ options: SearchOptions
  ) throws(SearchError) -> Diagnosis.Relaxation? {
    // What no paragraph has, no document has, and no statement, unless it is several things that a larger unit may have apart. But
    // paragraphs and documents have text that is in no statement.
    let isNowhere = zip(parts, clauses).contains { part, clause in clause.total == 0 && !part.isSeveralThings
    }
    if options.level == .document || options.level == .paragraph && isNowhere { return nil }
    var other = SearchOptions()
    other.deadline = options.deadline
    for level in Level.allCases where level != options.level {
      other.level = level
      let total = try count(query, other).total
      if total > 0 {
        return Diagnosis.Relaxation(
          text: "within a \(level.rawValue) (level:\(level.rawValue))", total: total)
      }
    }
    return nil
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
    // At whatever level: a word that stands in a unit stands in a paragraph.
    var within = SearchOptions()
    within.deadline = options.deadline
    for word in words.prefix(Diagnosis.clauseLimit) {
      try options.checkDeadline()
      guard try count(.word(word), within).total == 0 else { continue }
      missing.append(
        Diagnosis.MissingWord(word: word.text, nearest: try nearestTerms(to: word.term, options)))
    }
    return missing
  }
}

extension Query {
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

extension Query {
  /// Whether a unit may have it of which no part has it.
  fileprivate var isSeveralThings: Bool {
    switch self {
    case .and: true
    case .or(let operands): operands.contains(where: \.isSeveralThings)
    default: false
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
