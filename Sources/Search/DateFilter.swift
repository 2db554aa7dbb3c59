internal import Query
internal import Text

/// Documents whose date overlaps one of some intervals; one without a date passes none.
struct DateFilter {
  private let intervals: [DateInterval]

  init(_ intervals: [DateInterval]) {
    self.intervals = intervals
  }

  func passes(_ days: ClosedRange<Int32>?) -> Bool {
    guard let days else { return false }
    for interval in intervals where interval.first <= days.upperBound && days.lowerBound <= interval.last {
      return true
    }
    return false
  }
}
