import Indexing
import Query
import TestSupport
import Testing

@testable import Search

/// What the oracle found wrong once, and what it cannot ask: nearness, names and sections, each in the smallest collection that shows it.
struct ProximityTests {
  private let corpus = try! TemporaryFolder()
  private let index = try! TemporaryFolder()

  private func snapshot(segmentByteCount: Int = 1 << 25) throws -> Snapshot {
    _ = try IndexBuilder(
      corpusRoot: corpus.path, indexDirectory: index.path, segmentByteCount: segmentByteCount
    ).build()
    return try Snapshot(openingIndexAt: index.path)
  }

  private func parsed(_ text: String) throws -> Query { try #require(try QueryParser().parse(text).query) }

  @Test(arguments: [1, 1 << 25])
  func aNameIsMeantWhereItsBearerSaysNothing(segmentByteCount: Int) throws {
    try corpus.write(
      "---\nform: record\n---\n\nMs. Araud (France): The veto is clear.\n", to: "a.md")
    try corpus.write("The proposal of France was noted.\n", to: "b.md")
    let found = try snapshot(segmentByteCount: segmentByteCount).search(parsed("about:France"))
    #expect(found.hits.map(\.id) == ["b#p1"])
  }

  @Test func whoSaysNothingIsMeantByAllNames() throws {
    try corpus.write(
      "The Syrian army left.\n\nIn the Syrian Arab Republic.\n\nSyria.\n\nAll of SYR is calm.\n\nNobody.\n",
      to: "a.md")
    let names = KnownNames {
      [KnownNames.Bearer(names: ["Syrian Arab Republic", "Syria", "Syrian"], codes: ["SYR"])]
    }
    let snapshot = try snapshot()
    for text in ["about:Syria", "about:SYR"] {
      let query = try #require(try QueryParser(names: names).parse(text).query)
      let hits = try snapshot.search(query).hits
      #expect(Set(hits.map(\.id)) == ["a#p1", "a#p2", "a#p3"])
      #expect(try snapshot.search(.and([query, parsed("nobody")])).hits.isEmpty)
    }
    #expect(try snapshot.search(parsed("about:Syria")).hits.map(\.id) == ["a#p3"])
  }

  @Test func onlyALevelAsksForAllOfIt() throws {
    try corpus.write("---\ndate: 2013\n---\n\nOne.\n\nTwo.\n", to: "a.md")
    try corpus.write("Three.\n", to: "b.md")
    let snapshot = try snapshot()
    let everything = try parsed("level:paragraph")
    let found = try snapshot.search(everything)
    #expect(found.total == 3 && found.hits.map(\.id) == ["a#p1", "a#p2", "b#p1"])
    #expect(found.hits.allSatisfy { $0.score == 0 && $0.highlights.isEmpty })
    #expect(try snapshot.count(everything) == CountResult(total: 3, unitCount: 3))
    #expect(try snapshot.trend(everything).rows.map(\.hits) == [2, 1])
    #expect(try snapshot.facet(.document, everything).total == 3)
    guard case .explained(let explanation) = try snapshot.explain("b#p1", everything, SearchOptions()) else {
      Issue.record("b#p1 is not known")
      return
    }
    #expect(explanation.isMatch && explanation.score == 0)
    _ = try snapshot.account(of: everything)
    var options = SearchOptions()
    options.level = .document
    #expect(try snapshot.search(everything, options).hits.map(\.id) == ["a", "b"])
    options.level = .statement
    #expect(try snapshot.search(everything, options).total == 0)
  }

  @Test func trendsCountParagraphsThatPassFieldsOfParagraphs() throws {
    try corpus.write(
      """
      ---
      title: Report
      speaker: FRA
      ---

      ## Background

      The proposal of France stands.

      ## Outlook

      Nothing else of it is known.
      """, to: "a.md")
    let snapshot = try snapshot()
    func row(_ text: String) throws -> [Int] {
      let row = try snapshot.trend(parsed(text)).rows[0]
      return [row.hits, row.units, row.tokens]
    }
    #expect(try row("about:France") == [1, 1, 5])
    #expect(try row("section:background") == [2, 2, 6])
    #expect(try row("section:background stands") == [1, 2, 6])
  }

  @Test func wordsInOrderAreOneOccurrenceThatShowsAllOfThem() throws {
    try corpus.write("One two two three.\n\nOne three one three one two two three.\n", to: "a.md")
    var options = SearchOptions()
    options.level = .document
    let snapshot = try snapshot()
    let hit = try #require(try snapshot.search(parsed("\"one two three\"~1"), options).hits.first)
    #expect(hit.text == "One two two three.")
    #expect(hit.highlights == [0..<3, 4..<7, 8..<11, 12..<17])
    let occurrences = try snapshot.trend(parsed("\"one two three\"~1"), options).rows.map(\.occurrences)
    #expect(occurrences == [2])
  }

  /// What is near each other is one occurrence, from the first word to the last; two may overlap, and each of them counts.
  @Test(arguments: [
    ("\"one two three\"~1", ["One two two three", "one two two three"]),
    ("\"two three\"~1", ["two three", "two three"]),
    ("two NEAR/2 three", ["two three", "three one two", "two three"]),
    ("two ADJ/2 three", ["two three", "two three"]),
    ("one NEAR/2 (two AND three)", ["One two two three", "three one two", "one two two three"]),
    ("four OR two NEAR/1 three", ["two three", "two three"]),
    ("three NOTNEAR/1 two", ["three", "three"]), ("\"two three\"", ["two three", "two three"]),
  ])
  func whatIsNearIsOneOccurrence(text: String, expected: [String]) throws {
    try corpus.write("One two two three.\n\nOne three one three one two two three.\n", to: "a.md")
    let snapshot = try snapshot()
    for level in [Level.paragraph, .document] {
      var options = SearchOptions()
      (options.level, options.sort) = (level, .dateAscending)
      let passages = try snapshot.concordance(parsed(text), options).units.flatMap(\.passages)
      let shown = passages.flatMap { passage in
        let scalars = Array(passage.text.unicodeScalars)
        return passage.occurrences.map { String(String.UnicodeScalarView(scalars[$0.range])) }
      }
      #expect(shown == expected)
      let counted = try snapshot.trend(parsed(text), options).rows.map(\.occurrences)
      #expect(counted == [expected.count])
    }
    let hits = try snapshot.search(parsed(text)).hits.sorted { $0.id < $1.id }
    #expect(
      hits.flatMap { hit in
        let scalars = Array(hit.text.unicodeScalars)
        return hit.occurrences.map { String(String.UnicodeScalarView(scalars[$0.range])) }
      } == expected)
  }

  /// What satisfies the query twice at one place is one occurrence, with the words of both.
  @Test(
    arguments: [
      ("two OR =two", ["two", "two"], [[0..<3], [0..<3]]),
      ("one NEAR/2 three OR \"one two three\"", ["one two three"], [[0..<13]]),
      ("\"one two three\" OR one NEAR/2 three", ["one two three"], [[0..<13]]),
      ("\"one two\" OR \"two three\"", ["one two", "two three"], [[0..<7], [0..<9]]),
    ] as [(String, [String], [[Range<Int>]])])
  func whatCoincidesIsOneOccurrence(text: String, expected: [String], highlights: [[Range<Int>]]) throws {
    try corpus.write(text.hasPrefix("two") ? "A two, and two.\n" : "So – one two three.\n", to: "a.md")
    let snapshot = try snapshot()
    let hit = try #require(try snapshot.search(parsed(text)).hits.first)
    let passage = try #require(try snapshot.concordance(parsed(text)).units.first?.passages.first)
    for (text, occurrences) in [(hit.text, hit.occurrences), (passage.text, passage.occurrences)] {
      let scalars = Array(text.unicodeScalars)
      #expect(occurrences.map { String(String.UnicodeScalarView(scalars[$0.range])) } == expected)
      #expect(
        occurrences.map { one in
          one.highlights.map { $0.lowerBound - one.range.lowerBound..<$0.upperBound - one.range.lowerBound }
        } == highlights)
    }
  }

  @Test func sentencesBoundNearness() throws {
    try corpus.write("The veto is clear. France stands by it.\n", to: "a.md")
    let snapshot = try snapshot()
    #expect(try snapshot.count(parsed("veto NEAR/s clear")).total == 1)
    #expect(try snapshot.count(parsed("veto NEAR/s france")).total == 0)
    #expect(try snapshot.count(parsed("veto NEAR/p france")).total == 1)
    #expect(try snapshot.count(parsed("veto NOTNEAR/s france")).total == 1)
  }

  @Test func longChainsAreAnswered() throws {
    try corpus.write("The veto of the council.\n", to: "a.md")
    var options = SearchOptions()
    options.level = .statement
    let chain = Array(repeating: "veto NEAR council", count: 100).joined(separator: " NEAR ")
    #expect(try snapshot().search(parsed(chain), options).total == 0)
  }
}
