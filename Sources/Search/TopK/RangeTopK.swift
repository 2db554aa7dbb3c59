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
  enum Operation { case union, intersection }

  /// A list with what is known of it.
  struct List {
    var term: TermList
    /// Before its first posting.
    let start: PostingsCursor
    let bounds: RangeBounds
    /// Of a level.
    let weight: UInt16
  }

  let operation: Operation
  /// By weight, the greatest first.
  private(set) var lists: [List] = []
  private let weights: RangeWeights
  /// What weighs less cannot come in.
  private(set) var cut: UInt16 = 1
  /// The level of a unit with frequency 1, by norm.
  let levelsOfOne: [UInt8]

  /// Ranges, and eighths, that are searched first, beside as many as units are kept.
  private static let firstRangeCount = 64
  private static let firstEighthCount = 16
  /// How many times as many follow each time.
  private static let growth = 8

  /// Whether lists are so long that to weigh all ranges is little beside them.
  ///
  /// - Parameter leastUnitCount: Of a segment that is not too small for that.
  static func isWorthIt(
    _ operation: Operation, _ lists: [FlatQuery.WeighedList], _ best: TopHits, leastUnitCount: Int
  ) -> Bool {
    let unitCount = lists[0].list.unitCount
    guard unitCount >= leastUnitCount, (2...RangeWeights.mostLists).contains(lists.count), best.capacity > 0
    else { return false }
    let frequencies = lists.map(\.list.documentFrequency)
    switch operation {
    case .union: return frequencies.reduce(0, +) >= unitCount / 128
    case .intersection: return frequencies.reduce(.max, min) >= unitCount / 256
    }
  }

  /// - Parameter bounds: Of each list.
  init(
    _ operation: Operation, _ terms: [TermList], bounds: [RangeBounds], _ levels: SaturationLevels
  ) {
    self.operation = operation
    levelsOfOne = levels.ofOne
    let order = terms.indices.sorted { terms[$0].scores.bm25.greatest > terms[$1].scores.bm25.greatest }
    weights = RangeWeights(greatest: order.map { terms[$0].scores.bm25.greatest })
    for (place, index) in order.enumerated() {
      lists.append(
        List(
          term: terms[index], start: terms[index].cursor, bounds: bounds[index],
          weight: weights.ofLists[place]))
    }
  }

  /// Gives what was scored to the search of the next segment.
  consuming func putBackScores(to tables: inout ScoreTables) {
    for list in lists { tables.putBack(list.term.scores, list.term.number) }
  }

  /// Searches the segment with number `segment` and inserts what comes in.
  mutating func search(
    in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) {
    cut = weights.cut(best.leastRank)
    let ofRanges = weighRanges(unitCount: norms.byteCount)
    let counts = WeightCounts(of: ofRanges, reaching: cut)
    var ceiling = WeightCounts.end
    var count = Self.firstRangeCount + best.capacity
    while ceiling > Int(cut) {
      let floor = max(Int(cut), counts.floor(below: ceiling, count))
      let eighths = eighths(of: ofRanges.places(weighing: floor..<ceiling))
      try search(eighths, in: bytes, norms: norms, segment: segment, into: &best)
      ceiling = floor
      count *= Self.growth
    }
  }

  /// Searches eighths, which ascend.
  private mutating func search(
    _ eighths: [Eighth], in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) {
    let counts = WeightCounts(of: eighths.map(\.weight))
    var ceiling = WeightCounts.end
    var count = Self.firstEighthCount + best.capacity
    while ceiling > Int(cut) {
      let floor = max(Int(cut), counts.floor(below: ceiling, count))
      for index in lists.indices where lists[index].start.directory == nil {
        lists[index].term.cursor = lists[index].start
      }
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
    for index in lists.indices {
      let frequency = lists[index].bounds.frequency(of: unit)
      if frequency == 0 { continue }
      if frequency < RangeBounds.manyTimes {
        score += lists[index].term.scores.score(frequency: frequency, norm: norm)
      } else if try lists[index].term.cursor.seek(unit, in: bytes) {
        score += try lists[index].term.score(norm: norm, in: bytes)
      }
    }
    return score
  }
}
