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
    let width = SegmentFormat.documentRecordByteCount
    let start = index * width
    return try withBytes(of: .documents, in: start..<start + 2 * width) {
      (bytes: RawSpan) throws(SegmentError) -> DocumentRecord in
      let firstUnit = Int(bytes.integer(at: start, as: UInt32.self))
      let end = Int(bytes.integer(at: start + width, as: UInt32.self))
      let firstDay: Int32 = bytes.integer(at: start + 4)
      let lastDay: Int32 = bytes.integer(at: start + 8)
      let wordsBefore: UInt32 = bytes.integer(at: start + 12)
      let wordsAfter: UInt32 = bytes.integer(at: start + width + 12)
      guard firstUnit <= end, end <= unitCount, firstDay <= lastDay, wordsBefore <= wordsAfter else {
        throw corrupt(
          .documents, at: start, "document \(index) has units \(firstUnit) to \(end) of \(unitCount)")
      }
      return DocumentRecord(
        units: firstUnit..<end, days: firstDay == 0 ? nil : firstDay...lastDay,
        wordCount: Int(wordsAfter - wordsBefore))
    }
  }

  /// The id of document `index`.
  ///
  /// - Precondition: `index` is below ``documentCount``.
  package func documentID(at index: Int) throws(SegmentError) -> String {
    var reader = try metadata(ofDocument: index)
    return try reader.string()
  }

  private func metadata(ofDocument index: Int) throws(SegmentError) -> ByteReader {
    precondition((0..<documentCount).contains(index))
    let start = index * SegmentFormat.documentRecordByteCount
    let next = start + SegmentFormat.documentRecordByteCount
    let range = try offsets(in: .documents, at: start + 16, and: next + 16, into: .metadata, as: UInt64.self)
    return try reader(of: .metadata, in: range)
  }

  /// Document `index`, whole.
  ///
  /// - Precondition: `index` is below ``documentCount``.
  package func document(at index: Int) throws(SegmentError) -> StoredDocument {
    let record = try documentRecord(at: index)
    var reader = try metadata(ofDocument: index)
    var document = StoredDocument(
      id: try reader.string(), path: try reader.string(), title: try reader.string())
    func optional(_ text: String) -> String? { text.isEmpty ? nil : text }
    document.kind = optional(try reader.string())
    document.publisher = optional(try reader.string())
    document.language = optional(try reader.string())
    document.symbol = optional(try reader.string())
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
    let width = SegmentFormat.unitRecordByteCount
    let start = index * width
    let (document, heading, kind) = try withBytes(of: .units, in: start..<start + width) {
      (bytes: RawSpan) throws(SegmentError) -> (Int, Int, UInt8) in
      (
        Int(bytes.integer(at: start, as: UInt32.self)), Int(bytes.integer(at: start + 4, as: UInt32.self)),
        bytes.byte(at: start + 24)
      )
    }
    guard document < documentCount, heading < headingCount,
      try documentRecord(at: document).units.contains(index)
    else {
      throw corrupt(.units, at: start, "unit \(index) is of document \(document), section \(heading)")
    }
    let textRange = try offsets(
      in: .units, at: start + 8, and: start + width + 8, into: .text, as: UInt64.self)
    let text = try withBytes(of: .text, in: textRange) { $0.array(in: textRange) }
    let piecesRange = try offsets(
      in: .units, at: start + 16, and: start + width + 16, into: .pieces, as: UInt64.self)
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
    return StoredUnit(
      document: document, heading: heading, kind: kind, text: text, pieces: pieces, endLine: endLine)
  }

  /// The path of headings of section `index`, which a unit names.
  package func headings(at index: Int) throws(SegmentError) -> [String] {
    precondition((0..<headingCount).contains(index))
    let start = index * SegmentFormat.headingRecordByteCount
    let range = try offsets(in: .headings, at: start, and: start + 4, into: .headingPaths, as: UInt32.self)
    var reader = try reader(of: .headingPaths, in: range)
    var path: [String] = []
    for _ in 0..<(try reader.varint()) { path.append(try reader.string()) }
    return path
  }

  /// The range between two offsets in records of `table`, checked against the section they point into.
  func offsets<Value: FixedWidthInteger & BitwiseCopyable>(
    in table: SegmentFormat.Section, at first: Int, and second: Int, into target: SegmentFormat.Section,
    as type: Value.Type
  ) throws(SegmentError) -> Range<Int> {
    try withBytes(of: table, in: first..<second + MemoryLayout<Value>.size) {
      (bytes: RawSpan) throws(SegmentError) -> Range<Int> in
      let start: Value = bytes.integer(at: first)
      let end: Value = bytes.integer(at: second)
      guard start <= end, UInt64(end) <= UInt64(byteCount(of: target)) else {
        throw corrupt(table, at: first, "\(start) to \(end) is no range of section \(target)")
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
