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
      relaxations += try self.relaxations(of: clause.part, options)
    }
    if let other = try withinOthers(query, conjuncts.prefix(clauses.count).map(\.part), clauses, options) {
      relaxations.append(other)
    }
    return Diagnosis(
      clauses: clauses, relaxations: relaxations, missingWords: try missingWords(of: query, options),
      missingValues: try MissingValues(in: self, options).of(query))
  }

  /// What asks for less than `part`; where that finds nothing, its parts that do.
  private func relaxations(
    of part: Query, _ options: SearchOptions
  ) throws(SearchError) -> [Diagnosis.Relaxation] {
    var found: [Diagnosis.Relaxation] = []
    for relaxed in part.relaxed {
      let total = try count(relaxed, options).total
      if total > 0 {
        found.append(Diagnosis.Relaxation(text: relaxed.interpreted, total: total))
        continue
      }
      let parts = relaxed.operandsOfAnd
      guard parts.count > 1 else { continue }
      var apart: [Diagnosis.Relaxation] = []
      var isFoundApart = true
      for part in parts.prefix(Diagnosis.clauseLimit) {
        let alone = Diagnosis.Relaxation(text: part.interpreted, total: try count(part, options).total)
        if alone.total == 0 {
          isFoundApart = false
          apart += try relaxations(of: part, options)
        } else if !apart.contains(alone) {
          apart.append(alone)
        }
      }
      // Where one of them is found nowhere, it is plain why they are not.
      if isFoundApart { found.append(Diagnosis.Relaxation(text: relaxed.interpreted, total: 0)) }
      found += apart
    }
    return found
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
    var words: [SoughtWord] = []
    query.forEachPositiveLeaf { leaf in
      // Of what means the same, the first is what was typed.
      let typed = if case .synonyms(let alternatives) = leaf { alternatives[0] } else { leaf }
      for word in typed.soughtWords where words.count < Diagnosis.clauseLimit && !words.contains(word) {
        words.append(word)
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

/// A word that a query looks for, or what stands for words.
private struct SoughtWord: Equatable {
  var query: Query
  var written: String
  var term: [UInt8]
  var form: QueryWord.Form
}

extension Query {
  /// The words of a leaf.
  fileprivate var soughtWords: [SoughtWord] {
    if case .pattern(let pattern) = self {
      return [
        SoughtWord(query: self, written: pattern.written, term: pattern.pattern.bytes, form: .exact)
      ]
    }
    var words: [SoughtWord] = []
    forEachWord { word in
      words.append(
        SoughtWord(query: .word(word), written: word.text, term: word.term, form: word.form))
    }
    return words
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
