internal import Segment

/// Where the leaves of an expression stand in the paragraphs that are asked for: a bit for every word of them, set where an occurrence starts.
///
/// All paragraphs of a window at once, a block of postings at a time: where each of many units has each of many frequent words, that takes
/// a few nanoseconds a place. Places of a thousand terms need not be sorted, and one that several terms have is one.
struct FoundPlaces {
  /// Of each leaf.
  private var columns: [PlaceColumn] = []
  private let segment: SegmentReader
  /// One leaf's rooms of all paragraphs behind the other's.
  private var bits: [UInt64] = []
  /// In the rooms of one leaf.
  private var wordCount = 0

  /// - Parameter leaves: Of each leaf what it is in the segment.
  init(_ leaves: [[PlaceColumn.Source]], of segment: SegmentReader) throws(SegmentError) {
    self.segment = segment
    for sources in leaves { columns.append(try PlaceColumn(sources, of: segment)) }
  }

  /// How many units of a window to look at together, a power of 2 from 64 on: all with sixteen leaves or less, fewer with more, so that
  /// the rooms of all leaves take no more memory than those of sixteen.
  var portion: Int {
    var portion = Window.unitCount
    while portion > 64, portion * columns.count > 16 * Window.unitCount { portion /= 2 }
    return portion
  }

  /// Finds the places in these paragraphs, instead of any before.
  ///
  /// - Precondition: No paragraph before one asked for earlier.
  mutating func find(in asked: borrowing AskedParagraphs) throws(SegmentError) {
    wordCount = asked.rooms[asked.count]
    bits.removeAll(keepingCapacity: true)
    bits.append(contentsOf: repeatElement(0, count: columns.count * wordCount))
    for leaf in columns.indices {
      if let rank = try columns[leaf].setBits(of: &bits, from: leaf * wordCount, in: asked) {
        throw segment.corrupt(
          .norms, at: Int(asked.paragraphs[rank]), "a word stands behind those that the paragraph has")
      }
    }
  }

  /// Where in the bits what is asked for of a paragraph lies.
  struct Room {
    /// The paragraph's words of 64 bits, among those of a leaf.
    fileprivate var bits: Range<Int>
    /// The positions that are meant.
    var positions: Range<Int>
  }

  func room(of part: AskedParagraphs.Part, in asked: borrowing AskedParagraphs) -> Room {
    let bits = asked.rooms[part.rank]..<asked.rooms[part.rank + 1]
    let end = min(Int(part.words.upperBound), bits.count << 6)
    return Room(bits: bits, positions: min(Int(part.words.lowerBound), end)..<end)
  }

  /// The first occurrence of a leaf from a position on; nil if there is none.
  @inline(__always)
  func first(of leaf: Int, from position: Int, in room: Room) -> Interval? {
    let length = columns[leaf].length
    let position = max(position, room.positions.lowerBound)
    var index = position >> 6
    guard index < room.bits.count else { return nil }
    let words = bits.span.extracting(droppingFirst: leaf * wordCount + room.bits.lowerBound)
    var rest = words[index] & (.max << UInt64(position & 63))
    while rest == 0 {
      index += 1
      if index == room.bits.count { return nil }
      rest = words[index]
    }
    let start = index << 6 + rest.trailingZeroBitCount
    guard start + length <= room.positions.upperBound else { return nil }
    return Interval(start: UInt32(start), end: UInt32(start + length))
  }

  /// Words in an occurrence of a leaf.
  @inline(__always)
  func length(of leaf: Int) -> Int { columns[leaf].length }

  /// The last occurrence of a leaf that starts at `floor` or behind it and ends at `position` or before, as the end of an interval; nil if
  /// there is none.
  @inline(__always)
  func last(of leaf: Int, endingBy position: Int, from floor: Int, in room: Room) -> Interval? {
    let length = columns[leaf].length
    let floor = max(floor, room.positions.lowerBound)
    let start = min(position, room.positions.upperBound) - length
    guard start >= floor else { return nil }
    let words = bits.span.extracting(droppingFirst: leaf * wordCount + room.bits.lowerBound)
    var index = start >> 6
    var rest = words[index] & (.max >> UInt64(63 - start & 63))
    while rest == 0 {
      index -= 1
      if index < floor >> 6 { return nil }
      rest = words[index]
    }
    let found = index << 6 + 63 - rest.leadingZeroBitCount
    guard found >= floor else { return nil }
    return Interval(start: UInt32(found), end: UInt32(found + length))
  }

  /// All occurrences of a leaf, ascending.
  func intervals(of leaf: Int, in room: Room) -> [Interval] {
    var intervals: [Interval] = []
    find(leaf, in: room, into: &intervals)
    return intervals
  }

  /// Replaces `intervals` with all occurrences of a leaf, ascending.
  func find(_ leaf: Int, in room: Room, into intervals: inout [Interval]) {
    intervals.removeAll(keepingCapacity: true)
    var next = first(of: leaf, from: 0, in: room)
    while let interval = next {
      intervals.append(interval)
      next = first(of: leaf, from: Int(interval.start) + 1, in: room)
    }
  }
}
