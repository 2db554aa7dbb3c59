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
  /// Where the phrase begins in the present unit, ascending; of use once ``findStarts(in:)`` was called.
  private(set) var starts: [UInt32] = []
  private var positions: [UInt32] = []
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
  mutating func lead(to target: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    try cursors[0].advance(to: target, in: bytes)
  }

  /// The rarest word.
  var leader: PostingsCursor {
    get { cursors[0] }
    _modify { yield &cursors[0] }
  }

  /// `unit` if every word stands there, and then all cursors do; else a later one before which they do not meet.
  mutating func find(_ unit: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    for index in cursors.indices {
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

  /// Finds where the phrase begins in the unit on which all cursors stand; returns how often it does.
  mutating func findStarts(in bytes: RawSpan) throws(PostingsError) -> Int {
    try cursors[0].positions(in: bytes, postings: bytes, into: &starts)
    Self.shiftBack(&starts, by: places[0])
    for index in cursors.indices.dropFirst() {
      if starts.isEmpty { return 0 }
      try cursors[index].positions(in: bytes, postings: bytes, into: &positions)
      Self.keep(&starts, among: positions, shiftedBackBy: places[index])
    }
    return starts.count
  }

  /// Positions at which the phrase would begin; those too near the unit's start are dropped.
  private static func shiftBack(_ positions: inout [UInt32], by place: UInt32) {
    if place == 0 { return }
    positions.removeAll { $0 < place }
    for index in positions.indices { positions[index] -= place }
  }

  /// Keeps the starts behind which, by `place`, one of `positions` stands; both ascend.
  private static func keep(
    _ starts: inout [UInt32], among positions: [UInt32], shiftedBackBy place: UInt32
  ) {
    var kept = 0
    var other = 0
    for index in starts.indices {
      let wanted = UInt64(starts[index]) + UInt64(place)
      while other < positions.count, positions[other] < wanted { other += 1 }
      if other < positions.count, positions[other] == wanted {
        starts[kept] = starts[index]
        kept += 1
      }
    }
    starts.removeLast(starts.count - kept)
  }
}
