import Indexing
import Postings
import Query
import Segment
import TestSupport
import Testing

@testable import Search

/// The bounds of a list are those of its postings, and are kept from the second time on that it is asked for.
@Suite struct RangeBoundsTests {
  private static let words = ["alphax", "betax", "gammax", "deltax", "rarex", "rarerx"]

  /// Words in 2.5, 25, 2, 1 and twice 0.1 of 100 paragraphs, some of them often.
  private static func snapshot(paragraphCount: Int) throws -> Snapshot {
    let (corpus, index) = (try TemporaryFolder(), try TemporaryFolder())
    var generator = SeededGenerator(seed: 7)
    let paragraphs = (0..<paragraphCount).map { number in
      var text = ["filler"]
      for (word, share) in zip(words, [0.025, 0.25, 0.02, 0.01, 0.001, 0.001])
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
    let saturation = SaturationLevels(snapshot.statistics.paragraphs.lengthFactors(KnownRanges.parameters))
    var formCounts = [0, 0]
    for list in try Self.lists(Self.words.map { "=" + $0 }.joined(separator: " OR "), snapshot) {
      var frequencies = [UInt32](repeating: 0, count: unitCount)
      var levels = [UInt8](repeating: 0, count: unitCount)
      let bounds = try reader.withBytes(of: .norms, in: 0..<unitCount) { norms throws(SegmentError) in
        var cursor = try list.cursor(in: reader)
        let start = cursor
        return try reader.withLists { bytes throws(PostingsError) in
          while try cursor.next(in: bytes) != .end {
            let (unit, frequency) = (Int(cursor.docID), try cursor.frequency(in: bytes))
            frequencies[unit] = UInt32(frequency)
            levels[unit] = saturation.level(frequency: UInt32(frequency), norm: norms.byte(at: unit))
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
    #expect(formCounts == [5, 1])
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
    #expect(try Self.best("=rarex =betax", snapshot) { $0.limit = 2 } == .rarest)
    #expect(try Self.best("=rarex =deltax", snapshot) { $0.limit = 2 } == .conjunction)
    #expect(try Self.best("=rarex =deltax", snapshot) { $0.limit = 2 } == .rarest)
    // Where all that match are kept, or bounds would be made for one query, the rarest list is walked.
    for _ in 0..<3 {
      #expect(try Self.best("=rarex =betax", snapshot) { $0.limit = 100 } == .conjunction)
      #expect(try Self.best("=rarex =rarerx", snapshot) { $0.limit = 2 } == .conjunction)
    }
    // There are none for other parameters of the score, nor where most of what matches may be kept.
    for _ in 0..<3 {
      #expect(try Self.best("=alphax OR =betax", snapshot) { $0.parameters.k1 = 2 } == .maxScore)
      #expect(try Self.best("=alphax OR =betax", snapshot) { $0.limit = 1001 } == .maxScore)
    }
    #expect(try Self.best("=alphax OR =betax", snapshot) == .ranges)
    #expect(try Self.best("=alphax OR =betax", snapshot) { $0.leastUnitCountForRanges = 9001 } == .maxScore)
    #expect(try Self.best("=alphax OR =betax", snapshot) { $0.techniques.remove(.ranges) } == .maxScore)
  }

  @Test func whatWasNotAskedForLongestGoes() throws {
    let snapshot = try Self.snapshot(paragraphCount: 9000)
    let lists = try Self.lists("=alphax OR =betax OR =gammax OR =deltax", snapshot)
    let reader = snapshot.segments[0].reader
    let levels = SaturationLevels(snapshot.statistics.paragraphs.lengthFactors(KnownRanges.parameters))
    func isKnown(_ known: KnownRanges, _ index: Int) throws -> Bool {
      try known.bounds(of: [lists[index]], in: reader, SearchOptions()) != nil
    }
    let roomy = KnownRanges(levels, byteLimit: 1 << 20)
    for index in lists.indices {
      #expect(try !isKnown(roomy, index))
      #expect(try isKnown(roomy, index))
    }
    for index in lists.indices { #expect(try isKnown(roomy, index)) }
    // There is room for two.
    let narrow = KnownRanges(levels, byteLimit: 5000)
    for index in [0, 2, 0] {
      _ = try isKnown(narrow, index)
      #expect(try isKnown(narrow, index))
    }
    #expect(try !isKnown(narrow, 3))
    #expect(try isKnown(narrow, 3))
    #expect(try isKnown(narrow, 0))
    #expect(try isKnown(narrow, 3))
    #expect(try !isKnown(narrow, 2))
    // One that has no room by itself is made each time, and takes none from the others.
    #expect(try !isKnown(narrow, 1))
    #expect(try isKnown(narrow, 1))
    #expect(try isKnown(narrow, 0) && isKnown(narrow, 3))
  }

  /// Frequencies that a byte does not hold are asked of the list, whose cursor only moves forwards: in three passes, those that weigh most first.
  @Test func greatFrequenciesAreAskedOfTheList() throws {
    let (corpus, index) = (try TemporaryFolder(), try TemporaryFolder())
    var generator = SeededGenerator(seed: 11)
    // A rare word beside gaps, bytes and a bitmap.
    let paragraphs = (0..<6000).map { number in
      var words = ["filler"]
      for (word, step) in [("rarestx", 240), ("gapsx", 60), ("bytesx", 15), ("bitsx", 5)]
      where number % step < (step == 240 ? 1 : 2) {
        let count = [1, 2, 254, 255, 256, 900].randomElement(using: &generator)!
        // The shorter, the later, so that what weighs most comes last.
        if number % 7 != 0 { words += Array(repeating: word, count: number % step == 0 ? count : 1) }
        words += Array(repeating: "more", count: (6000 - number) / 100)
      }
      return "- \(words.joined(separator: " "))!"
    }
    try corpus.write(paragraphs.joined(separator: "\n\n"), to: "a.txt")
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build()
    let snapshot = try Snapshot(openingIndexAt: index.path)
    for (text, way) in [
      ("=gapsx OR =bytesx", SegmentAnswer.Best.ranges), ("=gapsx =bytesx", .ranges),
      ("=bitsx =bytesx", .ranges),
      ("=gapsx OR =bitsx OR =bytesx", .ranges), ("=rarestx =gapsx", .rarest),
      ("=rarestx =bitsx =bytesx", .rarest),
      ("=rarestx OR =bitsx", .ranges),
    ] {
      let query = try #require(try QueryParser().parse(text).query)
      for limit in [1, 10, 100, 1000] {
        var options = SearchOptions()
        (options.limit, options.leastUnitCountForRanges) = (limit, 0)
        _ = try snapshot.best(query, options)
        let found = try snapshot.best(query, options)
        #expect(
          try Self.best(text, snapshot) { $0 = options }
            == (way == .rarest && limit > 25 ? .conjunction : way))
        options.techniques = []
        #expect(try snapshot.rank(query, options).units == found, "\(limit) of \(text)")
      }
    }
  }

  /// What weighs most need not be best: twenty units late in the corpus have a neighbour whose word their own lists are taken to have often. They
  /// are looked at first; cursors over gaps, asked for frequencies there, then are asked for that of the best, which stands before them.
  @Test func theBestMayBeLookedAtLast() throws {
    let (corpus, index) = (try TemporaryFolder(), try TemporaryFolder())
    func words(_ counts: (String, Int)...) -> String {
      "- " + counts.map { Array(repeating: $0.0, count: $0.1).joined(separator: " ") }.joined(separator: " ")
        + "!"
    }
    var paragraphs = (0..<9000).map { number in
      number % 5 == 1 ? words(("filler", 30), ("bitsx", 1)) : words(("filler", 30))
    }
    for number in stride(from: 4800, to: 4800 + 20 * 128, by: 128) {
      paragraphs[number] = words(("rarestx", 1), ("gapsx", 256), ("bitsx", 1), ("more", 550))
      paragraphs[number + 1] = words(("bitsx", 256))
    }
    for number in stride(from: 800, to: 800 + 20 * 80, by: 80) {
      paragraphs[number] = words(("rarestx", 1), ("gapsx", 300), ("bitsx", 1))
    }
    try corpus.write(paragraphs.joined(separator: "\n\n"), to: "a.txt")
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build()
    let snapshot = try Snapshot(openingIndexAt: index.path)
    for (text, way) in [
      ("=gapsx OR =bitsx", SegmentAnswer.Best.ranges), ("=rarestx =gapsx =bitsx", .rarest),
    ] {
      _ = try Self.best(text, snapshot)
      #expect(try Self.best(text, snapshot) == way)
      var options = SearchOptions()
      options.limit = 1
      let found = try snapshot.best(try #require(try QueryParser().parse(text).query), options)
      #expect(found.map(\.number) == [800], "\(text)")
    }
  }

  @Test func timeIsLookedAt() throws {
    let snapshot = try Self.snapshot(paragraphCount: 9000)
    #expect(try Self.best("=alphax OR =betax", snapshot) == .maxScore)
    #expect(try Self.best("=alphax OR =betax", snapshot) == .ranges)
    let query = try #require(try QueryParser().parse("=alphax OR =betax").query)
    var options = SearchOptions()
    options.deadline = .now
    #expect(throws: SearchError.deadlineExceeded) { try snapshot.best(query, options) }
  }

  /// Threads that ask at once all get the answer of one by itself.
  @Test func manyMayAskAtOnce() async throws {
    let snapshot = try Self.snapshot(paragraphCount: 9000)
    let query = try #require(try QueryParser().parse("=alphax OR =betax OR =gammax").query)
    var options = SearchOptions()
    options.techniques.remove(.ranges)
    let expected = try snapshot.best(query, options)
    try await withThrowingTaskGroup(of: [RankedUnit].self) { group in
      for _ in 0..<32 { group.addTask { try snapshot.best(query) } }
      for try await found in group { #expect(found == expected) }
    }
  }
}
