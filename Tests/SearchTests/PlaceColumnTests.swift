import Indexing
import Postings
import Segment
import TestSupport
import Testing

@testable import Search

/// Places found for a window at once are those found paragraph by paragraph.
struct PlaceColumnTests {
  private static let paragraphCount = 3_000
  private static let words = ["often", "seldom", "rare"]

  /// Of each paragraph its words.
  private static func paragraphs(using generator: inout SeededGenerator) -> [[String]] {
    (0..<paragraphCount).map { _ in
      (0..<Int.random(in: 3...9, using: &generator)).map { _ in
        switch Int.random(in: 0..<1_000, using: &generator) {
        case 0: "rare"
        case 1..<40: "seldom"
        case 40..<500: "often"
        default: "other"
        }
      }
    }
  }

  private static func segment(of paragraphs: [[String]], in folder: TemporaryFolder) throws -> SegmentReader {
    let text = paragraphs.map { $0.joined(separator: " ") }.joined(separator: "\n\n")
    try folder.write("---\ntitle: Words\n---\n\n" + text + "\n", to: "corpus/a.md")
    _ = try IndexBuilder(corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/index").build()
    return try #require(try IndexDirectory(path: folder.path + "/index").open().1.first)
  }

  /// Few paragraphs are looked up one by one, many by blocks; and windows may begin with the paragraph that the one before ended with.
  @Test func allAtOnceIsOneByOne() throws {
    var generator = SeededGenerator(seed: 1)
    let folder = try TemporaryFolder(inMemory: true)
    let paragraphs = Self.paragraphs(using: &generator)
    let segment = try Self.segment(of: paragraphs, in: folder)
    #expect(segment.unitCount == paragraphs.count)
    for sources in [["often"], ["seldom"], ["rare"], ["rare", "often"], ["often", "seldom", "rare"]] {
      for stepLimit in [1, 3, 40, 400] {
        var column = try PlaceColumn(
          try sources.map { .term(try #require(try segment.term(Array($0.utf8)))) }, of: segment)
        var first = 0
        while first < paragraphs.count {
          // From the last one on.
          var units = [first]
          while let last = units.last, units.count < 200 {
            let next = last + Int.random(in: 1...stepLimit, using: &generator)
            if next >= paragraphs.count { break }
            units.append(next)
          }
          let expected = units.map { unit in
            paragraphs[unit].indices.filter { sources.contains(paragraphs[unit][$0]) }
          }
          #expect(try Self.places(units, of: &column, in: segment) == expected)
          first = units.count > 1 ? units[units.count - 1] : paragraphs.count
        }
      }
    }
  }

  /// Of each unit where the column finds something.
  private static func places(
    _ units: [Int], of column: inout PlaceColumn, in segment: SegmentReader
  ) throws -> [[Int]] {
    var window = Window()
    window.reset(base: 0, end: DocID(segment.unitCount))
    for unit in units { window.add(DocID(unit)) }
    var asked = AskedParagraphs()
    try asked.replace(with: window, of: .paragraphs, in: segment)
    var intervals: [Interval] = []
    try column.find(in: asked, into: &intervals)
    return units.indices.map { rank in intervals[column.range(ofRank: rank)].map { Int($0.start) } }
  }

  @Test func leavesAreNarrowedToTheirWords() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<2_000 {
      let starts = Set((0..<8).map { _ in UInt32.random(in: 0..<30, using: &generator) }).sorted()
      let list = starts.map { Interval(start: $0, end: $0 + 2) }
      let first = UInt32.random(in: 0..<20, using: &generator)
      let words = first..<first + UInt32.random(in: 1...12, using: &generator)
      var found = FoundLeaves([list])
      found.narrow(0, to: words)
      #expect(
        found[0] == list.filter { $0.start >= words.lowerBound && $0.end <= words.upperBound },
        "\(list) in \(words)")
    }
  }
}
