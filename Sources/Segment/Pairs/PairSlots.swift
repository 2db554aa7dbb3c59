/// A number for each pair of terms that ``PairRule`` covers, whether they ever stand together or not.
///
/// Terms are ranked by document frequency, the most frequent first, equals by number. Those that a term makes pairs with are then the ranks from
/// 0 up to a limit, so that a pair is told and numbered by one comparison and one sum.
package struct PairSlots: Sendable {
  /// The numbers of the terms in pairs, by rank.
  private var terms: [Int] = []
  /// By number of the term.
  private var ranks: [UInt16]
  /// For each rank, how many ranks it makes pairs with: those below.
  private var limits: [UInt16] = []
  /// For each rank, the first of its slots.
  private var starts: [UInt32] = []
  package private(set) var count = 0

  /// The rank of a term that is in no pair.
  package static let noRank = UInt16.max
  /// Paragraphs would have to be very long to have more pairs than this: a segment of such has none.
  private static let greatestCount = 1 << 22

  /// - Parameter documentFrequencies: Of each term, by number.
  package init(documentFrequencies: [Int], unitCount: Int) {
    ranks = Array(repeating: Self.noRank, count: documentFrequencies.count)
    let rule = PairRule(unitCount: unitCount)
    let greatest = documentFrequencies.max() ?? 0
    let frequent = documentFrequencies.indices.filter { rule.covers(documentFrequencies[$0], greatest) }
    guard frequent.count < Int(Self.noRank) else { return }
    let ordered = frequent.sorted {
      (documentFrequencies[$1], $0) < (documentFrequencies[$0], $1)
    }
    var limit = ordered.count
    var starts: [UInt32] = []
    var limits: [UInt16] = []
    var count = 0
    for term in ordered {
      while limit > 0, !rule.covers(documentFrequencies[term], documentFrequencies[ordered[limit - 1]]) {
        limit -= 1
      }
      starts.append(UInt32(count))
      limits.append(UInt16(limit))
      count += limit
      guard count <= Self.greatestCount else { return }
    }
    (self.terms, self.starts, self.limits, self.count) = (ordered, starts, limits, count)
    for (rank, term) in ordered.enumerated() { ranks[term] = UInt16(rank) }
  }

  /// The rank of a term, by its number.
  package func rank(ofTerm number: Int) -> UInt16 { ranks[number] }

  /// The terms that have a rank, by rank.
  package var rankedTerms: [Int] { terms }

  /// The number of a pair of ranks; nil if it is not covered.
  @inline(__always)
  func slot(_ first: UInt16, _ second: UInt16) -> UInt32? {
    second < limits[Int(first)] ? starts[Int(first)] &+ UInt32(second) : nil
  }

  /// The numbers of the two terms of each slot that `isPresent`, with the slot, by the numbers of the first and then of the second.
  func pairs(where isPresent: (Int) -> Bool) -> [Pair] {
    var pairs: [Pair] = []
    for (rank, first) in terms.enumerated() {
      for second in 0..<Int(limits[rank]) where isPresent(Int(starts[rank]) + second) {
        pairs.append(Pair(first: first, second: terms[second], slot: starts[rank] + UInt32(second)))
      }
    }
    return pairs.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// Two terms that stand one right before the other somewhere.
  struct Pair {
    var first: Int
    var second: Int
    var slot: UInt32
  }
}
