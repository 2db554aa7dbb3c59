internal import Postings
package import Query
package import Segment

/// One generation of an index, open for queries from any thread.
///
/// Everything in it stays as it is: a new generation is another snapshot. Files that a later build removes stay readable
/// until the last snapshot that holds them is gone.
package final class Snapshot: Sendable {
  package let generation: String
  package let statistics: CollectionStatistics
  let segments: [OpenSegment]
  let groups = TermGroups()
  let completions = Completions()
  let knownValues = KnownValues()
  private let newParagraphs: NewParagraphs
  let paragraphGroups = MadeAside<ParagraphGroups>()

  /// Opens the index in a folder.
  package init(openingIndexAt indexDirectory: String) throws(SegmentError) {
    let (manifest, readers) = try IndexDirectory(path: indexDirectory).open()
    let newParagraphs = NewParagraphs(
      of: readers, generation: manifest.generation,
      IndexDirectory(path: indexDirectory).history)
    self.newParagraphs = newParagraphs
    generation = manifest.generation
    statistics = CollectionStatistics(
      paragraphs: CollectionStatistics.OfLevel(
        unitCount: manifest.unitCount, tokenCount: manifest.wordCount),
      statements: CollectionStatistics.OfLevel(
        unitCount: readers.reduce(0) { $0 + $1.statementCount },
        tokenCount: readers.reduce(0) { $0 + $1.statementWordCount }),
      documents: CollectionStatistics.OfLevel(
        unitCount: manifest.documentCount, tokenCount: manifest.wordCount))
    let levels = SaturationLevels(statistics.paragraphs.lengthFactors(KnownRanges.parameters))
    segments = readers.enumerated().map { number, reader in
      OpenSegment(
        reader, number: number, newParagraphs,
        KnownRanges(levels, unitCount: reader.unitCount, of: manifest.unitCount))
    }
  }

  /// The earlier generation, or this one, that `name` stands for: all of it, or six hex digits or more that it begins with.
  package func generation(named name: String) throws(SearchError) -> String {
    try newParagraphs.generation(named: name)
  }

  /// The first units for `query` in the order that `options` name, the best first if they name none; equals in corpus
  /// order.
  ///
  /// Words under OR, and words and phrases under AND, are answered without scoring every match (``FlatQuery``), with the same hits.
  /// - Complexity: O(*p* + *u* · *c*) for *p* postings of the query's words, *u* units of the collection and *c* parts of the query.
  package func search(
    _ query: Query, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> SearchResult {
    if options.collapses, options.level == .paragraph { return try searchCollapsed(query, options) }
    let (total, entries, _) = try first(query, options)
    var hits = try hits(entries, for: query, options)
    if options.explains { try explain(&hits, entries, for: query, options) }
    return SearchResult(total: total, hits: hits)
  }

  /// The units that ``search(_:_:)`` finds, in its order, without what is shown of them: no text is read.
  package func rank(
    _ query: Query, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> Ranking {
    let (total, entries, _) = try first(query, options)
    return Ranking(total: total, units: ranked(entries, of: UnitSpace(options.level)))
  }

  private func ranked(_ entries: ArraySlice<TopHits.Entry>, of space: UnitSpace) -> [RankedUnit] {
    var firstUnits: [Int] = [0]
    for segment in segments {
      firstUnits.append(firstUnits[firstUnits.count - 1] + space.unitCount(in: segment.reader))
    }
    return entries.map {
      RankedUnit(number: firstUnits[$0.segment] + Int($0.unit), score: Double($0.score) / Double(BM25.one))
    }
  }

  /// The units that ``rank(_:_:)`` gives, without how many match: what cannot be among the first is not looked at.
  package func best(
    _ query: Query, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> [RankedUnit] {
    if options.rank == .plain,
      case .pruned(let flat) = try strategy(for: query, options, needing: .pruning)
    {
      return ranked(try best(flat, options).dropFirst(options.offset), of: UnitSpace(options.level))
    }
    return try rank(query, options).units
  }

  /// What answers a search.
  enum Strategy {
    /// The best are found without a look at every match.
    case pruned(FlatQuery)
    case everyMatch(EveryMatchReason)
  }

  /// What answers a search for `query`, given what pruning it is to have.
  private func strategy(
    for query: Query, _ options: SearchOptions, needing techniques: Techniques
  ) throws(SearchError) -> Strategy {
    if options.sort != .relevance { return .everyMatch(.order) }
    if !options.techniques.isSuperset(of: techniques) { return .everyMatch(.techniques) }
    if UnitSpace(options.level) != .paragraphs { return .everyMatch(.level) }
    guard let flat = try plan(query, .score, options).flat else { return .everyMatch(.shape) }
    return flat.canBeAdded ? .pruned(flat) : .everyMatch(.greatScores)
  }

  /// How many units match, and the first of them in the order that `options` name.
  ///
  /// - Parameter note: Is told how each segment was searched, in their order.
  /// - Returns: And why every match was scored; nil if that was not so.
  func first(
    _ query: Query, _ options: SearchOptions, _ note: (SegmentAnswer) -> Void = { _ in }
  ) throws(SearchError) -> (
    total: Int, entries: ArraySlice<TopHits.Entry>, everyMatch: EveryMatchReason?
  ) {
    guard options.sort == .relevance, options.rank == .best else {
      return try plainFirst(query, options, note)
    }
    let (total, entries) = try best(query, options) { wide throws(SearchError) in
      let (total, entries, _) = try plainFirst(query, wide, note)
      return (total, entries)
    }
    return (total, entries, nil)
  }

  /// The same by BM25, or by date.
  private func plainFirst(
    _ query: Query, _ options: SearchOptions, _ note: (SegmentAnswer) -> Void
  ) throws(SearchError) -> (
    total: Int, entries: ArraySlice<TopHits.Entry>, everyMatch: EveryMatchReason?
  ) {
    switch try strategy(for: query, options, needing: [.pruning, .counting]) {
    case .pruned(let flat):
      let (total, entries) = try bestCounted(flat, options, note)
      return (total, entries.dropFirst(options.offset), nil)
    case .everyMatch(let reason):
      let (total, entries) = try scoreAll(query, options)
      for _ in segments { note(SegmentAnswer(best: .everyMatch, count: .whileFinding)) }
      return (total, entries, reason)
    }
  }

  /// The same, with every match scored.
  private func scoreAll(
    _ query: Query, _ options: SearchOptions
  ) throws(SearchError) -> (total: Int, entries: ArraySlice<TopHits.Entry>) {
    var total = 0
    var best = TopHits(capacity: options.offset + options.limit)
    try forEachRanked(query, options) { entry in
      total += 1
      best.insert(entry)
    }
    return (total, best.sorted().dropFirst(options.offset))
  }

  /// Visits every match in corpus order, with what it is ranked by in the order that `options` name.
  func forEachRanked(
    _ query: Query, _ options: SearchOptions, _ body: (TopHits.Entry) -> Void
  ) throws(SearchError) {
    var document = DocumentWalk()
    let space = UnitSpace(options.level)
    try forEachWindow(of: query, measure: .score, options) { segment, window throws(SearchError) in
      try window.forEachMatch { unit, score throws(SearchError) in
        var rank = score
        if options.sort != .relevance {
          let days = try SearchError.reading { () throws(SegmentError) in
            try document.advance(to: unit, in: space, of: segments[segment], segment).days
          }
          rank = options.sort.rank(score: score, days: days)
        }
        body(TopHits.Entry(rank: rank, score: score, segment: segment, unit: unit))
      }
    }
  }

  /// How many units match.
  private func matchCount(of query: Query, _ options: SearchOptions) throws(SearchError) -> Int {
    if options.techniques.contains(.counting) {
      let plan = try plan(query, .score, options)
      if let count = plan.unitsWithTerm { return count }
      if let flat = plan.flat { return try count(flat, options) }
    }
    var total = 0
    try forEachWindow(of: query, measure: .matches, options) { _, window in total += window.matchCount }
    return total
  }

  private func plan(
    _ query: Query, _ measure: Measure, _ options: SearchOptions
  ) throws(SearchError) -> QueryPlan {
    try QueryPlan(
      query, over: segments, in: UnitSpace(options.level), statistics: statistics, measure: measure,
      options, groups: groups)
  }

  /// How many units match, of how many that pass the filters.
  package func count(
    _ query: Query, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> CountResult {
    let total = try matchCount(of: query, options)
    var unitCount = 0
    if let filters = query.filters {
      try forEachWindow(of: filters, measure: .matches, options) { _, window in unitCount += window.matchCount
      }
    } else {
      unitCount = statistics[options.level].unitCount
    }
    return CountResult(total: total, unitCount: unitCount)
  }

  /// Answers a query window by window, segments and windows in corpus order, on units of the level that the options name.
  func forEachWindow(
    of query: Query, measure: Measure, _ options: SearchOptions,
    _ body: (_ segment: Int, Window) throws(SearchError) -> Void
  ) throws(SearchError) {
    try forEachWindow(of: query, in: UnitSpace(options.level), measure: measure, options, body)
  }

  /// The same on units of any space; without a query all of them match.
  func forEachWindow(
    of query: Query?, in space: UnitSpace, measure: Measure, _ options: SearchOptions,
    _ body: (_ segment: Int, Window) throws(SearchError) -> Void
  ) throws(SearchError) {
    let plan =
      if let query {
        try QueryPlan(
          query, over: segments, in: space, statistics: statistics, measure: measure, options, groups: groups)
      } else {
        QueryPlan(.everyUnit, over: segments, in: space, options)
      }
    try plan.forEachWindow(body)
  }
}
