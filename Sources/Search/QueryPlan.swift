internal import Postings
internal import Query
internal import Segment
internal import Text

/// A query with everything the dictionaries know of it, ready to be run on each segment.
///
/// Made once per query, so that every segment scores with the statistics of the whole collection.
struct QueryPlan: Sendable {
  indirect enum Node: Sendable {
    /// The entry of each segment, nil where the term does not occur.
    case term([DictionaryEntry?], Weight)
    /// The lists of the phrase in each segment, nil where it cannot occur.
    case phrase([PhraseLists?], Weight)
    /// The same, for units that are made of paragraphs or of parts of them.
    case grouped([GroupedLeafClause.Leaf?], Weight)
    case and([Node])
    case or([Node])
    case not(Node)
    case dates(DateFilter)
    case inStatement(Node)
    /// Statements, or pieces of them: in each segment which statements, in order.
    case statements([[Range<Int>]])
    /// The units of documents that pass a test: in each segment which documents, in order.
    case documents([[Range<Int>]])
    /// The units with words in paragraphs that pass one: of sections, or new.
    case paragraphs([[Range<Int>]])
    /// What matches the operand, whose values are frequencies, weighed: alternatives that rank as one term.
    case summed(Node, Weight)
    /// The operand's matches, which were counted already: in each segment which units. Their values are frequencies, or nothing.
    case tallied(Node, [UnitFrequencies], Measure)
    /// What in units of ``UnitSpace/ofPlaces`` matches, for the units around; values are added up.
    case lifted(Node)
    /// Those that match the operand in which the expression finds intervals, given what its leaves are in each segment.
    case intervals(Node, IntervalExpression, [[[PlaceColumn.Source]]], IntervalClause.Value)
    /// Those that match the operand in which a name is meant; in each segment its lists, and who goes by it.
    case about(Node, [(names: [PlaceColumn.Source], speakers: Set<Int>)])

    static let everyUnit = Node.not(.or([]))
  }

  let root: Node
  let space: UnitSpace
  let segments: [OpenSegment]
  let options: SearchOptions

  init(
    _ query: Query, over segments: [OpenSegment], in space: UnitSpace, statistics: CollectionStatistics,
    measure: Measure, _ options: SearchOptions, groups: TermGroups
  ) throws(SearchError) {
    let planner = QueryPlanner(
      segments: segments, space: space, statistics: statistics, measure: measure, options, groups: groups,
      shares: try ExpansionShares(of: query, in: segments, groups, options))
    root = try planner.root(query)
    self.space = space
    self.segments = segments
    self.options = options
  }

  /// A plan of what is looked up already.
  init(_ root: Node, over segments: [OpenSegment], in space: UnitSpace, _ options: SearchOptions) {
    self.root = root
    self.space = space
    self.segments = segments
    self.options = options
  }

  /// The paragraphs with the word that is all of the query; nil if it is something else.
  var unitsWithTerm: Int? {
    guard case .term(let entries, _) = root else { return nil }
    return entries.frequency(at: .paragraph)
  }

  /// The query as words and phrases under one operator on paragraphs; nil if it is something else, or is not scored.
  var flat: FlatQuery? {
    guard space == .paragraphs else { return nil }
    switch root {
    case .term(let entries, .score(let bm25)): return .union([FlatQuery.Term(entries: entries, bm25: bm25)])
    case .phrase(let lists, .score(let bm25)):
      return .conjunction([], [FlatQuery.Phrase(lists: lists, bm25: bm25)])
    case .or(let operands):
      var terms: [FlatQuery.Term] = []
      for operand in operands {
        guard case .term(let entries, .score(let bm25)) = operand else { return nil }
        terms.append(FlatQuery.Term(entries: entries, bm25: bm25))
      }
      return .union(terms)
    case .and(let operands):
      var terms: [FlatQuery.Term] = []
      var phrases: [FlatQuery.Phrase] = []
      for operand in operands {
        switch operand {
        case .term(let entries, .score(let bm25)):
          terms.append(FlatQuery.Term(entries: entries, bm25: bm25))
        case .phrase(let lists, .score(let bm25)):
          phrases.append(FlatQuery.Phrase(lists: lists, bm25: bm25))
        default: return nil
        }
      }
      return .conjunction(terms, phrases)
    default: return nil
    }
  }

  /// How each of the query's positive leaves scores paragraphs, in the order of the query.
  static func leafWeights(
    of query: Query, over segments: [OpenSegment], statistics: CollectionStatistics,
    _ options: SearchOptions, groups: TermGroups
  ) throws(SearchError) -> [BM25] {
    let planner = QueryPlanner(
      segments: segments, space: .paragraphs, statistics: statistics, measure: .score, options,
      groups: groups, shares: try ExpansionShares(of: query, in: segments, groups, options))
    var leaves: [Query] = []
    query.forEachPositiveLeaf { leaves.append($0) }
    var weights: [BM25] = []
    for leaf in leaves {
      switch try planner.node(leaf) {
      case .term(_, .score(let bm25)), .phrase(_, .score(let bm25)), .summed(_, .score(let bm25)):
        weights.append(bm25)
      default: preconditionFailure("a leaf has a weight")
      }
    }
    return weights
  }

  /// The clauses that answer the query on the segment with number `index`.
  func clause(forSegment index: Int) throws(SearchError) -> any Clause {
    try clause(root, in: space, index)
  }

  /// Recursive, and so in parts: what is bound in one of them takes room in every frame of it.
  private func clause(_ node: Node, in space: UnitSpace, _ index: Int) throws(SearchError) -> any Clause {
    switch node {
    case .and(let operands): AndClause(try clauses(operands, in: space, index))
    case .or(let operands): OrClause(try clauses(operands, in: space, index))
    case .not(let operand): NotClause(try clause(operand, in: space, index))
    case .inStatement(let operand): try inStatement(operand, in: space, index)
    case .lifted, .summed, .intervals, .about: try derived(node, in: space, index)
    case .term, .phrase, .grouped, .tallied, .dates, .statements, .documents, .paragraphs:
      try leaf(node, in: space, segments[index], index)
    }
  }

  /// What looks again at what an operand matches.
  private func derived(_ node: Node, in space: UnitSpace, _ index: Int) throws(SearchError) -> any Clause {
    let segment = segments[index]
    switch node {
    case .lifted(let operand):
      return LiftedClause(
        try clause(operand, in: space.ofPlaces, index), in: segment, space: space, ofParts: space.ofPlaces)
    case .summed(let operand, let weight):
      return SummedClause(
        try clause(operand, in: space, index), weight: weight, in: segment, space: space)
    case .intervals(let operand, let expression, let leaves, let value):
      return try IntervalClause(
        try candidates(operand, value, in: space, index), where: expression, of: leaves[index],
        in: segment.reader,
        space: space, value: value)
    case .about(let operand, let names):
      return try AboutClause(
        try clause(operand, in: space, index), names: names[index].names, of: names[index].speakers,
        in: segment, space: space)
    default: preconditionFailure("not derived")
    }
  }

  /// What finds every unit that an expression has to look at, with its value if that is asked for.
  ///
  /// Whether a word stands in a piece of a statement is told by its positions, which the expression reads once more. So of what must all stand
  /// there, the rarest is enough. Of a paragraph the list tells it alone. Recursive: no deeper than the query.
  private func candidates(
    _ node: Node, _ value: IntervalClause.Value, in space: UnitSpace, _ index: Int
  ) throws(SearchError) -> any Clause {
    guard case .and(let operands) = node, space == .pieces, value != .ofOperand else {
      return try clause(node, in: space, index)
    }
    var rarest = try candidates(operands[0], value, in: space, index)
    for operand in operands.dropFirst() {
      let next = try candidates(operand, value, in: space, index)
      if next.expectedCount < rarest.expectedCount { rarest = next }
    }
    return rarest
  }

  private func inStatement(
    _ operand: Node, in space: UnitSpace, _ index: Int
  ) throws(SearchError) -> any Clause {
    let inner = try clause(operand, in: space.ofStatements, index)
    if space == space.ofStatements { return inner }
    return LiftedClause(inner, in: segments[index], space: space, ofParts: space.ofStatements)
  }

  private func leaf(
    _ node: Node, in space: UnitSpace, _ segment: OpenSegment, _ index: Int
  ) throws(SearchError) -> any Clause {
    switch node {
    case .term(let entries, let weight):
      guard let entry = entries[index] else { return RangeClause([]) }
      return try TermClause(entry, of: segment.reader, weight: weight)
    case .phrase(let lists, let weight):
      guard let lists = lists[index] else { return RangeClause([]) }
      return try PhraseClause(lists, of: segment.reader, weight: weight)
    case .grouped(let leaves, let weight):
      guard let leaf = leaves[index] else { return RangeClause([]) }
      return try GroupedLeafClause(leaf, in: segment, space: space, weight: weight)
    case .tallied(_, let tallies, let measure): return TalliedClause(tallies[index], measure)
    case .dates(let filter):
      return RangeClause(
        try SearchError.reading { () throws(SegmentError) in
          try segment.units(of: space) { filter.passes($0) }
        })
    case .statements(let statements):
      return RangeClause(
        try SearchError.reading { () throws(SegmentError) in
          try segment.units(of: space, ofStatements: statements[index])
        })
    case .documents(let documents):
      return RangeClause(try segment.units(of: space, ofAll: documents[index], options))
    case .paragraphs(let paragraphs):
      return RangeClause(try segment.units(of: space, aroundAll: paragraphs[index], options))
    default: preconditionFailure("not a leaf")
    }
  }

  private func clauses(_ nodes: [Node], in space: UnitSpace, _ index: Int) throws(SearchError) -> [any Clause]
  {
    var clauses: [any Clause] = []
    for node in nodes { clauses.append(try clause(node, in: space, index)) }
    return clauses
  }
}

extension DictionaryEntry {
  /// The units of a level in which the term stands.
  func frequency(at level: Level) -> Int {
    switch level {
    case .paragraph: list.documentFrequency
    case .statement: statementFrequency
    case .document: sourceFrequency
    }
  }
}

extension [DictionaryEntry?] {
  /// The units of a level in which a term stands whose entries in all segments these are.
  func frequency(at level: Level) -> Int { reduce(0) { $0 + ($1?.frequency(at: level) ?? 0) } }
}

extension StatementMode {
  /// As segments number it.
  var number: UInt8 {
    switch self {
    case .speech: 0
    case .turn: 1
    case .reported: 2
    }
  }

  /// The mode that segments number so; nil if none is.
  static func numbered(_ number: UInt8) -> StatementMode? { allCases.first { $0.number == number } }
}
