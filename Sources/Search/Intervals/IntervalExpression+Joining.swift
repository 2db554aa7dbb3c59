extension IntervalExpression {
  /// The same with words side by side under an OR made one leaf, whose places are found together.
  ///
  /// - Parameters:
  ///   - leaves: Of each leaf what is looked for.
  ///   - isWord: Whether what is looked for is one word long.
  /// - Returns: The expression, and what is looked for of each of its leaves.
  func joiningWords<Source>(
    _ leaves: [[Source]], where isWord: (Source) -> Bool
  ) -> (expression: IntervalExpression, leaves: [[Source]]) {
    var joined: [[Source]] = []
    let expression = joiningWords(leaves, where: isWord, into: &joined)
    return (expression, joined)
  }

  /// Recursive, as deep as the query.
  private func joiningWords<Source>(
    _ leaves: [[Source]], where isWord: (Source) -> Bool, into joined: inout [[Source]]
  ) -> IntervalExpression {
    switch self {
    case .leaf(let number): return Self.leaf(leaves[number], into: &joined)
    case .ordered(let numbers, let slop):
      let first = joined.count
      for number in numbers { joined.append(leaves[number]) }
      return .ordered(Array(first..<joined.count), slop: slop)
    case .all(let operands):
      return .all(operands.map { $0.joiningWords(leaves, where: isWord, into: &joined) })
    case .near(let proximity, let left, let right):
      let first = left.joiningWords(leaves, where: isWord, into: &joined)
      return .near(proximity, first, right.joiningWords(leaves, where: isWord, into: &joined))
    case .any(let operands):
      var words: [Source] = []
      var others: [IntervalExpression] = []
      for operand in operands {
        if case .leaf(let number) = operand, leaves[number].allSatisfy(isWord) {
          words += leaves[number]
        } else {
          others.append(operand.joiningWords(leaves, where: isWord, into: &joined))
        }
      }
      if words.isEmpty { return .any(others) }
      let leaf = Self.leaf(words, into: &joined)
      return others.isEmpty ? leaf : .any([leaf] + others)
    }
  }

  private static func leaf<Source>(_ sources: [Source], into joined: inout [[Source]]) -> IntervalExpression {
    joined.append(sources)
    return .leaf(joined.count - 1)
  }
}
