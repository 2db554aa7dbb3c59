import Testing

@testable import Benchmarks

struct ReferenceCheckTests {
  /// `count` different queries of one word.
  private func words(_ name: String, _ count: Int) -> QueryClass {
    QueryClass(
      name: name, queries: (0..<count).map { PeerQuery(join: .or, clauses: [["w\($0)"]]) })
  }

  /// A run that counted something else than 7 for the first `different` queries of a class.
  private func run(_ engine: String, _ name: String, _ count: Int, different: Int = 0) -> PeerRun {
    PeerRun(
      engine: engine, version: "1", latency: [:], count: [name: (0..<count).map { $0 < different ? 8 : 7 }],
      top10: [:])
  }

  private func check(_ runs: [PeerRun], _ count: Int) -> ReferenceCheck {
    ReferenceCheck([words("term", count)], runs, ["term": Array(repeating: 7, count: count)])
  }

  /// Queries, those that may differ.
  @Test(arguments: [(0, 0), (99, 0), (100, 1), (205, 2), (500, 5), (2005, 5)])
  func fewCountsMayDiffer(count: Int, allowed: Int) throws {
    let check = check([run("lucene", "term", count, different: allowed)], count)
    #expect(check.queries == count && check.allowedDifferences == allowed)
    #expect(check.differences.count == allowed)
    try check.check()
    guard count > allowed else { return }
    let refused = self.check([run("lucene", "term", count, different: allowed + 1)], count)
    let error = try #require(throws: BenchmarkError.self) { try refused.check() }
    #expect(error.description.contains("\(allowed + 1) of \(count.grouped) counts differ"))
    #expect(error.description.contains("at most \(allowed) may; w0 matches 7 there, and 8 here by lucene"))
  }

  @Test func aQueryThatTwoEnginesCountIsOne() {
    let check = check([run("pisa", "term", 100), run("lucene", "term", 100, different: 1)], 100)
    #expect(check.queries == 100)
    #expect(check.differences == [.init(query: "w0", engine: "lucene", here: 8, there: 7)])
    let both = self.check(
      [run("lucene", "term", 100, different: 1), run("tantivy", "term", 100, different: 1)], 100)
    #expect(both.differences.map(\.engine) == ["lucene"])
  }

  @Test func whatNobodyCountedIsNotCompared() {
    let uncounted = PeerRun(
      engine: "pisa", version: "1", latency: [:], count: ["term": [nil, 7]], top10: [:])
    #expect(check([uncounted], 2).queries == 1)
    #expect(ReferenceCheck([words("and2", 2)], [run("e", "and2", 2)], ["term": [7, 7]]).queries == 0)
    #expect(ReferenceCheck([words("term", 2)], [run("e", "term", 2)], ["term": [7]]).queries == 0)
  }

  @Test func theReportNamesWhatDiffers() {
    #expect(
      check([run("lucene", "term", 100, different: 1)], 100).text
        == "Of 100 counts 1 differs (at most 5, and one in 100, may): `w0` matches 8 here by lucene, 7 there."
    )
    #expect(check([run("lucene", "term", 100)], 100).text.hasPrefix("All 100 counts are equal"))
  }
}
