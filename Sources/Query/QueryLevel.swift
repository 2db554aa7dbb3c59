/// What stands between two parentheses, or between the ends of the query, while it is read.
struct QueryLevel {
  /// What neighbours mean.
  let match: QueryParser.Match
  /// Where the `(` is; nil for the outermost level.
  let open: Range<Int>?
  /// The field whose values the words of this level are; nil where words are words.
  let field: QueryField.Meaning?
  /// Whether the level is the value of a field: `year:(…)`.
  var isValue = false

  /// The AND lists before the last OR.
  private var alternatives: [SyntaxTree.NodeID] = []
  /// What stands since the last OR.
  private var operands: [Operand] = []
  /// The `AND` or `OR` that waits for its right operand.
  private var connective: (join: SyntaxTree.Join, range: Range<Int>)?
  /// The `NOT`s that wait for their operand: where they are, and whether their number is odd.
  private var negation: (range: Range<Int>, isOdd: Bool)?
  /// The `NEAR` or its like that waits for its right operand.
  private var proximity: (proximity: Proximity, range: Range<Int>)?
  /// Whether the last operand held no words: it was reported, so the operators around it need not be.
  private var isExcused = false
  /// Whether something stood here that is no operand, but may be joined by AND (``skip()``).
  private var hasSkipped = false

  private struct Operand {
    var node: SyntaxTree.NodeID
    /// What field it is the value of; nil for what is none.
    var field: QueryField.Meaning?
    /// Whether an AND is written before it.
    var isJoined = false
    var isNegated = false
  }

  init(match: QueryParser.Match, open: Range<Int>? = nil, field: QueryField.Meaning? = nil) {
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

  /// Whether a `NOT` waits for its operand.
  var isNegating: Bool { negation != nil }

  /// Takes an `AND` or `OR`; returns the place of an operator that thereby lacks an operand.
  mutating func connect(_ join: SyntaxTree.Join, at range: Range<Int>) -> Range<Int>? {
    if operands.isEmpty && alternatives.isEmpty {
      return isExcused || (hasSkipped && join == .and) ? nil : range
    }
    let dangling = takeConnective() ?? takeProximity()
    connective = (join, range)
    isExcused = false
    return dangling
  }

  /// Whether a `NEAR` or its like that came next would have a left operand.
  var canRelate: Bool { !operands.isEmpty && connective == nil }

  /// Takes a `NEAR` or its like; returns the place of an operator that thereby lacks an operand.
  mutating func relate(_ proximity: Proximity, at range: Range<Int>) -> Range<Int>? {
    guard canRelate, negation == nil else { return isExcused ? nil : range }
    let dangling = takeProximity()
    self.proximity = (proximity, range)
    isExcused = false
    return dangling
  }

  /// Where the written AND stands that would join a second value of `field` to a first: no unit need have both, since a field
  /// given twice means either.
  func conjunction(ofValuesOf field: QueryField.Meaning) -> Range<Int>? {
    guard connective?.join == .and, negation?.isOdd != true else { return nil }
    for operand in operands.reversed() {
      if operand.field == field, !operand.isNegated { return connective?.range }
      // Where neighbours mean OR, only what a written AND joins is one list.
      if match == .any, !operand.isJoined { return nil }
    }
    return nil
  }

  /// Takes an operand, with the operators that wait for it. nil stands for one without words: it takes its
  /// NOT along, and leaves the AND or OR before it to the next operand.
  ///
  /// - Returns: The place of a `NEAR` or its like that cannot stand between this operand and the one before, and so is an AND.
  mutating func append(
    _ node: SyntaxTree.NodeID?, field: QueryField.Meaning?, _ tree: inout SyntaxTree
  ) -> Range<Int>? {
    let isNegated = negation?.isOdd ?? false
    negation = nil
    isExcused = node == nil
    guard let node else { return nil }
    if let (proximity, range) = proximity {
      self.proximity = nil
      let left = operands[operands.count - 1].node
      if !isNegated, tree.standsInText(left), tree.standsInText(node) {
        operands[operands.count - 1].node = tree.near(proximity, left, node)
        return nil
      }
      operands.append(Operand(node: node, field: field, isJoined: true, isNegated: isNegated))
      return range
    }
    if connective?.join == .or { finishOperands(&tree) }
    let isJoined = connective?.join == .and
    connective = nil
    operands.append(Operand(node: node, field: field, isJoined: isJoined, isNegated: isNegated))
    return nil
  }

  /// Takes what is no operand but stands like one (`level:`): the AND before it needs no other.
  mutating func skip() {
    if connective?.join == .and { connective = nil }
    hasSkipped = true
  }

  /// Forgets the `AND` or `OR` that still waits; returns its place unless its operand was already reported.
  mutating func takeConnective() -> Range<Int>? {
    defer { connective = nil }
    return isExcused ? nil : connective?.range
  }

  /// Forgets the `NEAR` or its like that still waits; returns its place unless its operand was already reported.
  mutating func takeProximity() -> Range<Int>? {
    defer { proximity = nil }
    return isExcused ? nil : proximity?.range
  }

  /// Forgets the `NOT`s that still wait for their operand; returns where they are, and whether their number is odd.
  mutating func takeNegation() -> (range: Range<Int>, isOdd: Bool)? {
    defer { negation = nil }
    return negation
  }

  /// The node of the whole level; nil when nothing stands in it.
  mutating func finish(_ tree: inout SyntaxTree) -> SyntaxTree.NodeID? {
    finishOperands(&tree)
    return tree.join(.or, alternatives)
  }

  /// Ends what stands between two ORs.
  private mutating func finishOperands(_ tree: inout SyntaxTree) {
    let operands = operands.map { Self.negated($0, &tree) }
    let node =
      switch match {
      case .all: Self.all(operands, &tree)
      case .any: any(operands, &tree)
      }
    self.operands = []
    if let node { alternatives.append(node) }
  }

  /// `operand`, its NOT part of its node.
  private static func negated(_ operand: Operand, _ tree: inout SyntaxTree) -> Operand {
    guard operand.isNegated else { return operand }
    // Of a field of statements: units without such a statement.
    let node = operand.field?.isOfStatements == true ? tree.inStatement(operand.node) : operand.node
    return Operand(node: tree.negate(node), isJoined: operand.isJoined)
  }

  /// All of `operands`. A field given twice among them means either: the positive values become one OR, at the place of
  /// the first. What fields say of statements is asked of one statement together with all that is asked beside it, but
  /// for what is asked of the document.
  private static func all(_ operands: [Operand], _ tree: inout SyntaxTree) -> SyntaxTree.NodeID? {
    var inside: [SyntaxTree.NodeID] = []
    var outside: [SyntaxTree.NodeID] = []
    let asksOfStatement = operands.contains { $0.field?.isOfStatements == true }
    let asksOfGroups = !asksOfStatement && hasStatementGroups(operands, tree)
    var joined: Set<QueryField.Meaning> = []
    for operand in operands {
      var node: SyntaxTree.NodeID? = operand.node
      var isTest = false
      if let field = operand.field {
        guard joined.insert(field).inserted else { continue }
        node = tree.join(.or, operands.filter { $0.field == field }.map(\.node))
      } else if asksOfStatement || asksOfGroups, let test = tree.statementTest(of: operand.node) {
        node = test
        isTest = true
      }
      guard let node else { continue }
      let isInside =
        (asksOfStatement || asksOfGroups && (isTest || !tree.hasStatement(node))) && !tree.isOfDocuments(node)
      if isInside { inside.append(node) } else { outside.append(node) }
    }
    if let asked = tree.join(.and, inside) { outside.insert(tree.inStatement(asked), at: 0) }
    return tree.join(.and, outside)
  }

  /// Whether parentheses in which nothing stands but who speaks, and how, are asked of one statement with the words beside them:
  /// `(speaker:A OR speaker:B) veto`. Of two such of one field each is asked for itself: `(speaker:A) (speaker:B)`.
  private static func hasStatementGroups(_ operands: [Operand], _ tree: SyntaxTree) -> Bool {
    let tests = operands.compactMap { tree.statementTest(of: $0.node) }
    guard operands.count > 1, !tests.isEmpty else { return false }
    if tests.count == 1 { return true }
    return tests.count == 2
      && [QueryField.Meaning.speaker, .mode].allSatisfy { field in
        tests.contains { tree.holdsOnly(field, $0) }
      }
  }

  /// Any of the operands, those joined by a written AND being one; what is negated or a field's holds for all.
  private func any(_ operands: [Operand], _ tree: inout SyntaxTree) -> SyntaxTree.NodeID? {
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
    tree.isNegative(operand.node)
      || (field == nil
        && (operand.field != nil || tree.isOfDocuments(operand.node)
          || tree.statementTest(of: operand.node) != nil))
  }
}
