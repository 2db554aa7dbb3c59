/// How many of how many are right.
package struct Share: Sendable, Equatable {
  package private(set) var right = 0
  package private(set) var all = 0

  /// From 0 to 1; 1 where there is nothing to be wrong.
  package var value: Double { all == 0 ? 1 : Double(right) / Double(all) }

  mutating func add(_ isRight: Bool) {
    right += isRight ? 1 : 0
    all += 1
  }
}
