import Text

/// The tree of a query while it is read: nodes in an array that name each other by index.
///
/// Being flat, it can be as deep as it likes; ``query(at:)`` makes the ``Query`` of it. So the parser may join
/// and negate nodes without a thought for nesting.
struct SyntaxTree {
  typealias NodeID = Int

  enum Join { case and, or }

  private enum Node {
    case leaf(Query)
    /// At least two operands.
    case join(Join, [NodeID])
    case not(NodeID)
  }

  private var nodes: [Node] = []
  /// For each node, whether all its leaves are dates.
  private var areDates: [Bool] = []
  /// The words, phrases and dates added so far.
  private(set) var clauseCount = 0

  mutating func addLeaf(_ leaf: Query) -> NodeID {
    clauseCount += 1
    if case .dates = leaf { return add(.leaf(leaf), isDates: true) }
    return add(.leaf(leaf), isDates: false)
  }

  /// Joins `operands`: nil for none, the operand itself for one.
  mutating func join(_ join: Join, _ operands: [NodeID]) -> NodeID? {
    guard operands.count > 1 else { return operands.first }
    return add(.join(join, operands), isDates: operands.allSatisfy(holdsOnlyDates))
  }

  mutating func negate(_ operand: NodeID) -> NodeID {
    add(.not(operand), isDates: holdsOnlyDates(operand))
  }

  /// Whether no word or phrase stands at `node` or below.
  func holdsOnlyDates(_ node: NodeID) -> Bool {
    areDates[node]
  }

  private mutating func add(_ node: Node, isDates: Bool) -> NodeID {
    nodes.append(node)
    areDates.append(isDates)
    return nodes.count - 1
  }
}

// From syntax to Query.
extension SyntaxTree {
  private enum Step {
    /// Push the query of a node, or the operands of a join that merges into the join around it.
    case visit(NodeID, inside: Join?)
    /// Pop the values pushed since, and push what joins them.
    case finish(Join, isNegated: Bool, valuesFrom: Int)
  }

  /// The query at `root`, in the shape that ``Query`` documents.
  /// - Complexity: O(*n*) for *n* nodes below `root`, without recursion.
  func query(at root: NodeID) -> Query {
    var steps = [Step.visit(root, inside: nil)]
    var values: [Query] = []
    while let step = steps.popLast() {
      switch step {
      case .visit(let id, let outer):
        let (node, isNegated) = strippingNegations(id)
        switch node {
        case .leaf(let leaf):
          values.append(isNegated ? .not(leaf) : leaf)
        case .join(let join, let operands):
          if join != outer || isNegated {
            steps.append(.finish(join, isNegated: isNegated, valuesFrom: values.count))
          }
          for operand in operands.reversed() { steps.append(.visit(operand, inside: join)) }
        case .not:
          preconditionFailure("negations are stripped")
        }
      case .finish(let join, let isNegated, let start):
        let joined = Self.joined(join, Array(values[start...]))
        values.removeSubrange(start...)
        values.append(isNegated ? .not(joined) : joined)
      }
    }
    return values[0]
  }

  /// The node below the negations at `id`, and whether their number is odd.
  private func strippingNegations(_ id: NodeID) -> (node: Node, isNegated: Bool) {
    var node = nodes[id]
    var isNegated = false
    while case .not(let operand) = node {
      node = nodes[operand]
      isNegated.toggle()
    }
    return (node, isNegated)
  }

  /// `operands` joined; the dates in an OR become one list, at the place of the first.
  private static func joined(_ join: Join, _ operands: [Query]) -> Query {
    guard join == .or else { return .and(operands) }
    var intervals: [DateInterval] = []
    var firstDates: Int?
    var merged: [Query] = []
    for operand in operands {
      guard case .dates(let more) = operand else {
        merged.append(operand)
        continue
      }
      intervals += more
      if firstDates == nil {
        firstDates = merged.count
        merged.append(operand)
      }
    }
    if let firstDates { merged[firstDates] = .dates(intervals) }
    return merged.count == 1 ? merged[0] : .or(merged)
  }
}
