internal import Postings
internal import Segment

/// The posting list of a word or a pair of words in one segment, with what it can add to a score.
struct TermList {
  var cursor: PostingsCursor
  /// Of the word or phrase in the query.
  let number: Int
  var scores: ScoreTable
  /// No posting of the list scores more.
  private(set) var bound: Int
  private let usesBlocks: Bool
  /// What tells which units the list has, before it is asked how often; nil where it must be walked.
  let presence: IDDirectory?
  /// The first block that ends at or behind what ``bound(from:below:in:)`` was asked for last.
  private var block = 0
  /// Its few best units, if its leaders tell them, once ``tightenBound(norms:in:)`` was called.
  private var leading: LeadingUnits?

  /// A list with fewer postings is walked to learn what its best units score: of those lists most have no leaders for 100 units.
  private static let fewPostings = 2 * PostingsFormat.leastWithLeaders
  /// Blocks of a list whose words are so frequent that it is not worth the time to look for the best block of each window.
  private static let manyBlocks = 400

  init(
    _ weighed: FlatQuery.WeighedList, of segment: SegmentReader, scoredBy tables: inout ScoreTables,
    _ techniques: Techniques
  ) throws(SegmentError) {
    cursor = try weighed.cursor(in: segment)
    number = weighed.number
    scores = tables.take(number, weighed.bm25, documentFrequency: weighed.list.documentFrequency)
    bound = weighed.bm25.bound(frequency: weighed.list.greatestFrequency)
    presence = techniques.contains(.presence) ? cursor.directory : nil
    usesBlocks =
      techniques.contains(.blockBounds) && (2...Self.manyBlocks).contains(cursor.layout.blockCount)
  }

  var documentFrequency: Int { cursor.layout.list.documentFrequency }

  /// Learns from the list's leaders what its best unit scores.
  mutating func tightenBound(norms: RawSpan, in bytes: RawSpan) throws(PostingsError) {
    guard let found = try LeadingUnits(1, of: self, norms: norms, in: bytes) else { return }
    bound = min(bound, found.greatestScore + 1)
    leading = found
  }

  /// Tells `best`, which keeps units, that the list has as many as are kept of a certain score, as its leaders say, or all of its postings
  /// where they are few: so has every union with the list.
  ///
  /// (Kane and Tompa, "Split-Lists and Initial Thresholds for WAND-Based Search", SIGIR 2018.)
  ///
  /// - Parameter mayWalk: Whether postings may be looked at.
  mutating func raise(
    _ best: inout TopHits, mayWalk: Bool, norms: RawSpan, in bytes: RawSpan
  ) throws(PostingsError) {
    let count = best.capacity
    precondition(count > 0)
    if let leading, count <= leading.size {
      best.expect(leading.score(ofPlace: count))
    } else if let more = try LeadingUnits(count, of: self, norms: norms, in: bytes) {
      best.expect(more.score(ofPlace: count))
    } else if mayWalk, documentFrequency >= count, documentFrequency < Self.fewPostings {
      best.expect(try score(ofPlace: count, norms: norms, in: bytes))
    }
  }

  /// The score that `count` units of the list reach, which has as many.
  private mutating func score(
    ofPlace count: Int, norms: RawSpan, in bytes: RawSpan
  ) throws(PostingsError) -> Int {
    var own = TopHits(capacity: count)
    var walkedCount = 0
    var walker = cursor
    try walker.advance(to: 0, in: bytes)
    var run = try walker.run(below: .end, in: bytes)
    while !run.isEmpty {
      try walker.decodeFrequencies(in: bytes)
      for index in run {
        let unit = walker.ids[index]
        let score = scores.score(frequency: walker.frequencies[index], norm: norms.byte(at: Int(unit)))
        own.insert(TopHits.Entry(rank: score, score: score, segment: 0, unit: unit))
      }
      walkedCount += run.count
      try walker.pass(run, in: bytes)
      run = try walker.run(below: .end, in: bytes)
    }
    try cursor.layout.check(walkedCount: walkedCount)
    return own.threshold
  }

  /// No posting whose unit is in `start ..< end` scores more.
  ///
  /// - Precondition: `start` is not below that asked for before.
  /// - Complexity: O(*b*) for *b* blocks since then.
  mutating func bound(from start: DocID, below end: DocID, in bytes: RawSpan) -> Int {
    let layout = cursor.layout
    let last = layout.blockCount - 1
    if !usesBlocks { return bound }
    while block < last, layout.lastID(ofBlock: block, in: bytes) < start { block += 1 }
    var greatest = 0
    var next = block
    while let impact = layout.impact(ofBlock: next, in: bytes) {
      greatest = max(greatest, scores.bound(of: impact))
      if next == last || layout.lastID(ofBlock: next, in: bytes) >= end - 1 { break }
      next += 1
    }
    return min(greatest, bound)
  }

  /// The score of the unit the cursor stands on, whose length is `norm`.
  mutating func score(norm: UInt8, in bytes: RawSpan) throws(PostingsError) -> Int {
    scores.score(frequency: UInt32(try cursor.frequency(in: bytes)), norm: norm)
  }

  /// Adds the scores of `run`, of the decoded block, to those of the units from `base` on, and marks these.
  mutating func addScores(
    of run: Range<Int>, from base: DocID, norms: RawSpan, to sums: inout [Int32], touched: inout [UInt64]
  ) {
    for index in run {
      let unit = cursor.ids[index]
      let slot = Int(unit - base)
      sums[slot] += Int32(
        truncatingIfNeeded: scores.score(
          frequency: cursor.frequencies[index], norm: norms.byte(at: Int(unit))))
      touched[slot >> 6] |= 1 << UInt64(slot & 63)
    }
  }
}

extension PostingList {
  /// The term stands no more often in one unit.
  var greatestFrequency: Int { max(1, totalFrequency - documentFrequency + 1) }
}
