internal import Postings
internal import Segment

/// The statements or documents around what an operand matches, whose values are added up.
///
/// The operand runs on the pieces of statements, or the paragraphs of documents.
final class LiftedClause: Clause {
  private let operand: any Clause
  private let segment: OpenSegment
  private let space: UnitSpace
  private var inner = Window()

  /// - Parameter space: Statements or documents.
  init(_ operand: any Clause, in segment: OpenSegment, space: UnitSpace) {
    precondition(space != space.ofPlaces)
    self.operand = operand
    self.segment = segment
    self.space = space
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    let units = Int(window.base)..<Int(window.end)
    let parts = try SearchError.reading { () throws(SegmentError) -> Range<Int> in try self.parts(of: units) }
    var walk = DocumentWalk(at: units.lowerBound)
    for base in stride(from: parts.lowerBound, to: parts.upperBound, by: Window.unitCount) {
      inner.reset(base: DocID(base), end: DocID(min(base + Window.unitCount, parts.upperBound)))
      try operand.accumulate(into: &inner)
      try inner.forEachMatch { part, value throws(SearchError) in
        let unit = try SearchError.reading { () throws(SegmentError) in
          let unit = try self.unit(around: Int(part), &walk)
          guard window.contains(unit) else { throw segment.reader.rangeDisorder(at: Int(part)) }
          return unit
        }
        window.add(DocID(unit), value: value)
      }
    }
  }

  private func parts(of units: Range<Int>) throws(SegmentError) -> Range<Int> {
    if units.isEmpty { return 0..<0 }
    if space == .statements { return try segment.reader.ranges(ofStatements: units) }
    let first = try segment.reader.documentRecord(at: units.lowerBound).units.lowerBound
    let end = try segment.reader.documentRecord(at: units.upperBound - 1).units.upperBound
    return first..<max(first, end)
  }

  private func unit(around part: Int, _ walk: inout DocumentWalk) throws(SegmentError) -> Int {
    if space == .statements { return try segment.reader.tokenRange(at: part).statement }
    _ = try walk.advance(toParagraph: part, of: segment.reader)
    return walk.index
  }
}
