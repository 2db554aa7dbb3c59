internal import Query

/// One of the things that a query asks to hold all at once.
struct Conjunct {
  var part: Query
  /// Whether it is asked of one statement, together with others of which this is true.
  var isOfStatement = false
  /// Whether it says who speaks, or how: what is asked of one statement is so because of such a part, and of nothing but the unit
  /// without one.
  var saysOfStatement: Bool { isOfStatement && part.hasStatementField }
}

extension Query {
  /// What must all hold, each for itself; one if there is no AND.
  var conjuncts: [Conjunct] {
    operandsOfAnd.flatMap { operand -> [Conjunct] in
      guard case .inStatement(let asked) = operand else { return [Conjunct(part: operand)] }
      return asked.operandsOfAnd.map { Conjunct(part: $0.ofTheStatement, isOfStatement: true) }
    }
  }

  var operandsOfAnd: [Query] {
    if case .and(let operands) = self { operands } else { [self] }
  }

  /// The same, asked where one statement is asked: that statement is the only one there.
  private var ofTheStatement: Query {
    switch self {
    case .inStatement(let asked): asked
    case .not(.inStatement(let asked)): .not(asked)
    default: self
    }
  }

  /// Whether a `speaker` or a `mode` stands in it.
  fileprivate var hasStatementField: Bool {
    switch self {
    case .speaker, .mode: true
    case .and(let operands), .or(let operands): operands.contains(where: \.hasStatementField)
    case .not(let operand), .inStatement(let operand): operand.hasStatementField
    default: false
    }
  }
}
