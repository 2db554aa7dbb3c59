import Foundation
import TestSupport
import Testing

@testable import Benchmarks

struct ComparisonTests {
  private static let circumstances = Circumstances(
    processor: "A processor", cores: 2, system: "A system", compiler: "A compiler", commit: "abc",
    date: "2020-01-01T00:00:00Z", load: nil)
  private let classes = [
    QueryClass(
      name: "term", queries: [PeerQuery(join: .or, clauses: [["a"]]), PeerQuery(join: .or, clauses: [["b"]])])
  ]

  private func run(_ engine: String, _ values: [Double?], count: [Int?] = []) -> PeerRun {
    PeerRun(
      engine: engine, version: "1", latency: ["term": ["TOP_10": values]], count: ["term": count], top10: [:])
  }

  private func comparison(_ runs: [PeerRun], reference: PeerResults? = nil) throws -> Comparison {
    var measured = MeasuredClasses()
    let ours = Command.ofPeers.map { _ in [10.0, 30] }
    measured.add("term", ours, ours.map { $0.map { $0 * 3 } })
    return try ComparisonPlan(
      classes: classes, peerRuns: runs, reference: reference, collection: "t.tsv", paragraphs: 5, passes: 1
    ).comparison(measured, Self.circumstances)
  }

  private func reference(_ engines: [String: [Double?]], count: [Int] = [1, 2]) -> PeerResults {
    PeerResults(
      machine: "another",
      engines: engines.mapValues { .init(version: "2", latency: ["term": ["TOP_10": $0]]) },
      count: ["term": count], top10: [:])
  }

  @Test func theRatioIsToTheFastestPeer() throws {
    let comparison = try comparison([run("slow", [100, 100]), run("fast", [4, 12])])
    // Twice 10 and 30, the second time three times as slow: 20 and 60.
    #expect(comparison.ours.microseconds["term"]?[.top10]?.p50 == 40)
    #expect(abs(comparison.classes[0].drift - 3) < 1e-9)
    #expect(comparison.fastestPeer("term", .top10, .p50)?.engine.name == "fast")
    #expect(comparison.ratio("term", .top10, .p50) == 5)
    #expect(comparison.ratio("term", .top10, .mean) == 5)
    #expect(comparison.ratio("term", .count, .p50) == nil && comparison.ratio("or2", .top10, .p50) == nil)
  }

  @Test func whoAnswersHalfIsNotCompared() throws {
    let comparison = try comparison(
      [run("whole", [4, 12])], reference: reference(["whole": [4, 12], "half": [1, nil]]))
    #expect(comparison.fastestPeer("term", .top10, .p50)?.engine.name == "whole")
  }

  @Test func anotherRunIsScaledByWhatBothHave() throws {
    let peers = reference(["lucene-9-jdk25": [5, 5], "native": [1, 3], "half": [1, nil]])
    let comparison = try comparison([run("lucene-9", [10, 10])], reference: peers)
    #expect(comparison.scale?.engines == ["lucene-9"])
    #expect(comparison.scale?.factors == ["term": 2])
    let native = try #require(comparison.peers.first { $0.name == "native" })
    #expect(native.origin == .scaled && native.microseconds["term"]?[.top10]?.p50 == 4)
    #expect(comparison.peers.map(\.name) == ["lucene-9", "half", "native"])
    #expect(comparison.shownPeers.map(\.name) == ["lucene-9", "native"])
    let text = comparison.markdown(charts: [])
    #expect(text.contains("native*") && text.contains("term 2.00") && !text.contains("lucene-9*"))
  }

  @Test func aReferenceOfOtherParagraphsIsRefused() throws {
    let error = try #require(throws: BenchmarkError.self) {
      try comparison(
        [run("lucene-9", [10, 10], count: [1, 3])], reference: reference(["lucene-9-jdk25": [5, 5]]))
    }
    #expect(error.description.contains("b matches 2 there, and 3 here"))
    #expect(throws: BenchmarkError.self) {
      try comparison([run("lucene-9", [10, 10])], reference: reference(["other": [5, 5]]))
    }
  }

  @Test func resultsOfOtherQueriesAreRefused() throws {
    try run("e", [1, nil]).check(classes)
    let error = try #require(throws: BenchmarkError.self) { try run("e", [1]).check(classes) }
    #expect(error.description.contains("TOP_10 of 1 queries of class term, of 2"))
  }

  @Test func filesOfOneEngineAreOneRun() throws {
    let folder = try TemporaryFolder()
    let text = #"""
      {"engine": "e", "version": "v", "lat_us": {"CLASS": {"TOP_10": [1.5, null], "TOP_10:wand": [2, 3]}},
       "count": {}, "top10": {"CLASS": [null, [[7, 1.25]]]}, "build": {"s": 1}}
      """#
    let runs = try ["term", "and2"].map { name in
      try PeerRun.read(from: folder.write(text.replacing("CLASS", with: name), to: "\(name).json"))
    }
    let merged = PeerRun.merged(runs)
    #expect(merged.count == 1 && merged[0].latency.keys.sorted() == ["and2", "term"])
    #expect(merged[0].top10["term"]?[1] == [PeerResults.Hit(line: 7, score: 1.25)])
    #expect(throws: BenchmarkError.self) { try PeerRun.read(from: folder.write("{}", to: "none.json")) }
  }

  @Test func theFolderHasTablesChartsAndFigures() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/results"
    try ResultFolder(path: path).write(try comparison([run("fast", [4, 12]), run("a<b", [1, 2])]))
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(
      names == [
        "compare.json", "compare.md", "latency-count.svg", "latency-top-10-count.svg", "latency-top-10.svg",
        "latency-top-100.svg",
      ])
    let json = try #require(FileManager.default.contents(atPath: path + "/compare.json"))
    #expect(try JSONDecoder().decode(Comparison.self, from: json).peers.map(\.name) == ["fast", "a<b"])
    let svg = String(
      decoding: try #require(FileManager.default.contents(atPath: path + "/latency-top-10.svg")),
      as: UTF8.self)
    #expect(svg.contains("a&lt;b") && svg.contains(">10 µs<") && svg.hasSuffix("</svg>\n"))
  }

  @Test(arguments: [(0.1, "100 ns"), (1, "1 µs"), (100, "100 µs"), (1e3, "1 ms"), (1e6, "1 s")])
  func powersOfTenHaveTheirUnit(microseconds: Double, label: String) {
    #expect(LatencyChart.label(microseconds) == label)
  }

  @Test(arguments: [(0.04, "0"), (-0.06, "-0.1"), (12, "12"), (12.34, "12.3")])
  func numbersAreShort(value: Double, text: String) {
    #expect(SVGImage.number(value) == text)
  }
}
