internal import Postings

extension SegmentReader {
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
    let text = try text(ofUnitAt: index)
    let range = try piecesRange(ofUnit: index)
    var reader = try reader(of: .pieces, in: range)
    var pieces: [StoredPiece] = []
    var piece = StoredPiece(textOffset: 0, line: 0, column: 0)
    let pieceCount = try reader.varint()
    for _ in 0..<pieceCount {
      piece.textOffset += try reader.varint()
      piece.line += try reader.varint()
      piece.column = try reader.varint()
      guard piece.textOffset <= text.count else {
        throw corrupt(.pieces, at: range.lowerBound, "a piece of unit \(index) starts beyond its text")
      }
      pieces.append(piece)
    }
    let endLine = piece.line + (try reader.varint())
    var sentenceStarts: [UInt32] = []
    try readSentenceStarts(&reader, into: &sentenceStarts)
    return StoredUnit(
      document: document, heading: heading, kind: kind, text: text, pieces: pieces, endLine: endLine,
      sentenceStarts: sentenceStarts)
  }

  /// What stands behind a unit's pieces.
  private func readSentenceStarts(
    _ reader: inout ByteReader, into starts: inout [UInt32]
  ) throws(SegmentError) {
    var next = 1
    while !reader.isAtEnd {
      next += try reader.varint()
      guard next <= wordCount else {
        throw corrupt(.pieces, at: 0, "a sentence begins at word \(next) of \(wordCount)")
      }
      starts.append(UInt32(next))
      next += 1
    }
  }

  /// Where the pieces and sentences of a unit lie.
  func piecesRange(ofUnit index: Int) throws(SegmentError) -> Range<Int> {
    typealias Record = SegmentFormat.UnitRecord
    return try offsets(
      in: .units, at: index * Record.byteCount + Record.piecesOffset, step: Record.byteCount, into: .pieces,
      as: UInt64.self)
  }

  /// The number in the segment of the section that unit `index` stands in.
  package func heading(ofUnit index: Int) throws(SegmentError) -> Int {
    precondition((0..<unitCount).contains(index))
    let field = index * SegmentFormat.UnitRecord.byteCount + SegmentFormat.UnitRecord.heading
    let heading = try withBytes(of: .units, in: field..<field + 4) {
      Int($0.integer(at: field, as: UInt32.self))
    }
    guard heading < headingCount else {
      throw corrupt(.units, at: field, "unit \(index) is of section \(heading) of \(headingCount)")
    }
    return heading
  }

  /// The text of unit `index`, UTF-8, or its first `byteLimit` bytes, which may end inside a scalar.
  ///
  /// - Precondition: `index` is below ``unitCount``, `byteLimit` not negative.
  package func text(ofUnitAt index: Int, byteLimit: Int = .max) throws(SegmentError) -> [UInt8] {
    precondition((0..<unitCount).contains(index))
    typealias Record = SegmentFormat.UnitRecord
    let whole = try offsets(
      in: .units, at: index * Record.byteCount + Record.textOffset, step: Record.byteCount, into: .text,
      as: UInt64.self)
    let range = whole.prefix(byteLimit)
    return try withBytes(of: .text, in: range) { $0.array(in: range) }
  }

  /// The signatures of all units, in order; see ``SignatureMaker``.
  package func signatures() throws(SegmentError) -> [UInt64] {
    let width = SegmentFormat.signatureByteCount
    return try withBytes(of: .signatures, in: 0..<unitCount * width) { bytes in
      (0..<unitCount).map { bytes.integer(at: $0 * width) }
    }
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
        throw noRange(Int(clamping: start), Int(clamping: end), of: target, in: table, at: field)
      }
      return Int(start)..<Int(end)
    }
  }

  /// What is said of offsets in the records of `table` that are none of `target`.
  func noRange(
    _ start: Int, _ end: Int, of target: SegmentFormat.Section, in table: SegmentFormat.Section, at field: Int
  ) -> SegmentError {
    corrupt(
      table, at: field,
      "\(start) to \(end) is no range of section \(target.name), which has \(byteCount(of: target)) bytes")
  }

  func reader(
    of section: SegmentFormat.Section, in range: Range<Int>
  ) throws(SegmentError) -> ByteReader {
    let bytes = try withBytes(of: section, in: range) { $0.array(in: range) }
    return ByteReader(bytes) { offset, reason in self.corrupt(section, at: range.lowerBound + offset, reason)
    }
  }
}
