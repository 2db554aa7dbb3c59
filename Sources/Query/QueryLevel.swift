/// What stands between two parentheses, or between the ends of the query, while it is read.
struct QueryLevel {
  /// What neighbours mean.
  let match: QueryParser.Match
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
  /// What stands since the last OR.
  private var operands: [Operand] = []
  /// The `AND` or `OR` that waits for its right operand.
  private var connective: (join: SyntaxTree.Join, range: Range<Int>)?
  /// The `NOT`s that wait for their operand: where they are, and whether their number is odd.
  private var negation: (range: Range<Int>, isOdd: Bool)?
  /// Whether the last operand held no words: it was reported, so the operators around it need not be.
  private var isExcused = false

  private struct Operand {
    var node: SyntaxTree.NodeID
    /// Whether it is the value of a date field.
    var isField = false
    /// Whether an AND is written before it.
    var isJoined = false
  }

  init(match: QueryParser.Match, open: Range<Int>? = nil, field: QueryField? = nil) {
    self.match = match
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
    let isJoined = connective?.join == .and
    connective = nil
    operands.append(
      isNegated
        ? Operand(node: tree.negate(node), isJoined: isJoined)
        : Operand(node: node, isField: isField, isJoined: isJoined))
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

  /// Ends what stands between two ORs.
  private mutating func finishOperands(_ tree: inout SyntaxTree) {
    let node =
      switch match {
      case .all: Self.all(operands, &tree)
      case .any: any(&tree)
      }
    operands = []
    if let node { alternatives.append(node) }
  }

  /// All of `operands`. A field given twice among them means either: the positive values become one OR, at the place of
  /// the first.
  private static func all(_ operands: [Operand], _ tree: inout SyntaxTree) -> SyntaxTree.NodeID? {
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
    return tree.join(.and, nodes)
  }

  /// Any of the operands, those joined by a written AND being one; what is negated or a date holds for all.
  private func any(_ tree: inout SyntaxTree) -> SyntaxTree.NodeID? {
    var groups: [[Operand]] = []
    for operand in operands {
      if operand.isJoined, !groups.isEmpty {
        groups[groups.count - 1].append(operand)
      } else {
        groups.append([operand])
      }
    }
    var choices: [SyntaxTree.NodeID] = []
    var restrictions: [Operand] = []
    for group in groups {
      if group.count == 1, restricts(group[0], tree) {
        restrictions.append(group[0])
      } else if let node = Self.all(group, &tree) {
        choices.append(node)
      }
    }
    let meant = choices.filter { !tree.holdsOnlyStopWords($0) }
    if !meant.isEmpty {
      for choice in choices where tree.holdsOnlyStopWords(choice) { tree.leaveOut(choice) }
      choices = meant
    }
    let choice = tree.join(.or, choices).map { [Operand(node: $0)] } ?? []
    return Self.all(choice + restrictions, &tree)
  }

  /// Whether `operand`, standing by itself among alternatives, is no alternative. Among the values of a field it is one.
  private func restricts(_ operand: Operand, _ tree: SyntaxTree) -> Bool {
    tree.isNegative(operand.node) || (field == nil && tree.holdsOnlyDates(operand.node))
  }
}
