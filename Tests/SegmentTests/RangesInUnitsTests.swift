import TestSupport
import Testing

@testable import Segment

/// Which ranges of statements stand in units, against a look at each of them.
struct RangesInUnitsTests {
  private let folder = try! TemporaryFolder(inMemory: true)

  /// A segment of units with so many ranges each, of a statement each.
  private func reader(rangeCounts: [Int]) throws -> SegmentReader {
    var sample = SampleSegment.small
    let width = max(1, rangeCounts.max() ?? 0)
    let text = String(repeating: "a ", count: width)
    let units = rangeCounts.indices.map { number in
      (unit: SampleSegment.unit(heading: 0, text, line: number + 1), wordCount: width)
    }
    sample.documents = [(StoredDocument(id: "a", path: "a.txt", title: "a"), [[]], units)]
    let positions = (0..<width).map(UInt32.init)
    sample.terms = [
      SampleSegment.Term("a", Dictionary(uniqueKeysWithValues: rangeCounts.indices.map { ($0, positions) }))
    ]
    sample.stems = [(Array("a".utf8), [0])]
    sample.statements = [
      0: rangeCounts.enumerated().flatMap { unit, count in
        positions.prefix(count).map { position in
          StoredStatement(
            spans: [StoredStatement.Span(unit: unit, positions: position..<position + 1)], mode: 1,
            speakers: [], voices: [], rule: "turn-label", evidence: "")
        }
      }
    ]
    sample.speakers = []
    _ = try sample.write(to: folder.path + "/a.seg")
    return try SegmentReader(opening: folder.path + "/a.seg")
  }

  @Test(arguments: [[0], [3], [0, 0, 1, 2, 3, 0, 4, 5, 8, 9, 0, 17, 0, 0], [33, 1, 1, 1], [0, 0, 0]])
  func everyIntervalOfUnits(rangeCounts: [Int]) throws {
    let reader = try reader(rangeCounts: rangeCounts)
    let units = try (0..<reader.rangeCount).map { try reader.tokenRange(at: $0).unit }
    #expect(units.count == rangeCounts.reduce(0, +))
    for lower in 0...rangeCounts.count {
      for upper in lower...rangeCounts.count {
        let range = try reader.ranges(inUnits: lower..<upper)
        #expect(Array(range) == units.indices.filter { (lower..<upper).contains(units[$0]) })
        // Of none, where they would stand.
        #expect(range.lowerBound == units.count { $0 < lower })
      }
    }
  }
}
