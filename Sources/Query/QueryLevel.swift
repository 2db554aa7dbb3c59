/// What stands between two parentheses, or between the ends of the query, while it is read.
struct QueryLevel {
  /// Where the `(` is; nil for the outermost level.
  let open: Range<Int>?
  /// The field whose values the words of this level are; nil where words are words.
  let field: QueryField?
  /// Whether the level is the value of a field: `year:(…)`.
  var isValue = false
  /// A node to be joined by AND with the level as a whole: the name of a field that is read as a word.
  var prefix: SyntaxTree.NodeID?

  /// The AND lists before the last OR.
  private var alternatives: [SyntaxTree.NodeID] = []
  /// The AND list being read, as nodes, and which of them are the values of date fields.
  private var operands: [(node: SyntaxTree.NodeID, isField: Bool)] = []
  /// The `AND` or `OR` that waits for its right operand.
  private var connective: (join: SyntaxTree.Join, range: Range<Int>)?
  /// The `NOT`s that wait for their operand: where they are, and whether their number is odd.
  private var negation: (range: Range<Int>, isOdd: Bool)?
  /// Whether the last operand held no words: it was reported, so the operators around it need not be.
  private var isExcused = false

  init(open: Range<Int>? = nil, field: QueryField? = nil) {
    self.open = open
    self.field = field
  }

  /// Takes a `NOT`.
  mutating func negate(at range: Range<Int>) {
    guard let negation else {
      self.negation = (range, isOdd: true)
      return
    }
    self.negation = (negation.range.lowerBound..<range.upperBound, isOdd: !negation.isOdd)
  }

  /// Takes an `AND` or `OR`; returns the place of an operator that thereby lacks an operand.
  mutating func connect(_ join: SyntaxTree.Join, at range: Range<Int>) -> Range<Int>? {
    if operands.isEmpty && alternatives.isEmpty { return isExcused ? nil : range }
    let dangling = takeConnective()
    connective = (join, range)
    isExcused = false
    return dangling
  }

  /// Takes an operand, with the operators that wait for it. nil stands for one without words: it takes its
  /// NOT along, and leaves the AND or OR before it to the next operand.
  mutating func append(_ node: SyntaxTree.NodeID?, isField: Bool, _ tree: inout SyntaxTree) {
    let isNegated = negation?.isOdd ?? false
    negation = nil
    isExcused = node == nil
    guard let node else { return }
    if connective?.join == .or { finishOperands(&tree) }
    connective = nil
    operands.append(isNegated ? (tree.negate(node), false) : (node, isField))
  }

  /// Forgets the `AND` or `OR` that still waits; returns its place unless its operand was already reported.
  mutating func takeConnective() -> Range<Int>? {
    defer { connective = nil }
    return isExcused ? nil : connective?.range
  }

  /// Forgets the `NOT` that still waits; returns its place.
  mutating func takeNegation() -> Range<Int>? {
    defer { negation = nil }
    return negation?.range
  }

  /// The node of the whole level; nil when nothing stands in it.
  mutating func finish(_ tree: inout SyntaxTree) -> SyntaxTree.NodeID? {
    finishOperands(&tree)
    let whole = tree.join(.or, alternatives)
    return tree.join(.and, [prefix, whole].compactMap(\.self))
  }

  /// Ends the AND list. A field given twice in it means either: the positive values become one OR, at the
  /// place of the first.
  private mutating func finishOperands(_ tree: inout SyntaxTree) {
    let values = operands.filter(\.isField).map(\.node)
    var nodes: [SyntaxTree.NodeID] = []
    var isJoined = false
    for operand in operands {
      if !operand.isField {
        nodes.append(operand.node)
      } else if !isJoined, let either = tree.join(.or, values) {
        nodes.append(either)
        isJoined = true
      }
    }
    operands = []
    if let node = tree.join(.and, nodes) { alternatives.append(node) }
  }
}
