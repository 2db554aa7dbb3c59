internal import Postings
internal import Segment

/// The posting list of a word in one segment, with what it can add to a score.
struct ScoredList {
  let bm25: BM25
  /// No posting of the list scores more.
  let bound: Int
  let documentFrequency: Int
  var cursor: PostingsCursor

  init(_ entry: DictionaryEntry, of segment: SegmentReader, bm25: BM25) throws(SegmentError) {
    self.bm25 = bm25
    bound = bm25.bound(frequency: entry.list.greatestFrequency)
    documentFrequency = entry.list.documentFrequency
    cursor = try segment.cursor(over: entry, withPositions: false)
  }

  /// The score of the unit the cursor stands on, whose length is `norm`.
  mutating func score(norm: UInt8, in bytes: RawSpan) throws(PostingsError) -> Int {
    bm25.score(frequency: try cursor.frequency(in: bytes), norm: norm)
  }
}

extension PostingList {
  /// The term stands no more often in one unit.
  var greatestFrequency: Int { max(1, totalFrequency - documentFrequency + 1) }
}
