internal import Query
internal import Synchronization

/// What was found of patterns and of groups that rank as one term, kept for as long as the snapshot lives.
///
/// A group's weight takes the exact number of units with any of its terms, which takes as long to count as the query itself.
final class TermGroups: Sendable {
  /// The most patterns, and the most groups, that are remembered.
  private static let limit = 256

  private struct Known {
    var expansions: [TermPattern: Expansion] = [:]
    var unitCounts: [UnitCountKey: Int] = [:]
  }

  struct UnitCountKey: Hashable {
    /// The group in plain words, which tell forms and patterns apart.
    var group: String
    var level: Level
  }

  private let known = Mutex(Known())

  /// The terms that a pattern stands for.
  func expansion(
    of pattern: TermPattern, in segments: [OpenSegment]
  ) throws(SearchError) -> Expansion {
    if let expansion = known.withLock({ $0.expansions[pattern] }) { return expansion }
    let expansion = try Expansion.of(pattern, in: segments)
    known.withLock { known in
      if known.expansions.count >= Self.limit { known.expansions.removeAll() }
      known.expansions[pattern] = expansion
    }
    return expansion
  }

  /// The number of units with a group, which `count` counts if it is not known.
  func unitCount(
    of key: UnitCountKey, count: () throws(SearchError) -> Int
  ) throws(SearchError) -> Int {
    if let known = known.withLock({ $0.unitCounts[key] }) { return known }
    let counted = try count()
    known.withLock { known in
      if known.unitCounts.count >= Self.limit { known.unitCounts.removeAll() }
      known.unitCounts[key] = counted
    }
    return counted
  }
}
