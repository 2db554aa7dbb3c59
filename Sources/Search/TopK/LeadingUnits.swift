internal import Postings
internal import Segment

/// The best units of one list, and what its leaders tell of every union it is in.
struct LeadingUnits {
  private struct Leader {
    var id: DocID
    var frequency: UInt32
    var norm: UInt8
    var score: Int
  }

  /// The most of the best units that they tell.
  let size: Int
  private var leaders: [Leader] = []
  /// What the best unit of the list scores: no other is more than 1 above, for the reason that ``BM25/bound(frequency:norm:)`` gives.
  private(set) var greatestScore = 0
  /// No posting that is not among the leaders, of a (frequency, norm) pair of which none is, scores more.
  private var rivalBound = Int.min

  /// nil if the list has no leaders for its `count` best units.
  init?(_ count: Int, of list: TermList, norms: RawSpan, in bytes: RawSpan) throws(PostingsError) {
    guard count > 0, let found = try Leaders(of: list.cursor.layout, for: count, in: bytes) else {
      return nil
    }
    size = found.size
    let bm25 = list.scores.bm25
    leaders.reserveCapacity(found.entries.count)
    for entry in found.entries {
      let norm = norms.byte(at: Int(entry.id))
      let score = bm25.score(frequency: Int(entry.frequency), norm: norm)
      leaders.append(Leader(id: entry.id, frequency: entry.frequency, norm: norm, score: score))
      greatestScore = max(greatestScore, score)
    }
    for rival in found.rivals {
      rivalBound = max(rivalBound, bm25.bound(frequency: Int(rival.frequency), norm: rival.norm))
    }
  }

  /// Inserts the units of the list that belong among the best.
  ///
  /// - Returns: nil where scores are equal that the leaders' order does not decide; then nothing is known.
  func inserted(into best: TopHits, segment: Int) -> TopHits? {
    var result = best
    for leader in leaders where leader.score > result.threshold {
      result.insert(TopHits.Entry(rank: leader.score, score: leader.score, segment: segment, unit: leader.id))
    }
    let threshold = result.threshold
    guard rivalBound < threshold else { return nil }
    // Behind the leaders of one pair stand those of its postings that come later. Which of two pairs comes first, with one score, they do
    // not know.
    var tied: Leader?
    for leader in leaders where leader.score == threshold {
      if let tied, tied.frequency != leader.frequency || tied.norm != leader.norm { return nil }
      tied = leader
    }
    return result
  }

  /// The score that `count` units reach, for which the leaders were read.
  func score(ofPlace count: Int) -> Int {
    var best = TopHits(capacity: count)
    for leader in leaders where leader.score > best.threshold {
      best.insert(TopHits.Entry(rank: leader.score, score: leader.score, segment: 0, unit: leader.id))
    }
    return best.threshold
  }
}
