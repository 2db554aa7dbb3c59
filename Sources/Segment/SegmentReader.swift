package import Postings

/// One segment file, open for reading from any thread.
///
/// Opening checks header, footer, table of contents and the table of page checksums. Every other page is checked when a
/// byte of it is first asked for, and no value read is used before it is checked against its section: damaged bytes give
/// ``SegmentError/corrupt(path:offset:reason:)``, never a trap.
package final class SegmentReader: Sendable {
  package let path: String
  package let documentCount: Int
  package let unitCount: Int
  package let termCount: Int
  /// The file's size.
  package let byteCount: Int
  package let stemCount: Int
  /// Words in all units.
  package let wordCount: Int
  /// Words in all statements.
  package let statementWordCount: Int

  package let headingCount: Int
  private let mapping: Mapping
  private let pageChecks: PageChecks
  private let checkedByteCount: Int
  /// Where each section lies in the file, by its number − 1.
  private let sections: [Range<Int>]

  /// Opens and checks the file at `path`.
  package init(opening path: String) throws(SegmentError) {
    let mapping = try Mapping(try FileSystem.openFile(path))
    let (footer, sections) = try mapping.withBytes {
      (file: RawSpan) throws(SegmentError) -> (SegmentFooter, [Range<Int>]) in
      try Self.checkHeader(of: file, path: path)
      let footer = try SegmentFooter(parsing: file, path: path)
      // The footer's parts lie inside the file.
      mapping.prefetch(Int(footer.checksumsOffset)..<Int(footer.contentsOffset))
      return (footer, try Self.contents(of: file, footer: footer, path: path))
    }
    self.path = path
    documentCount = Int(footer.documentCount)
    unitCount = Int(footer.unitCount)
    headingCount = Int(footer.headingCount)
    termCount = Int(footer.termCount)
    byteCount = mapping.byteCount
    stemCount = Int(footer.stemCount)
    wordCount = Int(footer.wordCount)
    statementWordCount = Int(footer.statementWordCount)
    checkedByteCount = Int(footer.checksumsOffset)
    pageChecks = PageChecks(
      pageCount: (Int(footer.checksumsOffset) + SegmentFormat.pageByteCount - 1) / SegmentFormat.pageByteCount
    )
    self.sections = sections
    self.mapping = mapping
    try checkTables()
  }

  // MARK: - Bytes

  /// The size of a section in bytes.
  package func byteCount(of section: SegmentFormat.Section) -> Int { range(of: section).count }

  /// Checks the pages that hold the bytes `range` of a section, and lends the section, from its first byte on.
  ///
  /// Only the bytes in `range` may be read.
  package func withBytes<Result>(
    of section: SegmentFormat.Section, in range: Range<Int>, _ body: (RawSpan) throws(SegmentError) -> Result
  ) throws(SegmentError) -> Result {
    try check(section, in: range)
    return try withCheckedBytes(of: section, body)
  }

  /// Lends a section, from its first byte on, of which only bytes that ``check(_:in:)`` checked may be read.
  package func withCheckedBytes<Result>(
    of section: SegmentFormat.Section, _ body: (RawSpan) throws(SegmentError) -> Result
  ) throws(SegmentError) -> Result {
    let place = range(of: section)
    return try mapping.withBytes { (file: RawSpan) throws(SegmentError) -> Result in
      try body(file.extracting(place))
    }
  }

  /// Checks the pages that hold the bytes `range` of a section, those that were not yet.
  package func check(_ section: SegmentFormat.Section, in range: Range<Int>) throws(SegmentError) {
    let place = self.range(of: section)
    guard range.lowerBound >= 0, range.upperBound <= place.count else {
      throw corrupt(
        section, at: range.lowerBound, "bytes up to \(range.upperBound) of \(place.count) are asked for")
    }
    try check(inFile: place.lowerBound + range.lowerBound..<place.lowerBound + range.upperBound)
  }

  /// The same for bytes that lie in a section, as bytes of the file.
  @inline(__always)
  func check(inFile range: Range<Int>) throws(SegmentError) {
    if range.isEmpty { return }
    let first = range.lowerBound / SegmentFormat.pageByteCount
    let last = (range.upperBound - 1) / SegmentFormat.pageByteCount
    try checkPages(first..<last + 1)
  }

  /// An error about a value at `offset` of a section.
  package func corrupt(_ section: SegmentFormat.Section, at offset: Int, _ reason: String) -> SegmentError {
    .corrupt(path: path, section: section, offset: range(of: section).lowerBound + offset, reason: reason)
  }

  /// The same, for what a decoder found in a posting list whose postings lie in `section`.
  package func corrupt(_ section: SegmentFormat.Section, _ error: PostingsError) -> SegmentError {
    corrupt(error.part == .positions ? .positions : section, at: error.offset, error.reason)
  }

  /// Bytes of a section as bytes of the file.
  func inFile(_ range: Range<Int>, of section: SegmentFormat.Section) -> Range<Int> {
    let start = self.range(of: section).lowerBound
    return start + range.lowerBound..<start + range.upperBound
  }

  /// An error about a posting list, at an offset in the file.
  func corrupt(inFile error: PostingsError) -> SegmentError {
    let section = SegmentFormat.Section.allCases.last { range(of: $0).lowerBound <= error.offset }
    return .corrupt(path: path, section: section, offset: error.offset, reason: error.reason)
  }

  /// Lends the whole file.
  func withFile<Result>(_ body: (RawSpan) throws(SegmentError) -> Result) throws(SegmentError) -> Result {
    try mapping.withBytes(body)
  }

  /// Where a section lies in the file.
  func range(of section: SegmentFormat.Section) -> Range<Int> { sections[Int(section.rawValue) - 1] }

  /// Pages of ``SegmentFormat/pageByteCount`` bytes that have a checksum; the last may be shorter.
  var pageCount: Int {
    (checkedByteCount + SegmentFormat.pageByteCount - 1) / SegmentFormat.pageByteCount
  }

  /// Checks every page that no query has touched yet, and keeps none of them in memory.
  package func checkAllPages() throws(SegmentError) {
    for start in stride(from: 0, to: pageCount, by: Self.pagesCheckedAtOnce) {
      try checkPages(start..<min(start + Self.pagesCheckedAtOnce, pageCount))
      mapping.release()
    }
  }

  /// 16 MiB.
  private static let pagesCheckedAtOnce = (16 << 20) / SegmentFormat.pageByteCount

  /// From so many pages on, to read them at once is worth a call of the system.
  private static let pagesPrefetched = 8

  private func checkPages(_ asked: Range<Int>) throws(SegmentError) {
    guard let first = pageChecks.firstUnchecked(of: asked) else { return }
    let pages = first..<asked.upperBound
    if pages.count >= Self.pagesPrefetched {
      let end = min(pages.upperBound * SegmentFormat.pageByteCount, mapping.byteCount)
      mapping.prefetch(pages.lowerBound * SegmentFormat.pageByteCount..<end)
    }
    let damaged = mapping.withBytes { file in
      pageChecks.firstDamaged(
        of: pages, in: file, checkedByteCount: checkedByteCount, table: checkedByteCount)
    }
    guard let damaged else { return }
    let page = damaged * SegmentFormat.pageByteCount
    let (found, expected) = mapping.withBytes { file in
      (
        CRC32C.checksum(file, in: page..<min(page + SegmentFormat.pageByteCount, checkedByteCount)),
        file.integer(at: checkedByteCount + 4 * damaged, as: UInt32.self)
      )
    }
    throw .corrupt(
      path: path, section: SegmentFormat.Section.allCases.last { range(of: $0).lowerBound <= page },
      offset: page,
      reason: "the checksum of page \(damaged) of \(pageCount) is \(found.hex), expected \(expected.hex)")
  }

  // MARK: - Opening

  private static func checkHeader(of file: RawSpan, path: String) throws(SegmentError) {
    let magic = SegmentFormat.magic
    guard file.byteCount >= SegmentFormat.headerByteCount, file.array(in: 0..<magic.count) == magic else {
      throw .foreign(path: path, found: "it does not begin as a segment does")
    }
    let version = Int(file.integer(at: magic.count, as: UInt32.self))
    guard version == SegmentFormat.version else {
      throw .version(path: path, found: version, expected: SegmentFormat.version)
    }
    let reserved = file.integer(at: magic.count + 4, as: UInt32.self)
    guard reserved == 0 else {
      throw .corrupt(path: path, offset: magic.count + 4, reason: "\(reserved) is reserved, expected 0")
    }
  }

  /// Where the sections lie, in order of their numbers: each behind the one before, the last up to the page checksums.
  private static func contents(
    of file: RawSpan, footer: SegmentFooter, path: String
  ) throws(SegmentError) -> [Range<Int>] {
    // The footer's parts lie inside the file: they were checked when it was read.
    let table = Int(footer.checksumsOffset)..<Int(footer.contentsOffset)
    guard CRC32C.checksum(file, in: table) == footer.checksumsChecksum else {
      throw .corrupt(path: path, offset: table.lowerBound, reason: "the page checksums do not match theirs")
    }
    let start = table.upperBound
    let byteCount = Int(footer.contentsByteCount)
    guard byteCount == SegmentFormat.Section.allCases.count * SegmentFormat.contentsEntryByteCount,
      CRC32C.checksum(file, in: start..<start + byteCount) == footer.contentsChecksum
    else {
      throw .corrupt(path: path, offset: start, reason: "the table of contents does not match its checksum")
    }
    var ranges: [Range<Int>] = []
    var end = SegmentFormat.headerByteCount
    for (index, section) in SegmentFormat.Section.allCases.enumerated() {
      let entry = start + index * SegmentFormat.contentsEntryByteCount
      let offset = file.integer(at: entry + 8, as: UInt64.self)
      let count = file.integer(at: entry + 16, as: UInt64.self)
      // The first section follows the header, whose size is a multiple of the alignment.
      let expected = UInt64(SegmentFormat.aligned(end))
      guard file.integer(at: entry, as: UInt64.self) == UInt64(section.rawValue), offset == expected,
        offset <= footer.checksumsOffset, count <= footer.checksumsOffset - offset
      else {
        throw .corrupt(
          path: path, section: section, offset: entry,
          reason:
            "\(count) bytes from \(offset) on, expected from \(expected) on, up to \(footer.checksumsOffset)")
      }
      end = Int(offset) + Int(count)
      ranges.append(Int(offset)..<end)
    }
    guard end == Int(footer.checksumsOffset) else {
      throw .corrupt(
        path: path, offset: end,
        reason: "the sections end here, the page checksums start at \(footer.checksumsOffset)")
    }
    return ranges
  }

  /// Every table has the records that the footer counts.
  private func checkTables() throws(SegmentError) {
    let tables: [(SegmentFormat.Section, Int)] = [
      (.units, (unitCount + 1) * SegmentFormat.UnitRecord.byteCount),
      (.norms, unitCount),
      (.documents, (documentCount + 1) * SegmentFormat.DocumentRecord.byteCount),
      (.headings, (headingCount + 1) * SegmentFormat.HeadingRecord.byteCount),
      (.terms, (termCount + 1) * SegmentFormat.TermRecord.byteCount),
      (.stems, (stemCount + 1) * SegmentFormat.StemRecord.byteCount),
      (.digests, documentCount * SHA256.byteCount),
      (.documentNorms, documentCount),
      (.statements, (statementCount + 1) * SegmentFormat.StatementRecord.byteCount),
      (.ranges, rangeCount * SegmentFormat.RangeRecord.byteCount),
      (.speakers, (speakerCount + 1) * SegmentFormat.SpeakerRecord.byteCount),
      (.pairs, (pairCount + 1) * SegmentFormat.PairRecord.byteCount),
      (.signatures, unitCount * SegmentFormat.signatureByteCount),
    ]
    for (section, expected) in tables where byteCount(of: section) != expected {
      throw corrupt(section, at: 0, "\(byteCount(of: section)) bytes, the footer's counts make \(expected)")
    }
    guard wordCount <= byteCount(of: .text) else {
      throw corrupt(.text, at: 0, "\(wordCount) words in \(byteCount(of: .text)) bytes")
    }
  }
}
