internal import Postings
internal import Query
internal import Segment

extension Snapshot {
  /// The best units for a flat query, without a look at those that cannot be among them.
  ///
  /// The same units with the same scores as if every match were scored.
  ///
  /// - Returns: nil for a union whose scores might not fit into 32 bits.
  func best(
    _ query: FlatQuery, _ options: SearchOptions
  ) throws(SearchError) -> [TopHits.Entry]? {
    var best = TopHits(capacity: options.offset + options.limit)
    switch query {
    case .union(let terms):
      guard UnionTopK.canAdd(terms.map { $0.bm25.greatest }) else { return nil }
      for (number, segment) in segments.enumerated() {
        try search(terms, in: segment.reader, number, options, into: &best)
      }
    case .conjunction(let terms, let phrases):
      for (number, segment) in segments.enumerated() {
        _ = try search(
          terms, phrases, in: segment.reader, number, isCounting: false, options, into: &best)
      }
    }
    return best.sorted()
  }

  /// The best units in which everything stands, and how many there are, in one pass.
  func bestCounted(
    _ terms: [FlatQuery.Term], _ phrases: [FlatQuery.Phrase], _ options: SearchOptions
  ) throws(SearchError) -> (total: Int, entries: [TopHits.Entry]) {
    var best = TopHits(capacity: options.offset + options.limit)
    var total = 0
    for (number, segment) in segments.enumerated() {
      total += try search(
        terms, phrases, in: segment.reader, number, isCounting: true, options, into: &best)
    }
    return (total, best.sorted())
  }

  private func search(
    _ terms: [FlatQuery.Term], in segment: SegmentReader, _ number: Int, _ options: SearchOptions,
    into best: inout TopHits
  ) throws(SearchError) {
    var lists: [TermList] = []
    for term in terms {
      guard let entry = term.entries[number] else { continue }
      lists.append(
        try SearchError.reading { () throws(SegmentError) in
          try TermList(entry, of: segment, bm25: term.bm25)
        })
    }
    if lists.isEmpty { return }
    if terms.count == 1, let found = try lead(lists[0], in: segment, number, best) {
      best = found
      return
    }
    try segment.reading { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
      for index in lists.indices { try lists[index].tightenBound(norms: norms, in: bytes) }
      for index in lists.indices where lists[index].bound > best.threshold {
        try lists[index].raise(&best, norms: norms, in: bytes)
      }
    }
    var union = UnionTopK(lists)
    try segment.forEachWindow(options) { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
      try union.searchWindow(in: bytes, norms: norms, segment: number, into: &best)
    }
  }

  /// How many units match a flat query.
  func count(_ query: FlatQuery, _ options: SearchOptions) throws(SearchError) -> Int {
    switch query {
    case .union(let terms): return try count(.union, terms, options)
    case .conjunction(let terms, let phrases):
      if phrases.isEmpty { return try count(.intersection, terms, options) }
      var none = options
      (none.offset, none.limit) = (0, 0)
      return try bestCounted(terms, phrases, none).total
    }
  }

  private func count(
    _ operation: FlatCount.Operation, _ terms: [FlatQuery.Term], _ options: SearchOptions
  ) throws(SearchError) -> Int {
    if terms.count == 1 { return terms[0].entries.frequency(at: .paragraph) }
    var count = 0
    for (number, segment) in segments.enumerated() {
      let entries = terms.compactMap { $0.entries[number] }
      if entries.isEmpty || operation == .intersection && entries.count < terms.count { continue }
      var flat = try SearchError.reading { () throws(SegmentError) in
        var cursors: [PostingsCursor] = []
        for entry in entries { cursors.append(try segment.reader.cursor(over: entry, withPositions: false)) }
        return FlatCount(operation, cursors)
      }
      try segment.reader.forEachWindow(options) { (bytes: RawSpan, _) throws(PostingsError) in
        try flat.countWindow(in: bytes)
      }
      count += flat.count
    }
    return count
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
  private func search(
    _ terms: [FlatQuery.Term], _ phrases: [FlatQuery.Phrase], in segment: SegmentReader, _ number: Int,
    isCounting: Bool, _ options: SearchOptions, into best: inout TopHits
  ) throws(SearchError) -> Int {
    var entries: [(DictionaryEntry, BM25)] = []
    for term in terms {
      guard let entry = term.entries[number] else { return 0 }
      entries.append((entry, term.bm25))
    }
    var words: [(words: [DictionaryEntry], bm25: BM25)] = []
    for phrase in phrases {
      guard let entries = phrase.entries[number] else { return 0 }
      words.append((entries, phrase.bm25))
    }
    let capacity = best.capacity
    var lists: [TermList] = []
    for (entry, bm25) in entries {
      lists.append(
        try SearchError.reading { () throws(SegmentError) in try TermList(entry, of: segment, bm25: bm25) })
    }
    if !isCounting {
      try segment.reading { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
        for index in lists.indices { try lists[index].tightenBound(norms: norms, in: bytes) }
      }
    }
    var conjunction = try SearchError.reading { () throws(SegmentError) in
      try ConjunctionTopK(
        lists, phrases: words, of: segment, isCounting: isCounting, isScored: capacity > 0)
    }
    try segment.forEachWindow(options) { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
      try conjunction.searchWindow(in: bytes, norms: norms, segment: number, into: &best)
    }
    return conjunction.matchCount
  }
}

extension SegmentReader {
  /// Calls `body` as long as it says that there is more, and looks at the deadline now and then.
  fileprivate func forEachWindow(
    _ options: SearchOptions, _ body: (_ bytes: RawSpan, _ norms: RawSpan) throws(PostingsError) -> Bool
  ) throws(SearchError) {
    var isMore = true
    while isMore {
      try options.checkDeadline()
      isMore = try reading { (bytes: RawSpan, norms: RawSpan) throws(PostingsError) in
        for _ in 0..<16 {
          guard try body(bytes, norms) else { return false }
        }
        return true
      }
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
