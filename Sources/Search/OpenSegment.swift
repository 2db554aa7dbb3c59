internal import Query
internal import Segment

/// A segment that queries run on.
struct OpenSegment: Sendable {
  let reader: SegmentReader
  /// What queries asked of its documents.
  let fields = FieldMatches()
  let keptStatementLists = Kept<StatementLists>()
  let ranges: KnownRanges
  /// What is new in all segments of the snapshot, and which of them this one is.
  private let newParagraphs: NewParagraphs
  let number: Int

  init(_ reader: SegmentReader, number: Int, _ newParagraphs: NewParagraphs, _ ranges: KnownRanges) {
    self.reader = reader
    self.ranges = ranges
    self.number = number
    self.newParagraphs = newParagraphs
  }

  /// The documents, or of a section the paragraphs, that pass a test; ascending and apart.
  func ranges(passing test: DocumentTest, _ options: SearchOptions) throws(SearchError) -> [Range<Int>] {
    try fields.ranges(for: test, in: reader, options)
  }

  /// The paragraphs that a generation lacked; ascending and apart.
  func paragraphs(
    newSince generation: String, _ options: SearchOptions
  ) throws(SearchError) -> [Range<Int>] {
    try newParagraphs.ranges(since: generation, options)[number]
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
