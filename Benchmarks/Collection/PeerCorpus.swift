import Foundation
import Segment

/// A table of paragraphs as a corpus folder, in the words that the peers are given.
///
/// Each paragraph becomes one of the corpus: a bullet, which repair never joins with another, of its words, the first letter a capital
/// and an exclamation mark behind the last, so that it is a sentence. Documents are numbered, so that corpus order is the order of
/// the table. Paragraphs without a word are left out, as Lucene leaves them out of its statistics.
struct PeerCorpus {
  let table: ParagraphTable
  /// The lines of the table, from 0, without a word.
  private(set) var wordlessLines: [Int] = []

  init(of table: ParagraphTable) {
    self.table = table
  }

  /// The place in the corpus, from 0, of the paragraph on a line of the table, from 0, which has a word.
  func number(ofLine line: Int) -> Int { line - wordlessLines.count { $0 < line } }

  /// Writes the files into `folder`, which exists.
  mutating func write(to folder: String) throws {
    var fileCount = 0
    var document: [UInt8]?
    var text: [UInt8] = []
    func endDocument() throws {
      if text.isEmpty { return }
      let digits = String(fileCount)
      let name = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
      try Data(text).write(to: URL(fileURLWithPath: "\(folder)/\(name).txt"))
      fileCount += 1
      text.removeAll(keepingCapacity: true)
    }
    wordlessLines = []
    try table.forEachParagraph { paragraph in
      if document?.elementsEqual(paragraph.document) != true {
        try endDocument()
        document = Array(paragraph.document)
      }
      if let sentence = Self.sentence(paragraph.text) {
        text += Array("- ".utf8) + sentence + [0x0A, 0x0A]
      } else {
        wordlessLines.append(paragraph.line)
      }
    }
    try endDocument()
    if fileCount == 0 { throw BenchmarkError("\(table.path): no word is in it") }
  }

  /// Checks that the index has the table's paragraphs, each with its words and nothing else.
  func check(_ segments: [SegmentReader]) throws {
    var segment = 0
    var unit = 0
    try table.forEachParagraph { paragraph in
      guard let expected = Self.sentence(paragraph.text) else { return }
      while segment < segments.count, unit == segments[segment].unitCount {
        (segment, unit) = (segment + 1, 0)
      }
      let found = segment < segments.count ? try segments[segment].unit(at: unit).text : []
      guard found == expected else {
        throw BenchmarkError(
          """
          \(table.path):\(paragraph.line + 1): the index has another paragraph here, so nothing can be compared
            expected: \(String(decoding: expected.prefix(200), as: UTF8.self))
            found:    \(String(decoding: found.prefix(200), as: UTF8.self))
          """)
      }
      unit += 1
    }
    guard segment == segments.count - 1, unit == segments[segment].unitCount else {
      throw BenchmarkError("\(table.path): the index has more paragraphs, so nothing can be compared")
    }
  }

  /// A paragraph as it is written; nil without a word.
  static func sentence(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var words = PeerWords.joined(Self.spelled(text))
    if words.isEmpty { return nil }
    if (0x61...0x7A).contains(words[0]) { words[0] &= ~0x20 }
    return words + [UInt8(ascii: "!")]
  }

  /// The text with its ligatures as letters, as repair spells them: of the words of the UN General Debate few have one.
  static func spelled(_ text: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(text)
    guard bytes.contains(0xEF) else { return bytes }
    var result = String(decoding: bytes, as: UTF8.self)
    for (ligature, letters) in [
      ("\u{FB00}", "ff"), ("\u{FB01}", "fi"), ("\u{FB02}", "fl"), ("\u{FB03}", "ffi"), ("\u{FB04}", "ffl"),
      ("\u{FB05}", "st"), ("\u{FB06}", "st"),
    ] {
      result = result.replacingOccurrences(of: ligature, with: letters)
    }
    return Array(result.utf8)
  }
}
