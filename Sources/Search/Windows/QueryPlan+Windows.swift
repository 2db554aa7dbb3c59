internal import Postings
internal import Segment

extension QueryPlan {
  /// Answers the query window by window, segments and windows in corpus order, and hands each to `body` on this thread.
  ///
  /// What takes longer than ``SearchOptions/patience`` is answered on other processors too, as far as these have nothing to do: windows do
  /// not depend on each other, and come in the same order.
  func forEachWindow(
    _ body: (_ segment: Int, Window) throws(SearchError) -> Void
  ) throws(SearchError) {
    let start = ContinuousClock.now
    var window = Window(before: options.deadline)
    for segment in segments.indices {
      let windows = SegmentWindows(of: self, in: segment, unitsOfEach: space.unitsOfWindow)
      let clause = try clause(forSegment: segment)
      var number = 0
      while number < windows.count {
        let helperCount =
          start.duration(to: .now) < options.patience
          ? 0 : SpareProcessors.ofProcess.take(atMost: windows.count - number - 1)
        defer { SpareProcessors.ofProcess.giveBack(helperCount) }
        if helperCount > 0 {
          try SharedWindows(windows, from: number).forEach(with: clause, helperCount: helperCount) {
            window throws(SearchError) in
            try body(segment, window)
          }
          break
        }
        try windows.answer(number, with: clause, into: &window)
        try body(segment, window)
        number += 1
      }
    }
  }
}

/// The windows of a segment, by number, for a query.
struct SegmentWindows: Sendable {
  private let plan: QueryPlan
  private let segment: Int
  private let unitCount: Int
  private let unitsOfEach: Int

  /// - Parameter unitsOfEach: At most ``Window/unitCount``.
  init(of plan: QueryPlan, in segment: Int, unitsOfEach: Int) {
    self.plan = plan
    self.segment = segment
    self.unitsOfEach = unitsOfEach
    unitCount = plan.space.unitCount(in: plan.segments[segment].reader)
  }

  var count: Int { (unitCount + unitsOfEach - 1) / unitsOfEach }

  /// What answers them: on one thread, in ascending order.
  func clause() throws(SearchError) -> any Clause { try plan.clause(forSegment: segment) }

  func answer(_ number: Int, with clause: any Clause, into window: inout Window) throws(SearchError) {
    try plan.options.checkDeadline()
    let base = number * unitsOfEach
    window.reset(base: DocID(base), end: DocID(min(base + unitsOfEach, unitCount)))
    try clause.accumulate(into: &window)
  }

  /// The same as a window of its own.
  func answered(_ number: Int, with clause: any Clause) throws(SearchError) -> Window {
    var window = Window(before: plan.options.deadline)
    try answer(number, with: clause, into: &window)
    return window
  }
}
