internal import Query
internal import Segment
internal import Text

/// Documents whose date overlaps one of some intervals; one without a date passes none.
struct DateFilter {
  private let intervals: [DateInterval]

  init(_ intervals: [DateInterval]) {
    self.intervals = intervals
  }

  func passes(_ days: ClosedRange<Int32>?) -> Bool {
    guard let days else { return false }
    return intervals.contains { $0.first <= days.upperBound && days.lowerBound <= $0.last }
  }

  func passes(_ document: SegmentReader.DocumentRecord) -> Bool { passes(document.days) }
}
