internal import Postings
internal import Query
internal import Segment

extension Snapshot {
  /// The best units for a flat query, without a look at those that cannot be among them.
  ///
  /// The same units with the same scores as if every match were scored.
  ///
  /// - Precondition: ``FlatQuery/canBeAdded``.
  func best(_ query: FlatQuery, _ options: SearchOptions) throws(SearchError) -> [TopHits.Entry] {
    var best = TopHits(capacity: options.offset + options.limit)
    var tables = ScoreTables(count: query.count)
    for (number, segment) in segments.enumerated() {
      _ = try search(query.inSegment(number), in: segment.reader, number, options, &tables, into: &best)
    }
    return best.sorted()
  }

  /// The best units for a flat query, and how many match.
  ///
  /// What is best and what matches are two questions, with a plan each, but where phrases are looked for: positions are read once for both.
  ///
  /// - Parameter note: Is told how each segment was searched, in their order.
  /// - Precondition: ``FlatQuery/canBeAdded``.
  func bestCounted(
    _ query: FlatQuery, _ options: SearchOptions, _ note: (SegmentAnswer) -> Void
  ) throws(SearchError) -> (total: Int, entries: [TopHits.Entry]) {
    var best = TopHits(capacity: options.offset + options.limit)
    var tables = ScoreTables(count: query.count)
    var total = 0
    for (number, segment) in segments.enumerated() {
      let query = query.inSegment(number)
      if case .conjunction(let lists, let phrases) = query, !phrases.isEmpty {
        total += try conjoin(
          lists, phrases, in: segment.reader, number, isCounting: true, options, &tables, into: &best)
        note(SegmentAnswer(best: .conjunction, count: .whileFinding))
      } else {
        let (count, way) = try count(query, in: segment.reader, number, options)
        total += count
        note(
          SegmentAnswer(
            best: try search(query, in: segment.reader, number, options, &tables, into: &best), count: way))
      }
    }
    return (total, best.sorted())
  }

  /// How many units match a flat query.
  func count(_ query: FlatQuery, _ options: SearchOptions) throws(SearchError) -> Int {
    var total = 0
    for (number, segment) in segments.enumerated() {
      total += try count(query.inSegment(number), in: segment.reader, number, options).count
    }
    return total
  }

  // MARK: - One segment

  /// - Returns: What found them.
  private func search(
    _ query: FlatQuery.InSegment, in segment: SegmentReader, _ number: Int, _ options: SearchOptions,
    _ tables: inout ScoreTables, into best: inout TopHits
  ) throws(SearchError) -> SegmentAnswer.Best {
    switch query {
    case .nothing: return .nothing
    case .union(let lists):
      if let way = try searchRanges(
        lists, needsAll: false, in: segment, number, options, &tables, into: &best)
      {
        return way
      }
      return try unite(lists, in: segment, number, options, &tables, into: &best)
    case .conjunction(let lists, let phrases):
      if phrases.isEmpty,
        let way = try searchRanges(lists, needsAll: true, in: segment, number, options, &tables, into: &best)
      {
        return way
      }
      _ = try conjoin(
        lists, phrases, in: segment, number, isCounting: false, options, &tables, into: &best)
      return .conjunction
    }
  }

  /// - Returns: How many units match, and what counted them.
  private func count(
    _ query: FlatQuery.InSegment, in segment: SegmentReader, _ number: Int, _ options: SearchOptions
  ) throws(SearchError) -> (count: Int, way: SegmentAnswer.Count) {
    switch query {
    case .nothing: return (0, .nothing)
    case .union(let lists):
      if lists.count == 1 { return (lists[0].list.documentFrequency, .listLength) }
      return try count(.union, lists, in: segment, options)
    case .conjunction(let lists, let phrases):
      if phrases.isEmpty { return try count(.intersection, lists, in: segment, options) }
      var none = TopHits(capacity: 0)
      var tables = ScoreTables(count: lists.count + phrases.count)
      let count = try conjoin(
        lists, phrases, in: segment, number, isCounting: true, options, &tables, into: &none)
      return (count, .whileFinding)
    }
  }

  private func count(
    _ operation: FlatCount.Operation, _ lists: [FlatQuery.WeighedList], in segment: SegmentReader,
    _ options: SearchOptions
  ) throws(SearchError) -> (count: Int, way: SegmentAnswer.Count) {
    var flat = try SearchError.reading { () throws(SegmentError) in
      var cursors: [PostingsCursor] = []
      for list in lists { cursors.append(try list.cursor(in: segment)) }
      return FlatCount(operation, cursors)
    }
    try segment.forEachWindow(options) { (bytes: RawSpan, _) throws(PostingsError) in
      try flat.countWindow(in: bytes)
    }
    return (flat.count, flat.way)
  }

  /// Lists of a union that may be walked for a threshold before it is searched.
  private static var walkedListCount: Int { 4 }

  private func unite(
    _ weighed: [FlatQuery.WeighedList], in segment: SegmentReader, _ number: Int, _ options: SearchOptions,
    _ tables: inout ScoreTables, into best: inout TopHits
  ) throws(SearchError) -> SegmentAnswer.Best {
    let techniques = options.techniques
    var lists = try termLists(weighed, of: segment, scoredBy: &tables, techniques)
    if lists.count == 1, techniques.contains(.leaders),
      let found = try lead(lists[0], in: segment, number, best)
    {
      best = found
      tables.putBack(lists[0].scores, lists[0].number)
      return .leaders
    }
    if techniques.contains(.thresholds) {
      try segment.reading { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
        for index in lists.indices { try lists[index].tightenBound(norms: norms, in: bytes) }
        // To walk lists pays where nothing is known yet, not in each of many segments.
        let isFirst = best.threshold == .min
        // The best first: what is told of these may leave nothing to learn of others.
        let order = lists.indices.sorted { lists[$0].bound > lists[$1].bound }
        for (place, index) in order.enumerated() where lists[index].bound > best.threshold {
          // One list is walked to find the best anyway, and few raise the threshold as far as many.
          let mayWalk = isFirst && lists.count > 1 && place < Self.walkedListCount
          try lists[index].raise(&best, mayWalk: mayWalk, norms: norms, in: bytes)
        }
      }
    }
    var union = UnionTopK(lists, techniques)
    try segment.forEachWindow(options) { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
      try union.searchWindow(in: bytes, norms: norms, segment: number, into: &best)
    }
    union.putBackScores(to: &tables)
    return weighed.count == 1 ? .list : .maxScore
  }

  /// What is best once a segment's units with a word are added; nil if its leaders do not tell.
  private func lead(
    _ list: TermList, in segment: SegmentReader, _ number: Int, _ best: TopHits
  ) throws(SearchError) -> TopHits? {
    try segment.reading { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
      try LeadingUnits(best.capacity, of: list, norms: norms, in: bytes)?
        .inserted(into: best, segment: number)
    }
  }

  /// - Returns: The matches, if they are counted.
  private func conjoin(
    _ weighed: [FlatQuery.WeighedList], _ phrases: [FlatQuery.WeighedPhrase], in segment: SegmentReader,
    _ number: Int, isCounting: Bool, _ options: SearchOptions, _ tables: inout ScoreTables,
    into best: inout TopHits
  ) throws(SearchError) -> Int {
    let isScored = best.capacity > 0
    let techniques = options.techniques
    var lists = try termLists(weighed, of: segment, scoredBy: &tables, techniques)
    if !isCounting, techniques.contains(.thresholds) {
      try segment.reading { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
        for index in lists.indices { try lists[index].tightenBound(norms: norms, in: bytes) }
      }
    }
    var conjunction = try SearchError.reading { () throws(SegmentError) in
      try ConjunctionTopK(
        lists, phrases: phrases, of: segment, scoredBy: &tables, isCounting: isCounting, isScored: isScored,
        techniques)
    }
    try segment.forEachWindow(options) { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
      try conjunction.searchWindow(in: bytes, norms: norms, segment: number, into: &best)
    }
    let count = conjunction.matchCount
    conjunction.putBackScores(to: &tables)
    return count
  }

  /// Searches by bounds of ranges, where that is worth it and the lists were asked for before.
  ///
  /// - Returns: What found the best; nil if nothing was found by them.
  private func searchRanges(
    _ weighed: [FlatQuery.WeighedList], needsAll: Bool, in segment: SegmentReader, _ number: Int,
    _ options: SearchOptions, _ tables: inout ScoreTables, into best: inout TopHits
  ) throws(SearchError) -> SegmentAnswer.Best? {
    guard options.techniques.contains(.ranges), options.parameters == KnownRanges.parameters,
      segment.unitCount >= options.leastUnitCountForRanges,
      let use = RangeBounds.Use(of: weighed, needsAll: needsAll, best)
    else { return nil }
    switch use {
    case .ofAll:
      guard let (levels, bounds) = try segments[number].ranges.bounds(of: weighed, in: segment, options)
      else { return nil }
      let lists = try termLists(weighed, of: segment, scoredBy: &tables, options.techniques)
      var ranges = RangeTopK(lists, needsAll: needsAll, bounds: bounds, levels, best)
      try segment.forEachStep(options) { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
        try ranges.searchNext(in: bytes, norms: norms, segment: number, into: &best)
      }
      ranges.putBackScores(to: &tables)
      return .ranges
    case .ofAllButTheRarest:
      let weighed = weighed.sorted { $0.list.documentFrequency < $1.list.documentFrequency }
      guard
        let (levels, bounds) = try segments[number].ranges.bounds(
          of: Array(weighed.dropFirst()), in: segment, options)
      else { return nil }
      let lists = try termLists(weighed, of: segment, scoredBy: &tables, options.techniques)
      var rare = RareTopK(lists, bounds: bounds, levels)
      try options.checkDeadline()
      try segment.reading { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
        try rare.search(in: bytes, norms: norms, segment: number, into: &best)
      }
      rare.putBackScores(to: &tables)
      return .rarest
    }
  }

  private func termLists(
    _ weighed: [FlatQuery.WeighedList], of segment: SegmentReader, scoredBy tables: inout ScoreTables,
    _ techniques: Techniques
  ) throws(SearchError) -> [TermList] {
    try SearchError.reading { () throws(SegmentError) in
      var lists: [TermList] = []
      for list in weighed { lists.append(try TermList(list, of: segment, scoredBy: &tables, techniques)) }
      return lists
    }
  }
}

extension FlatQuery {
  /// Whether the scores of a union fit into 32 bits.
  var canBeAdded: Bool {
    guard case .union(let terms) = self else { return true }
    return UnionTopK.canAdd(terms.map { $0.bm25.greatest })
  }
}

extension SegmentReader {
  /// Calls `body` as long as it says that there is more, and looks at the deadline now and then: a window takes less than to ask the time.
  fileprivate func forEachWindow(
    _ options: SearchOptions, _ body: (_ bytes: RawSpan, _ norms: RawSpan) throws(PostingsError) -> Bool
  ) throws(SearchError) {
    try forEachStep(options) { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
      for _ in 0..<16 {
        guard try body(bytes, norms) else { return false }
      }
      return true
    }
  }

  /// Calls `body` as long as it says that there is more, and looks at the deadline before each time.
  fileprivate func forEachStep(
    _ options: SearchOptions, _ body: (_ bytes: RawSpan, _ norms: RawSpan) throws(PostingsError) -> Bool
  ) throws(SearchError) {
    var isMore = true
    while isMore {
      try options.checkDeadline()
      isMore = try reading(body)
    }
  }

  /// Lends the bytes that cursors read, and the norms.
  fileprivate func reading<Result>(
    _ body: (_ bytes: RawSpan, _ norms: RawSpan) throws(PostingsError) -> Result
  ) throws(SearchError) -> Result {
    try SearchError.reading { () throws(SegmentError) in
      try withBytes(of: .norms, in: 0..<unitCount) { (norms: RawSpan) throws(SegmentError) in
        try withLists { (bytes: RawSpan) throws(PostingsError) in try body(bytes, norms) }
      }
    }
  }
}
