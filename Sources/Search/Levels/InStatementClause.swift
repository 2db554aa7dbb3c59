internal import Postings
internal import Segment

/// The units with a statement, or a piece of one, that matches the operand; the values of those that match are added up.
///
/// The operand runs on statements or pieces of them; what it finds is lifted to the units around.
final class InStatementClause: Clause {
  private let operand: any Clause
  private let segment: OpenSegment
  /// Paragraphs, or documents.
  private let space: UnitSpace
  private var inner = Window()

  init(_ operand: any Clause, in segment: OpenSegment, space: UnitSpace) {
    self.operand = operand
    self.segment = segment
    self.space = space
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    let units = Int(window.base)..<Int(window.end)
    let parts = try SearchError.reading { () throws(SegmentError) in
      space == .paragraphs
        ? try segment.reader.ranges(inUnits: units) : try segment.reader.statements(inDocuments: units)
    }
    for base in stride(from: parts.lowerBound, to: parts.upperBound, by: Window.unitCount) {
      inner.reset(base: DocID(base), end: DocID(min(base + Window.unitCount, parts.upperBound)))
      try operand.accumulate(into: &inner)
      try lift(into: &window)
    }
  }

  private func lift(into window: inout Window) throws(SearchError) {
    try inner.forEachMatch { part, value throws(SearchError) in
      let unit = try SearchError.reading { () throws(SegmentError) in
        let unit =
          space == .paragraphs
          ? try segment.reader.tokenRange(at: Int(part)).unit
          : try segment.reader.document(ofStatement: Int(part))
        guard window.contains(unit) else { throw segment.reader.rangeDisorder(at: Int(part)) }
        return unit
      }
      window.add(DocID(unit), value: value)
    }
  }
}
