internal import Postings
internal import Query
internal import Segment

/// The statements, or pieces of them, of which something is true: of a speaker, of a form. Value 0.
final class StatementClause: Clause {
  private let test: @Sendable (SegmentReader.StatementRecord) throws(SegmentError) -> Bool
  private let segment: SegmentReader
  private let space: UnitSpace

  /// - Parameter space: Statements or pieces.
  init(
    in segment: SegmentReader, space: UnitSpace,
    where test: @escaping @Sendable (SegmentReader.StatementRecord) throws(SegmentError) -> Bool
  ) {
    self.segment = segment
    self.space = space
    self.test = test
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    var last: (statement: Int, passes: Bool)?
    for unit in Int(window.base)..<Int(window.end) {
      let passes = try SearchError.reading { () throws(SegmentError) -> Bool in
        let statement = space == .pieces ? try segment.tokenRange(at: unit).statement : unit
        if let last, last.statement == statement { return last.passes }
        let passes = try test(try segment.statement(at: statement))
        last = (statement, passes)
        return passes
      }
      if passes { window.add(DocID(unit), value: 0) }
    }
  }
}

extension SpeakerName {
  /// What to look for in each segment: the name, or if nobody in the whole collection bears it, what is left of it without an
  /// office.
  func key(in segments: [OpenSegment]) throws(SegmentError) -> [UInt8] {
    guard let bareKey else { return key }
    for segment in segments where try !segment.reader.speakers(named: key).isEmpty { return key }
    return bareKey
  }
}
