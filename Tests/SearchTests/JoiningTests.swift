import Query
import TestSupport
import Testing

@testable import Search

/// Words side by side under an OR made one leaf find what they found apart.
struct JoiningTests {
  @Test func joinedWordsFindTheSame() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<4_000 {
      let lists = (0..<4).map { _ in Self.places(using: &generator) }
      let expression = Self.expression(depth: 2, using: &generator)
      let sentences = SentenceStarts(positions: [4, 9])
      let joined = expression.joiningWords((0..<4).map { [$0] }) { $0.isMultiple(of: 2) }
      let together = joined.leaves.map { leaf in
        var places = leaf.flatMap { lists[$0] }
        places.keepMinimal()
        return places
      }
      let found = expression.intervals(FoundLeaves(lists), sentences)
      #expect(joined.expression.intervals(FoundLeaves(together), sentences) == found, "\(expression)")
    }
  }

  @Test func onlyWordsAreJoined() {
    let leaves = IntervalExpression.any([.leaf(0), .leaf(1), .leaf(2), .leaf(3)])
    let joined = leaves.joiningWords([[0], [1], [2], [3]]) { $0.isMultiple(of: 2) }
    #expect(joined.leaves == [[1], [3], [0, 2]])
    let words = IntervalExpression.any([.leaf(0), .leaf(2)]).joiningWords([[0], [1], [2]]) { _ in true }
    #expect(words.leaves == [[0, 2]])
    guard case .leaf(0) = words.expression else {
      Issue.record("\(words.expression) is not one leaf")
      return
    }
  }

  private static func places(using generator: inout SeededGenerator) -> [Interval] {
    Set((0..<4).map { _ in UInt32.random(in: 0..<14, using: &generator) }).sorted().map {
      Interval(start: $0, end: $0 + 1)
    }
  }

  private static func expression(
    depth: Int, using generator: inout SeededGenerator
  ) -> IntervalExpression {
    func operand() -> IntervalExpression { expression(depth: depth - 1, using: &generator) }
    let choice = depth == 0 ? 0 : Int.random(in: 0..<6, using: &generator)
    switch choice {
    case 0: return .leaf(Int.random(in: 0..<4, using: &generator))
    case 1: return .ordered([0, 3], slop: 2)
    case 2, 3: return .any((0..<3).map { _ in operand() })
    case 4: return .all([operand(), operand()])
    default: return .near(Proximity(.near, .words(3)), operand(), operand())
    }
  }
}
