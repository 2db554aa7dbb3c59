/// The units that match every operand; their values are added up.
final class AndClause: Clause {
  private let operands: [any Clause]
  private var all = Window()
  private var next = Window()

  init(_ operands: [any Clause]) {
    self.operands = operands
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    all.reset(base: window.base, end: window.end)
    try operands[0].accumulate(into: &all)
    for operand in operands.dropFirst() {
      // An operand left out here moves to a later window by itself.
      if all.isEmpty { return }
      next.reset(base: window.base, end: window.end)
      try operand.accumulate(into: &next)
      all.formIntersection(next)
    }
    window.formUnion(all)
  }
}

/// The units that match one operand or more; the values of those that match are added up.
final class OrClause: Clause {
  private let operands: [any Clause]

  init(_ operands: [any Clause]) {
    self.operands = operands
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    for operand in operands { try operand.accumulate(into: &window) }
  }
}

/// The units that do not match the operand, with value 0.
final class NotClause: Clause {
  private let operand: any Clause
  private var matches = Window()

  init(_ operand: any Clause) {
    self.operand = operand
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    matches.reset(base: window.base, end: window.end)
    try operand.accumulate(into: &matches)
    window.add(unitsNotIn: matches)
  }
}
