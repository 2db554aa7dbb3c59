package import Postings

/// A term or a stem as the dictionary knows it.
package struct DictionaryEntry: Equatable, Sendable {
  /// The term's number; nil for a stem with a list of its own.
  package var number: Int?
  /// Where its postings lie.
  package var list: PostingList
  /// The section that holds them: of a stem with two terms or more another than that of a term.
  package var section: SegmentFormat.Section
  /// Statements in which it stands.
  package var statementFrequency: Int
  /// Documents in which it stands.
  package var sourceFrequency: Int
}

extension SegmentReader {
  /// Looks up a term.
  ///
  /// - Complexity: O(log ``termCount``) pages touched.
  package func term(_ bytes: some Collection<UInt8>) throws(SegmentError) -> DictionaryEntry? {
    guard let ordinal = try ordinal(of: bytes, in: .terms, count: termCount) else { return nil }
    return try term(at: ordinal)
  }

  /// The term with number `ordinal`.
  ///
  /// - Precondition: `ordinal` is below ``termCount``.
  package func term(at ordinal: Int) throws(SegmentError) -> DictionaryEntry {
    precondition((0..<termCount).contains(ordinal))
    typealias Record = SegmentFormat.TermRecord
    let start = ordinal * Record.byteCount
    return DictionaryEntry(
      number: ordinal,
      list: PostingList(
        documentFrequency: try frequency(
          in: .terms, at: start + Record.documentFrequency, atMost: unitCount),
        totalFrequency: try frequency(
          in: .terms, at: start + Record.totalFrequency, atMost: wordCount),
        postings: try offsets(
          in: .terms, at: start + Record.postingsOffset, step: Record.byteCount, into: .postings,
          as: UInt32.self),
        positions: try offsets(
          in: .terms, at: start + Record.positionsOffset, step: Record.byteCount, into: .positions,
          as: UInt32.self),
        unitCount: unitCount),
      section: .postings,
      statementFrequency: try frequency(
        in: .terms, at: start + Record.statementFrequency, atMost: statementCount),
      sourceFrequency: try frequency(
        in: .terms, at: start + Record.sourceFrequency, atMost: documentCount))
  }

  /// Looks up a stem; one with a single term gives that term's list.
  package func stem(_ bytes: some Collection<UInt8>) throws(SegmentError) -> DictionaryEntry? {
    guard let ordinal = try ordinal(of: bytes, in: .stems, count: stemCount) else { return nil }
    let terms = try forms(ofStemAt: ordinal)
    return terms.count == 1 ? try term(at: terms[0]) : try listOfStem(at: ordinal)
  }

  /// What the stem's own record says of a list; one with a single term has none.
  func listOfStem(at ordinal: Int) throws(SegmentError) -> DictionaryEntry {
    precondition((0..<stemCount).contains(ordinal))
    typealias Record = SegmentFormat.StemRecord
    let start = ordinal * Record.byteCount
    return DictionaryEntry(
      number: nil,
      list: PostingList(
        documentFrequency: try frequency(
          in: .stems, at: start + Record.documentFrequency, atMost: unitCount),
        totalFrequency: try frequency(
          in: .stems, at: start + Record.totalFrequency, atMost: wordCount),
        postings: try offsets(
          in: .stems, at: start + Record.postingsOffset, step: Record.byteCount, into: .stemPostings,
          as: UInt32.self),
        positions: 0..<0, unitCount: unitCount),
      section: .stemPostings,
      statementFrequency: try frequency(
        in: .stems, at: start + Record.statementFrequency, atMost: statementCount),
      sourceFrequency: try frequency(
        in: .stems, at: start + Record.sourceFrequency, atMost: documentCount))
  }

  /// The terms of a stem, none if there is no such stem.
  package func forms(ofStem bytes: some Collection<UInt8>) throws(SegmentError) -> [DictionaryEntry] {
    guard let ordinal = try ordinal(of: bytes, in: .stems, count: stemCount) else { return [] }
    var entries: [DictionaryEntry] = []
    for term in try forms(ofStemAt: ordinal) { entries.append(try self.term(at: term)) }
    return entries
  }

  /// The terms of a stem, ascending.
  package func forms(ofStemAt ordinal: Int) throws(SegmentError) -> [Int] {
    precondition((0..<stemCount).contains(ordinal))
    typealias Record = SegmentFormat.StemRecord
    let start = ordinal * Record.byteCount
    let range = try offsets(
      in: .stems, at: start + Record.formsOffset, step: Record.byteCount, into: .forms, as: UInt32.self)
    let terms = try withBytes(of: .forms, in: range) { (bytes: RawSpan) throws(SegmentError) -> [Int] in
      stride(from: range.lowerBound, to: range.upperBound - 3, by: 4).map {
        Int(bytes.integer(at: $0, as: UInt32.self))
      }
    }
    guard !terms.isEmpty, range.count % 4 == 0, terms.allSatisfy({ $0 < termCount }) else {
      throw corrupt(.stems, at: start, "stem \(ordinal) has terms \(terms.prefix(4)) of \(termCount)")
    }
    return terms
  }

  /// A cursor before the first posting of `entry`, over the bytes that ``withLists(_:)`` lends. They are checked first: those of
  /// its positions only if they will be asked for.
  package func cursor(over entry: DictionaryEntry, withPositions: Bool) throws(SegmentError) -> PostingsCursor
  {
    try cursor(over: entry.list, in: entry.section, withPositions: withPositions)
  }

  /// The same, for a list whose postings lie in `section`.
  package func cursor(
    over list: PostingList, in section: SegmentFormat.Section, withPositions: Bool
  ) throws(SegmentError) -> PostingsCursor {
    try check(section, in: list.postings)
    if withPositions { try check(.positions, in: list.positions) }
    var list = list
    list.postings = inFile(list.postings, of: section)
    list.positions = inFile(list.positions, of: .positions)
    return try withLists { (bytes: RawSpan) throws(PostingsError) in try PostingsCursor(list, in: bytes) }
  }

  /// Lends the whole file to cursors, which read what was checked when they were made.
  package func withLists<Result>(
    _ body: (RawSpan) throws(PostingsError) -> Result
  ) throws(SegmentError) -> Result {
    try withFile { (file: RawSpan) throws(SegmentError) -> Result in
      do throws(PostingsError) {
        return try body(file)
      } catch {
        throw corrupt(inFile: error)
      }
    }
  }

  // MARK: - Records

  /// The number of the record whose key is `wanted`.
  private func ordinal(
    of wanted: some Collection<UInt8>, in table: SegmentFormat.Section, count: Int
  ) throws(SegmentError) -> Int? {
    let place = try place(of: Array(wanted), in: table, among: 0..<count)
    return place.isThere ? place.ordinal : nil
  }

  /// The bytes of the term or the stem with number `ordinal`.
  ///
  /// - Precondition: `table` is `terms` or `stems`, and `ordinal` below their count.
  package func key(at ordinal: Int, in table: SegmentFormat.Section) throws(SegmentError) -> [UInt8] {
    let (keys, range) = try keyRange(at: ordinal, in: table)
    return try withBytes(of: keys, in: range) { $0.array(in: range) }
  }

  /// Adds the bytes of the term with number `ordinal` to `bytes`.
  func appendTerm(at ordinal: Int, to bytes: inout [UInt8]) throws(SegmentError) {
    let (keys, range) = try keyRange(at: ordinal, in: .terms)
    try withBytes(of: keys, in: range) { term in
      for offset in range { bytes.append(term.byte(at: offset)) }
    }
  }

  /// Negative where the term with number `ordinal` comes before `wanted`, 0 where they are the same.
  func order(ofTermAt ordinal: Int, comparedWith wanted: [UInt8]) throws(SegmentError) -> Int {
    let (keys, range) = try keyRange(at: ordinal, in: .terms)
    return try withBytes(of: keys, in: range) { Self.order(of: $0, in: range, comparedWith: wanted) }
  }

  /// Where those bytes lie.
  private func keyRange(
    at ordinal: Int, in table: SegmentFormat.Section
  ) throws(SegmentError) -> (keys: SegmentFormat.Section, range: Range<Int>) {
    let (keys, width) = Self.keys(of: table)
    return (keys, try offsets(in: table, at: ordinal * width, step: width, into: keys, as: UInt32.self))
  }

  /// In how many of `most` units, or as how many of `most` words, a term stands.
  func frequency(
    in table: SegmentFormat.Section, at offset: Int, atMost most: Int
  ) throws(SegmentError) -> Int {
    let count = try withBytes(of: table, in: offset..<offset + 4) {
      Int($0.integer(at: offset, as: UInt32.self))
    }
    guard count <= most else {
      throw corrupt(table, at: offset, "a frequency of \(count), expected \(most) or less")
    }
    return count
  }
}
