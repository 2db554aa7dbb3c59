internal import Query
internal import Synchronization

/// What was found of patterns, of groups that rank as one term and of names that are spoken of, kept for as long as the snapshot lives.
///
/// A group's weight takes the exact number of units with any of its terms, which takes as long to count as the query itself. So the units are
/// kept as they are counted, and need not be found again.
final class TermGroups: Sendable {
  /// The most patterns, and the most groups, that are remembered.
  private static let limit = 256
  /// The most memory that units of groups take, and that those of one take while they are counted.
  let byteLimit: Int

  /// The units with a group, or a name.
  struct Tally {
    var unitCount: Int
    /// Of each segment which they are; nil if that is not kept.
    var units: [UnitFrequencies]?

    fileprivate var byteCount: Int { units == nil ? 0 : unitCount * UnitFrequencies.bytesOfEach }
  }

  private struct Known {
    var expansions: [ExpansionKey: Expansion] = [:]
    var tallies: [TallyKey: Tally] = [:]
    /// Of all tallies.
    var byteCount = 0

    mutating func insert(_ tally: Tally, for key: TallyKey, byteLimit: Int) {
      if tallies.count >= TermGroups.limit {
        tallies.removeAll()
        byteCount = 0
      }
      if byteCount + tally.byteCount > byteLimit {
        // They are counted again when they are asked for; those that are too many are only numbers, and stay.
        tallies = tallies.filter { $0.value.units == nil }
        byteCount = 0
      }
      byteCount += tally.byteCount - (tallies[key]?.byteCount ?? 0)
      tallies[key] = tally
    }
  }

  private struct ExpansionKey: Hashable {
    var pattern: TermPattern
    var limit: Int
  }

  struct TallyKey: Hashable {
    /// The group in plain words, which tell forms and patterns apart: as bytes, since texts with marks in another order are equal as strings.
    var group: [UInt8]
    var space: UnitSpace
    /// The most terms of each pattern in it.
    var limits: [Int]
  }

  /// What tells where a name is meant: all that it may be known by, which the same text need not always be.
  static func key(of name: SpeakerName, in space: UnitSpace) -> TallyKey {
    let parts = [Array("about".utf8), name.key, name.bareKey ?? []] + name.knownKeys
    return TallyKey(group: Array(parts.joined(separator: [0])), space: space, limits: [])
  }

  private let known = Mutex(Known())

  init(byteLimit: Int = 64 << 20) { self.byteLimit = byteLimit }

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

  /// The units with a group, if they were counted.
  func known(_ key: TallyKey) -> Tally? { known.withLock { $0.tallies[key] } }

  /// The units with a group, which `tally` counts if they are not known.
  ///
  /// - Parameter tally: Counts units that take no more memory than ``byteLimit``, or does not keep them.
  func tally(
    of key: TallyKey, _ tally: () throws(SearchError) -> Tally
  ) throws(SearchError) -> Tally {
    if let known = known(key) { return known }
    let counted = try tally()
    known.withLock { $0.insert(counted, for: key, byteLimit: byteLimit) }
    return counted
  }
}
