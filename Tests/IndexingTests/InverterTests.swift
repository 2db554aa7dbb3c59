import Foundation
import Segment
import TestSupport
import Testing
import Text

@testable import Indexing

/// Groups joined to a segment, against lists made the obvious way.
struct InverterTests {
  /// Words with few letters, so that stems have several forms and lists many entries.
  private static func text(_ generator: inout SeededGenerator) -> [UInt8] {
    let words = [
      "veto", "vetoes", "vetoed", "state", "states", "US", "A/67/929", "well-being", "the", "point",
      "internationalization", "internationalizations",
    ]
    let count = Int.random(in: 0...40, using: &generator)
    return Array((0..<count).map { _ in words.randomElement(using: &generator)! }.joined(separator: " ").utf8)
  }

  /// The bytes of a segment of which so many units make a group.
  private static func segment(groupUnitCount: Int) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    var writer = try SegmentWriter(creating: folder.path + "/a.seg")
    var inverter = Inverter()
    var join = GroupJoin()
    var generator = SeededGenerator(seed: 7)
    var buffer = TokenBuffer()
    let document = StoredDocument(
      id: "a", path: "a.txt", title: "A", days: nil, kind: nil, publisher: nil, language: nil, symbol: nil)
    for unit in 0..<200 {
      if unit % 7 == 0 {
        try writer.beginDocument(
          document, digest: Array(repeating: 0, count: SHA256.byteCount), headings: [[]])
      }
      let text = text(&generator)
      Analyzer().analyze(text.span, into: &buffer)
      inverter.addUnit(buffer)
      join.addUnit(document: writer.documentCount - 1, wordCount: buffer.wordCount)
      let piece = StoredPiece(textOffset: 0, line: 1, column: 1)
      try writer.addUnit(
        StoredUnit(heading: 0, kind: 0, text: text, pieces: [piece], endLine: 1), wordCount: buffer.wordCount,
        signature: inverter.signature())
      if (unit + 1) % groupUnitCount == 0 { join.add(inverter.finishGroup()) }
    }
    join.add(inverter.finishGroup())
    try join.write(to: &writer)
    _ = try writer.finish()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.seg")))
  }

  @Test(arguments: [1, 2, 10, 77, 200])
  func `lists of joined groups are those of one`(groupUnitCount: Int) throws {
    #expect(try Self.segment(groupUnitCount: groupUnitCount) == Self.segment(groupUnitCount: 1_000))
  }

  /// Large numbers too, which take several bytes in a run.
  @Test func `runs give back what was put in`() {
    let occurrences: [(unit: UInt64, position: UInt64)] = [
      (0, 0), (0, 1), (0, 300), (5, 127), (200, 128), (200, 128), (200, 70_000), (3_000_000, 0),
      (3_000_001, 0xFFFF_FFFE),
    ]
    var buffer = FlatBuffer<UInt64>()
    for one in occurrences { buffer.append(one.unit << 32 | one.position) }
    var encoder = RunEncoder(occurrenceCount: buffer.count)
    encoder.append(buffer, 0..<buffer.count)
    let bytes = encoder.finish()
    var list = DecodedList()
    // SAFETY: every byte of an array of bytes is initialized.
    list.append(0..<bytes.count, of: unsafe bytes.span.bytes, firstUnit: 10)
    #expect(list.units.array == [10, 15, 210, 3_000_010, 3_000_011])
    #expect(list.frequencies.array == [3, 1, 2, 1, 1])
    #expect(list.positions.array == [0, 1, 300, 127, 128, 70_000, 0, 0xFFFF_FFFE])
  }
}
