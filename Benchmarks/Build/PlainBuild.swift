import Foundation
import Indexing
import Segment

/// One build of a segment from a ``WordTable``.
struct PlainBuild {
  private let words: String
  private let segment: String

  /// - Parameters:
  ///   - words: The table's path.
  ///   - segment: Where to write.
  init(of words: String, to segment: String) {
    self.words = words
    self.segment = segment
  }

  /// What a build took, and what it made.
  struct Figures: Codable {
    struct Section: Codable {
      var name: String
      var byteCount: Int
    }

    var paragraphs: Int
    var words: Int
    var seconds: Double
    var cpuSeconds: Double
    var peakMemoryByteCount: Int
    var byteCount: Int
    /// The largest first.
    var sections: [Section]

    var text: String {
      let rate = Double(paragraphs) / cpuSeconds
      let sections = sections.filter { $0.byteCount > 1 << 16 }.map { "\($0.name) \($0.byteCount)" }
      return """
        \(paragraphs) paragraphs, \(words) words: \(Self.hundredths(seconds)) s, \(Self.hundredths(cpuSeconds)) s of processor time, \
        \(Int(rate)) paragraphs a second of it, \(Int(cpuSeconds * 1e9) / max(1, words)) ns a word
        peak memory \(peakMemoryByteCount >> 20) MiB; \(byteCount) bytes: \(sections.joined(separator: ", "))

        """
    }

    private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
  }

  func run() throws -> Figures {
    let (start, before) = (ContinuousClock.now, ProcessUsage.now)
    var writer = try SegmentWriter(creating: segment)
    var inverter = Inverter()
    var join = GroupJoin(makesStems: false)
    var document: [UInt8] = []
    try WordTable.forEachChunk(of: words) { lines in
      var offset = 0
      while offset < lines.count {
        let tab = Self.index(of: 0x09, in: lines, from: offset)
        let id = lines.extracting(offset..<tab)
        if !Self.isEqual(id, document) {
          document = (0..<id.count).map { id[$0] }
          try writer.beginDocument(Self.document(document), digest: Self.digest, headings: [[]])
        }
        offset = try Self.addParagraph(lines, from: tab + 1, to: &inverter, &join, &writer)
        if inverter.tokenCount >= Self.groupTokenCount { join.add(inverter.finishGroup()) }
      }
    }
    let (paragraphs, wordCount) = (writer.unitCount, inverter.wordCount)
    join.add(inverter.finishGroup())
    try join.write(to: &writer)
    let byteCount = try writer.finish()
    let (end, after) = (ContinuousClock.now, ProcessUsage.now)
    let sections = try Self.sections(of: segment)
    return Figures(
      paragraphs: paragraphs, words: wordCount, seconds: (end - start) / .seconds(1),
      cpuSeconds: after.cpuSeconds - before.cpuSeconds, peakMemoryByteCount: after.peakMemoryByteCount,
      byteCount: byteCount, sections: sections.sorted { $0.byteCount > $1.byteCount })
  }

  /// Adds the words from `start` to the end of the line; returns where the next line starts.
  private static func addParagraph(
    _ lines: Span<UInt8>, from start: Int, to inverter: inout Inverter, _ join: inout GroupJoin,
    _ writer: inout SegmentWriter
  ) throws -> Int {
    inverter.beginUnit()
    let text = unsafe lines.bytes
    let before = inverter.wordCount
    var start = start
    while true {
      let end = wordEnd(in: lines, text, from: start)
      inverter.addWord(text, start..<end)
      start = end + 1
      if lines[end] == 0x0A { break }
    }
    let wordCount = inverter.wordCount - before
    join.addUnit(document: writer.documentCount - 1, wordCount: wordCount)
    try writer.addUnit(unit, wordCount: wordCount, signature: inverter.signature())
    return start
  }

  private static let footerByteCount = 72
  private static let contentsEntryByteCount = 24

  /// The sizes in the table of contents: no reader opens a segment whose words have no text. See `index/FORMAT.md`.
  private static func sections(of path: String) throws -> [Figures.Section] {
    let file = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped))
    func integer(at offset: Int) -> Int {
      file[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    let start = integer(at: file.count - footerByteCount + 8)
    return SegmentFormat.Section.allCases.enumerated().map { index, section in
      Figures.Section(
        name: section.name, byteCount: integer(at: start + index * contentsEntryByteCount + 16))
    }
  }

  /// The place of the first space or end of a line from `start` on; eight bytes are looked at at a time.
  private static func wordEnd(in lines: Span<UInt8>, _ text: RawSpan, from start: Int) -> Int {
    precondition(start >= 0)
    var offset = start
    while offset <= text.byteCount - 8 {
      // SAFETY: the eight bytes from `offset` on are inside.
      let word = unsafe UInt64(
        littleEndian: text.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
      // The highest bit of the first byte below 0x21, and perhaps of some behind it.
      let found = (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    while lines[offset] > 0x20 { offset += 1 }
    return offset
  }

  private static func index(of byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while bytes[index] != byte { index += 1 }
    return index
  }

  private static func isEqual(_ one: Span<UInt8>, _ other: [UInt8]) -> Bool {
    guard one.count == other.count else { return false }
    for index in 0..<one.count where one[index] != other[index] { return false }
    return true
  }

  private static let groupTokenCount = 1 << 20
  private static let digest = [UInt8](repeating: 0, count: SHA256.byteCount)
  private static let unit = StoredUnit(heading: 0, kind: 0, text: [], pieces: [], endLine: 0)

  private static func document(_ id: [UInt8]) -> StoredDocument {
    let id = String(decoding: id, as: UTF8.self)
    return StoredDocument(
      id: id, path: id, title: "", days: nil, kind: nil, publisher: nil, language: nil, symbol: nil)
  }
}
