internal import Postings

/// The scores of a term by frequency and norm, each computed when first asked for: a collection has few such pairs.
struct ScoreTable {
  let bm25: BM25
  /// Of frequency *f*, from 256 · *f* on, −1 where not known yet; none before the first is.
  private var scores: [Int32] = []
  private var postingCount = 0

  private static let rowCount: UInt32 = 8
  /// Postings below which a score is computed each time.
  private static let shortList = 512

  init(_ bm25: BM25) {
    self.bm25 = bm25
  }

  /// Tells that postings of another list, of another segment, will be scored.
  mutating func expect(documentFrequency: Int) { postingCount += documentFrequency }

  private var isLong: Bool { postingCount >= Self.shortList && bm25.greatest <= Int(Int32.max) }

  /// The score of a unit, as ``BM25/score(frequency:norm:)`` gives it.
  @inline(__always)
  mutating func score(frequency: UInt32, norm: UInt8) -> Int {
    let slot = Int(frequency) << 8 | Int(norm)
    if slot < scores.count {
      let score = scores[slot]
      if score >= 0 { return Int(score) }
    }
    return newScore(frequency: frequency, norm: norm)
  }

  private mutating func newScore(frequency: UInt32, norm: UInt8) -> Int {
    let score = bm25.score(frequency: Int(frequency), norm: norm)
    guard isLong, frequency < Self.rowCount else { return score }
    if scores.isEmpty { scores = Array(repeating: -1, count: Int(Self.rowCount) << 8) }
    scores[Int(frequency) << 8 | Int(norm)] = Int32(truncatingIfNeeded: score)
    return score
  }

  /// Writes the indexes of the postings in `run` that score more than `threshold` to the front of `picked`, and returns how many there are.
  mutating func pick(
    above threshold: Int, of ids: [DocID], _ frequencies: [UInt32], in run: Range<Int>, norms: RawSpan,
    into picked: inout [Int]
  ) -> Int {
    var count = 0
    for index in run {
      let score = score(frequency: frequencies[index], norm: norms.byte(at: Int(ids[index])))
      // Without a branch, since which way it goes cannot be foreseen.
      picked[count] = index
      count += score > threshold ? 1 : 0
    }
    return count
  }

  /// No posting of a block scores more.
  mutating func bound(of impact: Impact) -> Int {
    let one = score(frequency: 1, norm: impact.leastNormOfOne)
    if impact.greatestFrequency < 2 { return one }
    if impact.greatestFrequency == Impact.many { return bm25.greatest }
    return max(one, score(frequency: UInt32(impact.greatestFrequency), norm: impact.leastNormOfMore) + 1)
  }
}

/// The tables of a query's words and phrases, by number: what was scored in one segment is known in the next.
struct ScoreTables {
  /// nil while a search has it, and where none has had it yet.
  private var tables: [ScoreTable?]

  init(count: Int) { tables = Array(repeating: nil, count: count) }

  /// Hands out a table, which would be copied if it stayed here too.
  ///
  /// - Parameter documentFrequency: Of the list whose postings will be scored.
  mutating func take(_ number: Int, _ bm25: BM25, documentFrequency: Int) -> ScoreTable {
    var table = tables[number] ?? ScoreTable(bm25)
    tables[number] = nil
    table.expect(documentFrequency: documentFrequency)
    return table
  }

  mutating func putBack(_ table: ScoreTable, _ number: Int) { tables[number] = table }
}
