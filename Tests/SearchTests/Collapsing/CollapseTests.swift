import Indexing
import OracleSupport
import Query
import TestSupport
import Testing
import Text

@testable import Search

/// The oracle holds collapsed searches to a scan; here what its samples do not have: paragraphs that differ a little, and bounds.
struct CollapseTests {
  private let corpus = try! TemporaryFolder()
  private let index = try! TemporaryFolder()

  private func snapshot(segmentByteCount: Int = 200 << 20) throws -> Snapshot {
    _ = try IndexBuilder(
      corpusRoot: corpus.path, indexDirectory: index.path, segmentByteCount: segmentByteCount
    ).build()
    return try Snapshot(openingIndexAt: index.path)
  }

  private func search(
    _ snapshot: Snapshot, _ text: String, _ change: (inout SearchOptions) -> Void = { _ in }
  ) throws -> SearchResult {
    var options = SearchOptions()
    options.collapses = true
    change(&options)
    return try snapshot.search(try #require(try QueryParser().parse(text).query), options)
  }

  /// Words that no other text has, and a few that all have.
  private static func text(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in "word\(Int.random(in: 0..<400, using: &generator))" }
  }

  /// The groups of texts with some words left out, put in or put in place of others are those of all pairs; whatever is in one group by signatures is
  /// so by the definition, and next to nothing is missed.
  @Test func groupsAreThoseOfAllPairs() throws {
    var (expectedCount, foundCount) = (0, 0)
    for seed in 0..<8 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var texts: [[String]] = []
      for _ in 0..<80 {
        if texts.isEmpty || Int.random(in: 0..<3, using: &generator) == 0 {
          texts.append(Self.text(Int.random(in: 1...80, using: &generator), &generator))
          continue
        }
        var text = texts.randomElement(using: &generator)!
        for _ in 0..<Int.random(in: 0...2, using: &generator) {
          let place = Int.random(in: 0..<text.count, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0 where text.count > 1: text.remove(at: place)
          case 1: text.insert(Self.text(1, &generator)[0], at: place)
          default: text[place] = Self.text(1, &generator)[0]
          }
        }
        texts.append(text)
      }
      // Folded words are what counts.
      let (folder, index) = (try TemporaryFolder(), try TemporaryFolder())
      for (number, text) in texts.enumerated() {
        let first = text[0].prefix(1).uppercased() + text[0].dropFirst()
        try folder.write(
          ([first] + text.dropFirst()).joined(separator: " ") + ".\n", to: "d\(1_000 + number).txt")
      }
      _ = try IndexBuilder(
        corpusRoot: folder.path, indexDirectory: index.path, segmentByteCount: seed % 2 == 0 ? 4_000 : 1 << 25
      ).build()
      let found = try Snapshot(openingIndexAt: index.path).nearIdenticalParagraphs()
      let components = NearIdentity.components(of: texts)
      let expected = Dictionary(grouping: texts.indices) { components[$0] }
      expectedCount += expected.values.filter { $0.count > 1 }.reduce(0) { $0 + $1.count - 1 }
      for group in found {
        #expect(NearIdentity.componentCount(of: group.map { texts[$0] }) == 1)
        foundCount += group.count - 1
      }
    }
    #expect(expectedCount > 150)
    #expect(foundCount <= expectedCount && Double(foundCount) >= 0.98 * Double(expectedCount))
  }

  private func writeDocuments() throws {
    let text = "The Council should refrain from the veto where whole peoples are in danger of being destroyed"
    for (number, date) in ["2009-03-02", "2013", "2013-09", "2018-10-05"].enumerated() {
      let other = number == 2 ? " for good." : "."
      try corpus.write("---\ndate: \(date)\n---\n\n\(text)\(other)\n", to: "d\(number).md")
    }
    try corpus.write("\(text).\n\nA veto is a veto.\n\nNothing else.\n\n\(text).\n", to: "e.txt")
  }

  @Test(arguments: [1, 200 << 20]) func aHitSaysWhereItIsSaidToo(segmentByteCount: Int) throws {
    try writeDocuments()
    let snapshot = try snapshot(segmentByteCount: segmentByteCount)
    let result = try search(snapshot, "veto")
    #expect(result.total == 7 && result.groupCount == 2)
    #expect(result.hits.map(\.id) == ["e#p2", "d0#p1"])
    #expect(result.hits[0].said == nil)
    let said = try #require(result.hits[1].said)
    #expect(said.paragraphCount == 6 && said.documentCount == 5)
    #expect(said.from?.description == "2009-03-02" && said.to?.description == "2018-10-05")
    #expect(said.others == ["d1#p1", "d2#p1", "d3#p1", "e#p1", "e#p4"])
    // Only what matches counts.
    let later = try search(snapshot, "veto year:2013..2018")
    #expect(later.total == 3 && later.groupCount == 1)
    #expect(later.hits[0].said?.others.count == 2)
    #expect(later.hits[0].said?.from?.description == "2013")
    let twice = try search(snapshot, "veto doc:e")
    let undated = try #require(twice.hits.last?.said)
    #expect(undated.paragraphCount == 2 && undated.documentCount == 1)
    #expect(undated.from == nil && undated.to == nil)
  }

  @Test func theFirstInTheOrderAskedIsShown() throws {
    try writeDocuments()
    let snapshot = try snapshot()
    #expect(try search(snapshot, "veto") { $0.sort = .dateDescending }.hits.map(\.id) == ["d3#p1", "e#p2"])
    #expect(try search(snapshot, "veto") { $0.sort = .dateAscending }.hits.map(\.id) == ["d0#p1", "e#p2"])
    #expect(try search(snapshot, "veto") { $0.explains = true }.hits.allSatisfy { $0.explanation != nil })
    let pages = try (0..<3).map { page in
      try search(snapshot, "veto") { ($0.offset, $0.limit) = (page, 1) }.hits.map(\.id)
    }
    #expect(pages == [["e#p2"], ["d0#p1"], []])
  }

  @Test func moreThanTenOthersAreCountedAndTenAreNamed() throws {
    for number in 0..<2_000 { try corpus.write("The veto again.\n", to: "d\(10_000 + number).txt") }
    let result = try search(try snapshot(), "veto")
    let said = try #require(result.hits.first?.said)
    #expect(result.total == 2_000 && result.groupCount == 1 && said.documentCount == 2_000)
    #expect(said.others == (10_001...10_010).map { "d\($0)#p1" })
  }

  @Test func aDeadlineThatHasPassedIsHeeded() throws {
    try writeDocuments()
    let snapshot = try snapshot()
    #expect(throws: SearchError.deadlineExceeded) { try search(snapshot, "veto") { $0.deadline = .now } }
    #expect(try search(snapshot, "veto").groupCount == 2)
    // What is said of a group, which may be all paragraphs of a collection.
    var late = SearchOptions()
    late.deadline = .now
    let first = snapshot.segments.firstParagraphs
    #expect(throws: SearchError.deadlineExceeded) { try snapshot.said([0, 1], besides: 0, first, late) }
    #expect(try snapshot.said([0, 1], besides: 0, first, SearchOptions())?.paragraphCount == 2)
  }
}
