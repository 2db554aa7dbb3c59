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
  func units(where passes: (SegmentReader.DocumentRecord) -> Bool) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for document in documents where passes(document) && !document.units.isEmpty {
      if let last = ranges.last, last.upperBound == document.units.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<document.units.upperBound
      } else {
        ranges.append(document.units)
      }
    }
    return ranges
  }
}

/// Goes through documents along with units that come in corpus order.
struct DocumentWalk {
  private var segment = 0
  private var index = 0

  /// The document of `unit` in `open`, which is the segment with number `segment`.
  /// - Precondition: No unit before one asked for earlier.
  mutating func advance(to unit: DocID, of open: OpenSegment, _ segment: Int) -> SegmentReader.DocumentRecord
  {
    if segment != self.segment { (self.segment, index) = (segment, 0) }
    while open.documents[index].units.upperBound <= Int(unit) { index += 1 }
    return open.documents[index]
  }
}
