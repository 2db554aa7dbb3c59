internal import Postings
internal import Segment

/// The posting list of a word or a pair of words in one segment, with what it can add to a score.
struct TermList {
  var cursor: PostingsCursor
  var scores: ScoreTable
  /// No posting of the list scores more.
  private(set) var bound: Int
  private let usesBlocks: Bool
  /// What tells which units the list has, before it is asked how often; nil where it must be walked.
  let presence: IDDirectory?
  /// The first block that ends at or behind what ``bound(from:below:in:)`` was asked for last.
  private var block = 0

  /// Blocks of a list whose words are so frequent that it is not worth the time to look for the best block of each window.
  private static let manyBlocks = 400

  init(
    _ weighed: FlatQuery.WeighedList, of segment: SegmentReader, _ techniques: Techniques
  ) throws(SegmentError) {
    cursor = try weighed.cursor(in: segment)
    scores = ScoreTable(weighed.bm25, documentFrequency: weighed.list.documentFrequency)
    bound = weighed.bm25.bound(frequency: weighed.list.greatestFrequency)
    presence = techniques.contains(.presence) ? cursor.directory : nil
    usesBlocks =
      techniques.contains(.blockBounds) && (2...Self.manyBlocks).contains(cursor.layout.blockCount)
  }

  var documentFrequency: Int { cursor.layout.list.documentFrequency }

  /// Learns from the list's leaders what its best unit scores.
  mutating func tightenBound(norms: RawSpan, in bytes: RawSpan) throws(PostingsError) {
    if let leading = try LeadingUnits(1, of: self, norms: norms, in: bytes) {
      bound = min(bound, leading.greatestScore + 1)
    }
  }

  /// Tells `best` that the list has as many units as are kept of a certain score, as its leaders say: so has every union with the list.
  ///
  /// (Kane and Tompa, "Split-Lists and Initial Thresholds for WAND-Based Search", SIGIR 2018.)
  func raise(_ best: inout TopHits, norms: RawSpan, in bytes: RawSpan) throws(PostingsError) {
    if let leading = try LeadingUnits(best.capacity, of: self, norms: norms, in: bytes) {
      best.expect(leading.score(ofPlace: best.capacity))
    }
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
