internal import Postings

extension SegmentVerifier {
  /// The units of documents follow each other, and have the words that the posting lists make.
  mutating func verifyDocuments() throws(SegmentError) {
    typealias Record = SegmentFormat.DocumentRecord
    let count = segment.documentCount
    // A norm is a byte, so the number of a unit is an offset there.
    try verifyOffsets(
      in: .documents, at: Record.firstUnit, step: Record.byteCount, count: count, into: .norms,
      as: UInt32.self)
    try verifyOffsets(
      in: .documents, at: Record.metadataOffset, step: Record.byteCount, count: count, into: .metadata,
      as: UInt64.self)
    let end = count * Record.byteCount
    try verifyZeroes(in: .documents, end + Record.firstDay..<end + Record.wordsBefore)
    try verifyWordsBefore()
    try verifyUnitTable()

    guard segment.headingCount >= count else {
      throw segment.corrupt(
        .headings, at: 0, "\(segment.headingCount) sections of \(count) documents, each has one at least")
    }
    // The first section that the documents still to come can have.
    var firstHeading = 0
    for index in 0..<count {
      let document = try segment.document(at: index)
      guard !document.id.isEmpty, !document.path.isEmpty else {
        throw segment.corrupt(.metadata, at: 0, "document \(index) has no id or no path")
      }
      let wordCount = wordCounts[document.units].reduce(0, +)
      guard document.wordCount == wordCount else {
        throw segment.corrupt(
          .documents, at: index * Record.byteCount + Record.wordsBefore,
          "document \(index) has \(document.wordCount) words, its paragraphs have \(wordCount)")
      }
      // Every document has a section at least.
      let headings = firstHeading..<segment.headingCount - (count - index - 1)
      for unit in document.units {
        firstHeading = max(firstHeading, try verifyUnit(unit, of: index, headings: headings) + 1)
      }
      firstHeading = max(firstHeading, headings.lowerBound + 1)
    }
  }

  private func verifyWordsBefore() throws(SegmentError) {
    typealias Record = SegmentFormat.DocumentRecord
    for (index, expected) in [(0, 0), (segment.documentCount, segment.wordCount)] {
      let place = index * Record.byteCount + Record.wordsBefore
      let found = try segment.withBytes(of: .documents, in: place..<place + 4) {
        Int($0.integer(at: place, as: UInt32.self))
      }
      guard found == expected else {
        throw segment.corrupt(
          .documents, at: place, "\(found) words before document \(index), expected \(expected)")
      }
    }
  }

  private func verifyUnitTable() throws(SegmentError) {
    typealias Record = SegmentFormat.UnitRecord
    let count = segment.unitCount
    try verifyOffsets(
      in: .units, at: Record.textOffset, step: Record.byteCount, count: count, into: .text, as: UInt64.self)
    try verifyOffsets(
      in: .units, at: Record.piecesOffset, step: Record.byteCount, count: count, into: .pieces,
      as: UInt64.self)
    let end = count * Record.byteCount
    try verifyZeroes(in: .units, end..<end + Record.textOffset)
    try verifyZeroes(in: .units, end + Record.kind..<end + Record.byteCount)
  }

  /// A unit of document `document`, whose sections are among `headings`.
  ///
  /// - Returns: The section the unit stands in.
  private func verifyUnit(
    _ index: Int, of document: Int, headings: Range<Int>
  ) throws(SegmentError) -> Int {
    typealias Record = SegmentFormat.UnitRecord
    let start = index * Record.byteCount
    let unit = try segment.unit(at: index)
    guard unit.document == document, headings.contains(unit.heading), Int(unit.kind) < SegmentFormat.kindCount
    else {
      throw segment.corrupt(
        .units, at: start,
        "paragraph \(index) is of document \(unit.document), section \(unit.heading), kind \(unit.kind); expected "
          + "document \(document), section \(headings.lowerBound) to \(headings.upperBound - 1), kind 0 to "
          + "\(SegmentFormat.kindCount - 1)")
    }
    try verifyZeroes(in: .units, start + Record.kind + 1..<start + Record.byteCount)
    guard String(validating: unit.text, as: UTF8.self) != nil else {
      throw segment.corrupt(
        .units, at: start + Record.textOffset, "the text of paragraph \(index) is not UTF-8")
    }
    try verifyPieces(of: unit, at: index)
    // Ascending they are by how they are written.
    if let last = unit.sentenceStarts.last, Int(last) >= wordCounts[index] {
      throw pieceError(
        "a sentence of paragraph \(index) begins at word \(last) of \(wordCounts[index])", index)
    }
    let norm = try segment.withBytes(of: .norms, in: index..<index + 1) { $0.byte(at: index) }
    guard norm == Norm.encode(wordCounts[index]) else {
      throw segment.corrupt(
        .norms, at: index,
        "\(norm) for paragraph \(index), \(Norm.encode(wordCounts[index])) is that of its \(wordCounts[index]) words"
      )
    }
    return unit.heading
  }

  /// Pieces begin with the text, ascend, stay in it, and have lines and columns from 1.
  private func verifyPieces(of unit: StoredUnit, at index: Int) throws(SegmentError) {
    var previous: StoredPiece?
    for piece in unit.pieces {
      let isInOrder = previous.map { $0.textOffset < piece.textOffset } ?? (piece.textOffset == 0)
      guard isInOrder, piece.textOffset < max(unit.text.count, 1), piece.line >= 1, piece.column >= 1 else {
        throw pieceError(
          "piece \(piece.textOffset), \(piece.line):\(piece.column) of paragraph \(index) is before another, outside of its "
            + "\(unit.text.count) bytes, or in line or column 0", index)
      }
      previous = piece
    }
    guard previous != nil else { throw pieceError("paragraph \(index) has no pieces", index) }
  }

  private func pieceError(_ reason: String, _ index: Int) -> SegmentError {
    let field = index * SegmentFormat.UnitRecord.byteCount + SegmentFormat.UnitRecord.piecesOffset
    return segment.corrupt(.units, at: field, reason)
  }

  /// Every section of a document has a path of headings.
  func verifyHeadings() throws(SegmentError) {
    let width = SegmentFormat.HeadingRecord.byteCount
    try verifyOffsets(
      in: .headings, at: 0, step: width, count: segment.headingCount, into: .headingPaths, as: UInt32.self)
    for index in 0..<segment.headingCount { _ = try segment.headings(at: index) }
  }
}
