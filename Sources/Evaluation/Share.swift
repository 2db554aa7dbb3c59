/// How many of how many are right.
package struct Share: Sendable, Equatable {
  package private(set) var right = 0
  package private(set) var all = 0

  mutating func add(_ isRight: Bool) {
    right += isRight ? 1 : 0
    all += 1
  }
}
