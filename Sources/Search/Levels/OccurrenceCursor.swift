internal import Postings
internal import Segment

/// Walks the paragraphs in which a word or phrase stands, for units that are made of paragraphs.
struct OccurrenceCursor {
  private enum Walk {
    case term(DictionaryEntry, PostingsCursor)
    case phrase(PhraseCursor)
  }

  private let segment: SegmentReader
  private var walk: Walk
  /// Words in an occurrence.
  let length: UInt32
  /// How often it stands in the present paragraph.
  private(set) var count = 0

  /// - Parameter hasPositions: Whether ``positions(into:)`` will be asked; the list must have them.
  init(over entry: DictionaryEntry, of segment: SegmentReader, hasPositions: Bool) throws(SegmentError) {
    self.segment = segment
    length = 1
    walk = .term(entry, try segment.cursor(over: entry, withPositions: hasPositions))
  }

  init(overPhrase lists: PhraseLists, of segment: SegmentReader) throws(SegmentError) {
    self.segment = segment
    length = UInt32(lists.words.count)
    walk = .phrase(try PhraseCursor(lists, of: segment))
  }

  /// Moves to the first paragraph from `target` on in which it stands, and returns that; `.end` after the last.
  mutating func advance(to target: DocID) throws(SegmentError) -> DocID {
    switch walk {
    case .term(let entry, var cursor):
      let paragraph = try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
        let paragraph = try cursor.advance(to: target, in: bytes)
        if paragraph != .end { count = try cursor.frequency(in: bytes) }
        return paragraph
      }
      walk = .term(entry, cursor)
      return paragraph
    case .phrase(var cursor):
      var target = target
      while true {
        let paragraph = try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
          let paragraph = try cursor.advance(to: target, in: bytes)
          if paragraph != .end { count = try cursor.findStarts(in: bytes) }
          return paragraph
        }
        if paragraph == .end || count > 0 {
          walk = .phrase(cursor)
          return paragraph
        }
        target = paragraph + 1
      }
    }
  }

  /// The positions in the present paragraph at which it starts, ascending.
  mutating func positions(into positions: inout [UInt32]) throws(SegmentError) {
    switch walk {
    case .term(let entry, var cursor):
      try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
        try cursor.positions(in: bytes, postings: bytes, into: &positions)
      }
      walk = .term(entry, cursor)
    case .phrase(let cursor): positions = Array(cursor.starts)
    }
  }
}
