internal import Postings
internal import Segment

/// The best units with one of some words, or with all of them, by bounds of ranges of units (``RangeBounds``).
///
/// What the lists weigh together in each range of 64 units says which ranges can hold a unit that comes in; of these, their eighths are
/// weighed the same way. Of an eighth that is left, which units each list has, and which of them twice, leaves few units, and only the
/// scores of these are added up. What weighs most is searched first, so that soon little else can hold anything.
///
/// Of 372,445 paragraphs, the ten best with one of five words take the scores of some 60 units, from 400 eighths of 1,500 ranges.
struct RangeTopK {
  /// Whether a unit must stand in all lists.
  let needsAll: Bool
  /// By weight, the greatest first.
  private(set) var lists: [BoundedList] = []
  private let weights: RangeWeights
  /// What weighs less cannot come in.
  private(set) var cut: UInt16
  /// The level of a unit with frequency 1, by norm.
  let levelsOfOne: [UInt8]
  /// What the lists weigh in each range, eight ranges at a time.
  private let ofRanges: [SIMD8<UInt16>]
  private let counts: WeightCounts
  /// What ranges weigh less that were not searched.
  private var ceiling = WeightCounts.end
  /// How many are searched next, about.
  private var rangeCount: Int

  /// Ranges, and eighths, that are searched first, beside as many as units are kept.
  private static let firstRangeCount = 64
  private static let firstEighthCount = 16
  /// How many times as many follow each time.
  private static let growth = 8
  /// Ranges, about, between which time is looked at.
  private static let mostRanges = 2048

  /// - Parameters:
  ///   - terms: At least one list.
  ///   - bounds: Of each.
  ///   - best: Where to begin.
  init(
    _ terms: [TermList], needsAll: Bool, bounds: [RangeBounds], _ levels: SaturationLevels, _ best: TopHits
  ) {
    precondition(bounds.count == terms.count)
    self.needsAll = needsAll
    levelsOfOne = levels.ofOne
    let order = terms.indices.sorted { terms[$0].scores.bm25.greatest > terms[$1].scores.bm25.greatest }
    weights = RangeWeights(greatest: order.map { terms[$0].scores.bm25.greatest })
    for (place, index) in order.enumerated() {
      lists.append(BoundedList(terms[index], bounds[index], weight: weights.ofLists[place]))
    }
    cut = weights.cut(best.leastRank)
    ofRanges = Self.weighRanges(lists, needsAll: needsAll)
    counts = WeightCounts(of: ofRanges, reaching: cut)
    rangeCount = Self.firstRangeCount + best.capacity
  }

  /// Gives what was scored to the search of the next segment.
  consuming func putBackScores(to tables: inout ScoreTables) {
    for list in lists { tables.putBack(list.term.scores, list.term.number) }
  }

  /// Searches the ranges that weigh most of those that were not searched, and inserts what comes in.
  ///
  /// - Parameters:
  ///   - bytes: The segment's file.
  ///   - norms: Its norms, a byte a unit.
  ///   - segment: Its number.
  /// - Returns: Whether others may hold more.
  /// - Complexity: O(*u* · *n*) for *u* units of these ranges and *n* lists; most often far less.
  mutating func searchNext(
    in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) -> Bool {
    let floor = max(Int(cut), counts.floor(below: ceiling, rangeCount))
    let eighths = eighths(of: ofRanges.places(weighing: floor..<ceiling))
    try search(eighths, in: bytes, norms: norms, segment: segment, into: &best)
    ceiling = floor
    rangeCount = min(rangeCount * Self.growth, Self.mostRanges)
    return ceiling > Int(cut)
  }

  /// Searches eighths, which ascend.
  private mutating func search(
    _ eighths: [Eighth], in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) {
    let counts = WeightCounts(of: eighths.lazy.map(\.weight))
    var ceiling = WeightCounts.end
    var count = Self.firstEighthCount + best.capacity
    while ceiling > Int(cut) {
      let floor = max(Int(cut), counts.floor(below: ceiling, count))
      for index in lists.indices { lists[index].rewind() }
      for unit in units(of: eighths, weighing: floor..<ceiling, norms: norms) where unit.weight >= cut {
        let score = try score(of: unit.id, norm: norms.byte(at: Int(unit.id)), in: bytes)
        if score < best.leastRank { continue }
        best.insert(TopHits.Entry(rank: score, score: score, segment: segment, unit: unit.id))
        cut = weights.cut(best.leastRank)
      }
      ceiling = floor
      count *= Self.growth
    }
  }

  /// Adds up the score of a unit, which is not before one that the same pass over the lists asked for.
  private mutating func score(of unit: DocID, norm: UInt8, in bytes: RawSpan) throws(PostingsError) -> Int {
    var score = 0
    for index in lists.indices { score += try lists[index].score(of: unit, norm: norm, in: bytes) ?? 0 }
    return score
  }
}
