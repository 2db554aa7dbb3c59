import Query

/// What a question asks, as a tree of how it is written: with what stands side by side.
///
/// An OR holds at most one list of dates, as it does for the parser, and no NOT stands directly in a NOT. Of the lists of
/// speakers and of modes and the tests of one field at most one of each stands directly in an AND or among neighbours: two would be one
/// there.
indirect enum Asked: Sendable, Hashable {
  case leaf(Leaf)
  case and([Asked])
  case or([Asked])
  /// What stands side by side, without an operator between; what that means is a choice of the question.
  case neighbours([Asked])
  case not(Asked)
  /// Documents whose date overlaps one of the values, at least one.
  case dates([DateValue])
  /// Statements of some speakers.
  case speakers(Speakers)
  /// Statements in one of some modes, at least one.
  case modes([StatementMode])
  /// What a field says that no statement is asked for.
  case field(FieldTest)
  /// Both ask for words alone.
  case near(Nearness, Asked, Asked)

  /// A word or a phrase, or several words that count as one.
  struct Leaf: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
      /// One word, or more one after the other.
      case run
      /// Words in order with so many others between them at most.
      case sloppy(Int)
      /// Any of the words.
      case group
    }

    /// As written in a query.
    var text: String
    var words: [Word]
    var kind = Kind.run
    /// Whether it is left out among neighbours that are alternatives.
    var isStopWord = false
  }

  enum Word: Sendable, Hashable {
    case anyForm(family: String)
    case exact(term: String)
    /// Any word that begins so; only of a group, as is the next.
    case prefix(String)
    /// Any word so many edits away at most.
    case fuzzy(String, edits: Int)
  }

  /// The value of a date field: `2013`, `2013-09..2014`, `..2010`.
  struct DateValue: Sendable, Hashable {
    var text: String
    /// `yyyymmdd`; an end left open is far away.
    var days: ClosedRange<Int>
  }

  /// The value of `speaker:`.
  struct Speakers: Sendable, Hashable {
    enum Join: Sendable, Hashable { case any, all, none }

    /// At least one; of `none` one.
    var names: [SpeakerName]
    var join: Join
  }

  /// A name that a speaker may go by.
  struct SpeakerName: Sendable, Hashable {
    /// As written.
    var text: String
    /// What to look for; the second only if nobody in the collection goes by the first.
    var keys: [String]

    static let all = [
      SpeakerName(text: "France", keys: ["france"]), SpeakerName(text: "FRA", keys: ["fra"]),
      SpeakerName(text: "the French delegation", keys: ["french delegation", "french"]),
      SpeakerName(text: "Switzerland", keys: ["switzerland"]), SpeakerName(text: "swiss", keys: ["swiss"]),
      SpeakerName(text: "RWANDA", keys: ["rwanda"]),
      SpeakerName(text: "the government of Rwanda", keys: ["government of rwanda", "rwanda"]),
      SpeakerName(text: "Gasana", keys: ["gasana"]),
      SpeakerName(text: "Mr. Gasana", keys: ["mr gasana", "gasana"]),
      SpeakerName(text: "Mission Gasana", keys: ["mission gasana", "gasana"]),
      SpeakerName(text: "Ms. Araud", keys: ["ms araud", "araud"]),
      SpeakerName(text: "keller", keys: ["keller"]),
      SpeakerName(text: "Sahel", keys: ["sahel"]),
    ]
  }

  /// An OR; the dates in it become one list of them.
  static func joinedByOr(_ operands: [Asked]) -> Asked {
    var values: [DateValue] = []
    var others: [Asked] = []
    for operand in operands {
      if case .dates(let more) = operand { values += more } else { others.append(operand) }
    }
    if !values.isEmpty { others.append(.dates(values)) }
    return others.count == 1 ? others[0] : .or(others)
  }

  /// An AND; what it asks of statements' speakers becomes one list, and of their modes.
  static func joinedByAnd(_ operands: [Asked]) -> Asked { joined(operands) { .and($0) } }

  /// What stands side by side; what it asks of statements' speakers becomes one list, and of their modes.
  static func asNeighbours(_ operands: [Asked]) -> Asked { joined(operands) { .neighbours($0) } }

  private static func joined(_ operands: [Asked], _ join: ([Asked]) -> Asked) -> Asked {
    var merged: [Asked] = []
    for operand in operands {
      let same = merged.firstIndex { other in
        switch (operand, other) {
        case (.speakers, .speakers), (.modes, .modes): true
        case (.field(let one), .field(let other)): one.field == other.field
        default: false
        }
      }
      guard let same else {
        merged.append(operand)
        continue
      }
      switch (merged[same], operand) {
      case (.speakers(let one), .speakers(let other)) where one.join == .any && other.join == .any:
        merged[same] = .speakers(Speakers(names: one.names + other.names, join: .any))
      case (.modes(let one), .modes(let other)): merged[same] = .modes(one + other)
      case (.field(let one), .field(let other)):
        merged[same] = .field(FieldTest(field: one.field, values: one.values + other.values))
      default: break
      }
    }
    return merged.count == 1 ? merged[0] : join(merged)
  }

  /// Whether it asks who speaks, or how: in parentheses it may join what stands beside it.
  var asksOfStatements: Bool {
    switch self {
    case .speakers, .modes: true
    case .and(let operands), .or(let operands), .neighbours(let operands):
      operands.contains(where: \.asksOfStatements)
    case .not(let operand): operand.asksOfStatements
    case .leaf, .dates, .field, .near: false
    }
  }

  /// Whether it is a field with values, but for one of dates: in parentheses it would be asked for itself.
  var isField: Bool {
    switch self {
    case .speakers, .modes, .field: true
    case .leaf, .and, .or, .neighbours, .not, .dates, .near: false
    }
  }
}
