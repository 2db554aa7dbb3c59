/// The units in given ranges, with value 0: those of the documents that pass a date filter. None for no range.
final class RangeClause: Clause {
  /// Ascending and apart.
  private let ranges: [Range<Int>]
  private var index = 0
  let expectedCount: Int
  var expectedCost: Int { ranges.count }

  init(_ ranges: [Range<Int>]) {
    self.ranges = ranges
    expectedCount = ranges.reduce(0) { $0 + $1.count }
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    while index < ranges.count, ranges[index].upperBound <= Int(window.base) { index += 1 }
    for range in ranges[index...] {
      if range.lowerBound >= Int(window.end) { break }
      window.add(unitsIn: range)
    }
  }
}
