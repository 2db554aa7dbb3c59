internal import Postings
internal import Segment

/// The units with one term, or with any form of one stem.
final class TermClause: Clause {
  private let segment: SegmentReader
  private let weight: Weight
  private var cursor: PostingsCursor

  init(_ entry: DictionaryEntry, of segment: SegmentReader, weight: Weight) throws(SearchError) {
    self.segment = segment
    self.weight = weight
    cursor = try SearchError.reading { () throws(SegmentError) in
      try segment.cursor(over: entry, withPositions: false)
    }
  }

  private func add(
    _ run: Range<Int>, to window: inout Window, norms: RawSpan, in bytes: RawSpan
  ) throws(PostingsError) {
    if case .none = weight { return window.add(run, of: cursor.ids) }
    try cursor.decodeFrequencies(in: bytes)
    let (ids, frequencies) = (cursor.ids, cursor.frequencies)
    window.add(run, of: ids) { index in
      weight.value(frequency: Int(frequencies[index]), norm: norms.byte(at: Int(ids[index])))
    }
  }

  var expectedCount: Int { cursor.layout.list.documentFrequency }

  /// Where fewer than one of so many postings is asked for, each is looked up by itself: reading a block takes about as long as that for
  /// 128 / 16 of them.
  private static let sparseness = 16

  /// Whether to look up what a window asks for, rather than to go through the list.
  private func isSparse(_ window: borrowing Window) -> Bool {
    if window.asksForAll { return false }
    let list = cursor.layout.list
    let postingCount = list.documentFrequency * Int(window.end - window.base) / list.unitCount
    return window.askedCount < postingCount / Self.sparseness
  }

  private func lookUp(
    in window: inout Window, norms: RawSpan, in bytes: RawSpan
  ) throws(PostingsError) {
    for range in window.askedRanges {
      for unit in range where try cursor.seek(DocID(unit), in: bytes) {
        if case .none = weight {
          window.add(DocID(unit))
        } else {
          let frequency = try cursor.frequency(in: bytes)
          window.add(DocID(unit), value: weight.value(frequency: frequency, norm: norms.byte(at: unit)))
        }
      }
    }
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    // One of a thousand terms of a pattern, most of which are rare.
    if cursor.docID >= window.end { return }
    let units = Int(window.base)..<Int(window.end)
    try SearchError.reading { () throws(SegmentError) in
      try segment.withBytes(of: .norms, in: units) { (norms: RawSpan) throws(SegmentError) in
        try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
          if isSparse(window) {
            try lookUp(in: &window, norms: norms, in: bytes)
            return
          }
          try cursor.advance(to: window.base, in: bytes)
          var run = try cursor.run(below: window.end, in: bytes)
          while !run.isEmpty {
            try add(run, to: &window, norms: norms, in: bytes)
            try cursor.pass(run, in: bytes)
            run = try cursor.run(below: window.end, in: bytes)
          }
        }
      }
    }
  }
}

extension SearchError {
  /// Runs `body`, which reads a segment.
  static func reading<Result>(_ body: () throws(SegmentError) -> Result) throws(SearchError) -> Result {
    do { return try body() } catch { throw .segment(error) }
  }
}
