internal import Postings
internal import Segment

/// Where a word, a phrase or any of several terms stands in the paragraphs of one window after another.
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
  let length: Int

  init(_ sources: [Source], of segment: SegmentReader) throws(SegmentError) {
    for source in sources {
      switch source {
      case .term(let entry):
        cursors.append(try OccurrenceCursor(over: entry, of: segment, hasPositions: true))
      case .phrase(let lists):
        cursors.append(try OccurrenceCursor(overPhrase: lists, of: segment, hasPositions: true))
      }
    }
    let length = cursors.first?.length ?? 1
    precondition(cursors.allSatisfy { $0.length == length })
    self.length = Int(length)
  }

  /// Sets, in words of 64 bits, those bits of the paragraphs' rooms, which begin at `base`, at whose words an occurrence starts.
  ///
  /// - Precondition: No paragraph before one asked for earlier.
  /// - Returns: The rank of a paragraph that has one beyond its room; nil if none has.
  mutating func setBits(
    of words: inout [UInt64], from base: Int, in asked: borrowing AskedParagraphs
  ) throws(SegmentError) -> Int? {
    var words = words.mutableSpan
    let rooms = asked.rooms
    var broken: Int?
    for index in cursors.indices {
      try cursors[index].forEachRun(in: asked) { paragraphs, frequencies, starts in
        asked.forEachAsked(of: paragraphs, frequencies) { rank, range in
          let first = base + rooms[rank]
          guard Int(starts[range.upperBound - 1] >> 6) < rooms[rank + 1] - rooms[rank] else {
            broken = rank
            return
          }
          for place in range {
            let start = starts[place]
            words[first + Int(start >> 6)] |= 1 << UInt64(start & 63)
          }
        }
      }
    }
    return broken
  }
}
