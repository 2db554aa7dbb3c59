internal import Segment

/// A segment that queries run on.
struct OpenSegment: Sendable {
  let reader: SegmentReader
  /// What queries asked of its documents.
  let fields = FieldMatches()
  let keptStatementLists = MadeOnce<StatementLists>()
  /// What is new in all segments of the snapshot, and which of them this one is.
  private let newParagraphs: NewParagraphs
  private let number: Int

  init(_ reader: SegmentReader, number: Int, _ newParagraphs: NewParagraphs) {
    self.reader = reader
    self.number = number
    self.newParagraphs = newParagraphs
  }

  /// The units with words in a paragraph that a generation lacked, or that are one; in order.
  func units(of space: UnitSpace, newSince generation: String) throws(SearchError) -> [Range<Int>] {
    let paragraphs = try newParagraphs.ranges(since: generation)[number]
    return try SearchError.reading { () throws(SegmentError) in
      try units(of: space, aroundAll: paragraphs)
    }
  }

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
