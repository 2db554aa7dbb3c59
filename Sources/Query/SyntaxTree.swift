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

  /// What all leaves at a node and below are.
  private enum Leaves { case dates, stopWords, mixed }

  private var nodes: [Node] = []
  private var leaves: [Leaves] = []
  /// The words, phrases and dates added so far.
  private(set) var clauseCount = 0
  /// The texts of the stop words that were left out, each once.
  private(set) var leftOut: [String] = []

  /// - Parameter isStopWord: Whether it is a bare word that may be left out among alternatives.
  mutating func addLeaf(_ leaf: Query, isStopWord: Bool = false) -> NodeID {
    clauseCount += 1
    if case .dates = leaf { return add(.leaf(leaf), .dates) }
    return add(.leaf(leaf), isStopWord ? .stopWords : .mixed)
  }

  /// Joins `operands`: nil for none, the operand itself for one.
  mutating func join(_ join: Join, _ operands: [NodeID]) -> NodeID? {
    guard operands.count > 1 else { return operands.first }
    let first = leaves[operands[0]]
    return add(.join(join, operands), operands.allSatisfy { leaves[$0] == first } ? first : .mixed)
  }

  mutating func negate(_ operand: NodeID) -> NodeID {
    add(.not(operand), leaves[operand] == .dates ? .dates : .mixed)
  }

  /// Whether no word or phrase stands at `node` or below.
  func holdsOnlyDates(_ node: NodeID) -> Bool { leaves[node] == .dates }

  /// Whether nothing but stop words stands at `node` or below.
  func holdsOnlyStopWords(_ node: NodeID) -> Bool { leaves[node] == .stopWords }

  /// Whether `node` says what must not be.
  func isNegative(_ node: NodeID) -> Bool { strippingNegations(node).isNegated }

  /// Notes that the stop words at `node` are no part of the query.
  mutating func leaveOut(_ node: NodeID) {
    var pending = [node]
    while let id = pending.popLast() {
      switch nodes[id] {
      case .leaf(.word(let word)): if !leftOut.contains(word.text) { leftOut.append(word.text) }
      case .leaf: break
      case .join(_, let operands): pending += operands.reversed()
      case .not(let operand): pending.append(operand)
      }
    }
  }

  private mutating func add(_ node: Node, _ leaves: Leaves) -> NodeID {
    nodes.append(node)
    self.leaves.append(leaves)
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
