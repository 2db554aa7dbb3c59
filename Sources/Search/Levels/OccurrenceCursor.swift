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

  /// Appends the places at which it starts in the paragraphs that are asked for, ascending: of each the paragraph's rank above the position.
  ///
  /// - Precondition: No paragraph before one asked for earlier.
  mutating func appendStarts(
    in asked: borrowing AskedParagraphs, to keys: inout [UInt64]
  ) throws(SegmentError) {
    if asked.count == 0 { return }
    try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
      if try phrase?.appendStarts(in: asked, to: &keys, in: bytes) == nil {
        try term?.appendPositions(in: asked, to: &keys, in: bytes)
      }
    }
  }
}

extension PhraseCursor {
  fileprivate mutating func appendStarts(
    in asked: borrowing AskedParagraphs, to keys: inout [UInt64], in bytes: RawSpan
  ) throws(PostingsError) {
    for (rank, paragraph) in asked.paragraphs.enumerated() {
      guard try advance(to: paragraph, in: bytes) == paragraph, try findStarts(in: bytes) > 0 else {
        continue
      }
      for start in starts { keys.append(UInt64(rank) << 32 | UInt64(start)) }
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

  fileprivate mutating func appendPositions(
    in asked: borrowing AskedParagraphs, to keys: inout [UInt64], in bytes: RawSpan
  ) throws(PostingsError) {
    let (first, last) = (asked.paragraphs[0], asked.paragraphs[asked.count - 1])
    let expected = layout.list.documentFrequency * Int(last - first + 1) / layout.list.unitCount
    if asked.count < expected / Self.sparseness {
      for (rank, paragraph) in asked.paragraphs.enumerated() where try seek(paragraph, in: bytes) {
        var walk = try positionWalk(in: bytes, postings: bytes)
        repeat { keys.append(UInt64(rank) << 32 | UInt64(walk.position)) } while try walk.next(in: bytes)
      }
      return
    }
    try advance(to: first, in: bytes)
    var run = try run(below: last + 1, in: bytes)
    while !run.isEmpty {
      if run.contains(where: { asked.rank(of: ids[$0]) != nil }) {
        try decodePositions(in: bytes)
        append(run, asked, to: &keys)
      }
      // The next window may ask for the last paragraph again.
      if ids[run.upperBound - 1] == last {
        stand(at: run.upperBound - 1)
        return
      }
      try pass(run, in: bytes)
      run = try self.run(below: last + 1, in: bytes)
    }
  }

  private func append(_ run: Range<Int>, _ asked: borrowing AskedParagraphs, to keys: inout [UInt64]) {
    var start = frequencies[..<run.lowerBound].reduce(0) { $0 + Int($1) }
    for index in run {
      let end = start + Int(frequencies[index])
      if let rank = asked.rank(of: ids[index]) {
        keys.append(contentsOf: positions[start..<end].lazy.map { UInt64(rank) << 32 | UInt64($0) })
      }
      start = end
    }
  }
}
