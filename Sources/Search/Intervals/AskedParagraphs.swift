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
    /// Of a piece, its number and whose it is.
    var piece: (number: Int, statement: Int)?
  }

  /// In order.
  private(set) var parts: [Part] = []
  /// Ascending, each once.
  private(set) var paragraphs: [DocID] = []
  /// Of each paragraph from the first to the last its rank, −1 where it is not asked for; empty where these are many more than are asked
  /// for.
  private var ranks: [Int32] = []
  /// Of each rank the first of the words of 64 bits in which the paragraph has one for each of its words; and behind the last where they end.
  /// Empty after ``replace(withPiecesAskedBy:in:)``.
  private(set) var rooms: [Int] = []
  /// Of each rank the first of its parts; and behind the last where they end.
  private(set) var firstParts: [Int] = []

  var count: Int { paragraphs.count }

  /// Asks for those of a window's matches with certain numbers in it, which are paragraphs or pieces of statements, instead of anything before.
  mutating func replace(
    with window: borrowing Window, _ numbers: Range<Int> = 0..<Window.unitCount, of space: UnitSpace,
    in segment: SegmentReader
  ) throws(SegmentError) {
    removeAll()
    try window.forEachMatch(in: numbers) { unit, _ throws(SegmentError) in
      if space == .pieces {
        try add(try segment.tokenRange(at: Int(unit)), ofPiece: Int(unit), in: segment)
      } else {
        parts.append(Part(rank: add(unit), words: 0..<UInt32.max))
      }
    }
    endParts()
    try makeRooms(in: segment)
  }

  /// Asks for the pieces of statements that a window asks for, instead of anything before.
  mutating func replace(
    withPiecesAskedBy window: borrowing Window, in segment: SegmentReader
  ) throws(SegmentError) {
    removeAll()
    for pieces in window.askedRanges {
      try segment.forEachTokenRange(in: pieces) { piece, range throws(SegmentError) in
        try add(range, ofPiece: piece, in: segment)
      }
    }
    endParts()
  }

  private mutating func removeAll() {
    paragraphs.removeAll(keepingCapacity: true)
    ranks.removeAll(keepingCapacity: true)
    parts.removeAll(keepingCapacity: true)
    firstParts.removeAll(keepingCapacity: true)
    rooms.removeAll(keepingCapacity: true)
  }

  private mutating func add(
    _ range: SegmentReader.TokenRange, ofPiece piece: Int, in segment: SegmentReader
  ) throws(SegmentError) {
    let paragraph = DocID(range.unit)
    if let last = paragraphs.last, paragraph < last { throw segment.rangeDisorder(at: piece) }
    parts.append(
      Part(rank: add(paragraph), words: range.positions, piece: (piece, range.statement)))
  }

  /// Adds a paragraph and returns its rank.
  ///
  /// - Precondition: None behind it was added.
  private mutating func add(_ paragraph: DocID) -> Int {
    if paragraphs.last == paragraph { return count - 1 }
    precondition(paragraphs.last.map { $0 < paragraph } ?? true)
    paragraphs.append(paragraph)
    firstParts.append(parts.count)
    return count - 1
  }

  /// The rank of a paragraph that is not before the first nor behind the last; nil if it is not asked for.
  @inline(__always)
  func rank(of paragraph: DocID) -> Int? {
    if ranks.isEmpty { return soughtRank(of: paragraph) }
    let rank = ranks[Int(paragraph - paragraphs[0])]
    return rank < 0 ? nil : Int(rank)
  }

  /// Calls `visit` with those of some postings that are asked for: the rank of the paragraph, and which of the places, which are one posting's
  /// behind the other's, are its.
  ///
  /// - Precondition: No posting is before the first paragraph or behind the last.
  @inline(__always)
  func forEachAsked(
    of ids: Span<DocID>, _ frequencies: Span<UInt32>, _ visit: (Int, Range<Int>) -> Void
  ) {
    var start = 0
    for index in ids.indices {
      let end = start + Int(frequencies[index])
      if let rank = rank(of: ids[index]) { visit(rank, start..<end) }
      start = end
    }
  }

  /// Whether any of these postings is asked for.
  func asks(forAnyOf ids: Span<DocID>) -> Bool {
    for index in ids.indices where rank(of: ids[index]) != nil { return true }
    return false
  }

  private func soughtRank(of paragraph: DocID) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if paragraphs[middle] < paragraph { low = middle + 1 } else { high = middle }
    }
    return low < count && paragraphs[low] == paragraph ? low : nil
  }

  /// Tells the ranks of those that were added, and where the last one's parts end.
  private mutating func endParts() {
    firstParts.append(parts.count)
    guard let first = paragraphs.first, let last = paragraphs.last else { return }
    let span = Int(last - first) + 1
    if span > 16 * Window.unitCount { return }
    ranks.append(contentsOf: repeatElement(-1, count: span))
    for (rank, paragraph) in paragraphs.enumerated() { ranks[Int(paragraph - first)] = Int32(rank) }
  }

  /// As many words as a paragraph can have by the byte that its length is kept in: so all together no more than the segment has, and an
  /// eighth of that, and 63 for each.
  private mutating func makeRooms(in segment: SegmentReader) throws(SegmentError) {
    rooms.append(0)
    guard let first = paragraphs.first, let last = paragraphs.last else { return }
    try segment.withBytes(of: .norms, in: Int(first)..<Int(last) + 1) {
      (norms: RawSpan) throws(SegmentError) in
      var wordCount = 0
      for paragraph in paragraphs {
        let norm = norms.byte(at: Int(paragraph))
        wordCount += Norm.decode(norm)
        guard wordCount <= segment.wordCount else {
          throw segment.corrupt(
            .norms, at: Int(paragraph), "paragraphs have more words than all \(segment.wordCount)")
        }
        rooms.append(rooms[rooms.count - 1] + (Norm.greatestLength(norm) + 63) / 64)
      }
    }
  }
}
