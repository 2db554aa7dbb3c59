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

  private enum Known {
    case asked
    case made(RangeBounds)

    /// With what a dictionary takes for it, about.
    var byteCount: Int {
      switch self {
      case .asked: 128
      case .made(let bounds): 128 + bounds.byteCount
      }
    }
  }

  private struct State {
    /// What was asked for since ``older`` was full, and before.
    var recent: [Key: Known] = [:]
    var older: [Key: Known] = [:]
    var recentByteCount = 0

    mutating func known(_ key: Key, byteLimit: Int) -> Known? {
      if let known = recent[key] { return known }
      guard let known = older.removeValue(forKey: key) else { return nil }
      insert(known, for: key, byteLimit: byteLimit)
      return known
    }

    mutating func insert(_ known: Known, for key: Key, byteLimit: Int) {
      if recentByteCount + known.byteCount > byteLimit / 2 {
        older = recent
        recent = [:]
        recentByteCount = 0
      }
      recentByteCount += known.byteCount - (recent[key]?.byteCount ?? 0)
      recent[key] = known
    }
  }

  private let state = Mutex(State())
  private let levels: SaturationLevels
  /// The most memory that they take, about.
  private let byteLimit: Int

  /// - Parameters:
  ///   - levels: With ``parameters``, of paragraphs.
  ///   - byteLimit: The most memory that they take, about.
  init(_ levels: SaturationLevels, byteLimit: Int) {
    self.levels = levels
    self.byteLimit = byteLimit
  }

  /// For a segment of a collection.
  convenience init(_ levels: SaturationLevels, unitCount: Int, segmentCount: Int) {
    self.init(levels, byteLimit: max((128 << 20) / segmentCount, 64 * unitCount))
  }

  /// Those that bounds are made for; whoever asks for others does without.
  static let parameters = BM25.Parameters()

  /// The bounds of lists; nil if any of those that are kept is asked for the first time.
  func bounds(
    of lists: ArraySlice<FlatQuery.WeighedList>, in reader: SegmentReader, _ options: SearchOptions
  ) throws(SearchError) -> (levels: SaturationLevels, bounds: [RangeBounds])? {
    let lists = Array(lists)
    let keys = lists.map {
      Key(
        section: $0.section, start: $0.list.postings.lowerBound, documentFrequency: $0.list.documentFrequency)
    }
    var bounds = [RangeBounds?](repeating: nil, count: lists.count)
    let isNew = state.withLock { state in
      var isNew = false
      for (index, key) in keys.enumerated() where lists[index].isKept {
        switch state.known(key, byteLimit: byteLimit) {
        case .made(let made): bounds[index] = made
        case .asked: break
        case nil:
          state.insert(.asked, for: key, byteLimit: byteLimit)
          isNew = true
        }
      }
      return isNew
    }
    if isNew { return nil }
    var all: [RangeBounds] = []
    for (index, list) in lists.enumerated() {
      if let known = bounds[index] {
        all.append(known)
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
      if list.isKept {
        state.withLock { $0.insert(.made(made), for: keys[index], byteLimit: byteLimit) }
      }
      all.append(made)
    }
    return (levels, all)
  }
}

extension FlatQuery.WeighedList {
  /// Whether its bounds are worth their memory; of fewer postings they are made anew each time.
  var isKept: Bool { list.documentFrequency >= list.unitCount / 512 }
}
