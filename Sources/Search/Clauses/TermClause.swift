internal import Postings
internal import Segment

/// The units with one term, or with any form of one stem.
final class TermClause: Clause {
  private let segment: SegmentReader
  private let entry: DictionaryEntry
  private let weight: Weight
  private var cursor: PostingsCursor

  init(_ entry: DictionaryEntry, of segment: SegmentReader, weight: Weight) throws(SearchError) {
    self.segment = segment
    self.entry = entry
    self.weight = weight
    cursor = try SearchError.reading { () throws(SegmentError) in
      try segment.cursor(over: entry, withPositions: false)
    }
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    let units = Int(window.base)..<Int(window.end)
    try SearchError.reading { () throws(SegmentError) in
      try segment.withBytes(of: .norms, in: units) { (norms: RawSpan) throws(SegmentError) in
        // The cursor's maker checked the pages of the list.
        try segment.withCheckedBytes(of: entry.section) {
          (postings: RawSpan) throws(SegmentError) in
          do throws(PostingsError) {
            var unit = try cursor.advance(to: window.base, in: postings)
            while unit < window.end {
              let norm = norms.byte(at: Int(unit))
              window.add(unit, value: weight.value(frequency: cursor.frequency, norm: norm))
              unit = try cursor.next(in: postings)
            }
          } catch {
            throw segment.corrupt(entry.section, error)
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
