internal import Postings

extension SegmentReader {
  /// What is kept of a statement, but for its words.
  package struct StatementRecord: Equatable, Sendable {
    package var document: Int
    /// Its ranges, by number: at least one.
    package var ranges: Range<Int>
    /// As ``Search`` numbers them: a speech 0, a turn 1, reported 2.
    package var mode: UInt8
    /// The numbers of all whom its speakers are; none if nobody is named.
    package var speakers: [Int]
  }

  /// What is shown of a statement.
  package struct StatementDetails: Equatable, Sendable {
    /// The name of the rule that found it.
    package var rule: String
    /// The words that are the evidence; empty where the text has none.
    package var evidence: String
    /// Who speaks.
    package var voices: [StoredVoice]
  }

  /// A run of words of one unit that belong to one statement.
  package struct TokenRange: Equatable, Sendable {
    package var unit: Int
    /// Positions of words in the unit; not empty.
    package var positions: Range<UInt32>
    package var statement: Int
  }

  package var statementCount: Int { byteCount(of: .statementNorms) }
  /// Ranges of all statements, in corpus order.
  package var rangeCount: Int { byteCount(of: .ranges) / SegmentFormat.RangeRecord.byteCount }
  package var speakerCount: Int {
    max(0, byteCount(of: .speakers) / SegmentFormat.SpeakerRecord.byteCount - 1)
  }

  /// Statement `index`.
  ///
  /// - Precondition: `index` is below ``statementCount``.
  package func statement(at index: Int) throws(SegmentError) -> StatementRecord {
    let ranges = try ranges(ofStatements: index..<index + 1)
    let start = index * SegmentFormat.StatementRecord.byteCount
    let next = start + SegmentFormat.StatementRecord.byteCount
    let (document, mode) = try withBytes(of: .statements, in: start..<next) {
      (bytes: RawSpan) throws(SegmentError) -> (Int, UInt8) in
      (
        Int(bytes.integer(at: start + SegmentFormat.StatementRecord.document, as: UInt32.self)),
        bytes.byte(at: start + SegmentFormat.StatementRecord.mode)
      )
    }
    guard !ranges.isEmpty, document < documentCount, mode < SegmentFormat.modeCount else {
      throw corrupt(
        .statements, at: start, "statement \(index) of document \(document) has \(ranges.count) ranges")
    }
    return StatementRecord(
      document: document, ranges: ranges, mode: mode, speakers: try speakers(ofStatement: index))
  }

  /// What is shown of statement `index`.
  ///
  /// - Precondition: `index` is below ``statementCount``.
  package func details(ofStatement index: Int) throws(SegmentError) -> StatementDetails {
    precondition((0..<statementCount).contains(index))
    typealias Record = SegmentFormat.StatementRecord
    var reader = try reader(
      of: .evidence,
      in: try offsets(
        in: .statements, at: index * Record.byteCount + Record.evidenceOffset, step: Record.byteCount,
        into: .evidence, as: UInt32.self))
    var details = StatementDetails(rule: try reader.string(), evidence: try reader.string(), voices: [])
    for _ in 0..<(try reader.varint()) {
      let name = try reader.string()
      let speaker = try reader.varint()
      guard speaker <= speakerCount else {
        throw corrupt(
          .statements, at: index * Record.byteCount,
          "statement \(index) is to count under speaker \(speaker - 1) of \(speakerCount)")
      }
      details.voices.append(StoredVoice(name: name, speaker: speaker > 0 ? speaker - 1 : nil))
    }
    try reader.end()
    return details
  }

  private func speakers(ofStatement index: Int) throws(SegmentError) -> [Int] {
    let start = index * SegmentFormat.StatementRecord.byteCount + SegmentFormat.StatementRecord.speakersOffset
    let range = try offsets(
      in: .statements, at: start, step: SegmentFormat.StatementRecord.byteCount, into: .statementSpeakers,
      as: UInt32.self)
    return try withBytes(of: .statementSpeakers, in: range) {
      (bytes: RawSpan) throws(SegmentError) -> [Int] in
      var numbers: [Int] = []
      for offset in stride(from: range.lowerBound, to: range.upperBound - 3, by: 4) {
        let number = Int(bytes.integer(at: offset, as: UInt32.self))
        guard number < speakerCount else {
          throw corrupt(.statementSpeakers, at: offset, "speaker \(number) of \(speakerCount)")
        }
        numbers.append(number)
      }
      return numbers
    }
  }

  /// Range `index`.
  ///
  /// - Precondition: `index` is below ``rangeCount``.
  package func tokenRange(at index: Int) throws(SegmentError) -> TokenRange {
    let start = index * SegmentFormat.RangeRecord.byteCount
    return try withBytes(of: .ranges, in: start..<start + SegmentFormat.RangeRecord.byteCount) {
      (bytes: RawSpan) throws(SegmentError) in try tokenRange(at: index, in: bytes)
    }
  }

  /// Calls `visit` with neighbouring ranges, in order, and their indexes; their pages are checked once for all.
  ///
  /// - Precondition: `indexes` are below ``rangeCount``.
  package func forEachTokenRange(
    in indexes: Range<Int>, _ visit: (Int, TokenRange) throws(SegmentError) -> Void
  ) throws(SegmentError) {
    let width = SegmentFormat.RangeRecord.byteCount
    try withBytes(of: .ranges, in: indexes.lowerBound * width..<indexes.upperBound * width) {
      (bytes: RawSpan) throws(SegmentError) in
      for index in indexes { try visit(index, try tokenRange(at: index, in: bytes)) }
    }
  }

  /// - Parameter bytes: Of the section, those of the record checked.
  private func tokenRange(at index: Int, in bytes: RawSpan) throws(SegmentError) -> TokenRange {
    let start = index * SegmentFormat.RangeRecord.byteCount
    let unit = Int(bytes.integer(at: start + SegmentFormat.RangeRecord.unit, as: UInt32.self))
    let first: UInt32 = bytes.integer(at: start + SegmentFormat.RangeRecord.firstPosition)
    let end: UInt32 = bytes.integer(at: start + SegmentFormat.RangeRecord.endPosition)
    let statement = Int(bytes.integer(at: start + SegmentFormat.RangeRecord.statement, as: UInt32.self))
    guard unit < unitCount, first < end, end < UInt32.max / 2, statement < statementCount else {
      throw corrupt(
        .ranges, at: start,
        "range \(index) is of words \(first) to \(end) of unit \(unit), statement \(statement)")
    }
    return TokenRange(unit: unit, positions: first..<end, statement: statement)
  }

  /// An error about ranges that do not stand in corpus order, found at number `index`.
  package func rangeDisorder(at index: Int) -> SegmentError {
    corrupt(.ranges, at: index * SegmentFormat.RangeRecord.byteCount, "range \(index) is out of order")
  }

  /// The ranges of neighbouring statements.
  package func ranges(ofStatements statements: Range<Int>) throws(SegmentError) -> Range<Int> {
    let first = try firstRange(ofStatement: statements.lowerBound)
    let end = try firstRange(ofStatement: statements.upperBound)
    guard first <= end, end <= rangeCount else {
      throw corrupt(
        .statements, at: statements.lowerBound * SegmentFormat.StatementRecord.byteCount,
        "ranges \(first) to \(end) of \(rangeCount)")
    }
    return first..<end
  }

  private func firstRange(ofStatement index: Int) throws(SegmentError) -> Int {
    let start = index * SegmentFormat.StatementRecord.byteCount + SegmentFormat.StatementRecord.firstRange
    return try withBytes(of: .statements, in: start..<start + 4) { (bytes: RawSpan) throws(SegmentError) in
      Int(bytes.integer(at: start, as: UInt32.self))
    }
  }

  /// The ranges that stand in neighbouring units.
  ///
  /// - Complexity: O(log ``rangeCount``).
  package func ranges(inUnits units: Range<Int>) throws(SegmentError) -> Range<Int> {
    let first = try firstRange(inUnitsFrom: units.lowerBound)
    // Few units have many, so the end is looked for close by, twice as far each time.
    var step = 1
    while first + step < rangeCount, try tokenRange(at: first + step - 1).unit < units.upperBound {
      step *= 2
    }
    let end = try Self.partition(first + step / 2..<min(first + step, rangeCount)) {
      index throws(SegmentError) in try tokenRange(at: index).unit >= units.upperBound
    }
    return first..<end
  }

  /// The first range that stands in `unit` or behind it; ``rangeCount`` if there is none.
  package func firstRange(inUnitsFrom unit: Int) throws(SegmentError) -> Int {
    try Self.partition(0..<rangeCount) { index throws(SegmentError) in try tokenRange(at: index).unit >= unit
    }
  }

  /// The statements of neighbouring documents.
  ///
  /// - Complexity: O(log ``statementCount``).
  package func statements(inDocuments documents: Range<Int>) throws(SegmentError) -> Range<Int> {
    let first = try Self.partition(0..<statementCount) { index throws(SegmentError) in
      try document(ofStatement: index) >= documents.lowerBound
    }
    let end = try Self.partition(0..<statementCount) { index throws(SegmentError) in
      try document(ofStatement: index) >= documents.upperBound
    }
    return first..<max(first, end)
  }

  /// The document of statement `index`.
  package func document(ofStatement index: Int) throws(SegmentError) -> Int {
    let start = index * SegmentFormat.StatementRecord.byteCount + SegmentFormat.StatementRecord.document
    let document = try withBytes(of: .statements, in: start..<start + 4) {
      (bytes: RawSpan) throws(SegmentError) in Int(bytes.integer(at: start, as: UInt32.self))
    }
    guard document < documentCount else {
      throw corrupt(
        .statements, at: start, "statement \(index) is of document \(document) of \(documentCount)")
    }
    return document
  }

  /// The first of `numbers` for which `isAfter` is true, their end if there is none.
  private static func partition(
    _ numbers: Range<Int>, _ isAfter: (Int) throws(SegmentError) -> Bool
  ) throws(SegmentError) -> Int {
    var low = numbers.lowerBound
    var high = numbers.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if try isAfter(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension SegmentReader {
  /// A byte of a section that keeps one for each unit, statement or document.
  package func byte(in section: SegmentFormat.Section, at index: Int) throws(SegmentError) -> UInt8 {
    try withBytes(of: section, in: index..<index + 1) { $0.byte(at: index) }
  }

  /// Speaker `index`.
  ///
  /// - Precondition: `index` is below ``speakerCount``.
  package func speaker(at index: Int) throws(SegmentError) -> StoredSpeaker {
    precondition((0..<speakerCount).contains(index))
    let start = index * SegmentFormat.SpeakerRecord.byteCount
    var reader = try reader(
      of: .speakerNames,
      in: try offsets(
        in: .speakers, at: start, step: SegmentFormat.SpeakerRecord.byteCount, into: .speakerNames,
        as: UInt32.self))
    var speaker = StoredSpeaker(id: try reader.string(), name: try reader.string(), keys: [])
    for _ in 0..<(try reader.varint()) { speaker.keys.append(try reader.string()) }
    try reader.end()
    return speaker
  }
}
