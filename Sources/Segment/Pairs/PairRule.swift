/// Which pairs of terms have a posting list of their own: of the units in which one stands right before the other.
///
/// A phrase of two frequent words is slow to find in their own lists: most units that have both have them apart, and positions tell. How many
/// units have both can be told from the document frequencies, as if words fell where they like; where that is many, the pair is kept. So a
/// reader knows without a look at the table whether a pair would be in it. (Williams, Zobel and Bahle, "Fast Phrase Querying with Combined
/// Indexes", ACM TOIS 22, 2004, keep the pairs of the most frequent words; the product takes those of a very frequent and a less
/// frequent word too, and saves more for the same bytes.)
package struct PairRule: Sendable {
  /// What the product of two frequencies must reach.
  private let leastProduct: UInt64

  /// Of so many units one must be expected to have both terms.
  private static let share: UInt64 = 48

  /// - Parameter unitCount: Units of the segment, fewer than 2³².
  package init(unitCount: Int) {
    let square = UInt64(unitCount) * UInt64(unitCount)
    leastProduct = square / Self.share + (square % Self.share == 0 ? 0 : 1)
  }

  /// Whether two terms with these document frequencies, which do not exceed the units, make a pair that is kept.
  package func covers(_ first: Int, _ second: Int) -> Bool {
    UInt64(first) * UInt64(second) >= leastProduct
  }
}
