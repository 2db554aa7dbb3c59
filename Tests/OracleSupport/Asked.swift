/// What a question asks, as a tree of how it is written: with what stands side by side.
///
/// An OR holds at most one list of dates, as it does for the parser, and no NOT stands directly in a NOT.
indirect enum Asked: Sendable, Hashable {
  case leaf(Leaf)
  case and([Asked])
  case or([Asked])
  /// What stands side by side, without an operator between; what that means is a choice of the question.
  case neighbours([Asked])
  case not(Asked)
  /// Documents whose date overlaps one of the values, at least one.
  case dates([DateValue])

  /// A word or a phrase.
  struct Leaf: Sendable, Hashable {
    /// As written in a query.
    var text: String
    /// One for a word, more for a phrase.
    var words: [Word]
    /// Whether it is left out among neighbours that are alternatives.
    var isStopWord = false
  }

  enum Word: Sendable, Hashable {
    case anyForm(family: String)
    case exact(term: String)
  }

  /// The value of a date field: `2013`, `2013-09..2014`, `..2010`.
  struct DateValue: Sendable, Hashable {
    var text: String
    /// `yyyymmdd`; an end left open is far away.
    var days: ClosedRange<Int>
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
}
