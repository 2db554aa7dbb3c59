internal import Postings
internal import Segment

/// The paragraphs in which places are looked for, those of some paragraphs or pieces of statements, each with its rank: its number among
/// them.
struct AskedParagraphs {
  /// What of a paragraph is asked for.
  struct Part {
    /// Of the paragraph.
    var rank: Int
    /// The words that are meant.
    var words: Range<UInt32>
    /// Whose they are, of a piece.
    var statement: Int?
  }

  /// In order.
  private(set) var parts: [Part] = []
  /// Ascending, each once.
  private(set) var paragraphs: [DocID] = []
  /// Of each paragraph from the first to the last its rank; −1 where it is not asked for.
  private var ranks: [Int32] = []

  var count: Int { paragraphs.count }

  /// Asks for a window's matches, which are paragraphs or pieces of statements, instead of anything before.
  mutating func replace(
    with window: borrowing Window, of space: UnitSpace, in segment: SegmentReader
  ) throws(SegmentError) {
    removeAll()
    try window.forEachMatch { unit, _ throws(SegmentError) in
      if space == .pieces {
        try add(piece: Int(unit), in: segment)
      } else {
        parts.append(Part(rank: add(unit), words: 0..<UInt32.max))
      }
    }
  }

  /// Asks for neighbouring pieces of statements, instead of anything before.
  mutating func replace(withPieces pieces: Range<Int>, in segment: SegmentReader) throws(SegmentError) {
    removeAll()
    for piece in pieces { try add(piece: piece, in: segment) }
  }

  private mutating func removeAll() {
    paragraphs.removeAll(keepingCapacity: true)
    ranks.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
  }

  private mutating func add(piece: Int, in segment: SegmentReader) throws(SegmentError) {
    let range = try segment.tokenRange(at: piece)
    let paragraph = DocID(range.unit)
    if let last = paragraphs.last, paragraph < last { throw segment.rangeDisorder(at: piece) }
    parts.append(Part(rank: add(paragraph), words: range.positions, statement: range.statement))
  }

  /// Adds a paragraph and returns its rank.
  ///
  /// - Precondition: None behind it was added.
  private mutating func add(_ paragraph: DocID) -> Int {
    if paragraphs.last == paragraph { return count - 1 }
    precondition(paragraphs.last.map { $0 < paragraph } ?? true)
    paragraphs.append(paragraph)
    while ranks.count < Int(paragraph - paragraphs[0]) { ranks.append(-1) }
    ranks.append(Int32(count - 1))
    return count - 1
  }

  /// The rank of a paragraph that is not before the first nor behind the last; nil if it is not asked for.
  @inline(__always)
  func rank(of paragraph: DocID) -> Int? {
    let rank = ranks[Int(paragraph - paragraphs[0])]
    return rank < 0 ? nil : Int(rank)
  }
}
