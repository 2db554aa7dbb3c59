import TestSupport

/// What a question asks, as a tree; evaluated by ``Scan`` and written in the query language, so that the parser is under the
/// oracle too.
package indirect enum Asked: Sendable, Hashable {
  case leaf(Leaf)
  case and([Asked])
  case or([Asked])
  case not(Asked)
  /// Documents whose date overlaps one of the values, at least one.
  case dates([DateValue])

  /// A word or a phrase.
  package struct Leaf: Sendable, Hashable {
    /// As written in a query.
    package var text: String
    /// One for a word, more for a phrase.
    package var words: [Word]
  }

  package enum Word: Sendable, Hashable {
    case anyForm(family: String)
    case exact(term: String)
  }

  /// The value of a date field: `2013`, `2013-09..2014`, `..2010`.
  package struct DateValue: Sendable, Hashable {
    package var text: String
    /// `yyyymmdd`; an end left open is far away.
    package var days: ClosedRange<Int>
  }
}

extension Asked {
  /// The operands that all must hold, those of an AND in an AND too.
  var conjuncts: [Asked] {
    if case .and(let operands) = self { return operands.flatMap(\.conjuncts) }
    return [self]
  }

  /// Every word and phrase, those under a NOT too.
  var leaves: [Leaf] {
    switch self {
    case .leaf(let leaf): [leaf]
    case .and(let operands), .or(let operands): operands.flatMap(\.leaves)
    case .not(let operand): operand.leaves
    case .dates: []
    }
  }

  /// Every word and phrase that a hit can show.
  var positiveLeaves: [Leaf] {
    switch self {
    case .leaf(let leaf): [leaf]
    case .and(let operands), .or(let operands): operands.flatMap(\.positiveLeaves)
    case .not, .dates: []
    }
  }

  var isDates: Bool {
    if case .dates = self { true } else { false }
  }

  /// Dates, or something under a NOT: what narrows and shows nothing.
  var isFilter: Bool {
    switch self {
    case .dates, .not: true
    case .leaf, .and, .or: false
    }
  }
}
