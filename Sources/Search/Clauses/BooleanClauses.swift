/// The units that match every operand; their values are added up.
///
/// Each operand is asked only for what all before it match, the cheapest first.
final class AndClause: Clause {
  private let operands: [any Clause]
  private var all = Window()
  private var next = Window()

  init(_ operands: [any Clause]) {
    self.operands = operands.sorted { $0.expectedCost < $1.expectedCost }
  }

  var expectedCount: Int { operands.reduce(.max) { min($0, $1.expectedCount) } }

  var expectedCost: Int { operands[0].expectedCost.addingClamped(expectedCount) }

  func accumulate(into window: inout Window) throws(SearchError) {
    try operands[0].find(&all, for: window)
    for operand in operands.dropFirst() {
      // An operand left out here moves to a later window by itself.
      if all.isEmpty { return }
      next.reset(askingForMatchesOf: all)
      try operand.accumulate(into: &next)
      all.formIntersection(next)
    }
    window.formUnion(all)
  }
}

/// The units that match one operand or more; the values of those that match are added up.
final class OrClause: Clause {
  private let operands: [any Clause]
  let expectedCount: Int
  let expectedCost: Int

  init(_ operands: [any Clause]) {
    self.operands = operands
    expectedCount = operands.reduce(0) { $0.addingClamped($1.expectedCount) }
    expectedCost = operands.reduce(0) { $0.addingClamped($1.expectedCost) }
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

  /// Nearly all, as a rule.
  var expectedCount: Int { .max }

  var expectedCost: Int { operand.expectedCost }

  func accumulate(into window: inout Window) throws(SearchError) {
    try operand.find(&matches, for: window)
    window.add(unitsNotIn: matches)
  }
}

extension Int {
  /// The sum, or the greatest number.
  func addingClamped(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  /// The product, or the greatest number.
  func multipliedClamped(by other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? .max : product
  }
}
