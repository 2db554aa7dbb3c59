import Indexing
import Query
import Segment
import TestSupport
import Testing
import Text

@testable import Search

struct SnapshotTests {
  private let corpus = try! TemporaryFolder()
  private let index = try! TemporaryFolder()

  private func snapshot() throws -> Snapshot {
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build()
    return try Snapshot(openingIndexAt: index.path)
  }

  private func parsed(_ text: String) throws -> Query { try #require(try QueryParser().parse(text).query) }

  @Test func aHitSaysWhatWasSaidWhereAndWhen() throws {
    try corpus.write(
      """
      ---
      title: Dialogue
      date: 2013-09-11
      kind: dialogue
      publisher: Coalition
      ---

      ## Crises

      ### The veto

      In Côte d'Ivoire, France raised
      its proposal on the veto.
      """, to: "2013/dialogue.md")
    let result = try snapshot().search(parsed("veto france"))
    let hit = try #require(result.hits.first)
    #expect(hit.id == "2013/dialogue#p3")
    #expect(hit.kind == "prose")
    #expect(hit.document.title == "Dialogue")
    #expect(hit.document.date?.description == "2013-09-11")
    #expect(hit.document.publisher == "Coalition")
    #expect(hit.section == ["Crises", "The veto"])
    #expect(hit.text == "In Côte d'Ivoire, France raised its proposal on the veto.")
    #expect(hit.highlights == [18..<24, 52..<56])
    // Two bytes for ô: the column counts bytes.
    #expect(hit.source == SourceLocation(path: "2013/dialogue.md", line: 12, column: 20, endLine: 13))
  }

  @Test func theLocationIsThatOfTheFirstHighlight() throws {
    try corpus.write("First line of a paragraph\nthat is wrapped before the veto.\n", to: "a.md")
    let hit = try #require(try snapshot().search(parsed("veto")).hits.first)
    #expect(hit.source == SourceLocation(path: "a.md", line: 2, column: 28, endLine: 2))
  }

  @Test func capitalsAndWholeCompoundsAreFoundAsWritten() throws {
    try corpus.write(
      "They told us so.\n\nThe US said so.\n\nThe Secretary-General said secretary general.\n", to: "a.md")
    let snapshot = try snapshot()
    #expect(try snapshot.search(parsed("=US")).hits.map(\.id) == ["a#p2"])
    #expect(try snapshot.count(parsed("us")).total == 2)
    #expect(try snapshot.count(parsed("=secretary-general")).total == 1)
    let hit = try #require(try snapshot.search(parsed("secretary-general")).hits.first)
    #expect(hit.highlights == [4..<21, 27..<44])
  }

  @Test func yearsWithoutDocumentsHaveRowsOfNoUnits() throws {
    try corpus.write("---\ndate: 2009\n---\n\nThe veto and the veto.\n", to: "a.md")
    try corpus.write("---\ndate: 2011-05\n---\n\nNo such word.\n", to: "b.md")
    try corpus.write("The veto.\n", to: "c.md")
    let snapshot = try snapshot()
    #expect(
      try snapshot.trend(parsed("veto")).rows == [
        TrendRow(year: 2009, hits: 1, units: 1, occurrences: 2, tokens: 5),
        TrendRow(year: 2010, hits: 0, units: 0, occurrences: 0, tokens: 0),
        TrendRow(year: 2011, hits: 0, units: 1, occurrences: 0, tokens: 3),
        TrendRow(year: nil, hits: 1, units: 1, occurrences: 1, tokens: 2),
      ])
    #expect(try snapshot.trend(parsed("veto year:2009..2010")).rows.map(\.year) == [2009])
    #expect(try snapshot.count(parsed("veto year:2009..2011")).unitCount == 2)
    #expect(try snapshot.count(parsed("NOT year:2009")).total == 2)
    #expect(try snapshot.trend(parsed("veto the")).rows.allSatisfy { $0.occurrences == nil })
  }

  @Test func onePlaceIsNotCountedTwice() throws {
    try corpus.write("Two vetoes and one veto.\n", to: "a.md")
    let snapshot = try snapshot()
    func occurrences(_ text: String) throws -> Int? { try snapshot.trend(parsed(text)).rows[0].occurrences }
    #expect(try occurrences("veto") == 2)
    #expect(try occurrences("two OR one") == 2)
    #expect(try occurrences("veto OR =veto") == nil)
    #expect(try occurrences("veto OR \"one veto\"") == nil)
    #expect(try occurrences("us OR =US") == nil)
    #expect(try occurrences("point OR =focal-point") == nil)
  }

  @Test(arguments: [0.0, 1000.0], [0.0, 1.0])
  func aCorpusWithoutWordsIsSearched(k1: Double, b: Double) throws {
    try corpus.write("— — —\n", to: "a.md")
    var options = SearchOptions()
    options.parameters = BM25.Parameters(k1: k1, b: b)
    #expect(try snapshot().search(parsed("veto OR NOT veto"), options).hits.map(\.score) == [0])
  }

  @Test func theDeepestQueryThatIsReadIsAnswered() throws {
    try corpus.write("a\n\nb\n", to: "a.md")
    let snapshot = try snapshot()
    let query = try parsed("-(" + String(repeating: "a -(", count: QueryParser.depthLimit / 2 - 2) + "a -a")
    #expect(query.depth == QueryParser.depthLimit)
    let thread = SmallStackThread { _ = try? snapshot.search(query) }
    thread.run()
  }

  @Test func aDeadlineThatHasPassedIsSaid() throws {
    try corpus.write("The veto.\n", to: "a.md")
    let snapshot = try snapshot()
    var options = SearchOptions()
    options.deadline = .now
    #expect(throws: SearchError.deadlineExceeded) { try snapshot.search(parsed("veto"), options) }
  }

  @Test func manyUnitsFillManyWindows() throws {
    // More than two windows of 4,096 units, matches on both sides of each edge.
    let lines = (0..<9000).map { unit in
      [0, 4095, 4096, 8191, 8192, 8999].contains(unit) ? "the focal point" : "the point focal"
    }
    try corpus.write(lines.joined(separator: "\n\n"), to: "a.md")
    let snapshot = try snapshot()
    #expect(
      try snapshot.search(parsed("\"focal point\"")).hits.map(\.id)
        == [1, 4096, 4097, 8192, 8193, 9000].map { "a#p\($0)" })
    #expect(try snapshot.count(parsed("the")).total == 9000)
    #expect(try snapshot.count(parsed("NOT \"focal point\"")).total == 8994)
    var options = SearchOptions()
    options.limit = 2
    options.offset = 8998
    #expect(try snapshot.search(parsed("focal"), options).hits.map(\.id) == ["a#p8999", "a#p9000"])
  }

  @Test func twoWordsOfOnePhraseMayBeTheSame() throws {
    try corpus.write("that that is is\n\nthat is that\n", to: "a.md")
    let snapshot = try snapshot()
    #expect(try snapshot.search(parsed("\"that that\"")).hits.map(\.id) == ["a#p1"])
    #expect(try snapshot.count(parsed("\"is that\"")).total == 1)
  }

  @Test func noIndexIsSaid() throws {
    #expect(throws: SegmentError.missing(path: index.path)) { try Snapshot(openingIndexAt: index.path) }
  }
}
