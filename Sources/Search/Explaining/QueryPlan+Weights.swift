internal import Segment

/// The parts of a plan that add to scores, one by one.
extension QueryPlan {
  /// A part of the plan that turns frequencies into scores: one of the query's positive leaves, in their order.
  struct WeighedLeaf {
    let bm25: BM25
    /// In which it is counted.
    let space: UnitSpace
    /// If that is within statements of units that are larger: what is asked of a statement, and the number of the leaf in that.
    let statement: (asked: Node, number: Int)?
  }

  var weighedLeaves: [WeighedLeaf] {
    var leaves: [WeighedLeaf] = []
    root.forEachWeight(in: space) { leaves.append($0) }
    return leaves
  }

  /// The plan in which the leaf with number `number` alone has a value.
  ///
  /// Values are added up, whatever matches; so what all leaves give alone adds up to what they give together. What else is joined with
  /// the leaf by OR adds nothing and is left out.
  func weighing(only number: Int, by weight: (BM25) -> Weight) -> QueryPlan {
    var first = 0
    return QueryPlan(root.keeping(number, from: &first, weight), over: segments, in: space, options)
  }

  /// The same for what is asked of a statement.
  func weighing(_ statement: (asked: Node, number: Int), by weight: (BM25) -> Weight) -> QueryPlan {
    var first = 0
    return QueryPlan(
      statement.asked.keeping(statement.number, from: &first, weight), over: segments, in: space.ofStatements,
      options)
  }
}

extension QueryPlan.Node {
  /// Without recursion.
  fileprivate func forEachWeight(in space: UnitSpace, _ visit: (QueryPlan.WeighedLeaf) -> Void) {
    var pending: [(node: QueryPlan.Node, space: UnitSpace, asked: QueryPlan.Node?)] = [(self, space, nil)]
    /// Leaves seen of what is asked of the present statement.
    var number = 0
    while let (node, space, asked) = pending.popLast() {
      switch node {
      case .term(_, .score(let bm25)), .phrase(_, .score(let bm25)), .grouped(_, .score(let bm25)),
        .summed(_, .score(let bm25)):
        visit(QueryPlan.WeighedLeaf(bm25: bm25, space: space, statement: asked.map { ($0, number) }))
        number += 1
      case .and(let operands), .or(let operands):
        pending += operands.reversed().map { ($0, space, asked) }
      case .intervals(let operand, _, _, _): pending.append((operand, space, asked))
      case .inStatement(let operand) where space == space.ofStatements:
        pending.append((operand, space, asked))
      case .inStatement(let operand):
        number = 0
        pending.append((operand, space.ofStatements, operand))
      default: break
      }
    }
  }

  /// This with the weight of one leaf changed, and those of all others gone.
  ///
  /// Recursive, and so each kind of node has a function of its own: the frames are small.
  ///
  /// - Parameter first: The number of the first leaf in this; moved behind its last.
  fileprivate func keeping(
    _ number: Int, from first: inout Int, _ weight: (BM25) -> Weight
  ) -> QueryPlan.Node {
    switch self {
    case .and(let operands): Self.keepingAll(operands, number, from: &first, weight)
    case .or(let operands): Self.keepingOne(operands, number, from: &first, weight)
    case .inStatement(let operand): .inStatement(operand.keeping(number, from: &first, weight))
    case .intervals: keepingIntervals(number, from: &first, weight)
    default: keepingLeaf(number, from: &first, weight)
    }
  }

  private static func keepingAll(
    _ operands: [QueryPlan.Node], _ number: Int, from first: inout Int, _ weight: (BM25) -> Weight
  ) -> QueryPlan.Node {
    var kept: [QueryPlan.Node] = []
    for operand in operands { kept.append(operand.keeping(number, from: &first, weight)) }
    return .and(kept)
  }

  /// Only the operand with the leaf, if one has it.
  private static func keepingOne(
    _ operands: [QueryPlan.Node], _ number: Int, from first: inout Int, _ weight: (BM25) -> Weight
  ) -> QueryPlan.Node {
    var kept: [QueryPlan.Node] = []
    for operand in operands {
      let start = first
      kept.append(operand.keeping(number, from: &first, weight))
      if (start..<first).contains(number) { return kept[kept.count - 1] }
    }
    return .or(kept)
  }

  private func keepingIntervals(
    _ number: Int, from first: inout Int, _ weight: (BM25) -> Weight
  ) -> QueryPlan.Node {
    guard case .intervals(let operand, let expression, let leaves, let value) = self else { return self }
    return .intervals(operand.keeping(number, from: &first, weight), expression, leaves, value)
  }

  private func keepingLeaf(
    _ number: Int, from first: inout Int, _ weight: (BM25) -> Weight
  ) -> QueryPlan.Node {
    switch self {
    case .term(let entries, let old): .term(entries, old.kept(number, from: &first, weight))
    case .phrase(let lists, let old): .phrase(lists, old.kept(number, from: &first, weight))
    case .grouped(let leaves, let old): .grouped(leaves, old.kept(number, from: &first, weight))
    case .summed(let operand, let old): .summed(operand, old.kept(number, from: &first, weight))
    default: self
    }
  }
}

extension Weight {
  fileprivate func kept(_ number: Int, from first: inout Int, _ weight: (BM25) -> Weight) -> Weight {
    guard case .score(let bm25) = self else { return self }
    defer { first += 1 }
    return first == number ? weight(bm25) : .none
  }
}
