internal import Postings
internal import Segment

/// Walks the units in which terms stand one after the other.
///
/// The rarest term leads; where all stand in a unit, their positions are intersected, each shifted back by its place in the
/// phrase. A unit's frequency is the number of places where the whole phrase begins.
struct PhraseCursor {
  /// Of the words by document frequency, the rarest first.
  private var cursors: [PostingsCursor]
  /// The place in the phrase, from 0, of the word of each cursor.
  private let places: [UInt32]
  /// Where the phrase begins in the present unit, ascending; of use once ``findStarts(atMost:in:)`` was called.
  private(set) var starts: [UInt32] = []
  /// Of each cursor, its positions in the unit.
  private var walks: [PositionWalk] = []
  /// Units of the rarest word.
  let documentFrequency: Int

  init(_ entries: [DictionaryEntry], of segment: SegmentReader) throws(SegmentError) {
    let order = entries.indices.sorted {
      (entries[$0].list.documentFrequency, $0) < (entries[$1].list.documentFrequency, $1)
    }
    var cursors: [PostingsCursor] = []
    for place in order { cursors.append(try segment.cursor(over: entries[place], withPositions: true)) }
    self.cursors = cursors
    places = order.map { UInt32($0) }
    documentFrequency = entries[order[0]].list.documentFrequency
  }

  // MARK: - Words

  /// Moves the rarest word to its first unit from `target` on, and returns it.
  private mutating func lead(to target: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    try cursors[0].advance(to: target, in: bytes)
  }

  /// A cursor over the rarest word, where this one's stands now.
  var leader: PostingsCursor { cursors[0] }

  /// The directories of the words that have one, the rarest first.
  var directories: [IDDirectory] { cursors.compactMap(\.directory) }

  /// Whether every word stands in the unit of the posting at `index` of the run of `leader`, a cursor over the rarest; then all cursors do.
  mutating func follow(
    _ leader: borrowing PostingsCursor, at index: Int, in bytes: RawSpan
  ) throws(PostingsError) -> Bool {
    cursors[0].stand(at: index, of: leader)
    let unit = cursors[0].docID
    return try find(unit, from: 1, in: bytes) == unit
  }

  /// `unit` if every word stands there, and then all cursors do; else a later one before which they do not meet.
  mutating func find(_ unit: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    try find(unit, from: 0, in: bytes)
  }

  private mutating func find(
    _ unit: DocID, from first: Int, in bytes: RawSpan
  ) throws(PostingsError) -> DocID {
    for index in first..<cursors.count {
      let reached = try cursors[index].find(unit, in: bytes)
      if reached != unit { return reached }
    }
    return unit
  }

  /// Moves every cursor to the first unit from `target` on in which all words stand, and returns it.
  mutating func advance(to target: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    var unit = try lead(to: target, in: bytes)
    while unit != .end {
      let common = try find(unit, in: bytes)
      if common == unit { return unit }
      unit = try lead(to: common, in: bytes)
    }
    return .end
  }

  // MARK: - Occurrences

  /// The phrase stands no more often in the unit on which all cursors stand: no word does.
  mutating func greatestFrequency(in bytes: RawSpan) throws(PostingsError) -> Int {
    var least = try cursors[0].frequency(in: bytes)
    for index in cursors.indices.dropFirst() where least > 1 {
      least = min(least, try cursors[index].frequency(in: bytes))
    }
    return least
  }

  /// Finds the first `limit` places where the phrase begins in the unit on which all cursors stand; returns how many there are.
  mutating func findStarts(atMost limit: Int = .max, in bytes: RawSpan) throws(PostingsError) -> Int {
    starts.removeAll(keepingCapacity: true)
    walks.removeAll(keepingCapacity: true)
    for index in cursors.indices {
      walks.append(try cursors[index].positionWalk(in: bytes, postings: bytes))
    }
    repeat {
      guard walks[0].position >= places[0] else { continue }
      let start = walks[0].position - places[0]
      var index = 1
      while index < walks.count {
        let wanted = UInt64(start) + UInt64(places[index])
        guard try walks[index].advance(to: wanted, in: bytes) else { return starts.count }
        if UInt64(walks[index].position) != wanted { break }
        index += 1
      }
      if index == walks.count {
        starts.append(start)
        if starts.count == limit { break }
      }
    } while try walks[0].next(in: bytes)
    return starts.count
  }
}
