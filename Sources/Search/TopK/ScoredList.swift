internal import Postings
internal import Segment

/// The posting list of a word in one segment, with what it can add to a score.
struct ScoredList {
  let bm25: BM25
  /// No posting of the list scores more.
  let bound: Int
  let documentFrequency: Int
  var cursor: PostingsCursor
  /// The scores of frequencies 1 through 15 by norm, computed when first asked for; empty for a short list.
  private var known: [Int32]

  init(_ entry: DictionaryEntry, of segment: SegmentReader, bm25: BM25) throws(SegmentError) {
    self.bm25 = bm25
    bound = bm25.bound(frequency: entry.list.greatestFrequency)
    documentFrequency = entry.list.documentFrequency
    cursor = try segment.cursor(over: entry, withPositions: false)
    known = documentFrequency < Self.shortList ? [] : Array(repeating: -1, count: 16 * 256)
  }

  /// Postings below which a score is computed each time.
  private static let shortList = 1024

  /// The score of a unit, as ``BM25/score(frequency:norm:)`` gives it.
  @inline(__always)
  mutating func score(frequency: UInt32, norm: UInt8) -> Int {
    let slot = Int(frequency) << 8 | Int(norm)
    guard slot < known.count else { return bm25.score(frequency: Int(frequency), norm: norm) }
    let score = known[slot]
    return score >= 0 ? Int(score) : remember(slot)
  }

  /// The first posting in `run`, of the decoded block, that scores more than `threshold`, and its score.
  mutating func firstScore(
    above threshold: Int, in run: Range<Int>, norms: RawSpan
  ) -> (index: Int, score: Int)? {
    for index in run {
      let norm = norms.byte(at: Int(cursor.ids[index]))
      let score = score(frequency: cursor.frequencies[index], norm: norm)
      if score > threshold { return (index, score) }
    }
    return nil
  }

  /// Adds the scores of `run`, of the decoded block, to those of the units from `base` on, and marks these.
  mutating func addScores(
    of run: Range<Int>, from base: DocID, norms: RawSpan, to scores: inout [Int32], touched: inout [UInt64]
  ) {
    for index in run {
      let unit = cursor.ids[index]
      let slot = Int(unit - base)
      scores[slot] += Int32(
        score(frequency: cursor.frequencies[index], norm: norms.byte(at: Int(unit))))
      touched[slot >> 6] |= 1 << UInt64(slot & 63)
    }
  }

  private mutating func remember(_ slot: Int) -> Int {
    let score = bm25.score(frequency: slot >> 8, norm: UInt8(slot & 255))
    if let small = Int32(exactly: score) { known[slot] = small }
    return score
  }

  /// The score of the unit the cursor stands on, whose length is `norm`.
  mutating func score(norm: UInt8, in bytes: RawSpan) throws(PostingsError) -> Int {
    score(frequency: UInt32(try cursor.frequency(in: bytes)), norm: norm)
  }
}

extension PostingList {
  /// The term stands no more often in one unit.
  var greatestFrequency: Int { max(1, totalFrequency - documentFrequency + 1) }
}
