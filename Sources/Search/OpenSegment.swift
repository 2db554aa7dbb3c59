internal import Segment

/// A segment that queries run on.
struct OpenSegment: Sendable {
  let reader: SegmentReader
  /// What queries asked of its documents.
  let fields = FieldMatches()

  init(_ reader: SegmentReader) { self.reader = reader }

  /// The units of the documents whose days pass, neighbours in one range.
  func units(
    of space: UnitSpace, where passes: (ClosedRange<Int32>?) -> Bool
  ) throws(SegmentError) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for run in try reader.documentRuns(where: passes) {
      let units = try space.units(ofDocuments: run.documents, withParagraphs: run.units, in: reader)
      if !units.isEmpty { ranges.append(units) }
    }
    return ranges
  }
}
