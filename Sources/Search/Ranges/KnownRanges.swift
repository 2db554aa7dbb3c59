internal import Postings
internal import Segment
internal import Synchronization

/// The bounds of the lists that are asked for often, kept for as long as the snapshot lives.
///
/// They are made of a list when it is asked for the second time: to walk it takes longer than most searches.
final class KnownRanges: Sendable {
  private struct Key: Hashable {
    var segment: Int
    var section: SegmentFormat.Section
    var start: Int
  }

  private enum Known {
    case asked
    case made(RangeBounds)
  }

  private struct State {
    /// What levels depend on.
    var parameters = BM25.Parameters()
    var levels: SaturationLevels?
    var lists: [Key: Known] = [:]
    var byteCount = 0

    /// Forgets what other parameters gave.
    mutating func prepare(for parameters: BM25.Parameters, _ bm25: BM25) -> SaturationLevels {
      if let levels, self.parameters == parameters { return levels }
      let made = SaturationLevels(bm25)
      self = State(parameters: parameters, levels: made)
      return made
    }
  }

  private let state = Mutex(State())
  private let byteLimit: Int

  /// - Parameter byteLimit: The most memory that they take, about.
  init(byteLimit: Int) { self.byteLimit = byteLimit }

  /// - Parameter unitCount: Of the whole collection.
  convenience init(unitCount: Int) { self.init(byteLimit: max(64 << 20, 64 * unitCount)) }

  /// The bounds of lists; nil if any of those that are kept is asked for the first time.
  ///
  /// - Parameter segment: The number of their segment.
  func bounds(
    of lists: [FlatQuery.WeighedList], in reader: SegmentReader, segment: Int, _ options: SearchOptions
  ) throws(SearchError) -> (levels: SaturationLevels, bounds: [RangeBounds])? {
    let keys = lists.map { Key(segment: segment, section: $0.section, start: $0.list.postings.lowerBound) }
    let known = state.withLock { state in
      let levels = state.prepare(for: options.parameters, lists[0].bm25)
      var bounds: [RangeBounds?] = []
      var isNew = false
      for (list, key) in zip(lists, keys) {
        if case .made(let made) = state.lists[key] {
          bounds.append(made)
        } else {
          bounds.append(nil)
          isNew = isNew || list.isKept && state.lists[key] == nil
          if list.isKept { state.lists[key] = .asked }
        }
      }
      return isNew ? nil : (levels, bounds)
    }
    guard let (levels, bounds) = known else { return nil }
    var all: [RangeBounds] = []
    for (index, list) in lists.enumerated() {
      if let made = bounds[index] {
        all.append(made)
        continue
      }
      try options.checkDeadline()
      let made = try Self.bounds(of: list, in: reader, levels)
      if list.isKept { insert(made, for: keys[index], options.parameters) }
      all.append(made)
    }
    return (levels, all)
  }

  private static func bounds(
    of list: FlatQuery.WeighedList, in reader: SegmentReader, _ levels: SaturationLevels
  ) throws(SearchError) -> RangeBounds {
    try SearchError.reading { () throws(SegmentError) in
      let cursor = try list.cursor(in: reader)
      return try reader.withBytes(of: .norms, in: 0..<reader.unitCount) { norms throws(SegmentError) in
        try reader.withLists { bytes throws(PostingsError) in
          try RangeBounds(of: cursor, levels, norms: norms, in: bytes)
        }
      }
    }
  }

  private func insert(_ made: RangeBounds, for key: Key, _ parameters: BM25.Parameters) {
    state.withLock { state in
      guard state.parameters == parameters else { return }
      if case .made = state.lists[key] { return }
      if state.byteCount + made.byteCount > byteLimit {
        // Those that are asked for often are soon made again.
        state.lists.removeAll(keepingCapacity: true)
        state.byteCount = 0
      }
      state.lists[key] = .made(made)
      state.byteCount += made.byteCount
    }
  }
}

extension FlatQuery.WeighedList {
  /// Whether its bounds are worth their memory; of fewer postings they are made anew each time.
  fileprivate var isKept: Bool { list.documentFrequency >= list.unitCount / 512 }
}
