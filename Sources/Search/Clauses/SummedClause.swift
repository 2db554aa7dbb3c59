internal import Postings
internal import Segment

/// The units that an operand matches, whose values are frequencies, each with what its frequency is worth.
final class SummedClause: Clause {
  private let operand: any Clause
  private let weight: Weight
  private let segment: OpenSegment
  private let space: UnitSpace
  private var inner = Window()

  init(_ operand: any Clause, weight: Weight, in segment: OpenSegment, space: UnitSpace) {
    self.operand = operand
    self.weight = weight
    self.segment = segment
    self.space = space
  }

  var expectedCount: Int { operand.expectedCount }
  var expectedCost: Int { operand.expectedCost }

  func accumulate(into window: inout Window) throws(SearchError) {
    try operand.find(&inner, for: window)
    try SearchError.reading { () throws(SegmentError) in
      try space.withNorms(of: Int(window.base)..<Int(window.end), in: segment.reader) {
        (norm: (Int) throws(SegmentError) -> UInt8) throws(SegmentError) in
        try inner.forEachMatch { unit, frequency throws(SegmentError) in
          window.add(unit, value: weight.value(frequency: frequency, norm: try norm(Int(unit))))
        }
      }
    }
  }
}
