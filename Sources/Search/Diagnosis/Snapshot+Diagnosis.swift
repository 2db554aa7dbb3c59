package import Query

extension Snapshot {
  /// Why `query`, which no unit matches, finds nothing.
  ///
  /// - Complexity: About that of a count for each clause, of two for one that is asked of a statement, of those of ``Relaxations`` for each that
  ///   matches nothing, and of two for other units.
  package func diagnose(_ query: Query, _ options: SearchOptions) throws(SearchError) -> Diagnosis {
    let conjuncts = query.conjuncts
    // Of a single one it is known that nothing matches.
    let counts = conjuncts.count > 1 ? try ConjunctCounts(of: conjuncts, in: self, options) : nil
    var clauses: [Diagnosis.Clause] = []
    var relaxations = Relaxations(in: self, options)
    for (index, clause) in conjuncts.prefix(Diagnosis.clauseLimit).enumerated() {
      let total = try counts?.total(of: index) ?? 0
      clauses.append(
        Diagnosis.Clause(
          text: clause.part.interpreted, total: total, totalWithout: try counts?.total(without: index)))
      guard total == 0 else { continue }
      try relaxations.add(lessThan: clause.part)
    }
    let other = try withinOthers(query, conjuncts.prefix(clauses.count).map(\.part), clauses, options)
    return Diagnosis(
      clauses: clauses, relaxations: relaxations.told + (other.map { [$0] } ?? []),
      missingWords: try missingWords(of: query, options),
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
