internal import Postings
internal import Segment

/// The paragraphs in which terms stand one after the other.
final class PhraseClause: Clause {
  private let segment: SegmentReader
  private let weight: Weight
  private var cursor: PhraseCursor

  init(_ lists: PhraseLists, of segment: SegmentReader, weight: Weight) throws(SearchError) {
    self.segment = segment
    self.weight = weight
    cursor = try SearchError.reading { () throws(SegmentError) in try PhraseCursor(lists, of: segment) }
  }

  var expectedCount: Int { cursor.documentFrequency }

  /// In each unit with the rarest of its words the others are looked for, and often positions read.
  var expectedCost: Int { expectedCount.multipliedClamped(by: 8) }

  private func add(
    _ unit: DocID, to window: inout Window, norms: RawSpan, in bytes: RawSpan
  ) throws(PostingsError) {
    let frequency = try cursor.frequency(atMost: .max, in: bytes)
    if frequency > 0 {
      window.add(unit, value: weight.value(frequency: frequency, norm: norms.byte(at: Int(unit))))
    }
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    let units = Int(window.base)..<Int(window.end)
    try SearchError.reading { () throws(SegmentError) in
      try segment.withBytes(of: .norms, in: units) { (norms: RawSpan) throws(SegmentError) in
        try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
          for range in window.askedRanges {
            var unit = try cursor.advance(to: DocID(range.lowerBound), in: bytes)
            while unit < range.upperBound {
              try add(unit, to: &window, norms: norms, in: bytes)
              unit = try cursor.advance(to: unit + 1, in: bytes)
            }
          }
        }
      }
    }
  }
}
