internal import Postings
internal import Segment

/// Walks the paragraphs in which a word or phrase stands, for units that are made of paragraphs.
///
/// It hands out runs of postings, with what there is to each, one posting's behind the other's: a block of a list as it is, or what was
/// found one by one.
struct OccurrenceCursor {
  private let segment: SegmentReader
  /// One of them: the cursor over the list of a term, or of a pair of them, or over a phrase.
  private var term: PostingsCursor?
  private var phrase: PhraseCursor?
  /// Of what is found one by one.
  private var found = FoundPostings()
  /// Words in an occurrence.
  let length: UInt32

  /// - Parameter hasPositions: Whether positions will be asked for; the list must have them.
  init(over entry: DictionaryEntry, of segment: SegmentReader, hasPositions: Bool) throws(SegmentError) {
    self.segment = segment
    length = 1
    term = try segment.cursor(over: entry, withPositions: hasPositions)
  }

  /// - Parameter hasPositions: Whether positions will be asked for.
  init(
    overPhrase lists: PhraseLists, of segment: SegmentReader, hasPositions: Bool
  ) throws(SegmentError) {
    self.segment = segment
    length = UInt32(lists.words.count)
    if let whole = lists.whole, !hasPositions {
      term = try segment.cursor(over: whole, in: .pairPostings, withPositions: false)
    } else {
      phrase = try PhraseCursor(lists, of: segment)
    }
  }

  /// Calls `visit` with runs of the paragraphs of a range in which it stands, ascending, and how often it stands in each.
  ///
  /// - Precondition: No paragraph before one asked for earlier.
  mutating func forEachRun(
    in paragraphs: Range<DocID>, _ visit: (Span<DocID>, Span<UInt32>) -> Void
  ) throws(SegmentError) {
    if isPast(paragraphs.upperBound) { return }
    try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
      try term?.forEachRun(in: paragraphs, bytes, visit)
      if phrase == nil { return }
      try phrase?.find(in: paragraphs, bytes, into: &found)
      visit(found.ids.span, found.frequencies.span)
    }
  }

  /// Calls `visit` with runs of paragraphs in which it stands, how often it stands in each, and where it starts in them, ascending: all
  /// paragraphs that are asked for, and maybe some between the first and the last of them.
  ///
  /// - Precondition: No paragraph before one asked for earlier.
  mutating func forEachRun(
    in asked: borrowing AskedParagraphs, _ visit: (Span<DocID>, Span<UInt32>, Span<UInt32>) -> Void
  ) throws(SegmentError) {
    guard let last = asked.paragraphs.last, !isPast(last + 1) else { return }
    try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
      try phrase?.find(in: asked, bytes, into: &found)
      let isEach = try term?.find(ifFewIn: asked, bytes, into: &found) ?? true
      if !isEach { return try term?.forEachRun(in: asked, bytes, visit) ?? () }
      visit(found.ids.span, found.frequencies.span, found.positions.span)
    }
  }

  /// Whether there is nothing before `end` any more: of most of a thousand terms of a pattern, which are rare.
  private func isPast(_ end: DocID) -> Bool {
    guard let next = term?.docID else { return false }
    return next >= end
  }
}

/// Postings that were found one by one.
private struct FoundPostings {
  var ids: [DocID] = []
  var frequencies: [UInt32] = []
  var positions: [UInt32] = []

  mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
  }
}

extension PhraseCursor {
  /// Replaces `found` with the paragraphs of a range in which the phrase stands, without positions.
  fileprivate mutating func find(
    in paragraphs: Range<DocID>, _ bytes: RawSpan, into found: inout FoundPostings
  ) throws(PostingsError) {
    found.removeAll()
    var paragraph = try advance(to: paragraphs.lowerBound, in: bytes)
    while paragraph < paragraphs.upperBound {
      let frequency = try frequency(atMost: .max, in: bytes)
      if frequency > 0 {
        found.ids.append(paragraph)
        found.frequencies.append(UInt32(frequency))
      }
      paragraph = try advance(to: paragraph + 1, in: bytes)
    }
  }

  /// Replaces `found` with those of the paragraphs that are asked for in which the phrase stands.
  fileprivate mutating func find(
    in asked: borrowing AskedParagraphs, _ bytes: RawSpan, into found: inout FoundPostings
  ) throws(PostingsError) {
    found.removeAll()
    for paragraph in asked.paragraphs {
      guard try advance(to: paragraph, in: bytes) == paragraph else { continue }
      let frequency = try findStarts(in: bytes)
      if frequency == 0 { continue }
      found.ids.append(paragraph)
      found.frequencies.append(UInt32(frequency))
      found.positions += starts
    }
  }
}

extension PostingsCursor {
  fileprivate mutating func forEachRun(
    in paragraphs: Range<DocID>, _ bytes: RawSpan, _ visit: (Span<DocID>, Span<UInt32>) -> Void
  ) throws(PostingsError) {
    try advance(to: paragraphs.lowerBound, in: bytes)
    var run = try run(below: paragraphs.upperBound, in: bytes)
    while !run.isEmpty {
      try decodeFrequencies(in: bytes)
      visit(ids.span.extracting(run), frequencies.span.extracting(run))
      try pass(run, in: bytes)
      run = try self.run(below: paragraphs.upperBound, in: bytes)
    }
  }

  /// Where fewer than one of so many postings is asked for, each is looked up by itself: reading a block takes about as long as that for
  /// 128 / 16 of them.
  private static let sparseness = 16

  /// Replaces `found` with those of the paragraphs that are asked for in which the term stands, if so few are that each is best looked up by
  /// itself.
  ///
  /// - Returns: Whether that is so.
  fileprivate mutating func find(
    ifFewIn asked: borrowing AskedParagraphs, _ bytes: RawSpan, into found: inout FoundPostings
  ) throws(PostingsError) -> Bool {
    let span = Int(asked.paragraphs[asked.count - 1] - asked.paragraphs[0]) + 1
    let expected = layout.list.documentFrequency * span / layout.list.unitCount
    guard asked.count < expected / Self.sparseness else { return false }
    found.removeAll()
    for paragraph in asked.paragraphs where try seek(paragraph, in: bytes) {
      let before = found.positions.count
      try appendPositions(in: bytes, postings: bytes, to: &found.positions)
      found.ids.append(paragraph)
      found.frequencies.append(UInt32(found.positions.count - before))
    }
    return true
  }

  fileprivate mutating func forEachRun(
    in asked: borrowing AskedParagraphs, _ bytes: RawSpan,
    _ visit: (Span<DocID>, Span<UInt32>, Span<UInt32>) -> Void
  ) throws(PostingsError) {
    let (first, last) = (asked.paragraphs[0], asked.paragraphs[asked.count - 1])
    try advance(to: first, in: bytes)
    var run = try run(below: last + 1, in: bytes)
    while !run.isEmpty {
      if asked.asks(forAnyOf: ids.span.extracting(run)) {
        try decodePositions(in: bytes)
        let start = frequencies[..<run.lowerBound].reduce(0) { $0 + Int($1) }
        visit(
          ids.span.extracting(run), frequencies.span.extracting(run), positions.span.extracting(start...))
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
}
