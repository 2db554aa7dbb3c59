internal import Segment

extension QueryPlan {
  /// Answers the query window by window, segments and windows in corpus order, and hands each to `body` on this thread.
  ///
  /// What takes longer than ``SearchOptions/patience`` is answered on other processors too, as far as these have no such work themselves:
  /// windows do not depend on each other, and come in the same order.
  func forEachWindow(
    on processors: Processors = .ofProcess,
    _ body: (_ segment: Int, Window) throws(SearchError) -> Void
  ) throws(SearchError) {
    let start = ContinuousClock.now
    var isLong: Bool { options.patience.map { start.duration(to: .now) >= $0 } ?? false }
    for segment in segments.indices {
      let windows = SegmentWindows(
        of: space.unitCount(in: segments[segment].reader), unitsOfEach: space.unitsOfWindow,
        before: options.deadline
      ) { () throws(SearchError) in try self.clause(forSegment: segment) }
      let clause = try windows.clause()
      var window = windows.window
      var number = 0
      while number < windows.count, !isLong {
        try windows.fill(&window, number, with: clause)
        try body(segment, window)
        number += 1
      }
      if number < windows.count {
        try SharedWindows(windows, from: number, on: processors).forEach(with: clause) {
          window throws(SearchError) in
          try body(segment, window)
        }
      }
    }
  }
}
