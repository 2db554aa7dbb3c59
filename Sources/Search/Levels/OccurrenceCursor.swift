internal import Postings
internal import Segment

/// Walks the paragraphs in which a word or phrase stands, for units that are made of paragraphs.
struct OccurrenceCursor {
  private let segment: SegmentReader
  /// One of them: the cursor over a term's list, or over a phrase.
  private var term: PostingsCursor?
  private var phrase: PhraseCursor?
  private var positions: [UInt32] = []
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

  /// Calls `visit` with the paragraphs of a range in which it stands, and how often.
  ///
  /// - Precondition: No paragraph before one asked for earlier.
  mutating func forEachParagraph(
    in paragraphs: Range<DocID>, _ visit: (DocID, Int) -> Void
  ) throws(SegmentError) {
    if phrase != nil {
      var paragraph = try advance(to: paragraphs.lowerBound)
      while paragraph < paragraphs.upperBound {
        visit(paragraph, count)
        paragraph = try advance(to: paragraph + 1)
      }
      return
    }
    try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
      try term?.forEachPosting(in: paragraphs, bytes, visit)
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

  /// Calls `visit` with the ranks of those paragraphs that are asked for in which it stands, ascending, and the positions at which it
  /// starts there, ascending and at least one.
  ///
  /// - Precondition: No paragraph before one asked for earlier.
  @inline(__always)
  mutating func forEachAsked(
    in asked: borrowing AskedParagraphs, _ visit: (Int, Span<UInt32>) -> Void
  ) throws(SegmentError) {
    // One of a thousand terms of a pattern, most of which are rare.
    guard let last = asked.paragraphs.last, term.map({ $0.docID <= last }) ?? true else { return }
    try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
      if try phrase?.forEachAsked(in: asked, bytes, visit) == nil {
        try term?.forEachAsked(in: asked, &positions, bytes, visit)
      }
    }
  }
}

extension PhraseCursor {
  @inline(__always)
  fileprivate mutating func forEachAsked(
    in asked: borrowing AskedParagraphs, _ bytes: RawSpan, _ visit: (Int, Span<UInt32>) -> Void
  ) throws(PostingsError) {
    for (rank, paragraph) in asked.paragraphs.enumerated() {
      guard try advance(to: paragraph, in: bytes) == paragraph, try findStarts(in: bytes) > 0 else {
        continue
      }
      visit(rank, starts.span)
    }
  }
}

extension PostingsCursor {
  fileprivate mutating func forEachPosting(
    in paragraphs: Range<DocID>, _ bytes: RawSpan, _ visit: (DocID, Int) -> Void
  ) throws(PostingsError) {
    try advance(to: paragraphs.lowerBound, in: bytes)
    var run = try run(below: paragraphs.upperBound, in: bytes)
    while !run.isEmpty {
      try decodeFrequencies(in: bytes)
      for index in run { visit(ids[index], Int(frequencies[index])) }
      try pass(run, in: bytes)
      run = try self.run(below: paragraphs.upperBound, in: bytes)
    }
  }

  /// Where fewer than one of so many postings is asked for, each is looked up by itself: reading a block takes about as long as that for
  /// 128 / 16 of them.
  private static let sparseness = 16

  /// - Parameter buffer: Where the positions of a posting are put that is looked up by itself.
  @inline(__always)
  fileprivate mutating func forEachAsked(
    in asked: borrowing AskedParagraphs, _ buffer: inout [UInt32], _ bytes: RawSpan,
    _ visit: (Int, Span<UInt32>) -> Void
  ) throws(PostingsError) {
    let (first, last) = (asked.paragraphs[0], asked.paragraphs[asked.count - 1])
    let expected = layout.list.documentFrequency * Int(last - first + 1) / layout.list.unitCount
    if asked.count < expected / Self.sparseness {
      for (rank, paragraph) in asked.paragraphs.enumerated() where try seek(paragraph, in: bytes) {
        try positions(in: bytes, postings: bytes, into: &buffer)
        visit(rank, buffer.span)
      }
      return
    }
    try advance(to: first, in: bytes)
    var run = try run(below: last + 1, in: bytes)
    while !run.isEmpty {
      try forEachAsked(of: run, asked, bytes, visit)
      // The next window may ask for the last paragraph again.
      if ids[run.upperBound - 1] == last {
        stand(at: run.upperBound - 1)
        return
      }
      try pass(run, in: bytes)
      run = try self.run(below: last + 1, in: bytes)
    }
  }

  @inline(__always)
  private mutating func forEachAsked(
    of run: Range<Int>, _ asked: borrowing AskedParagraphs, _ bytes: RawSpan,
    _ visit: (Int, Span<UInt32>) -> Void
  ) throws(PostingsError) {
    // Each array is taken once, not for every posting.
    let ids = ids
    guard run.contains(where: { asked.rank(of: ids[$0]) != nil }) else { return }
    try decodePositions(in: bytes)
    let (frequencies, positions) = (frequencies, positions)
    var start = frequencies[..<run.lowerBound].reduce(0) { $0 + Int($1) }
    for index in run {
      let end = start + Int(frequencies[index])
      if let rank = asked.rank(of: ids[index]) { visit(rank, positions.span.extracting(start..<end)) }
      start = end
    }
  }
}
