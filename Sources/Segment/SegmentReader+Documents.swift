internal import Postings

extension SegmentReader {
  /// What is read of a document often: not its strings.
  package struct DocumentRecord: Equatable, Sendable {
    /// Its units.
    package var units: Range<Int>
    /// `yyyymmdd`; nil without a date.
    package var days: ClosedRange<Int32>?
    package var wordCount: Int
  }

  /// What the record of document `index` says.
  ///
  /// - Precondition: `index` is below ``documentCount``.
  package func documentRecord(at index: Int) throws(SegmentError) -> DocumentRecord {
    precondition((0..<documentCount).contains(index))
    let start = index * SegmentFormat.DocumentRecord.byteCount
    return try withBytes(of: .documents, in: start..<start + 2 * SegmentFormat.DocumentRecord.byteCount) {
      (bytes: RawSpan) throws(SegmentError) -> DocumentRecord in
      try documentRecord(at: index, in: bytes)
    }
  }

  /// The runs of neighbouring documents whose days pass, in order, each with its units.
  ///
  /// - Parameter passes: Asked of the days of every document; nil for one without a date.
  package func documentRuns(
    where passes: (ClosedRange<Int32>?) -> Bool
  ) throws(SegmentError) -> [(documents: Range<Int>, units: Range<Int>)] {
    typealias Record = SegmentFormat.DocumentRecord
    return try withBytes(of: .documents, in: 0..<(documentCount + 1) * Record.byteCount) {
      (bytes: RawSpan) throws(SegmentError) in
      var runs: [(documents: Range<Int>, units: Range<Int>)] = []
      // The first document of the run that goes on, and the unit that the runs before end with.
      var start: Int?
      var end = 0
      var isIn = false
      var lastPair: UInt64 = 0
      for index in 0...documentCount {
        // Neighbours often share their days, and so the answer.
        let pair: UInt64 = bytes.integer(at: index * Record.byteCount + Record.firstDay)
        if index == documentCount {
          isIn = false
        } else if index == 0 || pair != lastPair {
          isIn = passes(try days(ofDocumentAt: index, in: bytes))
          lastPair = pair
        }
        guard isIn != (start != nil) else { continue }
        guard !isIn, let first = start else {
          start = index
          continue
        }
        start = nil
        let firstUnit = self.firstUnit(ofDocumentAt: first, in: bytes)
        let endUnit = self.firstUnit(ofDocumentAt: index, in: bytes)
        guard end <= firstUnit, firstUnit <= endUnit, endUnit <= unitCount else {
          throw corrupt(
            .documents, at: first * Record.byteCount,
            "documents \(first) to \(index - 1) have units \(firstUnit) to \(endUnit) of \(unitCount), behind \(end)"
          )
        }
        end = endUnit
        runs.append((first..<index, firstUnit..<endUnit))
      }
      return runs
    }
  }

  /// The document in which `unit` stands.
  ///
  /// - Parameters:
  ///   - unit: Below ``unitCount``.
  ///   - start: That document or one before it.
  /// - Throws: `corrupt` also if no document has the unit.
  /// - Complexity: O(log *d*) for *d* documents from `start` to it (Bentley and Yao, "An almost optimal algorithm for unbounded
  ///   searching", Information Processing Letters 5, 1976).
  package func document(
    ofUnit unit: Int, from start: Int
  ) throws(SegmentError) -> (index: Int, record: DocumentRecord) {
    guard start < documentCount else {
      throw corrupt(.documents, at: 0, "unit \(unit) is in none of \(documentCount) documents")
    }
    // Mostly it is one of the next ones: their pages are checked and lent once.
    let near = start..<min(start + Self.nearDocumentCount, documentCount)
    let width = SegmentFormat.DocumentRecord.byteCount
    let found = try withBytes(of: .documents, in: near.lowerBound * width..<(near.upperBound + 1) * width) {
      (bytes: RawSpan) throws(SegmentError) -> (Int, DocumentRecord)? in
      let index = Self.last(of: near) { firstUnit(ofDocumentAt: $0, in: bytes) <= unit }
      let record = try documentRecord(at: index, in: bytes)
      return record.units.contains(unit) ? (index, record) : nil
    }
    if let found { return found }
    let index = try Self.last(of: start..<documentCount) { index throws(SegmentError) in
      try firstUnit(ofDocumentAt: index) <= unit
    }
    let record = try documentRecord(at: index)
    // What is not in order leads the search astray.
    guard record.units.contains(unit) else {
      throw corrupt(
        .documents, at: index * width,
        "unit \(unit) is sought here, document \(index) has units \(record.units.lowerBound) to \(record.units.upperBound)"
      )
    }
    return (index, record)
  }

  private static let nearDocumentCount = 128

  /// The last of `numbers`, which are not empty, for which `isIn` is true, the first one if there is none.
  private static func last<Failure: Error>(
    of numbers: Range<Int>, _ isIn: (Int) throws(Failure) -> Bool
  ) throws(Failure) -> Int {
    var low = numbers.lowerBound
    var step = 1
    while low + step < numbers.upperBound, try isIn(low + step) {
      low += step
      step *= 2
    }
    var high = min(low + step, numbers.upperBound)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if try isIn(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private func firstUnit(ofDocumentAt index: Int) throws(SegmentError) -> Int {
    let start = index * SegmentFormat.DocumentRecord.byteCount + SegmentFormat.DocumentRecord.firstUnit
    return try withBytes(of: .documents, in: start..<start + 4) { firstUnit(ofDocumentAt: index, in: $0) }
  }

  // MARK: Of bytes that hold the record

  private func firstUnit(ofDocumentAt index: Int, in bytes: RawSpan) -> Int {
    typealias Record = SegmentFormat.DocumentRecord
    return Int(bytes.integer(at: index * Record.byteCount + Record.firstUnit, as: UInt32.self))
  }

  /// The next record is in `bytes` too.
  private func documentRecord(at index: Int, in bytes: RawSpan) throws(SegmentError) -> DocumentRecord {
    typealias Record = SegmentFormat.DocumentRecord
    let start = index * Record.byteCount
    let firstUnit = self.firstUnit(ofDocumentAt: index, in: bytes)
    let end = self.firstUnit(ofDocumentAt: index + 1, in: bytes)
    let wordsBefore: UInt32 = bytes.integer(at: start + Record.wordsBefore)
    let wordsAfter: UInt32 = bytes.integer(at: start + Record.byteCount + Record.wordsBefore)
    guard firstUnit <= end, end <= unitCount else {
      throw corrupt(
        .documents, at: start, "document \(index) has units \(firstUnit) to \(end) of \(unitCount)")
    }
    guard wordsBefore <= wordsAfter, wordsAfter <= wordCount else {
      throw corrupt(
        .documents, at: start + Record.wordsBefore,
        "document \(index) has words \(wordsBefore) to \(wordsAfter) of \(wordCount)")
    }
    return DocumentRecord(
      units: firstUnit..<end, days: try days(ofDocumentAt: index, in: bytes),
      wordCount: Int(wordsAfter - wordsBefore))
  }

  /// The days of a document; both are 0 for one without a date.
  private func days(ofDocumentAt index: Int, in bytes: RawSpan) throws(SegmentError) -> ClosedRange<Int32>? {
    typealias Record = SegmentFormat.DocumentRecord
    let start = index * Record.byteCount
    let first: Int32 = bytes.integer(at: start + Record.firstDay)
    let last: Int32 = bytes.integer(at: start + Record.lastDay)
    if first == 0, last == 0 { return nil }
    guard Self.isDay(first), first == last || Self.isDay(last), first <= last else {
      throw corrupt(
        .documents, at: start + Record.firstDay,
        "document \(index) is dated from \(first) to \(last), expected days yyyymmdd, or 0 for none")
    }
    return first...last
  }

  private static func isDay(_ day: Int32) -> Bool {
    let (months, ofMonth) = UInt32(bitPattern: day).quotientAndRemainder(dividingBy: 100)
    let (year, month) = months.quotientAndRemainder(dividingBy: 100)
    return (1...9999).contains(year) && (1...12).contains(month) && (1...31).contains(ofMonth)
  }

  /// The id of document `index`.
  ///
  /// - Precondition: `index` is below ``documentCount``.
  package func documentID(at index: Int) throws(SegmentError) -> String {
    var reader = try metadata(ofDocumentAt: index)
    return try reader.string()
  }

  private func metadata(ofDocumentAt index: Int) throws(SegmentError) -> ByteReader {
    precondition((0..<documentCount).contains(index))
    typealias Record = SegmentFormat.DocumentRecord
    let range = try offsets(
      in: .documents, at: index * Record.byteCount + Record.metadataOffset, step: Record.byteCount,
      into: .metadata, as: UInt64.self)
    return try reader(of: .metadata, in: range)
  }

  /// Document `index`, whole.
  ///
  /// - Precondition: `index` is below ``documentCount``.
  package func document(at index: Int) throws(SegmentError) -> StoredDocument {
    let record = try documentRecord(at: index)
    var reader = try metadata(ofDocumentAt: index)
    var document = StoredDocument(
      id: try reader.string(), path: try reader.string(), title: try reader.string())
    func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
    document.kind = optional(try reader.string())
    document.publisher = optional(try reader.string())
    document.language = optional(try reader.string())
    document.symbol = optional(try reader.string())
    try reader.end()
    document.days = record.days
    document.units = record.units
    document.wordCount = record.wordCount
    return document
  }

  /// The hash of the source of document `index`.
  ///
  /// - Precondition: `index` is below ``documentCount``.
  package func digest(ofDocumentAt index: Int) throws(SegmentError) -> [UInt8] {
    precondition((0..<documentCount).contains(index))
    let range = index * SHA256.byteCount..<(index + 1) * SHA256.byteCount
    return try withBytes(of: .digests, in: range) { $0.array(in: range) }
  }
}
