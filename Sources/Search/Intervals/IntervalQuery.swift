internal import Query

/// A part of a query as an expression of intervals, with the leaves that it names by number.
struct IntervalQuery {
  private(set) var expression: IntervalExpression
  /// Words, phrases and patterns.
  private(set) var leaves: [Query] = []
  /// Of each of them which of the query's positive leaves it belongs to, in their order; nil for what something must not be near to.
  private(set) var positiveLeaves: [Int?] = []
  private(set) var positiveLeafCount = 0

  /// - Precondition: `query` stands in text.
  init(_ query: Query) {
    precondition(query.standsInText)
    expression = .any([])
    expression = expression(query, isPositive: true)
  }

  /// Recursive, as deep as the query.
  private mutating func expression(_ query: Query, isPositive: Bool) -> IntervalExpression {
    if query.isLeaf {
      defer { if isPositive { positiveLeafCount += 1 } }
      return leaf(query, isPositive: isPositive)
    }
    switch query {
    case .or(let operands): return .any(operands.map { expression($0, isPositive: isPositive) })
    case .and(let operands): return .all(operands.map { expression($0, isPositive: isPositive) })
    case .near(let proximity, let left, let right):
      let first = expression(left, isPositive: isPositive)
      let isSecondPositive = isPositive && proximity.relation != .notNear
      return .near(proximity, first, expression(right, isPositive: isSecondPositive))
    default: preconditionFailure("not in text")
    }
  }

  private mutating func leaf(_ query: Query, isPositive: Bool) -> IntervalExpression {
    switch query {
    case .word, .phrase, .pattern:
      leaves.append(query)
      positiveLeaves.append(isPositive ? positiveLeafCount : nil)
      return .leaf(leaves.count - 1)
    case .sloppyPhrase(let words, let slop):
      let first = leaves.count
      for word in words { _ = leaf(.word(word), isPositive: isPositive) }
      return .ordered(Array(first..<leaves.count), slop: slop)
    case .synonyms(let operands): return .any(operands.map { leaf($0, isPositive: isPositive) })
    default: preconditionFailure("not a leaf")
    }
  }
}
