package import Postings

/// Writes one segment file: documents and units in corpus order, then terms and stems in order of their bytes, then pairs of terms.
///
/// The units' texts are streamed to the file as they come; everything else is kept until ``finish()``: about 53 bytes
/// a unit, and the posting lists. The file is complete and on the disk when `finish` returns; dropped
/// before that it has no footer.
package struct SegmentWriter: ~Copyable {
  private let path: String
  private var stream: SectionStream
  private var contents: [UInt8] = []
  private let textStart: Int

  private var documents: [UInt8] = []
  private var metadata: [UInt8] = []
  private var headings: [UInt8] = []
  private var headingPaths: [UInt8] = []
  private var units: [UInt8] = []
  private var norms: [UInt8] = []
  private var pieces: [UInt8] = []
  private var terms: [UInt8] = []
  private var termBytes: [UInt8] = []
  private var postings = ByteLog()
  private var positions = ByteLog()
  private var stems: [UInt8] = []
  private var stemBytes: [UInt8] = []
  private var forms: [UInt8] = []
  private var stemPostings: [UInt8] = []
  private var pairs: [UInt8] = []
  private var pairPostings = ByteLog()
  private var digests: [UInt8] = []
  private var signatures: [UInt8] = []
  private var documentNorms: [UInt8] = []
  private var statements = StatementTables()

  private var textByteCount = 0
  private var wordCount = 0
  private var headingCount = 0
  private var termCount = 0
  private var stemCount = 0
  private var lastPair: (first: Int, second: Int)?
  /// Of the present term.
  private var listPostings: [UInt8] = []
  private var listPositions: [UInt8] = []
  private var termEncoder = PostingsEncoder(hasPositions: true)
  /// Of the present stem or pair.
  private var plainEncoder = PostingsEncoder(hasPositions: false)

  package var documentCount: Int { documents.count / SegmentFormat.DocumentRecord.byteCount }
  package var unitCount: Int { norms.count }

  /// Creates the file, or empties the one that stands there.
  package init(creating path: String) throws(SegmentError) {
    self.path = path
    var stream = SectionStream(try FileSystem.open(path, flags: FileDescriptor.creating))
    var header = SegmentFormat.magic
    header.appendInteger(UInt32(SegmentFormat.version))
    header.appendInteger(UInt32(0))
    try stream.append(header)
    textStart = stream.byteCount
    self.stream = stream
  }

  // MARK: - Documents and units

  /// Begins a document; its units follow.
  ///
  /// - Parameters:
  ///   - digest: The SHA-256 of its source.
  ///   - paths: The paths of headings of its sections, which the units number from 0; at least one.
  package mutating func beginDocument(
    _ document: StoredDocument, digest: [UInt8], headings paths: [[String]]
  ) throws(SegmentError) {
    precondition(!paths.isEmpty && digest.count == SHA256.byteCount)
    try checkLimit(headingPaths, "headings")
    try checkLimit(norms, "paragraphs")
    endDocument()
    firstUnit = unitCount
    appendDocumentRecord(document)
    digests.append(contentsOf: digest)
    for field in [document.id, document.path, document.title] { metadata.appendString(field) }
    for field in [document.kind, document.publisher, document.language, document.symbol] {
      metadata.appendString(field ?? "")
    }
    for path in paths {
      headings.appendInteger(UInt32(headingPaths.count))
      headingPaths.appendVarint(path.count)
      for heading in path { headingPaths.appendString(heading) }
    }
    headingBase = headingCount
    headingCount += paths.count
  }

  /// Adds a unit of the present document, whose number is that of units before it; `unit.document` is not looked at.
  ///
  /// - Parameters:
  ///   - wordCount: Its length, in words: more than the position of any of them.
  ///   - signature: What ``SignatureMaker`` makes of its words.
  package mutating func addUnit(
    _ unit: StoredUnit, wordCount unitWordCount: Int, signature: UInt64
  ) throws(SegmentError) {
    precondition(documentCount > 0 && (0..<headingCount - headingBase).contains(unit.heading))
    appendUnitRecord(document: documentCount - 1, kind: unit.kind, heading: headingBase + unit.heading)
    try stream.append(unit.text)
    textByteCount += unit.text.count
    norms.append(Norm.encode(unitWordCount))
    signatures.appendInteger(signature)
    wordCount += unitWordCount
    documentWordCount? += unitWordCount
    guard wordCount <= Self.offsetLimit else {
      throw .tooLarge(path: path, reason: "more than \(Self.offsetLimit) words in one segment")
    }

    var previous = StoredPiece(textOffset: 0, line: 0, column: 0)
    pieces.appendVarint(unit.pieces.count)
    for piece in unit.pieces {
      pieces.appendVarint(piece.textOffset - previous.textOffset)
      pieces.appendVarint(piece.line - previous.line)
      pieces.appendVarint(piece.column)
      previous = piece
    }
    pieces.appendVarint(unit.endLine - previous.line)
    appendSentences(unit.sentenceStarts)
  }

  private mutating func appendSentences(_ starts: [UInt32]) {
    var next = 1
    for start in starts {
      precondition(Int(start) >= next)
      pieces.appendVarint(Int(start) - next)
      next = Int(start) + 1
    }
  }

  private var headingBase = 0
  /// Of the present document: its first unit, and its words.
  private var firstUnit = 0
  private var documentWordCount: Int?

  /// The length of the present document, if there is one.
  private mutating func endDocument() {
    if let documentWordCount { documentNorms.append(Norm.encode(documentWordCount)) }
    documentWordCount = 0
  }

  /// Statements of all documents so far.
  package var statementCount: Int { statements.norms.count }

  /// The number of a speaker of statements to come.
  package mutating func number(of speaker: StoredSpeaker) -> Int { statements.number(of: speaker) }

  /// Adds a statement of the present document, all of whose units have been added.
  package mutating func addStatement(_ statement: StoredStatement) {
    precondition(documentCount > 0 && statement.spans.allSatisfy { firstUnit + $0.unit < unitCount })
    statements.add(statement, document: documentCount - 1, firstUnit: firstUnit)
  }

  /// See ``SegmentFormat/DocumentRecord``.
  private mutating func appendDocumentRecord(_ document: StoredDocument?) {
    documents.appendInteger(UInt32(unitCount))
    documents.appendInteger(UInt32(document?.days?.lowerBound ?? 0))
    documents.appendInteger(UInt32(document?.days?.upperBound ?? 0))
    documents.appendInteger(UInt32(truncatingIfNeeded: wordCount))
    documents.appendInteger(UInt64(metadata.count))
  }

  /// See ``SegmentFormat/UnitRecord``.
  private mutating func appendUnitRecord(document: Int, kind: UInt8, heading: Int) {
    units.appendInteger(UInt32(document))
    units.appendInteger(UInt32(heading))
    units.appendInteger(UInt64(textByteCount))
    units.appendInteger(UInt64(pieces.count))
    units.append(kind)
    units.append(contentsOf: repeatElement(0, count: 7))
  }

  // MARK: - Terms and stems

  /// In how many units of other levels than the paragraph a term or stem stands.
  package struct LevelFrequencies: Equatable, Sendable {
    package var statements: UInt32
    package var documents: UInt32

    package init(statements: UInt32 = 0, documents: UInt32 = 0) {
      self.statements = statements
      self.documents = documents
    }
  }

  /// Adds a term; `fill` gives its postings in order.
  ///
  /// - Precondition: `term` is greater than the one before, and has a posting.
  package mutating func addTerm(
    _ term: some Collection<UInt8>, frequencies: LevelFrequencies,
    postings fill: (inout PostingsEncoder) -> Void
  ) throws(SegmentError) {
    try checkLimit(termBytes, "terms")
    fill(&termEncoder)
    precondition(termEncoder.documentFrequency > 0)
    appendTermRecord(frequencies)
    termBytes.append(contentsOf: term)
    listPostings.removeAll(keepingCapacity: true)
    listPositions.removeAll(keepingCapacity: true)
    termEncoder.finishList(norms: norms, postings: &listPostings, positions: &listPositions)
    postings.append(listPostings)
    positions.append(listPositions)
    try checkLimit(postings.count, "postings")
    try checkLimit(positions.count, "positions")
    termCount += 1
  }

  /// Adds a stem with the numbers of its terms, ascending; with two terms or more, `fill` gives its postings in order.
  ///
  /// - Precondition: `stem` is greater than the one before, and no term is another stem's too.
  package mutating func addStem(
    _ stem: some Collection<UInt8>, forms terms: [Int], frequencies: LevelFrequencies,
    postings fill: (inout PostingsEncoder) -> Void
  ) throws(SegmentError) {
    try checkLimit(forms, "terms of stems")
    precondition(!terms.isEmpty)
    if terms.count > 1 { fill(&plainEncoder) }
    appendStemRecord(terms.count > 1 ? frequencies : LevelFrequencies())
    stemBytes.append(contentsOf: stem)
    for term in terms { forms.appendInteger(UInt32(term)) }
    var none: [UInt8] = []
    plainEncoder.finishList(norms: norms, postings: &stemPostings, positions: &none)
    try checkLimit(stemPostings, "postings of stems")
    stemCount += 1
  }

  /// Adds a pair of terms, by their numbers; `fill` gives the postings, in order, of the units in which the first stands right before the
  /// second.
  ///
  /// - Precondition: The pair is greater than the one before, and has a posting.
  package mutating func addPair(
    first: Int, second: Int, postings fill: (inout PostingsEncoder) -> Void
  ) throws(SegmentError) {
    precondition(max(first, second) < termCount)
    precondition(lastPair.map { $0 < (first, second) } ?? true)
    lastPair = (first, second)
    fill(&plainEncoder)
    precondition(plainEncoder.documentFrequency > 0)
    appendPairRecord(first: first, second: second)
    listPostings.removeAll(keepingCapacity: true)
    var none: [UInt8] = []
    plainEncoder.finishList(norms: norms, postings: &listPostings, positions: &none)
    pairPostings.append(listPostings)
    try checkLimit(pairPostings.count, "postings of pairs")
  }

  /// See ``SegmentFormat/PairRecord``.
  private mutating func appendPairRecord(first: Int = 0, second: Int = 0) {
    pairs.appendInteger(UInt32(first))
    pairs.appendInteger(UInt32(second))
    pairs.appendInteger(UInt32(plainEncoder.documentFrequency))
    pairs.appendInteger(UInt32(plainEncoder.totalFrequency))
    pairs.appendInteger(UInt32(pairPostings.count))
  }

  /// See ``SegmentFormat/TermRecord``.
  private mutating func appendTermRecord(_ frequencies: LevelFrequencies = LevelFrequencies()) {
    terms.appendInteger(UInt32(termBytes.count))
    terms.appendInteger(UInt32(termEncoder.documentFrequency))
    terms.appendInteger(UInt32(termEncoder.totalFrequency))
    terms.appendInteger(frequencies.statements)
    terms.appendInteger(frequencies.documents)
    terms.appendInteger(UInt32(postings.count))
    terms.appendInteger(UInt32(positions.count))
  }

  /// See ``SegmentFormat/StemRecord``.
  private mutating func appendStemRecord(_ frequencies: LevelFrequencies = LevelFrequencies()) {
    stems.appendInteger(UInt32(stemBytes.count))
    stems.appendInteger(UInt32(forms.count))
    stems.appendInteger(UInt32(plainEncoder.documentFrequency))
    stems.appendInteger(UInt32(plainEncoder.totalFrequency))
    stems.appendInteger(frequencies.statements)
    stems.appendInteger(frequencies.documents)
    stems.appendInteger(UInt32(stemPostings.count))
  }

  /// Offsets into these tables are 32 bits wide; what is checked before it grows grows by less than a gigabyte at once.
  private static let offsetLimit = 3 << 30

  private func checkLimit(_ table: [UInt8], _ name: String) throws(SegmentError) {
    try checkLimit(table.count, name)
  }

  private func checkLimit(_ byteCount: Int, _ name: String) throws(SegmentError) {
    guard byteCount <= Self.offsetLimit else {
      throw .tooLarge(path: path, reason: "more than \(Self.offsetLimit) bytes of \(name) in one segment")
    }
  }

  // MARK: - End

  /// Writes what was kept, the page checksums, the table of contents and the footer, and waits until all is on the disk.
  ///
  /// - Returns: The file's size in bytes.
  package consuming func finish() throws(SegmentError) -> Int {
    // The last record of each table only ends the one before it.
    let counts = (documents: documentCount, units: unitCount)
    appendUnitRecord(document: 0, kind: 0, heading: 0)
    appendDocumentRecord(nil)
    headings.appendInteger(UInt32(headingPaths.count))
    appendTermRecord()
    appendStemRecord()
    appendPairRecord()
    endDocument()
    statements.finish()

    appendContents(.text, offset: textStart, byteCount: textByteCount)
    try append(.pieces, pieces)
    try append(.units, units)
    try append(.norms, norms)
    try append(.documents, documents)
    try append(.metadata, metadata)
    try append(.headings, headings)
    try append(.headingPaths, headingPaths)
    try append(.terms, terms)
    try append(.termBytes, termBytes)
    try append(.postings, postings)
    try append(.positions, positions)
    try append(.stems, stems)
    try append(.stemBytes, stemBytes)
    try append(.forms, forms)
    try append(.stemPostings, stemPostings)
    try append(.digests, digests)
    try append(.statements, statements.statements)
    try append(.statementNorms, statements.norms)
    try append(.documentNorms, documentNorms)
    try append(.ranges, statements.ranges)
    try append(.statementSpeakers, statements.statementSpeakers)
    try append(.evidence, statements.evidence)
    try append(.speakers, statements.speakers)
    try append(.speakerNames, statements.speakerNames)
    try append(.pairs, pairs)
    try append(.pairPostings, pairPostings)
    try append(.signatures, signatures)
    try stream.endPages()

    let checksums = stream.checksums
    let footer = SegmentFooter(
      checksumsOffset: UInt64(stream.byteCount), contentsOffset: UInt64(stream.byteCount + checksums.count),
      contentsByteCount: UInt32(contents.count), documentCount: UInt32(counts.documents),
      unitCount: UInt32(counts.units), headingCount: UInt32(headingCount), termCount: UInt32(termCount),
      stemCount: UInt32(stemCount), wordCount: UInt64(wordCount),
      statementWordCount: UInt64(statements.wordCount), checksumsChecksum: CRC32C.checksum(checksums),
      contentsChecksum: CRC32C.checksum(contents))
    let byteCount = stream.byteCount + checksums.count + contents.count + SegmentFooter.byteCount
    try stream.finish(checksums + contents + footer.bytes)
    return byteCount
  }

  private mutating func append(_ section: SegmentFormat.Section, _ bytes: [UInt8]) throws(SegmentError) {
    try stream.align()
    appendContents(section, offset: stream.byteCount, byteCount: bytes.count)
    try stream.append(bytes)
  }

  private mutating func append(_ section: SegmentFormat.Section, _ bytes: ByteLog) throws(SegmentError) {
    try stream.align()
    appendContents(section, offset: stream.byteCount, byteCount: bytes.count)
    for piece in bytes.pieces { try stream.append(piece) }
  }

  private mutating func appendContents(_ section: SegmentFormat.Section, offset: Int, byteCount: Int) {
    contents.appendInteger(section.rawValue)
    contents.appendInteger(UInt32(0))
    contents.appendInteger(UInt64(offset))
    contents.appendInteger(UInt64(byteCount))
  }
}
