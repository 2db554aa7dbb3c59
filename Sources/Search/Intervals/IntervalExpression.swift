internal import Query

/// What of a query stands in a paragraph as intervals of words.
indirect enum IntervalExpression {
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
      return body(list.span.extracting(leaves.ranges[number]))
    }
    let intervals = intervals(leaves, sentences)
    return body(intervals.span)
  }

  /// Whether it finds anything, given what its leaves find.
  func isFound(_ leaves: borrowing FoundLeaves, _ sentences: SentenceStarts) -> Bool {
    switch self {
    case .leaf(let number): return !leaves.ranges[number].isEmpty
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

  private func rule(
    _ proximity: Proximity, _ left: IntervalExpression, _ right: IntervalExpression,
    _ sentences: SentenceStarts
  ) -> IntervalRule {
    IntervalRule(proximity: proximity, isOpen: (left.isOpen, right.isOpen), sentences: sentences)
  }

  /// What a leaf found.
  struct Part: Hashable {
    var leaf: Int
    var words: Interval
  }

  /// Calls `visit` with what of each leaf takes part in intervals that this found: of a leaf one part at a time, of words in order all that
  /// make one interval together.
  func forEachPart(
    of found: [Interval], _ leaves: FoundLeaves, _ sentences: SentenceStarts, _ visit: ([Part]) -> Void
  ) {
    switch self {
    case .leaf(let number): for interval in found { visit([Part(leaf: number, words: interval)]) }
    case .any(let operands):
      for operand in operands {
        let parts = operand.intervals(leaves, sentences).filter { found.contains($0) }
        operand.forEachPart(of: parts, leaves, sentences, visit)
      }
    case .all(let operands):
      for operand in operands {
        let parts = operand.intervals(leaves, sentences).filter { part in
          found.contains { $0.contains(part) }
        }
        operand.forEachPart(of: parts, leaves, sentences, visit)
      }
    case .near(let proximity, let left, let right):
      if proximity.relation == .notNear {
        left.forEachPart(of: found, leaves, sentences, visit)
        return
      }
      let rule = rule(proximity, left, right, sentences)
      var parts: (left: Set<Interval>, right: Set<Interval>) = ([], [])
      let lists = (left: left.intervals(leaves, sentences), right: right.intervals(leaves, sentences))
      for whole in found {
        for first in lists.left.inside(whole) {
          for second in lists.right.inside(whole) where rule.holds(first, second) {
            parts.left.insert(first)
            parts.right.insert(second)
          }
        }
      }
      left.forEachPart(of: parts.left.sorted { $0.start < $1.start }, leaves, sentences, visit)
      right.forEachPart(of: parts.right.sorted { $0.start < $1.start }, leaves, sentences, visit)
    case .ordered(let numbers, _):
      let lists = numbers.map { leaves[$0] }
      for whole in found {
        let chosen = lists.inOrder(in: whole)
        visit(zip(numbers, chosen).flatMap { number, words in words.map { Part(leaf: number, words: $0) } })
      }
    }
  }
}

extension [[Interval]] {
  /// Those of each list that can be taken in order with others between the ends of `whole`.
  fileprivate func inOrder(in whole: Interval) -> [ArraySlice<Interval>] {
    var chosen = map { $0.inside(whole) }
    // Behind one of the list before, and before one of the list behind.
    for index in chosen.indices.dropFirst() {
      guard let end = chosen[index - 1].first?.end else { continue }
      chosen[index] = chosen[index].drop { $0.start < end }
    }
    for index in chosen.indices.dropLast().reversed() {
      guard let start = chosen[index + 1].last?.start else { continue }
      chosen[index] = chosen[index].prefix { $0.end <= start }
    }
    return chosen
  }
}

extension [Interval] {
  /// Those that lie in `whole`. Of minimal intervals.
  fileprivate func inside(_ whole: Interval) -> ArraySlice<Interval> {
    let first = span.firstIndex(startingFrom: whole.start)
    return self[first..<Swift.max(first, span.firstIndex(endingBehind: whole.end))]
  }
}
