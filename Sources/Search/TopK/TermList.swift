internal import Postings
internal import Segment

/// The posting list of a word in one segment, with what it can add to a score.
struct TermList {
  var cursor: PostingsCursor
  var scores: ScoreTable
  let documentFrequency: Int
  /// No posting of the list scores more.
  let bound: Int
  /// The first block that ends at or behind what ``bound(from:below:in:)`` was asked for last.
  private var block = 0

  init(_ entry: DictionaryEntry, of segment: SegmentReader, bm25: BM25) throws(SegmentError) {
    cursor = try segment.cursor(over: entry, withPositions: false)
    documentFrequency = entry.list.documentFrequency
    scores = ScoreTable(bm25, documentFrequency: documentFrequency)
    bound = bm25.bound(frequency: entry.list.greatestFrequency)
  }

  /// No posting whose unit is in `start ..< end` scores more.
  ///
  /// - Precondition: `start` is not below that asked for before.
  /// - Complexity: O(*b*) for *b* blocks since then.
  mutating func bound(from start: DocID, below end: DocID, in bytes: RawSpan) -> Int {
    let layout = cursor.layout
    let last = layout.blockCount - 1
    if last == 0 { return bound }
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

  /// The first posting in `run`, of the decoded block, that scores more than `threshold`, and its score.
  mutating func firstScore(
    above threshold: Int, in run: Range<Int>, norms: RawSpan
  ) -> (index: Int, score: Int)? {
    scores.first(above: threshold, of: cursor.ids, cursor.frequencies, in: run, norms: norms)
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
