internal import Postings

/// Goes through ranges of units a window at a time, past what lies between them.
struct AskedWindows {
  /// Not empty, ascending and apart.
  private var ranges: [Range<Int>] = []
  /// The first range that is not done.
  private var index = 0
  /// Where the last window ended.
  private var next = 0

  /// - Parameter ranges: Ascending; what of one lies before the end of another before it is left out.
  init(_ ranges: [Range<Int>]) {
    for range in ranges {
      let start = max(range.lowerBound, self.ranges.last?.upperBound ?? 0)
      if start < range.upperBound { self.ranges.append(start..<range.upperBound) }
    }
  }

  /// Moves `window` to the next units of the ranges, and asks for them.
  ///
  /// - Returns: false if there are none left.
  mutating func advance(_ window: inout Window) -> Bool {
    guard index < ranges.count else { return false }
    let base = max(next, ranges[index].lowerBound)
    let end = min(base + Window.unitCount, ranges[ranges.count - 1].upperBound)
    window.reset(base: DocID(base), end: DocID(end))
    if ranges[index].upperBound < end {
      for range in ranges[index...].prefix(while: { $0.lowerBound < end }) { window.ask(for: range) }
    }
    while index < ranges.count, ranges[index].upperBound <= end { index += 1 }
    next = end
    return true
  }
}
