internal import Postings

/// The windows of a segment's units, by number, and what answers them.
struct SegmentWindows: Sendable {
  private let unitCount: Int
  private let unitsOfEach: Int
  private let deadline: ContinuousClock.Instant?
  /// Makes what answers them: on one thread, in ascending order.
  let clause: @Sendable () throws(SearchError) -> any Clause

  /// - Parameter unitsOfEach: At most ``Window/unitCount``.
  init(
    of unitCount: Int, unitsOfEach: Int, before deadline: ContinuousClock.Instant?,
    _ clause: @escaping @Sendable () throws(SearchError) -> any Clause
  ) {
    precondition((1...Window.unitCount).contains(unitsOfEach))
    self.unitCount = unitCount
    self.unitsOfEach = unitsOfEach
    self.deadline = deadline
    self.clause = clause
  }

  var count: Int { (unitCount + unitsOfEach - 1) / unitsOfEach }

  /// An empty window, to be filled.
  var window: Window { Window(before: deadline) }

  func fill(
    _ window: inout Window, _ number: Int, with clause: any Clause
  ) throws(SearchError) {
    try window.checkDeadline()
    let base = number * unitsOfEach
    window.reset(base: DocID(base), end: DocID(min(base + unitsOfEach, unitCount)))
    try clause.accumulate(into: &window)
  }
}
