internal import Postings
internal import Segment

/// Where a word, a phrase or any of several terms stands in the paragraphs of one window after another.
///
/// All paragraphs of a window at once, a block of postings at a time: where each of many units has each of many frequent words, that
/// takes a few nanoseconds a place.
struct PlaceColumn {
  /// What is looked for in one segment.
  enum Source {
    case term(DictionaryEntry)
    case phrase(PhraseLists)

    var isWord: Bool {
      if case .term = self { true } else { false }
    }
  }

  /// Of each source.
  private var cursors: [OccurrenceCursor] = []
  /// Words in an occurrence; the same for all sources.
  private let length: UInt32
  /// Places: a paragraph's rank above the position.
  private var keys: [UInt64] = []
  private var sorted: [UInt64] = []
  /// Of each rank where its intervals end.
  private var ends: [Int] = []

  init(_ sources: [Source], of segment: SegmentReader) throws(SegmentError) {
    for source in sources {
      switch source {
      case .term(let entry):
        cursors.append(try OccurrenceCursor(over: entry, of: segment, hasPositions: true))
      case .phrase(let lists): cursors.append(try OccurrenceCursor(overPhrase: lists, of: segment))
      }
    }
    length = cursors.first?.length ?? 1
    precondition(cursors.allSatisfy { $0.length == length })
  }

  /// Replaces `intervals` with the least ones in all paragraphs that are asked for, in their order.
  ///
  /// - Precondition: No paragraph before one asked for earlier.
  mutating func find(
    in asked: borrowing AskedParagraphs, into intervals: inout [Interval]
  ) throws(SegmentError) {
    keys.removeAll(keepingCapacity: true)
    for index in cursors.indices { try cursors[index].appendStarts(in: asked, to: &keys) }
    if cursors.count > 1 { sort(rankCount: asked.count) }
    intervals.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    // Several terms may stand at one place; places of one length that differ are all least.
    var last = UInt64.max
    for key in keys where key != last {
      while ends.count < key >> 32 { ends.append(intervals.count) }
      let start = UInt32(truncatingIfNeeded: key)
      intervals.append(Interval(start: start, end: start + length))
      last = key
    }
    while ends.count < asked.count { ends.append(intervals.count) }
  }

  /// Which of the intervals are in the paragraph with a rank.
  func range(ofRank rank: Int) -> Range<Int> { (rank == 0 ? 0 : ends[rank - 1])..<ends[rank] }

  /// Puts the keys in order: by rank all together, then those of each rank, which are few.
  private mutating func sort(rankCount: Int) {
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: rankCount + 1))
    for key in keys { ends[Int(key >> 32) + 1] += 1 }
    for rank in 0..<rankCount { ends[rank + 1] += ends[rank] }
    sorted.removeAll(keepingCapacity: true)
    sorted.append(contentsOf: repeatElement(0, count: keys.count))
    for key in keys {
      let rank = Int(key >> 32)
      sorted[ends[rank]] = key
      ends[rank] += 1
    }
    // By now each ends where the next starts.
    for rank in 0..<rankCount { sorted.sortShort(rank == 0 ? 0..<ends[0] : ends[rank - 1]..<ends[rank]) }
    swap(&keys, &sorted)
  }
}

extension [UInt64] {
  /// Sorts a range of them, mostly a short one.
  fileprivate mutating func sortShort(_ range: Range<Int>) {
    if range.count > 48 {
      self[range].sort()
      return
    }
    for index in range.dropFirst() {
      let value = self[index]
      var place = index
      while place > range.lowerBound, self[place - 1] > value {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = value
    }
  }
}
