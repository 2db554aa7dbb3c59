internal import Postings
internal import Segment

/// The units around what an operand matches, whose values are added up.
///
/// The operand runs on parts of them: on statements or their pieces for what must be in one statement, on the pieces of statements or the
/// paragraphs of documents for what must be in one place.
final class LiftedClause: Clause {
  private let operand: any Clause
  private let segment: SegmentReader
  private let space: UnitSpace
  private let partSpace: UnitSpace
  private var inner = Window()

  /// - Parameter partSpace: That of the operand, of which units of `space` are made.
  init(
    _ operand: any Clause, in segment: OpenSegment, space: UnitSpace, ofParts partSpace: UnitSpace
  ) {
    precondition(space != partSpace)
    self.operand = operand
    self.segment = segment.reader
    self.space = space
    self.partSpace = partSpace
  }

  /// That of the parts: there are at least as many.
  var expectedCount: Int { operand.expectedCount }

  /// A part of each is looked up.
  var expectedCost: Int { operand.expectedCost.addingClamped(expectedCount.multipliedClamped(by: 2)) }

  func accumulate(into window: inout Window) throws(SearchError) {
    var walk = DocumentWalk(at: space == .documents ? Int(window.base) : 0)
    var windows = try SearchError.reading { () throws(SegmentError) in
      AskedWindows(try window.askedRanges.map { range throws(SegmentError) in try parts(of: range) })
    }
    inner.deadline = window.deadline
    while windows.advance(&inner) {
      try window.checkDeadline()
      try operand.accumulate(into: &inner)
      inner.dropUnasked()
      try inner.forEachMatch { part, value throws(SearchError) in
        let unit = try SearchError.reading { () throws(SegmentError) in
          let unit = try self.unit(around: Int(part), &walk)
          guard window.contains(unit) else { throw segment.rangeDisorder(at: Int(part)) }
          return unit
        }
        window.add(DocID(unit), value: value)
      }
    }
  }

  private func parts(of units: Range<Int>) throws(SegmentError) -> Range<Int> {
    switch (space, partSpace) {
    case (.paragraphs, _): return try segment.ranges(inUnits: units)
    case (.documents, .statements): return try segment.statements(inDocuments: units)
    case (.documents, _):
      let first = try segment.documentRecord(at: units.lowerBound).units.lowerBound
      let end = try segment.documentRecord(at: units.upperBound - 1).units.upperBound
      return first..<max(first, end)
    default: return try segment.ranges(ofStatements: units)
    }
  }

  private func unit(around part: Int, _ walk: inout DocumentWalk) throws(SegmentError) -> Int {
    switch (space, partSpace) {
    case (.paragraphs, _): return try segment.tokenRange(at: part).unit
    case (.documents, .statements): return try segment.document(ofStatement: part)
    case (.documents, _):
      _ = try walk.advance(toParagraph: part, of: segment)
      return walk.index
    default: return try segment.tokenRange(at: part).statement
    }
  }
}
