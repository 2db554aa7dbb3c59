internal import Query

/// What of a query stands in a paragraph as intervals of words.
indirect enum IntervalExpression: Sendable {
  /// The number of a word or phrase.
  case leaf(Int)
  case any([IntervalExpression])
  case all([IntervalExpression])
  case near(Proximity, IntervalExpression, IntervalExpression)
  /// Words in this order with at most `slop` others between them, by their numbers.
  case ordered([Int], slop: Int)

  /// Whether something else may stand inside what it finds.
  private var isOpen: Bool {
    switch self {
    case .leaf, .ordered: false
    case .any(let operands): operands.contains(where: \.isOpen)
    case .all: true
    case .near(let proximity, let left, _): proximity.relation != .notNear || left.isOpen
    }
  }

  /// Whether it asks where sentences begin.
  var asksForSentences: Bool {
    switch self {
    case .leaf, .ordered: false
    case .any(let operands), .all(let operands): operands.contains(where: \.asksForSentences)
    case .near(let proximity, let left, let right):
      proximity.reach == .sentence || left.asksForSentences || right.asksForSentences
    }
  }

  /// What it finds, given what its leaves find: minimal intervals.
  ///
  /// Recursive, as deep as the query.
  func intervals(_ leaves: borrowing FoundLeaves, _ sentences: SentenceStarts) -> [Interval] {
    switch self {
    case .leaf(let number): return leaves[number]
    case .any(let operands):
      var found = operands.flatMap { $0.intervals(leaves, sentences) }
      found.keepMinimal()
      return found
    case .all(let operands):
      return operands.dropFirst().reduce(operands[0].intervals(leaves, sentences)) {
        .all($0.span, $1.intervals(leaves, sentences).span)
      }
    case .near(let proximity, let left, let right):
      let rule = rule(proximity, left, right, sentences)
      return left.withIntervals(leaves, sentences) { left in
        right.withIntervals(leaves, sentences) { right in
          proximity.relation == .notNear ? .notNear(left, right, rule) : .near(left, right, rule)
        }
      }
    case .ordered(let numbers, let slop): return leaves.inOrder(numbers, slop: slop)
    }
  }

  /// Lends what it finds; nothing is copied of a leaf.
  @inline(__always)
  private func withIntervals<Result>(
    _ leaves: borrowing FoundLeaves, _ sentences: SentenceStarts, _ body: (Span<Interval>) -> Result
  ) -> Result {
    if case .leaf(let number) = self {
      let list = leaves.lists[number]
      return body(list.span)
    }
    let intervals = intervals(leaves, sentences)
    return body(intervals.span)
  }

  /// Whether it finds anything, given what its leaves find.
  func isFound(_ leaves: borrowing FoundLeaves, _ sentences: SentenceStarts) -> Bool {
    switch self {
    case .leaf(let number): return !leaves.lists[number].isEmpty
    case .any(let operands):
      for operand in operands where operand.isFound(leaves, sentences) { return true }
      return false
    case .all(let operands):
      for operand in operands where !operand.isFound(leaves, sentences) { return false }
      return true
    case .near(let proximity, let left, let right):
      let rule = rule(proximity, left, right, sentences)
      return left.withIntervals(leaves, sentences) { left in
        right.withIntervals(leaves, sentences) { right in
          proximity.relation == .notNear
            ? [Interval].isAnyAlone(left, right, rule) : [Interval].areNear(left, right, rule)
        }
      }
    case .ordered: return !intervals(leaves, sentences).isEmpty
    }
  }

  func rule(
    _ proximity: Proximity, _ left: IntervalExpression, _ right: IntervalExpression,
    _ sentences: SentenceStarts
  ) -> IntervalRule {
    IntervalRule(proximity: proximity, isOpen: (left.isOpen, right.isOpen), sentences: sentences)
  }
}
