internal import Postings
internal import Segment

/// The best units with all of some words of which one is rare, by what the others can add in the eighth of a range that each of its postings
/// stands in (``RangeBounds``).
///
/// What a posting adds itself is known by its frequency and length. So of its unit is known, without a look at other lists, at most what it
/// weighs; those that weigh most are looked at first, and most of the others never.
struct RareTopK {
  /// A posting of the rarest list.
  private struct Posting {
    var unit: DocID
    var frequency: UInt32
    var weight: UInt16
  }

  private var rarest: TermList
  private let rarestWeight: UInt16
  private var others: [BoundedList] = []
  private let weights: RangeWeights
  private let levels: SaturationLevels

  /// Units that are looked at first, beside as many as are kept; and how many times as many follow each time.
  private static let firstUnitCount = 16
  private static let growth = 4

  /// - Parameters:
  ///   - terms: Two lists or more, the rarest first.
  ///   - bounds: Of the others.
  init(_ terms: [TermList], bounds: [RangeBounds], _ levels: SaturationLevels) {
    precondition(bounds.count == terms.count - 1)
    rarest = terms[0]
    self.levels = levels
    weights = RangeWeights(greatest: terms.map(\.scores.bm25.greatest))
    rarestWeight = weights.ofLists[0]
    for (index, term) in terms.dropFirst().enumerated() {
      others.append(BoundedList(term, bounds[index], weight: weights.ofLists[index + 1]))
    }
  }

  /// Gives what was scored to the search of the next segment.
  consuming func putBackScores(to tables: inout ScoreTables) {
    tables.putBack(rarest.scores, rarest.number)
    for other in others { tables.putBack(other.term.scores, other.term.number) }
  }

  /// Searches the segment with number `segment` and inserts what comes in.
  ///
  /// - Complexity: O(*p* · *n*) for *p* postings of the rarest of *n* lists.
  mutating func search(
    in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) {
    var cut = weights.cut(best.leastRank)
    let postings = try postings(reaching: cut, norms: norms, in: bytes)
    let counts = WeightCounts(of: postings.lazy.map(\.weight))
    var ceiling = WeightCounts.end
    var count = Self.firstUnitCount + best.capacity
    while ceiling > Int(cut) {
      let floor = max(Int(cut), counts.floor(below: ceiling, count))
      for index in others.indices { others[index].rewind() }
      for posting in postings where (floor..<ceiling).contains(Int(posting.weight)) && posting.weight >= cut {
        let norm = norms.byte(at: Int(posting.unit))
        guard let score = try score(of: posting, norm: norm, in: bytes), score >= best.leastRank else {
          continue
        }
        best.insert(TopHits.Entry(rank: score, score: score, segment: segment, unit: posting.unit))
        cut = weights.cut(best.leastRank)
      }
      ceiling = floor
      count *= Self.growth
    }
  }

  /// Those of the rarest list that may come in, in order.
  private mutating func postings(
    reaching cut: UInt16, norms: RawSpan, in bytes: RawSpan
  ) throws(PostingsError) -> [Posting] {
    var postings: [Posting] = []
    var walkedCount = 0
    try rarest.cursor.advance(to: 0, in: bytes)
    var run = try rarest.cursor.run(below: .end, in: bytes)
    while !run.isEmpty {
      try rarest.cursor.decodeFrequencies(in: bytes)
      let first = postings.count
      for index in run {
        let (unit, frequency) = (rarest.cursor.ids[index], rarest.cursor.frequencies[index])
        let level = levels.level(frequency: frequency, norm: norms.byte(at: Int(unit)))
        postings.append(Posting(unit: unit, frequency: frequency, weight: UInt16(level) &* rarestWeight))
      }
      for other in others {
        let ofEighths = other.bounds.ofEighths
        for place in first..<postings.count {
          let unit = Int(postings[place].unit)
          let level = UInt16(ofEighths[unit >> 6][unit >> 3 & 7])
          let isAlive = min(level, 1) & min(postings[place].weight, 1)
          postings[place].weight = isAlive &* (postings[place].weight &+ level &* other.weight)
        }
      }
      var kept = first
      for place in first..<postings.count {
        // Without a branch, since which way it goes cannot be foreseen.
        postings[kept] = postings[place]
        kept += postings[kept].weight >= cut ? 1 : 0
      }
      postings.removeLast(postings.count - kept)
      walkedCount += run.count
      try rarest.cursor.pass(run, in: bytes)
      run = try rarest.cursor.run(below: .end, in: bytes)
    }
    try rarest.cursor.layout.check(walkedCount: walkedCount)
    return postings
  }

  /// The score of a posting's unit, which is not before one that the same pass over the lists asked for; nil if another list lacks it.
  private mutating func score(
    of posting: Posting, norm: UInt8, in bytes: RawSpan
  ) throws(PostingsError) -> Int? {
    var score = rarest.scores.score(frequency: posting.frequency, norm: norm)
    for index in others.indices {
      guard let part = try others[index].score(of: posting.unit, norm: norm, in: bytes) else { return nil }
      score += part
    }
    return score
  }
}
