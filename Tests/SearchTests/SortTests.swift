import Indexing
import Query
import TestSupport
import Testing

@testable import Search

@Suite struct SortTests {
  private let corpus = try! TemporaryFolder()
  private let index = try! TemporaryFolder()

  private func ids(_ query: String, _ sort: SortOrder, limit: Int = 10, offset: Int = 0) throws -> [String] {
    var options = SearchOptions()
    options.sort = sort
    options.limit = limit
    options.offset = offset
    let query = try #require(try QueryParser().parse(query).query)
    return try Snapshot(openingIndexAt: index.path).search(query, options).hits.map(\.id)
  }

  @Test func datesInBothDirections() throws {
    for (name, date) in [
      ("a", "2013"), ("b", "2009-09-25"), ("c", nil), ("d", "2013-01-01"), ("e", "2013-09"), ("f", "2013-01"),
    ] {
      let head = date.map { "---\ndate: \($0)\n---\n\n" } ?? ""
      try corpus.write(head + "The veto.\n\nThe veto and the veto.\n", to: "\(name).md")
    }
    // One document a segment: the order must not depend on how the corpus is cut.
    for segmentByteCount in [1, 1 << 25] {
      _ = try IndexBuilder(
        corpusRoot: corpus.path, indexDirectory: index.path, segmentByteCount: segmentByteCount
      ).build()
      let ascending = ["b", "d", "f", "a", "e", "c"].flatMap { ["\($0)#p1", "\($0)#p2"] }
      #expect(try ids("veto", .dateAscending, limit: 20) == ascending)
      let descending = ["e", "a", "f", "d", "b", "c"].flatMap { ["\($0)#p1", "\($0)#p2"] }
      #expect(try ids("veto", .dateDescending, limit: 20) == descending)
      #expect(try ids("veto", .dateDescending, limit: 3, offset: 3) == Array(descending[3..<6]))
      #expect(try ids("veto", .relevance, limit: 2).allSatisfy { $0.hasSuffix("#p2") })
    }
  }

  @Test func everyHighlightHasItsPosition() throws {
    try corpus.write("A veto, in Côte d'Ivoire a veto\nand the veto; vetoes.\n", to: "a.md")
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build()
    let query = try #require(try QueryParser().parse("veto").query)
    let hit = try #require(try Snapshot(openingIndexAt: index.path).search(query).hits.first)
    #expect(hit.highlights.count == 4)
    // Two bytes for ô.
    #expect(
      hit.positions == [
        SourcePosition(line: 1, column: 3), SourcePosition(line: 1, column: 29),
        SourcePosition(line: 2, column: 9), SourcePosition(line: 2, column: 15),
      ])
    #expect(hit.source.line == 1 && hit.source.column == 3)
  }

  @Test func paragraphsByName() throws {
    try corpus.write("First.\n\nSecond.\n", to: "a.md")
    try corpus.write("Third.\n", to: "b#p1.md")
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path, segmentByteCount: 1).build()
    let snapshot = try Snapshot(openingIndexAt: index.path)
    let asked = ["b#p1#p1", "a#p2", "a#p3", "z#p1", "a#p2"].map { ParagraphID($0)! }
    let found = try snapshot.paragraphs(asked)
    #expect(found.map { $0?.text } == ["Third.", "Second.", nil, nil, "Second."])
    #expect(found[1]?.id == "a#p2" && found[1]?.source.line == 3 && found[1]?.highlights == [])
  }

  @Test(arguments: [
    "", "a", "a#", "a#p", "a#p0", "a#p01", "a#p-1", "a#p1x", "#p1", "a#s1", "a#p99999999999999999999",
  ])
  func whatNamesNoParagraph(text: String) {
    #expect(ParagraphID(text) == nil)
  }
}
