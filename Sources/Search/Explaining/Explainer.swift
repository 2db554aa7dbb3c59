internal import Postings
internal import Query
internal import Segment

/// Tells of units why they have their score for a query.
///
/// The plan that ranks is run on the unit alone: once with all its weights, which gives the score, and once for each of the query's leaves
/// with that leaf's weight only. Values are added up, so these parts are the score, to the last bit.
struct Explainer {
  private let snapshot: Snapshot
  private let query: Query
  private let options: SearchOptions
  private let planner: QueryPlanner
  private let plan: QueryPlan
  private let leaves: [Leaf]
  private var space: UnitSpace { UnitSpace(options.level) }

  private struct Leaf {
    let query: Query
    let weighed: QueryPlan.WeighedLeaf
    let terms: [ExplainedTerm]
  }

  init(_ query: Query, in snapshot: Snapshot, _ options: SearchOptions) throws(SearchError) {
    self.snapshot = snapshot
    self.query = query
    self.options = options
    let space = UnitSpace(options.level)
    planner = QueryPlanner(
      segments: snapshot.segments, space: space, statistics: snapshot.statistics, measure: .score,
      options, groups: snapshot.groups,
      shares: try ExpansionShares(of: query, in: snapshot.segments, snapshot.groups, options))
    plan = QueryPlan(try planner.node(query), over: snapshot.segments, in: space, options)
    var queries: [Query] = []
    query.forEachPositiveLeaf { queries.append($0) }
    let weighed = plan.weighedLeaves
    precondition(weighed.count == queries.count, "every positive leaf has a weight")
    var leaves: [Leaf] = []
    for (leaf, weighed) in zip(queries, weighed) {
      let terms = try planner.with(space: weighed.space).weighedTerms(of: leaf)
      leaves.append(Leaf(query: leaf, weighed: weighed, terms: terms))
    }
    self.leaves = leaves
  }

  /// - Parameter id: The unit's.
  func explanation(of unit: DocID, inSegment segment: Int, id: String) throws(SearchError) -> Explanation {
    let value = try plan.value(of: unit, inSegment: segment)
    var parts: [ExplainedPart] = []
    for number in leaves.indices {
      try options.checkDeadline()
      parts.append(try part(number, of: unit, inSegment: segment))
    }
    var unmet: [UnmetClause] = []
    if value == nil {
      let reasons = UnmetClauses(unit: Int(unit), space: space, segment: snapshot.segments[segment]) {
        query throws(SearchError) in
        try options.checkDeadline()
        return try occurrences(of: query, .matches, unit, segment) != nil
      }
      unmet = try reasons.of(query)
    }
    return Explanation(
      id: id, level: options.level, isMatch: value != nil, score: Self.score(value ?? 0),
      k1: options.parameters.k1, b: options.parameters.b, parts: parts, unmet: unmet)
  }

  private static func score(_ value: Int) -> Double { Double(value) / Double(BM25.one) }

  /// The value of the unit for some query, for itself; nil if it does not match.
  private func occurrences(
    of query: Query, _ measure: Measure, _ unit: DocID, _ segment: Int
  ) throws(SearchError) -> Int? {
    let node = try planner.with(measure: measure).node(query)
    return try QueryPlan(node, over: snapshot.segments, in: space, options).value(
      of: unit, inSegment: segment)
  }

  private func part(
    _ number: Int, of unit: DocID, inSegment segment: Int
  ) throws(SearchError) -> ExplainedPart {
    let leaf = leaves[number]
    let level = leaf.weighed.space.level
    let statistics = snapshot.statistics[level]
    let occurrences = try occurrences(of: leaf.query, .occurrences, unit, segment) ?? 0
    var part = ExplainedPart(
      text: leaf.query.interpreted, level: level,
      isInStatement: leaf.weighed.statement != nil, occurrences: occurrences, frequency: 0,
      terms: leaf.terms, unitCount: statistics.unitCount, idf: leaf.weighed.bm25.idf,
      averageLength: statistics.averageLength, portions: [], score: 0)
    if occurrences == 0 { return part }
    let frequencies = plan.weighing(only: number) { _ in .frequency }
    part.frequency = try frequencies.value(of: unit, inSegment: segment) ?? 0
    if part.frequency == 0 { return part }
    let value = try plan.weighing(only: number) { .score($0) }.value(of: unit, inSegment: segment) ?? 0
    part.score = Self.score(value)
    part.portions = try portions(of: leaf, frequency: part.frequency, value, unit, segment)
    return part
  }

  /// What of a leaf is scored for itself: the unit, or each piece of a statement in it.
  private func portions(
    of leaf: Leaf, frequency: Int, _ value: Int, _ unit: DocID, _ segment: Int
  ) throws(SearchError) -> [ExplainedPortion] {
    let open = snapshot.segments[segment]
    guard let statement = leaf.weighed.statement else {
      let norm = try SearchError.reading { () throws(SegmentError) in
        try space.norm(of: Int(unit), in: open.reader)
      }
      return [
        ExplainedPortion(frequency: frequency, length: Norm.decode(norm), score: Self.score(value))
      ]
    }
    let units = Int(unit)..<Int(unit) + 1
    let parts = try SearchError.reading { () throws(SegmentError) in
      space == .paragraphs
        ? try open.reader.ranges(inUnits: units) : try open.reader.statements(inDocuments: units)
    }
    let frequencies = plan.weighing(statement) { _ in .frequency }
    let scores = plan.weighing(statement) { .score($0) }
    var portions: [ExplainedPortion] = []
    for part in parts {
      guard let frequency = try frequencies.value(of: DocID(part), inSegment: segment), frequency > 0 else {
        continue
      }
      let score = try scores.value(of: DocID(part), inSegment: segment) ?? 0
      let norm = try SearchError.reading { () throws(SegmentError) in
        try space.ofStatements.norm(of: part, in: open.reader)
      }
      portions.append(
        ExplainedPortion(frequency: frequency, length: Norm.decode(norm), score: Self.score(score)))
    }
    return portions
  }
}

extension QueryPlan {
  /// The value of one unit of a segment; nil if it does not match.
  fileprivate func value(of unit: DocID, inSegment segment: Int) throws(SearchError) -> Int? {
    var window = Window()
    window.reset(base: unit, end: unit + 1)
    try clause(forSegment: segment).accumulate(into: &window)
    var found: Int?
    try window.forEachMatch { _, value throws(SearchError) in found = value }
    return found
  }
}
