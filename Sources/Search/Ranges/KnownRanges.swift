internal import Postings
internal import Segment
internal import Synchronization

/// The bounds of a segment's lists that are asked for again, of which those that were not asked for longest go when there is no more room.
///
/// They are made when a list is asked for the second time: to walk it takes about as long as a search without them. Threads that ask for the same
/// list at once make it each, and the last keeps it.
final class KnownRanges: Sendable {
  private struct Key: Hashable {
    var section: SegmentFormat.Section
    var start: Int
    var documentFrequency: Int
  }

  private struct Made {
    var bounds: RangeBounds
    /// When they were asked for last, by ``State/time``.
    var lastAsked: Int
  }

  private struct State {
    var made: [Key: Made] = [:]
    var byteCount = 0
    /// Lists that were asked for and have none.
    var asked: Set<Key> = []
    /// Goes on by 1 whenever lists are asked for.
    var time = 0
  }

  private let state = Mutex(State())
  private let levels: SaturationLevels
  private let byteLimit: Int

  /// Lists of which it is remembered that they were asked for once; with more of them, all are forgotten.
  private static let mostAsked = 1 << 13

  /// Those that bounds are made for; whoever asks for others does without.
  static let parameters = BM25.Parameters()

  /// - Parameters:
  ///   - levels: With ``parameters``, of paragraphs.
  ///   - byteLimit: The most memory that the bounds take.
  init(_ levels: SaturationLevels, byteLimit: Int) {
    self.levels = levels
    self.byteLimit = byteLimit
  }

  /// For a segment of `unitCount` units of a collection of `collectionUnitCount`, whose segments share 128 MiB, or 64 bytes a unit if that is more.
  convenience init(_ levels: SaturationLevels, unitCount: Int, of collectionUnitCount: Int) {
    let byteLimit = max(128 << 20, 64 * collectionUnitCount)
    self.init(
      levels, byteLimit: Int(Double(byteLimit) * Double(unitCount) / Double(max(1, collectionUnitCount))))
  }

  /// The bounds of lists; nil if any of those that are kept is asked for the first time.
  ///
  /// - Complexity: O(1) a list whose bounds are known; O(*u* + *p*) of *u* units and *p* postings of another.
  func bounds(
    of lists: [FlatQuery.WeighedList], in reader: SegmentReader, _ options: SearchOptions
  ) throws(SearchError) -> (levels: SaturationLevels, bounds: [RangeBounds])? {
    let keys = lists.map {
      Key(
        section: $0.section, start: $0.list.postings.lowerBound, documentFrequency: $0.list.documentFrequency)
    }
    guard let known = known(keys, isKept: lists.map(\.isKept)) else { return nil }
    var all: [RangeBounds] = []
    for (index, list) in lists.enumerated() {
      if let bounds = known[index] {
        all.append(bounds)
        continue
      }
      try options.checkDeadline()
      let made = try SearchError.reading { () throws(SegmentError) in
        let cursor = try list.cursor(in: reader)
        return try reader.withBytes(of: .norms, in: 0..<reader.unitCount) { norms throws(SegmentError) in
          try reader.withLists { bytes throws(PostingsError) in
            try RangeBounds(of: cursor, levels, norms: norms, in: bytes)
          }
        }
      }
      if list.isKept { insert(made, for: keys[index]) }
      all.append(made)
    }
    return (levels, all)
  }

  /// Of each list the bounds if they are known; nothing at all if one that is kept is asked for the first time.
  private func known(_ keys: [Key], isKept: [Bool]) -> [RangeBounds?]? {
    state.withLock { state in
      state.time += 1
      var known = [RangeBounds?](repeating: nil, count: keys.count)
      var isNew = false
      for (index, key) in keys.enumerated() where isKept[index] {
        if let bounds = state.made[key]?.bounds {
          state.made[key]?.lastAsked = state.time
          known[index] = bounds
        } else if !state.asked.contains(key) {
          if state.asked.count >= Self.mostAsked { state.asked.removeAll() }
          state.asked.insert(key)
          isNew = true
        }
      }
      return isNew ? nil : known
    }
  }

  private func insert(_ bounds: RangeBounds, for key: Key) {
    if bounds.byteCount > byteLimit { return }
    // What goes is freed once the lock is given back.
    _ = state.withLock { state in
      state.asked.remove(key)
      var gone = [state.made.updateValue(Made(bounds: bounds, lastAsked: state.time), forKey: key)]
      state.byteCount += bounds.byteCount - (gone[0]?.bounds.byteCount ?? 0)
      while state.byteCount > byteLimit,
        let oldest = state.made.lazy.filter({ $0.key != key }).min(by: {
          $0.value.lastAsked < $1.value.lastAsked
        })
      {
        state.byteCount -= oldest.value.bounds.byteCount
        gone.append(state.made.removeValue(forKey: oldest.key))
      }
      return gone
    }
  }
}

extension FlatQuery.WeighedList {
  /// Whether its bounds are worth their memory: with fewer postings, the levels of eighths, a byte each, are nearly all 0.
  var isKept: Bool { list.documentFrequency >= list.unitCount / 512 }
}
