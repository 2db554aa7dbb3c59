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
  /// Of each leader its score and its place in the corpus, the best first.
  private var keys: [UInt64] = []
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
      leaders.append(
        Leader(
          id: entry.id, frequency: entry.frequency, norm: norm,
          score: bm25.score(frequency: Int(entry.frequency), norm: norm)))
    }
    keys = leaders.map { Self.key(score: $0.score, unit: $0.id) }
    keys.sort(by: >)
    for rival in found.rivals {
      rivalBound = max(rivalBound, bm25.bound(frequency: Int(rival.frequency), norm: rival.norm))
    }
  }

  /// Inserts the units of the list that belong among the best.
  ///
  /// - Returns: nil where scores are equal that the leaders' order does not decide; then nothing is known.
  func inserted(into best: TopHits, segment: Int) -> TopHits? {
    var result = best
    // The worst first, so that each is at its place in the heap at once.
    for key in keys.prefix(best.capacity).reversed() {
      let (score, unit) = Self.parts(of: key)
      result.insert(TopHits.Entry(rank: score, score: score, segment: segment, unit: unit))
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

  /// What the best unit of the list scores: no other is more than 1 above, for the reason that ``BM25/bound(frequency:norm:)`` gives.
  var greatestScore: Int { keys.first.map { Self.parts(of: $0).score } ?? 0 }

  /// The score that `count` units reach, for which the leaders were read.
  func score(ofPlace count: Int) -> Int { Self.parts(of: keys[count - 1]).score }

  /// A number that is greater for what is better: of equal scores the unit that comes first.
  private static func key(score: Int, unit: DocID) -> UInt64 { UInt64(score) << 32 | UInt64(~unit) }

  private static func parts(of key: UInt64) -> (score: Int, unit: DocID) {
    (Int(key >> 32), ~DocID(truncatingIfNeeded: key))
  }
}
