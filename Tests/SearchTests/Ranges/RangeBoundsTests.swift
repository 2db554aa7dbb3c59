import Indexing
import Postings
import Query
import Segment
import TestSupport
import Testing

@testable import Search

/// The bounds of a list are those of its postings, and are kept from the second time on that it is asked for.
@Suite struct RangeBoundsTests {
  private static let words = ["alphax", "betax", "gammax", "deltax", "rarex"]

  /// Words in 2.5, 25, 2, 1 and 0.1 of 100 paragraphs, some of them often.
  private static func snapshot(paragraphCount: Int) throws -> Snapshot {
    let (corpus, index) = (try TemporaryFolder(), try TemporaryFolder())
    var generator = SeededGenerator(seed: 7)
    let paragraphs = (0..<paragraphCount).map { number in
      var text = ["filler"]
      for (word, share) in zip(words, [0.025, 0.25, 0.02, 0.01, 0.001])
      where Double.random(in: 0..<1, using: &generator) < share {
        let count = number == 5000 ? 300 : [1, 1, 1, 2, 9].randomElement(using: &generator)!
        text += Array(repeating: word, count: count)
      }
      text += Array(repeating: "more", count: Int.random(in: 0..<30, using: &generator))
      return "- \(text.joined(separator: " "))!"
    }
    try corpus.write(paragraphs.joined(separator: "\n\n"), to: "a.txt")
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build()
    return try Snapshot(openingIndexAt: index.path)
  }

  private static func lists(_ text: String, _ snapshot: Snapshot) throws -> [FlatQuery.WeighedList] {
    let query = try #require(try QueryParser().parse(text).query)
    let plan = try QueryPlan(
      query, over: snapshot.segments, in: .paragraphs, statistics: snapshot.statistics, measure: .score,
      SearchOptions(), groups: snapshot.groups)
    guard case .union(let lists) = try #require(plan.flat).inSegment(0) else {
      throw SnapshotTestError("words under OR are a union")
    }
    return lists
  }

  private struct SnapshotTestError: Error {
    let description: String
    init(_ description: String) { self.description = description }
  }

  @Test func boundsAreThoseOfTheirPostings() throws {
    let unitCount = 8999
    let snapshot = try Self.snapshot(paragraphCount: unitCount)
    let reader = snapshot.segments[0].reader
    var formCounts = [0, 0]
    for list in try Self.lists(Self.words.map { "=" + $0 }.joined(separator: " OR "), snapshot) {
      let saturation = SaturationLevels(list.bm25)
      var frequencies = [UInt32](repeating: 0, count: unitCount)
      var levels = [UInt8](repeating: 0, count: unitCount)
      let bounds = try reader.withBytes(of: .norms, in: 0..<unitCount) { norms throws(SegmentError) in
        var cursor = try list.cursor(in: reader)
        let start = cursor
        return try reader.withLists { bytes throws(PostingsError) in
          while try cursor.next(in: bytes) != .end {
            let (unit, frequency) = (Int(cursor.docID), try cursor.frequency(in: bytes))
            frequencies[unit] = UInt32(frequency)
            levels[unit] = list.bm25.level(frequency: frequency, norm: norms.byte(at: unit))
          }
          return try RangeBounds(of: start, saturation, norms: norms, in: bytes)
        }
      }
      #expect(frequencies.contains { $0 >= RangeBounds.manyTimes } == (frequencies[5000] > 0))
      for unit in 0..<unitCount {
        #expect(bounds.frequency(of: DocID(unit)) == min(RangeBounds.manyTimes, frequencies[unit]))
      }
      func greatest(_ units: Range<Int>) -> UInt8 { levels[units.clamped(to: 0..<unitCount)].max() ?? 0 }
      for group in 0..<RangeBounds.groupCount(unitCount: unitCount) {
        for lane in 0..<8 {
          let range = 8 * group + lane
          #expect(bounds.ofRanges[group][lane] == greatest(range * 64..<range * 64 + 64))
          guard range < bounds.ofEighths.count else { continue }
          for eighth in 0..<8 {
            let first = range * 64 + eighth * 8
            #expect(bounds.ofEighths[range][eighth] == greatest(first..<first + 8))
            guard case .sparse(let sparse) = bounds.units, first < unitCount else { continue }
            for slot in 0..<8 where first + slot < unitCount {
              #expect(sparse.levels(ofEighth: first / 8)[slot] == UInt16(levels[first + slot]))
            }
          }
        }
      }
      switch bounds.units {
      case .sparse: formCounts[0] += 1
      case .dense: formCounts[1] += 1
      }
    }
    #expect(formCounts == [4, 1])
  }

  /// How the ten best of `text` are found.
  private static func best(
    _ text: String, _ snapshot: Snapshot, _ change: (inout SearchOptions) -> Void = { _ in }
  ) throws -> SegmentAnswer.Best? {
    var options = SearchOptions()
    change(&options)
    let query = try #require(try QueryParser().parse(text).query)
    return try snapshot.account(of: query, options).segments.first?.best
  }

  @Test func theyAreMadeWhenAListIsAskedForAgain() throws {
    let snapshot = try Self.snapshot(paragraphCount: 9000)
    #expect(try Self.best("=alphax OR =betax", snapshot) == .maxScore)
    #expect(try Self.best("=alphax OR =betax", snapshot) == .ranges)
    // Of the pair one is new.
    #expect(try Self.best("=gammax OR =betax", snapshot) == .maxScore)
    #expect(try Self.best("=gammax =betax", snapshot) == .ranges)
    // One too rare for its bounds to be kept needs nothing.
    #expect(try Self.best("=rarex OR =betax", snapshot) == .ranges)
    #expect(try Self.best("=rarex =betax", snapshot) == .conjunction)
    // Other parameters of the score have other bounds, and these are forgotten.
    #expect(try Self.best("=alphax OR =betax", snapshot) { $0.parameters.k1 = 2 } == .maxScore)
    #expect(try Self.best("=alphax OR =betax", snapshot) { $0.parameters.k1 = 2 } == .ranges)
    #expect(try Self.best("=alphax OR =betax", snapshot) == .maxScore)
    #expect(try Self.best("=alphax OR =betax", snapshot) == .ranges)
    #expect(try Self.best("=alphax OR =betax", snapshot) { $0.leastUnitCountForRanges = 9001 } == .maxScore)
    #expect(try Self.best("=alphax OR =betax", snapshot) { $0.techniques.remove(.ranges) } == .maxScore)
  }

  @Test func theyTakeNoMoreMemoryThanIsGiven() throws {
    let snapshot = try Self.snapshot(paragraphCount: 9000)
    let lists = try Self.lists("=alphax OR =betax OR =gammax OR =deltax", snapshot)
    let reader = snapshot.segments[0].reader
    func isKnown(_ known: KnownRanges, _ index: Int) throws -> Bool {
      try known.bounds(of: [lists[index]], in: reader, segment: 0, SearchOptions()) != nil
    }
    let roomy = KnownRanges(byteLimit: 1 << 20)
    for index in lists.indices {
      #expect(try !isKnown(roomy, index))
      #expect(try isKnown(roomy, index))
    }
    for index in lists.indices { #expect(try isKnown(roomy, index)) }
    // With room for one of them, the next drops what was known, and what was asked.
    let narrow = KnownRanges(byteLimit: 6000)
    #expect(try !isKnown(narrow, 0))
    #expect(try isKnown(narrow, 0))
    #expect(try !isKnown(narrow, 1))
    #expect(try isKnown(narrow, 1))
    #expect(try !isKnown(narrow, 0))
  }
}
