import TestSupport
import Testing
import Text

struct BoundedEditDistanceTests {
  /// Of few letters, so that exchanges and words that are alike are many; a comparison leaves nothing for the next.
  @Test(arguments: 0..<8)
  func itIsTheDistanceAsFarAsTheLimit(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func word() -> [UInt32] {
      (0..<Int.random(in: 0...9, using: &generator)).map { _ in UInt32.random(in: 97...99, using: &generator)
      }
    }
    for _ in 0..<200 {
      let one = word()
      let limit = Int.random(in: 0...5, using: &generator)
      var comparison = BoundedEditDistance(to: one, limit: limit)
      for _ in 0..<20 {
        let other = word()
        let distance = EditDistance.between(one, other)
        let padded = [99] + other + [97]
        let found = comparison.distance(to: padded[1..<padded.count - 1])
        #expect(found == (distance <= limit ? distance : nil), "\(one) \(other) limit \(limit)")
      }
    }
  }
}
