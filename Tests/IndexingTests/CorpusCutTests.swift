import Corpus
import TestSupport
import Testing

@testable import Indexing

struct CorpusCutTests {
  private static func sources(_ count: Int, _ generator: inout SeededGenerator) -> [SourceFile] {
    (0..<count).map { number in
      let path = "\(10_000 + number).txt"
      return SourceFile(path: path, id: path, byteCount: Int.random(in: 0...200, using: &generator))
    }
  }

  private static func cut(_ sources: [SourceFile]) -> CorpusCut {
    CorpusCut(sources, segmentByteCount: 20_000, groupByteCount: 2_000)
  }

  private static func byteCount(_ sources: [SourceFile], _ range: Range<Int>) -> Int {
    sources[range].reduce(0) { $0 + $1.byteCount }
  }

  @Test func everySourceIsInOneGroup() {
    var generator = SeededGenerator(seed: 1)
    let sources = Self.sources(2_000, &generator)
    let groups = Self.cut(sources).segments.flatMap(\.self)
    #expect(groups.allSatisfy { !$0.isEmpty })
    #expect(groups.flatMap { Array($0) } == Array(0..<2_000))
  }

  @Test func sizesAreAsWanted() {
    var generator = SeededGenerator(seed: 2)
    let sources = Self.sources(2_000, &generator)
    let segments = Self.cut(sources).segments
    let segmentSizes = segments.map { Self.byteCount(sources, $0[0].lowerBound..<$0.last!.upperBound) }
    #expect((8...16).contains(segments.count))
    #expect(segmentSizes.allSatisfy { $0 <= 30_000 })
    let groupSizes = segments.flatMap(\.self).map { Self.byteCount(sources, $0) }
    #expect((80...160).contains(groupSizes.count))
    #expect(groupSizes.allSatisfy { $0 <= 3_000 })
  }

  @Test func aSmallCorpusIsOneSegment() {
    var generator = SeededGenerator(seed: 3)
    for count in [1, 2, 50, 195] {
      let sources = Self.sources(count, &generator)
      #expect(Self.byteCount(sources, 0..<count) < 20_000)
      #expect(Self.cut(sources).segments.count == 1)
    }
  }

  /// What is larger than is wanted of a segment is one by itself.
  @Test func aLargeSourceIsNotCut() {
    var generator = SeededGenerator(seed: 4)
    var sources = Self.sources(1_000, &generator)
    sources[500].byteCount = 1_000_000
    let groups = Self.cut(sources).segments.flatMap(\.self)
    #expect(groups.flatMap { Array($0) } == Array(0..<1_000))
    #expect(groups.contains { $0.contains(500) && $0.count < 50 })
  }

  @Test func withoutASizeEachSourceIsASegment() {
    var generator = SeededGenerator(seed: 5)
    let sources = Self.sources(100, &generator)
    let segments = CorpusCut(sources, segmentByteCount: 1, groupByteCount: 1).segments
    #expect(segments == (0..<100).map { [$0..<$0 + 1] })
  }

  /// A source that is added, removed or grows moves no cut that is more than a size away, and most often none.
  @Test func changesAreLocal() {
    var generator = SeededGenerator(seed: 6)
    let sources = Self.sources(1_000, &generator)
    func names(_ sources: [SourceFile]) -> Set<[String]> {
      Set(Self.cut(sources).segments.map { $0.flatMap { sources[$0].map(\.path) } })
    }
    let before = names(sources)
    var changedCount = 0
    for step in 0..<30 {
      var changed = sources
      let place = Int.random(in: 0..<1_000, using: &generator)
      switch step % 3 {
      case 0: changed.remove(at: place)
      case 1: changed.insert(SourceFile(path: "\(10_000 + place)x.txt", id: "x", byteCount: 150), at: place)
      default: changed[place].byteCount += 77
      }
      let after = names(changed).subtracting(before)
      #expect(after.count <= 4)
      changedCount += after.count
    }
    #expect(changedCount < 45)
  }
}
