internal import Query

/// What an expression of intervals finds in some words, with what each part of it finds, so that of every interval it can be told what
/// it is made of.
struct FoundIntervals {
  /// What of a leaf takes part.
  struct Part: Hashable {
    var leaf: Int
    var words: Interval
  }

  private indirect enum Kind {
    case leaf(Int)
    case any([FoundIntervals])
    case all([FoundIntervals])
    case near(IntervalRule, FoundIntervals, FoundIntervals)
    /// The first operand alone: of what it must not be near to nothing takes part.
    case notNear(FoundIntervals)
    case ordered([Int], [[Interval]])
  }

  /// Minimal, ascending.
  let intervals: [Interval]
  private let kind: Kind

  /// Recursive, as deep as the query.
  init(_ expression: IntervalExpression, _ leaves: FoundLeaves, _ sentences: SentenceStarts) {
    intervals = expression.intervals(leaves, sentences)
    switch expression {
    case .leaf(let number): kind = .leaf(number)
    case .any(let operands): kind = .any(operands.map { FoundIntervals($0, leaves, sentences) })
    case .all(let operands): kind = .all(operands.map { FoundIntervals($0, leaves, sentences) })
    case .near(let proximity, let left, let right):
      let found = FoundIntervals(left, leaves, sentences)
      kind =
        proximity.relation == .notNear
        ? .notNear(found)
        : .near(
          expression.rule(proximity, left, right, sentences), found,
          FoundIntervals(right, leaves, sentences))
    case .ordered(let numbers, _): kind = .ordered(numbers, numbers.map { leaves[$0] })
    }
  }

  /// What one of the intervals is made of: of a leaf one part at a time, of words in order all that are one leaf's together.
  ///
  /// Where several words could be taken, all of them are.
  func parts(of whole: Interval) -> Set<[Part]> {
    switch kind {
    case .leaf(let number): return [[Part(leaf: number, words: whole)]]
    case .any(let operands):
      return operands.reduce(into: []) { parts, operand in
        if operand.intervals.inside(whole).contains(whole) { parts.formUnion(operand.parts(of: whole)) }
      }
    case .all(let operands):
      return operands.reduce(into: []) { parts, operand in
        for part in operand.intervals.inside(whole) { parts.formUnion(operand.parts(of: part)) }
      }
    case .notNear(let operand): return operand.parts(of: whole)
    case .near(let rule, let left, let right):
      var chosen: (left: Set<Interval>, right: Set<Interval>) = ([], [])
      for first in left.intervals.inside(whole) {
        for second in right.intervals.inside(whole) where rule.holds(first, second) {
          chosen.left.insert(first)
          chosen.right.insert(second)
        }
      }
      var parts: Set<[Part]> = []
      for part in chosen.left { parts.formUnion(left.parts(of: part)) }
      for part in chosen.right { parts.formUnion(right.parts(of: part)) }
      return parts
    case .ordered(let numbers, let lists):
      return [
        zip(numbers, lists.inOrder(in: whole)).flatMap { number, words in
          words.map { Part(leaf: number, words: $0) }
        }
      ]
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
