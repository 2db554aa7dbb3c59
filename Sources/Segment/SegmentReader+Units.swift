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
    typealias Record = SegmentFormat.DocumentRecord
    let start = index * Record.byteCount
    let next = start + Record.byteCount
    return try withBytes(of: .documents, in: start..<next + Record.byteCount) {
      (bytes: RawSpan) throws(SegmentError) -> DocumentRecord in
      let firstUnit = Int(bytes.integer(at: start + Record.firstUnit, as: UInt32.self))
      let end = Int(bytes.integer(at: next + Record.firstUnit, as: UInt32.self))
      let firstDay: Int32 = bytes.integer(at: start + Record.firstDay)
      let lastDay: Int32 = bytes.integer(at: start + Record.lastDay)
      let wordsBefore: UInt32 = bytes.integer(at: start + Record.wordsBefore)
      let wordsAfter: UInt32 = bytes.integer(at: next + Record.wordsBefore)
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
        units: firstUnit..<end, days: try days(firstDay, lastDay, ofDocumentAt: index),
        wordCount: Int(wordsAfter - wordsBefore))
    }
  }

  /// The days of a document; both are 0 for one without a date.
  private func days(
    _ first: Int32, _ last: Int32, ofDocumentAt index: Int
  ) throws(SegmentError) -> ClosedRange<Int32>? {
    if first == 0, last == 0 { return nil }
    guard Self.isDay(first), Self.isDay(last), first <= last else {
      typealias Record = SegmentFormat.DocumentRecord
      throw corrupt(
        .documents, at: index * Record.byteCount + Record.firstDay,
        "document \(index) is dated from \(first) to \(last), expected days yyyymmdd, or 0 for none")
    }
    return first...last
  }

  private static func isDay(_ day: Int32) -> Bool {
    (1...9999).contains(day / 10_000) && (1...12).contains(day / 100 % 100) && (1...31).contains(day % 100)
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

  /// Unit `index`, whole.
  ///
  /// - Precondition: `index` is below ``unitCount``.
  package func unit(at index: Int) throws(SegmentError) -> StoredUnit {
    precondition((0..<unitCount).contains(index))
    typealias Record = SegmentFormat.UnitRecord
    let start = index * Record.byteCount
    let (document, heading, kind) = try withBytes(of: .units, in: start..<start + Record.byteCount) {
      (bytes: RawSpan) throws(SegmentError) -> (Int, Int, UInt8) in
      (
        Int(bytes.integer(at: start + Record.document, as: UInt32.self)),
        Int(bytes.integer(at: start + Record.heading, as: UInt32.self)), bytes.byte(at: start + Record.kind)
      )
    }
    guard document < documentCount, heading < headingCount,
      try documentRecord(at: document).units.contains(index)
    else {
      throw corrupt(.units, at: start, "unit \(index) is of document \(document), section \(heading)")
    }
    let textRange = try offsets(
      in: .units, at: start + Record.textOffset, step: Record.byteCount, into: .text, as: UInt64.self)
    let text = try withBytes(of: .text, in: textRange) { $0.array(in: textRange) }
    let piecesRange = try offsets(
      in: .units, at: start + Record.piecesOffset, step: Record.byteCount, into: .pieces, as: UInt64.self)
    var reader = try reader(of: .pieces, in: piecesRange)
    var pieces: [StoredPiece] = []
    var piece = StoredPiece(textOffset: 0, line: 0, column: 0)
    let pieceCount = try reader.varint()
    for _ in 0..<pieceCount {
      piece.textOffset += try reader.varint()
      piece.line += try reader.varint()
      piece.column = try reader.varint()
      guard piece.textOffset <= text.count else {
        throw corrupt(.pieces, at: piecesRange.lowerBound, "a piece of unit \(index) starts beyond its text")
      }
      pieces.append(piece)
    }
    let endLine = piece.line + (try reader.varint())
    try reader.end()
    return StoredUnit(
      document: document, heading: heading, kind: kind, text: text, pieces: pieces, endLine: endLine)
  }

  /// The path of headings of section `index`, which a unit names.
  package func headings(at index: Int) throws(SegmentError) -> [String] {
    precondition((0..<headingCount).contains(index))
    let width = SegmentFormat.HeadingRecord.byteCount
    let range = try offsets(
      in: .headings, at: index * width, step: width, into: .headingPaths, as: UInt32.self)
    var reader = try reader(of: .headingPaths, in: range)
    var path: [String] = []
    for _ in 0..<(try reader.varint()) { path.append(try reader.string()) }
    try reader.end()
    return path
  }

  /// The hash of the source of document `index`.
  ///
  /// - Precondition: `index` is below ``documentCount``.
  package func digest(ofDocumentAt index: Int) throws(SegmentError) -> [UInt8] {
    precondition((0..<documentCount).contains(index))
    let range = index * SHA256.byteCount..<(index + 1) * SHA256.byteCount
    return try withBytes(of: .digests, in: range) { $0.array(in: range) }
  }

  /// The range from the offset at byte `field` of `table` to the same field of the next record, `step` bytes on; checked
  /// against the section into which they point.
  func offsets<Value: FixedWidthInteger & BitwiseCopyable>(
    in table: SegmentFormat.Section, at field: Int, step: Int, into target: SegmentFormat.Section,
    as type: Value.Type
  ) throws(SegmentError) -> Range<Int> {
    try withBytes(of: table, in: field..<field + step + MemoryLayout<Value>.size) {
      (bytes: RawSpan) throws(SegmentError) -> Range<Int> in
      let start: Value = bytes.integer(at: field)
      let end: Value = bytes.integer(at: field + step)
      guard start <= end, UInt64(end) <= UInt64(byteCount(of: target)) else {
        throw corrupt(
          table, at: field,
          "\(start) to \(end) is no range of section \(target.name), which has \(byteCount(of: target)) bytes"
        )
      }
      return Int(start)..<Int(end)
    }
  }

  private func reader(
    of section: SegmentFormat.Section, in range: Range<Int>
  ) throws(SegmentError) -> ByteReader {
    let bytes = try withBytes(of: section, in: range) { $0.array(in: range) }
    return ByteReader(bytes) { offset, reason in self.corrupt(section, at: range.lowerBound + offset, reason)
    }
  }
}
