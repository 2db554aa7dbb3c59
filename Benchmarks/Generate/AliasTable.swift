/// Draws ranks by given weights, each in constant time.
///
/// Every cell stands for one rank with some share of its own, and for one other, its alias, with the rest. Vose, "A Linear Algorithm
/// for Generating Random Numbers with a Given Distribution", IEEE Transactions on Software Engineering 17, 1991.
struct AliasTable {
  private struct Cell {
    /// The share of the rank itself, at most 1.
    var share: Double
    var alias: Int32
  }

  private var cells: [Cell]

  /// - Parameter weights: At least one, none negative, not all of them zero.
  init(weights: [Double]) {
    let sum = weights.reduce(0, +)
    precondition(sum > 0 && weights.count <= Int(Int32.max))
    cells = weights.enumerated().map { rank, weight in
      Cell(share: weight * Double(weights.count) / sum, alias: Int32(rank))
    }
    var small = cells.indices.filter { cells[$0].share < 1 }
    var large = cells.indices.filter { cells[$0].share >= 1 }
    while let poor = small.popLast(), let rich = large.last {
      cells[poor].alias = Int32(rich)
      cells[rich].share -= 1 - cells[poor].share
      if cells[rich].share < 1 { small.append(large.removeLast()) }
    }
    // What is left has a share of 1 but for rounding; its alias is itself.
  }

  func draw(from generator: inout SplitMix64) -> Int {
    let bits = generator.next()
    let index = Int(bits.multipliedFullWidth(by: UInt64(cells.count)).high)
    return generator.nextFraction() < cells[index].share ? index : Int(cells[index].alias)
  }
}
