internal import Postings
internal import Segment

/// Where a word, a phrase or any of several terms stands, paragraph by paragraph.
struct LeafPlaces {
  /// What is looked for in one segment.
  enum Source {
    case term(DictionaryEntry)
    case phrase(PhraseLists)
  }

  /// Of each source, with the paragraph that it stands on; nil before the first.
  private var cursors: [(cursor: OccurrenceCursor, paragraph: DocID?)] = []
  private var starts: [UInt32] = []

  init(_ sources: [Source], of segment: SegmentReader) throws(SegmentError) {
    for source in sources {
      switch source {
      case .term(let entry):
        cursors.append((try OccurrenceCursor(over: entry, of: segment, hasPositions: true), nil))
      case .phrase(let lists): cursors.append((try OccurrenceCursor(overPhrase: lists, of: segment), nil))
      }
    }
  }

  /// The least intervals in a paragraph that lie in `words`.
  /// - Precondition: No paragraph before one asked for earlier.
  mutating func intervals(
    in paragraph: Int, _ words: Range<UInt32>
  ) throws(SegmentError) -> [Interval] {
    let paragraph = DocID(paragraph)
    var intervals: [Interval] = []
    for index in cursors.indices {
      if cursors[index].paragraph.map({ $0 < paragraph }) ?? true {
        cursors[index].paragraph = try cursors[index].cursor.advance(to: paragraph)
      }
      guard cursors[index].paragraph == paragraph else { continue }
      try cursors[index].cursor.positions(into: &starts)
      let length = cursors[index].cursor.length
      for start in starts where words.contains(start) && length <= words.upperBound - start {
        intervals.append(Interval(start: start, end: start + length))
      }
    }
    if cursors.count > 1 { intervals.keepMinimal() }
    return intervals
  }
}
