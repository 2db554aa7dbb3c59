internal import Query

/// One of the things that a query asks to hold all at once.
struct Conjunct {
  var part: Query
  /// Whether it is asked of one statement, together with others of which this is true.
  var isOfStatement = false

  /// The same with another part in its place, asked for alone.
  func asking(_ part: Query) -> Query { isOfStatement ? .inStatement(part) : part }
}

extension Query {
  /// What must all hold, each for itself; one if there is no AND.
  var conjuncts: [Conjunct] {
    operandsOfAnd.flatMap { operand -> [Conjunct] in
      guard case .inStatement(let asked) = operand else { return [Conjunct(part: operand)] }
      return asked.operandsOfAnd.map { Conjunct(part: $0, isOfStatement: true) }
    }
  }

  var operandsOfAnd: [Query] {
    if case .and(let operands) = self { operands } else { [self] }
  }
}
