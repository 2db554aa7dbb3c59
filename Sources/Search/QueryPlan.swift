internal import Postings
internal import Query
internal import Segment
internal import Text

/// A query with everything the dictionaries know of it, ready to be run on each segment.
///
/// Made once per query, so that every segment scores with the statistics of the whole collection.
struct QueryPlan {
  private indirect enum Node {
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
    /// The numbers that a speaker has in each segment.
    case speaker([Set<Int>])
    case mode(UInt8)
  }

  private let root: Node
  private let space: UnitSpace
  private let segments: [OpenSegment]

  init(
    _ query: Query, over segments: [OpenSegment], in space: UnitSpace, statistics: CollectionStatistics,
    measure: Measure, parameters: BM25.Parameters, usesPairs: Bool
  ) throws(SearchError) {
    let planner = Planner(
      segments: segments, space: space, statistics: statistics, measure: measure, parameters: parameters,
      usesPairs: usesPairs)
    root = try planner.node(query)
    self.space = space
    self.segments = segments
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
    parameters: BM25.Parameters
  ) throws(SearchError) -> [BM25] {
    let planner = Planner(
      segments: segments, space: .paragraphs, statistics: statistics, measure: .score, parameters: parameters,
      usesPairs: false)
    var leaves: [Query] = []
    query.forEachPositiveLeaf { leaves.append($0) }
    var weights: [BM25] = []
    for leaf in leaves {
      switch try planner.node(leaf) {
      case .term(_, .score(let bm25)), .phrase(_, .score(let bm25)): weights.append(bm25)
      default: preconditionFailure("a leaf is a word or a phrase")
      }
    }
    return weights
  }

  /// The clauses that answer the query on the segment with number `index`.
  func clause(forSegment index: Int) throws(SearchError) -> any Clause {
    try clause(root, in: space, index)
  }

  /// Recursive, and so in two parts: what has operands, and what has none.
  private func clause(_ node: Node, in space: UnitSpace, _ index: Int) throws(SearchError) -> any Clause {
    switch node {
    case .and(let operands): AndClause(try clauses(operands, in: space, index))
    case .or(let operands): OrClause(try clauses(operands, in: space, index))
    case .not(let operand): NotClause(try clause(operand, in: space, index))
    case .inStatement(let operand): try inStatement(operand, in: space, index)
    case .term, .phrase, .grouped, .dates, .speaker, .mode: try leaf(node, in: space, segments[index], index)
    }
  }

  private func inStatement(
    _ operand: Node, in space: UnitSpace, _ index: Int
  ) throws(SearchError) -> any Clause {
    let inner = try clause(operand, in: space.ofStatements, index)
    return space == space.ofStatements ? inner : InStatementClause(inner, in: segments[index], space: space)
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
      return GroupedLeafClause(leaf, in: segment, space: space, weight: weight)
    case .dates(let filter):
      return RangeClause(
        try SearchError.reading { () throws(SegmentError) in
          try segment.units(of: space) { filter.passes($0) }
        })
    case .speaker(let numbers):
      let wanted = numbers[index]
      if wanted.isEmpty { return RangeClause([]) }
      return StatementClause(in: segment.reader, space: space) { statement throws(SegmentError) in
        statement.speakers.contains { wanted.contains($0) }
      }
    case .mode(let mode): return StatementClause(in: segment.reader, space: space) { $0.mode == mode }
    default: preconditionFailure("not a leaf")
    }
  }

  private func clauses(_ nodes: [Node], in space: UnitSpace, _ index: Int) throws(SearchError) -> [any Clause]
  {
    var clauses: [any Clause] = []
    for node in nodes { clauses.append(try clause(node, in: space, index)) }
    return clauses
  }

  /// Looks up words and weighs them.
  private final class Planner {
    let segments: [OpenSegment]
    let space: UnitSpace
    let statistics: CollectionStatistics
    let measure: Measure
    let parameters: BM25.Parameters
    /// Whether phrases are found in the lists of pairs.
    let usesPairs: Bool
    private lazy var lengthFactors = BM25.LengthFactors(
      averageLength: statistics[space.level].averageLength, parameters: parameters)

    init(
      segments: [OpenSegment], space: UnitSpace, statistics: CollectionStatistics, measure: Measure,
      parameters: BM25.Parameters, usesPairs: Bool
    ) {
      self.segments = segments
      self.space = space
      self.statistics = statistics
      self.measure = measure
      self.parameters = parameters
      self.usesPairs = usesPairs
    }

    /// Recursive: each kind of node has a function of its own, so that the frames are small.
    func node(_ query: Query) throws(SearchError) -> Node {
      switch query {
      case .word(let word): try term(word)
      case .phrase(let words): try phrase(words)
      case .and(let operands): .and(try nodes(operands))
      case .or(let operands): .or(try nodes(operands))
      case .not(let operand): try not(operand)
      case .inStatement(let operand): try inStatement(operand)
      case .dates, .speaker, .mode: try test(query)
      }
    }

    private func not(_ operand: Query) throws(SearchError) -> Node {
      // What is under a NOT adds nothing to a value.
      .not(try with(measure: .matches).node(operand))
    }

    private func inStatement(_ operand: Query) throws(SearchError) -> Node {
      .inStatement(try with(space: space.ofStatements).node(operand))
    }

    private func test(_ query: Query) throws(SearchError) -> Node {
      switch query {
      case .dates(let intervals): return .dates(DateFilter(intervals))
      case .speaker(let name):
        let key = try SearchError.reading { () throws(SegmentError) in try name.key(in: segments) }
        return .speaker(
          try bySegment { segment throws(SegmentError) in try segment.reader.speakers(named: key) })
      case .mode(let mode): return .mode(mode.number)
      default: preconditionFailure("not a test")
      }
    }

    private func with(space: UnitSpace? = nil, measure: Measure? = nil) -> Planner {
      Planner(
        segments: segments, space: space ?? self.space, statistics: statistics,
        measure: measure ?? self.measure, parameters: parameters, usesPairs: usesPairs)
    }

    private func nodes(_ queries: [Query]) throws(SearchError) -> [Node] {
      var nodes: [Node] = []
      for query in queries { nodes.append(try node(query)) }
      return nodes
    }

    private func term(_ word: QueryWord) throws(SearchError) -> Node {
      let entries = try entries(of: word)
      let weight = weight(idf: idf(entries))
      if space == .paragraphs { return .term(entries, weight) }
      // Lists of stems tell no positions; documents need none.
      guard word.form == .anyForm, space != .documents else {
        return .grouped(entries.map { $0.map { .terms([$0]) } }, weight)
      }
      let stem = Analyzer.stem(of: word.term[...])
      return .grouped(
        try bySegment { segment throws(SegmentError) in
          let forms = try segment.reader.forms(ofStem: stem)
          return forms.isEmpty ? nil : .terms(forms)
        }, weight)
    }

    private func phrase(_ words: [QueryWord]) throws(SearchError) -> Node {
      var idf = 0.0
      var entries: [[DictionaryEntry?]] = []
      for word in words {
        entries.append(try self.entries(of: word))
        idf += self.idf(entries[entries.count - 1])
      }
      var lists: [PhraseLists?] = []
      for (index, segment) in segments.enumerated() {
        let present = entries.compactMap { $0[index] }
        lists.append(present.count == words.count ? try self.lists(ofPhrase: present, in: segment) : nil)
      }
      let weight = weight(idf: idf)
      if space == .paragraphs { return .phrase(lists, weight) }
      return .grouped(lists.map { $0.map { .phrase($0) } }, weight)
    }

    /// nil where two of the words never stand as the phrase has them.
    private func lists(
      ofPhrase words: [DictionaryEntry], in segment: OpenSegment
    ) throws(SearchError) -> PhraseLists? {
      let lists = try SearchError.reading { () throws(SegmentError) in
        try PhraseLists(words, of: segment.reader, usesPairs: usesPairs)
      }
      return lists.isNowhere ? nil : lists
    }

    private func entries(of word: QueryWord) throws(SearchError) -> [DictionaryEntry?] {
      try bySegment { segment throws(SegmentError) in
        switch word.form {
        case .exact: try segment.reader.term(word.term)
        case .anyForm: try segment.reader.stem(Analyzer.stem(of: word.term[...]))
        }
      }
    }

    private func bySegment<Value>(
      _ read: (OpenSegment) throws(SegmentError) -> Value
    ) throws(SearchError) -> [Value] {
      var values: [Value] = []
      for segment in segments {
        values.append(try SearchError.reading { () throws(SegmentError) in try read(segment) })
      }
      return values
    }

    private func idf(_ entries: [DictionaryEntry?]) -> Double {
      BM25.idf(
        unitsWithTerm: entries.frequency(at: space.level),
        unitCount: statistics[space.level].unitCount)
    }

    private func weight(idf: Double) -> Weight {
      switch measure {
      case .matches: .none
      case .occurrences: .frequency
      case .score:
        .score(BM25(idf: idf, lengthFactors: lengthFactors))
      }
    }
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
