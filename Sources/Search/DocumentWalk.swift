internal import Postings
internal import Segment

/// Goes through documents along with units that come in corpus order, and reads those that it reaches from the file.
struct DocumentWalk {
  private var segment = 0
  /// The number in its segment of the document reached last.
  private(set) var index = 0
  /// Its record; nil before the first.
  private var record: SegmentReader.DocumentRecord?

  /// The document of `unit` in `open`, which is the segment with number `segment`.
  /// - Precondition: No unit before one asked for earlier.
  mutating func advance(
    to unit: DocID, in space: UnitSpace, of open: OpenSegment, _ segment: Int
  ) throws(SegmentError) -> SegmentReader.DocumentRecord {
    if segment != self.segment { self = DocumentWalk(inSegment: segment) }
    switch space {
    case .documents: return try reach(Int(unit), of: open.reader)
    case .statements:
      return try reach(try open.reader.document(ofStatement: Int(unit)), of: open.reader)
    case .pieces:
      let statement = try open.reader.tokenRange(at: Int(unit)).statement
      return try reach(try open.reader.document(ofStatement: statement), of: open.reader)
    case .paragraphs:
      return try advance(toParagraph: Int(unit), of: open.reader)
    }
  }

  /// - Parameter index: A document that is not behind the first one to be reached.
  init(at index: Int = 0, inSegment segment: Int = 0) {
    self.segment = segment
    self.index = index
  }

  /// The document of a paragraph of the segment that the walk is in.
  /// - Precondition: No paragraph before one asked for earlier.
  mutating func advance(
    toParagraph unit: Int, of reader: SegmentReader
  ) throws(SegmentError) -> SegmentReader.DocumentRecord {
    if let record, unit < record.units.upperBound { return record }
    let (index, record) = try reader.document(ofUnit: unit, from: index)
    self.index = index
    self.record = record
    return record
  }

  private mutating func reach(
    _ index: Int, of reader: SegmentReader
  ) throws(SegmentError) -> SegmentReader.DocumentRecord {
    if let record, index == self.index { return record }
    let record = try reader.documentRecord(at: index)
    self.index = index
    self.record = record
    return record
  }
}
