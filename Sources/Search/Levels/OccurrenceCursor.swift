internal import Postings
internal import Segment

/// Walks the paragraphs in which a word or phrase stands, for units that are made of paragraphs.
struct OccurrenceCursor {
  private let segment: SegmentReader
  /// One of them: the cursor over a term's list, or over a phrase.
  private var term: PostingsCursor?
  private var phrase: PhraseCursor?
  /// Words in an occurrence.
  let length: UInt32
  /// How often it stands in the present paragraph.
  private(set) var count = 0

  /// - Parameter hasPositions: Whether ``positions(into:)`` will be asked; the list must have them.
  init(over entry: DictionaryEntry, of segment: SegmentReader, hasPositions: Bool) throws(SegmentError) {
    self.segment = segment
    length = 1
    term = try segment.cursor(over: entry, withPositions: hasPositions)
  }

  init(overPhrase lists: PhraseLists, of segment: SegmentReader) throws(SegmentError) {
    self.segment = segment
    length = UInt32(lists.words.count)
    phrase = try PhraseCursor(lists, of: segment)
  }

  /// Moves to the first paragraph from `target` on in which it stands, and returns that; `.end` after the last.
  mutating func advance(to target: DocID) throws(SegmentError) -> DocID {
    try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
      if let paragraph = try term?.advance(to: target, in: bytes) {
        if paragraph != .end { count = try term?.frequency(in: bytes) ?? 0 }
        return paragraph
      }
      var target = target
      while let paragraph = try phrase?.advance(to: target, in: bytes), paragraph != .end {
        count = try phrase?.findStarts(in: bytes) ?? 0
        if count > 0 { return paragraph }
        target = paragraph + 1
      }
      return .end
    }
  }

  /// The positions in the present paragraph at which it starts, ascending.
  mutating func positions(into positions: inout [UInt32]) throws(SegmentError) {
    if let phrase {
      positions.removeAll(keepingCapacity: true)
      positions += phrase.starts
      return
    }
    try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
      try term?.positions(in: bytes, postings: bytes, into: &positions)
    }
  }
}
