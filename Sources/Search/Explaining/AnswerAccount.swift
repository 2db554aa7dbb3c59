/// How a query was answered: what found the best units and what counted all, and the lists that were read.
package struct AnswerAccount: Sendable, Equatable {
  /// Units that match.
  package var total: Int
  /// Why every match was scored; nil if that was not so.
  package var everyMatch: EveryMatchReason?
  /// Of each segment.
  package var segments: [SegmentAnswer]
  /// The query's words, phrases, patterns and groups of synonyms, those under a NOT too, each once.
  package var leaves: [LeafAccount]
}

/// Why a query is answered by scoring every match.
package enum EveryMatchReason: Sendable, Equatable {
  /// The order is by date.
  case order
  /// What pruning builds on was left out.
  case techniques
  /// Only paragraphs have posting lists.
  case level
  /// The query is not one of words under OR, or of words and phrases under AND.
  case shape
  /// The scores of a union might not fit into 32 bits.
  case greatScores
}

/// How one segment was searched.
package struct SegmentAnswer: Sendable, Hashable {
  /// What found the best units.
  package enum Best: Sendable {
    /// Nothing: none there can match.
    case nothing
    /// The leaders of the one list (``LeadingUnits``).
    case leaders
    /// The one list, a window at a time.
    case list
    /// MaxScore over windows (``UnionTopK``).
    case maxScore
    /// Ranges that can hold what comes in (``RangeTopK``).
    case ranges
    /// The postings of the rarest list, by what the others can add (``RareTopK``).
    case rarest
    /// The rarest list leads (``ConjunctionTopK``).
    case conjunction
    /// Every match was scored.
    case everyMatch
  }

  /// What counted the units that match.
  package enum Count: Sendable {
    case nothing
    /// The one list tells it.
    case listLength
    /// A bit a unit (``FlatCount``).
    case bits
    /// The other lists are asked for the units of the rarest (``FlatCount``).
    case asking
    /// What found the best saw every match.
    case whileFinding
  }

  package var best: Best
  package var count: Count
}

/// The posting lists of a word, phrase, pattern or group of synonyms.
package struct LeafAccount: Sendable, Equatable {
  /// In plain words.
  package var text: String
  package var lists: [ListAccount]
}

/// Posting lists of one kind, those of all segments together.
package struct ListAccount: Sendable, Equatable {
  package enum Kind: Sendable {
    case word
    /// Of several terms that something stands for.
    case terms
    case pair
  }

  /// Whose lists they are, in plain words.
  package var text: String
  package var kind: Kind
  package var listCount = 0
  /// Their document frequencies, added up.
  package var documentFrequency = 0
  package var blockCount = 0
  package var byteCount = 0
  /// How many tell their ids by `bitmap`, `bytes` or `gaps`.
  package var forms: [String: Int] = [:]
}
