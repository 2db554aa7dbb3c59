internal import Postings
internal import Query
internal import Segment

/// What the units of a query are while it runs on a segment.
///
/// A statement is a list of ranges of paragraphs' words, a document an interval of paragraphs. Ranges are in corpus order,
/// so the units of every space are too, and of two units the earlier one never has the later range.
enum UnitSpace: Sendable {
  case paragraphs
  /// The ranges of statements, each for itself: what of one statement stands in one paragraph.
  case pieces
  case statements
  case documents

  init(_ level: Level) {
    self =
      switch level {
      case .paragraph: .paragraphs
      case .statement: .statements
      case .document: .documents
      }
  }

  /// The space in which "in one statement" is asked of units of this one.
  var ofStatements: UnitSpace {
    switch self {
    case .paragraphs, .pieces: .pieces
    case .statements, .documents: .statements
    }
  }

  /// The space of what stands in one paragraph, of which units of this one are made: where words are near each other.
  var ofPlaces: UnitSpace {
    switch self {
    case .paragraphs, .documents: .paragraphs
    case .pieces, .statements: .pieces
    }
  }

  /// The level whose statistics and frequencies count.
  var level: Level {
    switch self {
    case .paragraphs, .pieces: .paragraph
    case .statements: .statement
    case .documents: .document
    }
  }

  /// The unit in which a part, a unit of ``ofStatements``, stands.
  func unit(ofPart part: Int, in segment: SegmentReader) throws(SegmentError) -> Int {
    switch self {
    case .paragraphs: try segment.tokenRange(at: part).unit
    case .pieces, .statements: part
    case .documents: try segment.document(ofStatement: part)
    }
  }

  /// How many units are answered at a time, a multiple of 64: of those that are made of paragraphs fewer, so that there are windows enough for several
  /// threads. On the General Debate that takes up to a fifth more of processor time for statements, and a twentieth for documents.
  var unitsOfWindow: Int {
    switch self {
    case .paragraphs, .pieces: Window.unitCount
    case .statements, .documents: Window.unitCount / 8
    }
  }

  func unitCount(in segment: SegmentReader) -> Int {
    switch self {
    case .paragraphs: segment.unitCount
    case .pieces: segment.rangeCount
    case .statements: segment.statementCount
    case .documents: segment.documentCount
    }
  }

  /// The units of the space that stand in the documents of a range, whose paragraphs are given.
  func units(
    ofDocuments documents: Range<Int>, withParagraphs paragraphs: Range<Int>, in segment: SegmentReader
  ) throws(SegmentError) -> Range<Int> {
    switch self {
    case .paragraphs: paragraphs
    case .pieces: try segment.ranges(inUnits: paragraphs)
    case .statements: try segment.statements(inDocuments: documents)
    case .documents: documents
    }
  }

  /// The statements that have words in a unit.
  func statements(in unit: Int, of segment: OpenSegment) throws(SegmentError) -> Range<Int> {
    let reader = segment.reader
    switch self {
    case .paragraphs:
      let ranges = try reader.ranges(inUnits: unit..<unit + 1)
      guard let first = ranges.first, let last = ranges.last else { return 0..<0 }
      let statements = (
        first: try reader.tokenRange(at: first).statement, last: try reader.tokenRange(at: last).statement
      )
      guard statements.first <= statements.last else { throw reader.rangeDisorder(at: first) }
      return statements.first..<statements.last + 1
    case .pieces:
      let statement = try reader.tokenRange(at: unit).statement
      return statement..<statement + 1
    case .statements: return unit..<unit + 1
    case .documents: return try reader.statements(inDocuments: unit..<unit + 1)
    }
  }

  /// The byte that a unit's length is kept in.
  func norm(of unit: Int, in segment: SegmentReader) throws(SegmentError) -> UInt8 {
    switch self {
    case .paragraphs: try segment.byte(in: .norms, at: unit)
    case .pieces: try segment.byte(in: .norms, at: segment.tokenRange(at: unit).unit)
    case .statements: try segment.byte(in: .statementNorms, at: unit)
    case .documents: try segment.byte(in: .documentNorms, at: unit)
    }
  }

  /// Lends what tells the bytes that the lengths of `units` are kept in.
  func withNorms<Result>(
    of units: Range<Int>, in segment: SegmentReader,
    _ body: ((Int) throws(SegmentError) -> UInt8) throws(SegmentError) -> Result
  ) throws(SegmentError) -> Result {
    let section: SegmentFormat.Section
    switch self {
    case .pieces: return try body { unit throws(SegmentError) in try norm(of: unit, in: segment) }
    case .paragraphs: section = .norms
    case .statements: section = .statementNorms
    case .documents: section = .documentNorms
    }
    return try segment.withBytes(of: section, in: units) { (norms: RawSpan) throws(SegmentError) in
      try body { unit in norms.byte(at: unit) }
    }
  }

  /// The words of a statement, or of a piece of one.
  func wordCount(of unit: Int, in segment: SegmentReader) throws(SegmentError) -> Int {
    precondition(self == .pieces || self == .statements)
    if self == .pieces { return try segment.tokenRange(at: unit).positions.count }
    var count = 0
    for range in try segment.statement(at: unit).ranges {
      count += try segment.tokenRange(at: range).positions.count
    }
    return count
  }
}
