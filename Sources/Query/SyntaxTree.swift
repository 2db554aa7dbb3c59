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
    /// What must be in one statement.
    case inStatement(NodeID)
    case near(Proximity, NodeID, NodeID)
  }

  /// What all leaves at a node and below are.
  private enum Leaves: Equatable {
    case field(QueryField.Meaning)
    /// Values of several fields that ask something of documents.
    case documents
    case stopWords
    case mixed
  }

  /// What is known of all that stands at a node and below.
  private struct Content {
    var leaves: Leaves
    /// Whether it asks for words alone.
    var asksForWords = false
    /// Whether it asks something of a statement, and nothing says yet that it must be one statement.
    var asksOfStatement = false
    /// Whether it asks for nothing but who speaks, and how.
    var saysOfStatement = false
    /// Whether anything of it is asked of a statement of its own.
    var hasStatement = false
    /// What it asks of a statement, if it asks for nothing but that there is one of a speaker or a mode.
    var statementTest: NodeID?

    init(leaves: Leaves, asksForWords: Bool = false) {
      self.leaves = leaves
      self.asksForWords = asksForWords
    }

    /// Of the value of a field of statements.
    init(ofStatement field: QueryField.Meaning) {
      leaves = .field(field)
      asksOfStatement = true
      saysOfStatement = true
    }
  }

  private var nodes: [Node] = []
  private var contents: [Content] = []
  /// The words, phrases and values of fields added so far.
  private(set) var clauseCount = 0
  /// Of these the patterns.
  private(set) var patternCount = 0
  /// The texts of the stop words that were left out, each once.
  private(set) var leftOut: [String] = []

  /// - Parameter isStopWord: Whether it is a bare word that may be left out among alternatives.
  mutating func addLeaf(_ leaf: Query, isStopWord: Bool = false) -> NodeID {
    clauseCount += leaf.clauseCount
    patternCount += leaf.patternCount
    switch leaf {
    case .dates: return add(.leaf(leaf), Content(leaves: .field(.dates)))
    case .speaker: return add(.leaf(leaf), Content(ofStatement: .speaker))
    case .mode: return add(.leaf(leaf), Content(ofStatement: .mode))
    case .about: return add(.leaf(leaf), Content(leaves: .field(.about)))
    case .document(let test): return add(.leaf(leaf), Content(leaves: .field(.document(test.field))))
    default: return add(.leaf(leaf), Content(leaves: isStopWord ? .stopWords : .mixed, asksForWords: true))
    }
  }

  /// Joins `operands`: nil for none, the operand itself for one.
  mutating func join(_ join: Join, _ operands: [NodeID]) -> NodeID? {
    guard operands.count > 1 else { return operands.first }
    var content = Content(
      leaves: leaves(of: operands), asksForWords: operands.allSatisfy { contents[$0].asksForWords })
    content.asksOfStatement = operands.contains { contents[$0].asksOfStatement }
    content.saysOfStatement = operands.allSatisfy { contents[$0].saysOfStatement }
    content.hasStatement = operands.contains { contents[$0].hasStatement }
    let tests = operands.compactMap { contents[$0].statementTest }
    // A statement that passes one or a statement that passes the other is a statement that passes either.
    if join == .or, tests.count == operands.count { content.statementTest = self.join(.or, tests) }
    return add(.join(join, operands), content)
  }

  /// - Precondition: Both operands stand in text.
  mutating func near(_ proximity: Proximity, _ left: NodeID, _ right: NodeID) -> NodeID {
    add(.near(proximity, left, right), Content(leaves: .mixed, asksForWords: true))
  }

  mutating func negate(_ operand: NodeID) -> NodeID {
    var content = contents[operand]
    if content.leaves == .stopWords { content.leaves = .mixed }
    content.asksForWords = false
    content.statementTest = nil
    return add(.not(operand), content)
  }

  /// What `operand` asks, asked of one statement.
  mutating func inStatement(_ operand: NodeID) -> NodeID {
    var content = Content(leaves: .mixed)
    content.hasStatement = true
    content.saysOfStatement = contents[operand].saysOfStatement
    if content.saysOfStatement { content.statementTest = operand }
    return add(.inStatement(operand), content)
  }

  /// Whether nothing but values of a field stands at `node` or below.
  func holdsOnly(_ meaning: QueryField.Meaning, _ node: NodeID) -> Bool {
    contents[node].leaves == .field(meaning)
  }

  /// Whether nothing but what is asked of documents stands at `node` or below.
  func isOfDocuments(_ node: NodeID) -> Bool {
    switch contents[node].leaves {
    case .field(let meaning): meaning.isOfDocuments
    case .documents: true
    case .stopWords, .mixed: false
    }
  }

  /// Whether `node` asks for words alone, so that something can be near to it.
  func standsInText(_ node: NodeID) -> Bool { contents[node].asksForWords }

  /// Whether `node` asks something of a statement, outside all that ``inStatement(_:)`` made.
  func asksOfStatement(_ node: NodeID) -> Bool { contents[node].asksOfStatement }

  /// Whether anything at `node` or below is asked of a statement of its own.
  func hasStatement(_ node: NodeID) -> Bool { contents[node].hasStatement }

  /// What `node` asks of a statement, if all that it asks for is that there is one of a speaker or a mode: `(speaker:A OR speaker:B)`.
  func statementTest(of node: NodeID) -> NodeID? { contents[node].statementTest }

  /// Whether nothing but stop words stands at `node` or below.
  func holdsOnlyStopWords(_ node: NodeID) -> Bool { contents[node].leaves == .stopWords }

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
      case .not(let operand), .inStatement(let operand): pending.append(operand)
      case .near(_, let left, let right): pending += [right, left]
      }
    }
  }

  /// What all leaves of `operands` are.
  private func leaves(of operands: [NodeID]) -> Leaves {
    let first = contents[operands[0]].leaves
    if operands.allSatisfy({ contents[$0].leaves == first }) { return first }
    return operands.allSatisfy(isOfDocuments) ? .documents : .mixed
  }

  private mutating func add(_ node: Node, _ content: Content) -> NodeID {
    nodes.append(node)
    contents.append(content)
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
    /// Pop the last value, and push what asks it of one statement.
    case finishStatement(isNegated: Bool)
    /// Pop the last two values, and push what asks that they are near each other.
    case finishNear(Proximity, isNegated: Bool)
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
        case .inStatement(let operand):
          steps.append(.finishStatement(isNegated: isNegated))
          steps.append(.visit(operand, inside: nil))
        case .near(let proximity, let left, let right):
          steps.append(.finishNear(proximity, isNegated: isNegated))
          steps.append(.visit(right, inside: nil))
          steps.append(.visit(left, inside: nil))
        case .not:
          preconditionFailure("negations are stripped")
        }
      case .finish(let join, let isNegated, let start):
        let joined = Self.joined(join, Array(values[start...]))
        values.removeSubrange(start...)
        values.append(isNegated ? .not(joined) : joined)
      case .finishStatement(let isNegated):
        let asked = Query.inStatement(values.removeLast())
        values.append(isNegated ? .not(asked) : asked)
      case .finishNear(let proximity, let isNegated):
        let right = values.removeLast()
        let near = Query.near(proximity, values.removeLast(), right)
        values.append(isNegated ? .not(near) : near)
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
