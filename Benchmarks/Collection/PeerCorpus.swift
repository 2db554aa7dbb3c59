import Foundation
import Segment

/// A table of paragraphs as a corpus folder, in the words that the peers are given.
///
/// Each paragraph becomes one of the corpus: a bullet, which repair never joins with another, of its words, the first letter a capital
/// and an exclamation mark behind the last, so that it is a sentence. Documents are numbered, so that corpus order is the order of
/// the table.
struct PeerCorpus {
  let table: ParagraphTable

  /// Writes the files into `folder`, which exists; returns the number of paragraphs.
  func write(to folder: String) throws -> Int {
    var files = 0
    var paragraphCount = 0
    var document: [UInt8]?
    var text: [UInt8] = []
    func endDocument() throws {
      if text.isEmpty { return }
      let digits = String(files)
      let name = String(repeating: "0", count: max(0, 8 - digits.count)) + digits
      try Data(text).write(to: URL(fileURLWithPath: "\(folder)/\(name).txt"))
      files += 1
      text.removeAll(keepingCapacity: true)
    }
    try table.forEachParagraph { paragraph in
      if document?.elementsEqual(paragraph.document) != true {
        try endDocument()
        document = Array(paragraph.document)
      }
      text += Array("- ".utf8) + Self.sentence(paragraph.text) + [0x0A, 0x0A]
      paragraphCount += 1
    }
    try endDocument()
    return paragraphCount
  }

  /// Checks that the index has the table's paragraphs, each with its words and nothing else.
  func check(_ segments: [SegmentReader]) throws {
    var segment = 0
    var unit = 0
    try table.forEachParagraph { paragraph in
      while segment < segments.count, unit == segments[segment].unitCount {
        (segment, unit) = (segment + 1, 0)
      }
      let expected = Self.sentence(paragraph.text)
      let found = segment < segments.count ? try segments[segment].unit(at: unit).text : []
      guard found == expected else {
        throw BenchmarkError(
          """
          \(table.path):\(paragraph.number + 1): the index has another paragraph here, so nothing can be compared
            expected: \(String(decoding: expected.prefix(200), as: UTF8.self))
            found:    \(String(decoding: found.prefix(200), as: UTF8.self))
          """)
      }
      unit += 1
    }
  }

  private static let wordless = Array("— — —!".utf8)

  /// The line of a paragraph.
  static func sentence(_ text: some Sequence<UInt8>) -> [UInt8] {
    var words = PeerWords.joined(text)
    // A paragraph without a word keeps its place.
    if words.isEmpty { return wordless }
    if (0x61...0x7A).contains(words[0]) { words[0] &= ~0x20 }
    return words + [UInt8(ascii: "!")]
  }

  /// The words of a line that ``sentence(_:)`` made.
  static func words(ofSentence line: [UInt8]) -> [ArraySlice<UInt8>] {
    if line == wordless { return [] }
    var line = line.dropLast()
    if let first = line.first, (0x41...0x5A).contains(first) { line[line.startIndex] = first | 0x20 }
    return line.split(separator: 0x20)
  }
}
