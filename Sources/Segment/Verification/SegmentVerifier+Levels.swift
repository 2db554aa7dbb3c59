internal import Postings

extension SegmentVerifier {
  /// The dictionary's frequencies of statements and documents are those that the positions make.
  func verifyLevelFrequencies() throws(SegmentError) {
    var counter = LevelFrequencyCounter(units: try statementsOfUnits(), of: segment)
    for ordinal in 0..<segment.termCount {
      let entry = try segment.term(at: ordinal)
      counter.begin()
      try counter.add(entry)
      try counter.verify(
        entry, in: .terms,
        at: ordinal * SegmentFormat.TermRecord.byteCount + SegmentFormat.TermRecord.statementFrequency)
    }
    for ordinal in 0..<segment.stemCount {
      let forms = try segment.forms(ofStemAt: ordinal)
      // One with a single term has no frequencies of its own.
      guard forms.count > 1 else { continue }
      counter.begin()
      for form in forms { try counter.add(try segment.term(at: form)) }
      try counter.verify(
        try segment.listOfStem(at: ordinal), in: .stems,
        at: ordinal * SegmentFormat.StemRecord.byteCount + SegmentFormat.StemRecord.statementFrequency)
    }
  }

  /// Of each unit its document, and the words of it that belong to statements, in order.
  private func statementsOfUnits() throws(SegmentError) -> [LevelFrequencyCounter.Unit] {
    var units: [LevelFrequencyCounter.Unit] = []
    units.reserveCapacity(segment.unitCount)
    for document in 0..<segment.documentCount {
      for _ in try segment.documentRecord(at: document).units {
        units.append(LevelFrequencyCounter.Unit(document: document, ranges: []))
      }
    }
    for index in 0..<segment.rangeCount {
      let range = try segment.tokenRange(at: index)
      units[range.unit].ranges.append(range)
    }
    return units
  }
}

/// Counts in how many statements and documents the occurrences of some terms stand.
private struct LevelFrequencyCounter {
  struct Unit {
    var document: Int
    var ranges: [SegmentReader.TokenRange]
  }

  private let units: [Unit]
  private let segment: SegmentReader
  /// The number of the last count that saw each.
  private var lastOfDocument: [Int]
  private var lastOfStatement: [Int]
  private var number = 0
  private var documentCount = 0
  private var statementCount = 0
  private var positions: [UInt32] = []

  init(units: [Unit], of segment: SegmentReader) {
    self.units = units
    self.segment = segment
    lastOfDocument = Array(repeating: 0, count: segment.documentCount)
    lastOfStatement = Array(repeating: 0, count: segment.statementCount)
  }

  /// Begins a new count.
  mutating func begin() {
    number += 1
    documentCount = 0
    statementCount = 0
  }

  mutating func add(_ entry: DictionaryEntry) throws(SegmentError) {
    var cursor = try segment.cursor(over: entry, withPositions: true)
    while try segment.advance(&cursor) != .end {
      let unit = units[Int(cursor.docID)]
      if lastOfDocument[unit.document] != number {
        lastOfDocument[unit.document] = number
        documentCount += 1
      }
      if unit.ranges.isEmpty { continue }
      try segment.readPositions(of: &cursor, into: &positions)
      for range in unit.ranges
      where lastOfStatement[range.statement] != number && positions.contains(where: range.positions.contains)
      {
        lastOfStatement[range.statement] = number
        statementCount += 1
      }
    }
  }

  func verify(_ entry: DictionaryEntry, in section: SegmentFormat.Section, at offset: Int)
    throws(SegmentError)
  {
    guard entry.statementFrequency == statementCount, entry.sourceFrequency == documentCount else {
      throw segment.corrupt(
        section, at: offset,
        "in \(entry.statementFrequency) statements and \(entry.sourceFrequency) documents, the lists say "
          + "\(statementCount) and \(documentCount)")
    }
  }
}

extension SegmentReader {
  /// Steps a cursor over a term to its next unit.
  fileprivate func advance(_ cursor: inout PostingsCursor) throws(SegmentError) -> DocID {
    try withLists { (bytes: RawSpan) throws(PostingsError) in try cursor.next(in: bytes) }
  }

  fileprivate func readPositions(
    of cursor: inout PostingsCursor, into positions: inout [UInt32]
  ) throws(SegmentError) {
    try withLists { (bytes: RawSpan) throws(PostingsError) in
      try cursor.positions(in: bytes, postings: bytes, into: &positions)
    }
  }
}
