import Foundation
import Segment
import TestSupport
import Testing
import Text

@testable import Indexing

struct InverterTests {
  /// Words with few letters, so that stems have several forms and lists many entries.
  private static func text(_ generator: inout SeededGenerator) -> [UInt8] {
    let words = [
      "veto", "vetoes", "vetoed", "state", "states", "US", "A/67/929", "well-being", "the", "point",
    ]
    let count = Int.random(in: 1...40, using: &generator)
    return Array((0..<count).map { _ in words.randomElement(using: &generator)! }.joined(separator: " ").utf8)
  }

  /// The bytes of a segment whose lists are sorted in slices of this size.
  private static func segment(sliceByteCount: Int) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    var writer = try SegmentWriter(creating: folder.path + "/a.seg")
    var inverter = Inverter(sliceByteCount: sliceByteCount)
    var generator = SeededGenerator(seed: 7)
    var buffer = TokenBuffer()
    let document = StoredDocument(
      id: "a", path: "a.txt", title: "A", days: nil, kind: nil, publisher: nil, language: nil, symbol: nil)
    try writer.beginDocument(
      document, digest: Array(repeating: 0, count: SHA256.byteCount), headings: [[]])
    for _ in 0..<200 {
      let text = text(&generator)
      Analyzer().analyze(text.span, into: &buffer)
      inverter.addUnit(buffer, document: 0)
      let piece = StoredPiece(textOffset: 0, line: 1, column: 1)
      try writer.addUnit(
        StoredUnit(heading: 0, kind: 0, text: text, pieces: [piece], endLine: 1), wordCount: buffer.wordCount)
    }
    try inverter.write(to: &writer)
    _ = try writer.finish()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.seg")))
  }

  @Test(arguments: [0, 8, 100, 4_096])
  func `lists sorted slice by slice are those sorted at once`(sliceByteCount: Int) throws {
    #expect(try Self.segment(sliceByteCount: sliceByteCount) == Self.segment(sliceByteCount: 1 << 30))
  }

  @Test func `a log keeps what it is given across its pieces`() {
    var log = TokenLog()
    let count = 1 << 21 + 3
    for token in 0..<UInt32(count) { log.append(token ^ 0x5555) }
    #expect(log.count == count)
    for index in [0, 1, 1 << 20 - 1, 1 << 20, 1 << 20 + 1, 1 << 21, count - 1] {
      #expect(log[index] == UInt32(index) ^ 0x5555)
    }
  }
}
