import Query

/// What a question asks, as a tree without neighbours: what ``Scan`` evaluates.
indirect enum Meaning {
  /// With a number that no other word or phrase of the question has.
  case leaf(Asked.Leaf, number: Int)
  case and([Meaning])
  case or([Meaning])
  case not(Meaning)
  case dates([Asked.DateValue])
  /// All of it in one statement.
  case inStatement(Meaning)
  /// Stands in an `inStatement` only, as does `modes`.
  case speakers(Asked.Speakers)
  case modes([StatementMode])
  case test(Asked.FieldTest)
  case near(Asked.Nearness, Meaning, Meaning)

  /// The operands that all must hold, those of an AND in an AND too.
  var conjuncts: [Meaning] {
    if case .and(let operands) = self { return operands.flatMap(\.conjuncts) }
    return [self]
  }

  /// Every word and phrase, those under a NOT too.
  var leaves: [(leaf: Asked.Leaf, number: Int)] {
    switch self {
    case .leaf(let leaf, let number): [(leaf, number)]
    case .and(let operands), .or(let operands): operands.flatMap(\.leaves)
    case .not(let operand), .inStatement(let operand): operand.leaves
    case .near(_, let left, let right): left.leaves + right.leaves
    case .dates, .speakers, .modes, .test: []
    }
  }

  /// Every word and phrase that a hit can show.
  var positiveLeaves: [(leaf: Asked.Leaf, number: Int)] {
    switch self {
    case .leaf(let leaf, let number): [(leaf, number)]
    case .and(let operands), .or(let operands): operands.flatMap(\.positiveLeaves)
    case .inStatement(let operand): operand.positiveLeaves
    case .near(let nearness, let left, let right):
      left.positiveLeaves + (nearness.relation == .notNear ? [] : right.positiveLeaves)
    case .not, .dates, .speakers, .modes, .test: []
    }
  }

  /// What of it every unit that counts must satisfy: the conjuncts that ask for no word, also those asked of one statement.
  var filters: [Meaning] {
    conjuncts.compactMap { conjunct in
      if conjunct.leaves.isEmpty { return conjunct }
      return conjunct.filterInStatement.map { .inStatement($0) }
    }
  }

  /// What must hold of a statement whatever its words; nil for nothing.
  var filterInStatement: Meaning? {
    guard case .inStatement(let operand) = self else { return nil }
    let filters = operand.conjuncts.filter(\.leaves.isEmpty)
    return filters.isEmpty ? nil : .and(filters)
  }
}

extension Meaning {
  /// - Parameter speaker: Whose statement all but dates is asked of besides; nil for none.
  init(_ asked: Asked, _ match: QueryParser.Match, in dates: Asked.DateValue?, by speaker: Asked.SpeakerName?)
  {
    var number = 0
    self = Self.all([Meaning(asked, match, &number)])
    if let speaker { self = restricted(to: speaker) }
    if let dates { self = .and([self, .dates([dates])]) }
  }

  private init(_ asked: Asked, _ match: QueryParser.Match, _ number: inout Int) {
    func each(_ operands: [Asked]) -> [Meaning] { operands.map { Meaning($0, match, &number) } }
    switch asked {
    case .leaf(let leaf):
      number += 1
      self = .leaf(leaf, number: number)
    case .dates(let values): self = .dates(values)
    case .speakers(let value): self = .speakers(value)
    case .modes(let modes): self = .modes(modes)
    case .field(let test): self = .test(test)
    case .near(let nearness, let left, let right):
      let operands = each([left, right]).map { Self.all([$0]) }
      self = .near(nearness, operands[0], operands[1])
    case .and(let operands): self = Self.all(each(operands))
    case .or(let operands): self = .or(each(operands).map { Self.all([$0]) })
    case .not(let operand): self = .not(Self.all(each([operand])))
    case .neighbours(let operands):
      let operands = each(operands)
      self = match == .all ? Self.all(operands) : Self.any(of: operands)
    }
  }

  /// All of the operands; if one of them asks for a speaker or a mode, all of one statement, but for what is asked of documents.
  private static func all(_ operands: [Meaning]) -> Meaning {
    var outside = operands
    // Groups of nothing but who speaks, and how, are asked of one statement with what stands beside them and is asked of no other; not
    // two of one field.
    let tests = operands.compactMap(\.statementTest)
    let areOfOne =
      tests.count == 2 && Set(tests.map(\.statementFields)) == [["speaker"], ["mode"]] || tests.count == 1
    if !operands.contains(where: \.isOfStatement), operands.count > 1, areOfOne {
      let inside = operands.filter { ($0.statementTest != nil || !$0.hasStatement) && !$0.isOfDocuments }
      outside = operands.filter { ($0.statementTest == nil && $0.hasStatement) || $0.isOfDocuments }
      outside.append(.inStatement(joined(inside.map { $0.statementTest ?? $0 })))
      return joined(outside)
    }
    if operands.contains(where: \.isOfStatement) {
      outside = operands.filter(\.isOfDocuments)
      outside.append(.inStatement(joined(operands.filter { !$0.isOfDocuments })))
    }
    return joined(outside)
  }

  /// One of the operands or more; but what is negated, what a field asks and what is asked of statements must hold, and stop
  /// words are left out if anything else is there.
  private static func any(of operands: [Meaning]) -> Meaning {
    var alternatives = operands.filter { !$0.restricts }
    if alternatives.contains(where: { !$0.holdsOnlyStopWords }) {
      alternatives.removeAll(where: \.holdsOnlyStopWords)
    }
    let restrictions = operands.filter(\.restricts)
    // A single alternative is none: what holds for it holds for all.
    let choice = alternatives.count > 1 ? [.or(alternatives)] : alternatives
    return all(choice + restrictions)
  }

  private static func joined(_ operands: [Meaning]) -> Meaning {
    operands.count == 1 ? operands[0] : .and(operands)
  }

  /// As if the speaker stood beside all that is asked at the top.
  private func restricted(to speaker: Asked.SpeakerName) -> Meaning {
    var inside: [Meaning] = [.speakers(Asked.Speakers(names: [speaker], join: .any))]
    var outside: [Meaning] = []
    for conjunct in conjuncts {
      switch conjunct {
      case .dates, .not(.dates): outside.append(conjunct)
      case .inStatement(let operand): inside.append(operand)
      default: inside.append(conjunct)
      }
    }
    return Self.joined([.inStatement(Self.joined(inside))] + outside)
  }

  private var isOfStatement: Bool {
    switch self {
    case .speakers, .modes: true
    default: false
    }
  }

  private var restricts: Bool {
    if case .not = self { return true }
    if case .test = self { return true }
    return isOfDocuments || isOfStatement || statementTest != nil
  }

  /// What is asked of a statement, if nothing else is asked but that there is one.
  private var statementTest: Meaning? {
    switch self {
    case .inStatement(let operand) where operand.saysOfStatement: return operand
    case .or(let operands):
      let tests = operands.compactMap(\.statementTest)
      return tests.count == operands.count ? .or(tests) : nil
    default: return nil
    }
  }

  /// The fields that it asks of a statement.
  private var statementFields: Set<String> {
    switch self {
    case .speakers: ["speaker"]
    case .modes: ["mode"]
    case .and(let operands), .or(let operands):
      operands.reduce(into: []) { $0.formUnion($1.statementFields) }
    case .not(let operand), .inStatement(let operand): operand.statementFields
    case .leaf, .dates, .test, .near: []
    }
  }

  /// Whether anything of it is asked of a statement of its own.
  private var hasStatement: Bool {
    switch self {
    case .inStatement: true
    case .and(let operands), .or(let operands): operands.contains(where: \.hasStatement)
    case .not(let operand): operand.hasStatement
    case .leaf, .dates, .test, .speakers, .modes, .near: false
    }
  }

  private var saysOfStatement: Bool {
    switch self {
    case .speakers, .modes: true
    case .and(let operands), .or(let operands): operands.allSatisfy(\.saysOfStatement)
    case .not(let operand), .inStatement(let operand): operand.saysOfStatement
    case .leaf, .dates, .test, .near: false
    }
  }

  /// Whether it asks for nothing but fields of documents.
  private var isOfDocuments: Bool { fields.isDisjoint(with: ["", "section", "about"]) }

  /// The names of the fields that it asks for; of all else an empty one.
  private var fields: Set<String> {
    switch self {
    case .leaf, .inStatement, .speakers, .modes, .near: [""]
    case .dates: ["year"]
    case .test(let test): [test.field.rawValue]
    case .not(let operand): operand.fields
    case .and(let operands), .or(let operands): operands.reduce(into: []) { $0.formUnion($1.fields) }
    }
  }

  private var holdsOnlyStopWords: Bool {
    switch self {
    case .leaf(let leaf, _): leaf.isStopWord
    case .dates, .not, .inStatement, .speakers, .modes, .test, .near: false
    case .and(let operands), .or(let operands): operands.allSatisfy(\.holdsOnlyStopWords)
    }
  }
}
