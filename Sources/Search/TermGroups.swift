internal import Query
internal import Synchronization

/// What was found of patterns and of groups that rank as one term, kept for as long as the snapshot lives.
///
/// A group's weight takes the exact number of units with any of its terms, which takes as long to count as the query itself.
final class TermGroups: Sendable {
  /// The most patterns, and the most groups, that are remembered.
  private static let limit = 256

  private struct Known {
    var expansions: [ExpansionKey: Expansion] = [:]
    var unitCounts: [UnitCountKey: Int] = [:]
  }

  private struct ExpansionKey: Hashable {
    var pattern: TermPattern
    var limit: Int
  }

  struct UnitCountKey: Hashable {
    /// The group in plain words, which tell forms and patterns apart.
    var group: String
    var level: Level
    /// The most terms of each pattern in it.
    var limits: [Int]
  }

  private let known = Mutex(Known())

  /// The terms that a pattern stands for, at most `limit`.
  func expansion(
    of pattern: TermPattern, in segments: [OpenSegment], limit: Int, _ options: SearchOptions
  ) throws(SearchError) -> Expansion {
    let key = ExpansionKey(pattern: pattern, limit: limit)
    if let expansion = known.withLock({ $0.expansions[key] }) { return expansion }
    let expansion = try Expansion.of(pattern, in: segments, limit: limit, options)
    known.withLock { known in
      if known.expansions.count >= Self.limit { known.expansions.removeAll() }
      known.expansions[key] = expansion
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
