import Query

/// What a question asks, as a tree without neighbours: what ``Scan`` evaluates.
indirect enum Meaning {
  case leaf(Asked.Leaf)
  case and([Meaning])
  case or([Meaning])
  case not(Meaning)
  case dates([Asked.DateValue])

  /// The operands that all must hold, those of an AND in an AND too.
  var conjuncts: [Meaning] {
    if case .and(let operands) = self { return operands.flatMap(\.conjuncts) }
    return [self]
  }

  /// Every word and phrase, those under a NOT too.
  var leaves: [Asked.Leaf] {
    switch self {
    case .leaf(let leaf): [leaf]
    case .and(let operands), .or(let operands): operands.flatMap(\.leaves)
    case .not(let operand): operand.leaves
    case .dates: []
    }
  }

  /// Every word and phrase that a hit can show.
  var positiveLeaves: [Asked.Leaf] {
    switch self {
    case .leaf(let leaf): [leaf]
    case .and(let operands), .or(let operands): operands.flatMap(\.positiveLeaves)
    case .not, .dates: []
    }
  }

  /// Dates, or something under a NOT: what narrows and shows nothing.
  var isFilter: Bool {
    switch self {
    case .dates, .not: true
    case .leaf, .and, .or: false
    }
  }
}

extension Meaning {
  init(_ asked: Asked, _ match: QueryParser.Match) {
    switch asked {
    case .leaf(let leaf): self = .leaf(leaf)
    case .dates(let values): self = .dates(values)
    case .and(let operands): self = .and(operands.map { Meaning($0, match) })
    case .or(let operands): self = .or(operands.map { Meaning($0, match) })
    case .not(let operand): self = .not(Meaning(operand, match))
    case .neighbours(let operands):
      let operands = operands.map { Meaning($0, match) }
      self = match == .all ? .and(operands) : .any(of: operands)
    }
  }

  /// One of the operands or more; but what is negated and what is a date must hold, and stop words are left out if
  /// anything else is there.
  private static func any(of operands: [Meaning]) -> Meaning {
    var alternatives = operands.filter { !$0.restricts }
    if alternatives.contains(where: { !$0.holdsOnlyStopWords }) {
      alternatives.removeAll(where: \.holdsOnlyStopWords)
    }
    let restrictions = operands.filter(\.restricts)
    // A single alternative is none: what holds for it holds for all.
    let choice = alternatives.count > 1 ? [.or(alternatives)] : alternatives
    let all = choice + restrictions
    return all.count == 1 ? all[0] : .and(all)
  }

  private var restricts: Bool {
    if case .not = self { return true }
    return holdsOnlyDates
  }

  private var holdsOnlyDates: Bool {
    switch self {
    case .leaf: false
    case .dates: true
    case .not(let operand): operand.holdsOnlyDates
    case .and(let operands), .or(let operands): operands.allSatisfy(\.holdsOnlyDates)
    }
  }

  private var holdsOnlyStopWords: Bool {
    switch self {
    case .leaf(let leaf): leaf.isStopWord
    case .dates, .not: false
    case .and(let operands), .or(let operands): operands.allSatisfy(\.holdsOnlyStopWords)
    }
  }
}
