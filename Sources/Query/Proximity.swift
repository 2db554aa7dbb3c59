/// How two things that a query asks for must stand to each other: `NEAR/5`, `ADJ/s`, `NOTNEAR`.
///
/// What stands near is an interval of words: a word, a phrase, or all from the first to the last word of two intervals that are near each
/// other; of intervals that hold one another only the least count. Two of them are *n* words apart if the last word of the one and the
/// first of the other are *n* positions apart: neighbours are 1 apart. Intervals stand in one paragraph.
package struct Proximity: Hashable, Sendable {
  package enum Relation: String, Sendable {
    /// In either order.
    case near = "NEAR"
    /// The first before the second.
    case adjacent = "ADJ"
    /// The first, with no second so near.
    case notNear = "NOTNEAR"
  }

  package enum Reach: Hashable, Sendable {
    /// At most so many words apart, at least 1.
    case words(Int)
    /// In one sentence.
    case sentence
    /// In one paragraph.
    case paragraph
  }

  package var relation: Relation
  package var reach: Reach

  package init(_ relation: Relation, _ reach: Reach) {
    self.relation = relation
    self.reach = reach
  }

  /// Words apart where a query does not say.
  package static let presetDistance = 10
}

extension Proximity {
  /// Reads `NEAR`, `ADJ/5`, `NOTNEAR/s`; nil if `text` is no such operator. A distance too great for any text is the greatest.
  init?(operator text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let relation = parts.first.flatMap({ Relation(rawValue: String($0)) }) else { return nil }
    guard parts.count == 2 else {
      self.init(relation, .words(Self.presetDistance))
      return
    }
    switch parts[1] {
    case "s": self.init(relation, .sentence)
    case "p": self.init(relation, .paragraph)
    case let digits where !digits.isEmpty && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }:
      self.init(relation, .words(min(Int(digits) ?? Self.greatestDistance, Self.greatestDistance)))
    default: return nil
    }
  }

  /// No paragraph has more words.
  static let greatestDistance = 1 << 30
}
