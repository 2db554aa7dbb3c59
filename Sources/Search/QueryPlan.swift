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
    /// The entries of the phrase's words in each segment, nil where one of them does not occur.
    case phrase([[DictionaryEntry]?], Weight)
    case and([Node])
    case or([Node])
    case not(Node)
    case dates(DateFilter)
  }

  private let root: Node
  private let segments: [OpenSegment]

  init(
    _ query: Query, over segments: [OpenSegment], statistics: CollectionStatistics, measure: Measure,
    parameters: BM25.Parameters
  ) throws(SearchError) {
    let planner = Planner(
      segments: segments, statistics: statistics, measure: measure, parameters: parameters)
    root = try planner.node(query)
    self.segments = segments
  }

  /// The clauses that answer the query on the segment with number `index`.
  func clause(forSegment index: Int) throws(SearchError) -> any Clause {
    try clause(root, segments[index], index)
  }

  private func clause(_ node: Node, _ segment: OpenSegment, _ index: Int) throws(SearchError) -> any Clause {
    switch node {
    case .term(let entries, let weight):
      guard let entry = entries[index] else { return RangeClause([]) }
      return try TermClause(entry, of: segment.reader, weight: weight)
    case .phrase(let entries, let weight):
      guard let words = entries[index] else { return RangeClause([]) }
      return try PhraseClause(words, of: segment.reader, weight: weight)
    case .and(let operands): return AndClause(try clauses(operands, segment, index))
    case .or(let operands): return OrClause(try clauses(operands, segment, index))
    case .not(let operand): return NotClause(try clause(operand, segment, index))
    case .dates(let filter): return RangeClause(segment.units { filter.passes($0) })
    }
  }

  private func clauses(_ nodes: [Node], _ segment: OpenSegment, _ index: Int) throws(SearchError)
    -> [any Clause]
  {
    var clauses: [any Clause] = []
    for node in nodes { clauses.append(try clause(node, segment, index)) }
    return clauses
  }

  /// Looks up words and weighs them.
  private struct Planner {
    let segments: [OpenSegment]
    let statistics: CollectionStatistics
    let measure: Measure
    let parameters: BM25.Parameters

    func node(_ query: Query) throws(SearchError) -> Node {
      switch query {
      case .word(let word):
        let entries = try entries(of: word)
        return .term(entries, weight(idf: idf(entries)))
      case .phrase(let words): return try phrase(words)
      case .and(let operands): return .and(try nodes(operands))
      case .or(let operands): return .or(try nodes(operands))
      case .not(let operand):
        // What is under a NOT adds nothing to a value.
        let planner = Planner(
          segments: segments, statistics: statistics, measure: .matches, parameters: parameters)
        return .not(try planner.node(operand))
      case .dates(let intervals): return .dates(DateFilter(intervals))
      }
    }

    private func nodes(_ queries: [Query]) throws(SearchError) -> [Node] {
      var nodes: [Node] = []
      for query in queries { nodes.append(try node(query)) }
      return nodes
    }

    private func phrase(_ words: [QueryWord]) throws(SearchError) -> Node {
      var idf = 0.0
      var bySegment: [[DictionaryEntry]?] = segments.map { _ in [] }
      for word in words {
        let entries = try entries(of: word)
        idf += self.idf(entries)
        for (index, entry) in entries.enumerated() {
          guard let entry else {
            bySegment[index] = nil
            continue
          }
          bySegment[index]?.append(entry)
        }
      }
      return .phrase(bySegment, weight(idf: idf))
    }

    private func entries(of word: QueryWord) throws(SearchError) -> [DictionaryEntry?] {
      var entries: [DictionaryEntry?] = []
      for segment in segments {
        entries.append(
          try SearchError.reading { () throws(SegmentError) in
            switch word.form {
            case .exact: try segment.reader.term(word.term)
            case .anyForm: try segment.reader.stem(Analyzer.stem(of: word.term[...]))
            }
          })
      }
      return entries
    }

    private func idf(_ entries: [DictionaryEntry?]) -> Double {
      BM25.idf(
        unitsWithTerm: entries.reduce(0) { $0 + ($1?.list.documentFrequency ?? 0) },
        unitCount: statistics.paragraphCount)
    }

    private func weight(idf: Double) -> Weight {
      switch measure {
      case .matches: .none
      case .occurrences: .frequency
      case .score:
        .score(
          BM25(
            idf: idf,
            averageLength: Double(statistics.tokenCount) / Double(max(statistics.paragraphCount, 1)),
            parameters: parameters))
      }
    }
  }
}
