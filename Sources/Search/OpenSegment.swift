internal import Postings
internal import Segment
internal import Text

/// A segment with the dates of its documents at hand, which filters and trends read again and again.
struct OpenSegment: Sendable {
  let reader: SegmentReader
  let documents: [SegmentReader.DocumentRecord]

  init(_ reader: SegmentReader) throws(SegmentError) {
    self.reader = reader
    var documents: [SegmentReader.DocumentRecord] = []
    var unit = 0
    for index in 0..<reader.documentCount {
      let document = try reader.documentRecord(at: index)
      guard document.units.lowerBound == unit else {
        throw reader.corrupt(
          .documents, at: 0, "the units of document \(index) do not follow those before it")
      }
      unit = document.units.upperBound
      documents.append(document)
    }
    guard unit == reader.unitCount else {
      throw reader.corrupt(.documents, at: 0, "the documents have \(unit) units of \(reader.unitCount)")
    }
    self.documents = documents
  }

  /// The units of the documents that pass, neighbours in one range.
  func units(
    of space: UnitSpace, where passes: (SegmentReader.DocumentRecord) -> Bool
  ) throws(SegmentError) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start: Int?
    for index in 0...documents.count {
      let isIn = index < documents.count && passes(documents[index])
      if isIn, start == nil { start = index }
      guard !isIn, let first = start else { continue }
      let units = try space.units(ofDocuments: first..<index, in: self)
      if !units.isEmpty { ranges.append(units) }
      start = nil
    }
    return ranges
  }
}

/// Goes through documents along with units that come in corpus order.
struct DocumentWalk {
  private var segment = 0
  /// The number in its segment of the document reached last.
  private(set) var index = 0

  /// The document of `unit` in `open`, which is the segment with number `segment`.
  /// - Precondition: No unit before one asked for earlier.
  mutating func advance(
    to unit: DocID, in space: UnitSpace, of open: OpenSegment, _ segment: Int
  ) throws(SegmentError) -> SegmentReader.DocumentRecord {
    if segment != self.segment { (self.segment, index) = (segment, 0) }
    switch space {
    case .documents: index = Int(unit)
    case .statements: index = try open.reader.document(ofStatement: Int(unit))
    case .pieces:
      index = try open.reader.document(ofStatement: open.reader.tokenRange(at: Int(unit)).statement)
    case .paragraphs:
      while open.documents[index].units.upperBound <= Int(unit) { index += 1 }
    }
    return open.documents[index]
  }
}
