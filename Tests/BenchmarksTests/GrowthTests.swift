import Foundation
import TestSupport
import Testing

@testable import Benchmarks

struct GrowthTests {
  private func figures(_ mean: Double) -> Percentiles { Percentiles(of: [mean]) }

  /// Two classes; `pisa` answers only the first.
  private func point(_ units: Int, ours: Double, lucene: Double, pisa: Double) -> GrowthPoint {
    GrowthPoint(
      units: units, words: 10 * units, segments: 1,
      latency: [
        "Verbatim": ["term": figures(ours), "phrase2": figures(4 * ours)],
        "lucene": ["term": figures(lucene), "phrase2": figures(9 * lucene)],
        "pisa": ["term": figures(pisa)],
      ], drift: 1,
      building: BuildComparison(
        plain: PlainBuild.Figures(
          paragraphs: units, words: 10 * units, seconds: 1, cpuSeconds: 1, peakMemoryByteCount: 2_000_000,
          byteCount: 1, sections: [.init(name: "postings", byteCount: 20 * units)]),
        whole: IndexFigures(
          documents: 1, paragraphs: units, tokens: 10 * units, terms: 1, segments: 1, buildSeconds: 1,
          buildCPUSeconds: 2, peakMemoryBytes: 3_000_000, bytes: 50 * units, sections: []),
        peers: [
          EngineBuild(
            engine: "lucene", seconds: 1, cpuSeconds: 2, peakMemoryBytes: 4_000_000, indexBytes: 10 * units,
            hasPositions: true, note: "a note")
        ]), agreement: GrowthAgreement(queries: 2, equalCounts: 2, equalTopTens: 2), missing: [:])
  }

  private func growth(_ points: [GrowthPoint]) -> Growth {
    Growth(
      circumstances: Circumstances(
        processor: "A processor", cores: 2, system: "A system", compiler: "A compiler", commit: "abc",
        date: "2020-01-01T00:00:00Z", load: nil), seed: 7, passes: 3, queries: ["term": 1, "phrase2": 1],
      classes: ["term", "phrase2"],
      engines: ["Verbatim", "lucene", "pisa"].map { Growth.Engine(name: $0, version: "1") }, points: points)
  }

  @Test func theMeanIsOverWhatAllAnswer() throws {
    let growth = growth([point(1_000, ours: 2, lucene: 3, pisa: 5)])
    #expect(growth.sharedClasses(at: growth.points[0]) == ["term"])
    let mean = try #require(growth.figure("lucene", nil, .mean, at: growth.points[0]))
    #expect(abs(mean - 3) < 1e-9)
    #expect(growth.figure("pisa", "phrase2", .mean, at: growth.points[0]) == nil)
    #expect(growth.fastestPeer("phrase2", at: growth.points[0])?.engine == "lucene")
    #expect(growth.factor("lucene", nil) == nil)
  }

  @Test func growthBeginsAtTheUsualBase() throws {
    let growth = growth([
      point(10_000, ours: 1, lucene: 1, pisa: 1), point(100_000, ours: 2, lucene: 4, pisa: 4),
      point(1_000_000, ours: 6, lucene: 40, pisa: 8),
    ])
    #expect(growth.span?.base.units == 100_000 && growth.span?.last.units == 1_000_000)
    #expect(growth.factor("Verbatim", "term") == 3 && growth.factor("lucene", "phrase2") == 10)
    let peers = try #require(growth.factorsOfPeers("term"))
    #expect(peers.least.engine == "pisa" && peers.least.factor == 2)
    #expect(peers.most.engine == "lucene" && peers.most.factor == 10)
    let row = try #require(
      growth.markdown(charts: [:]).split(separator: "\n").first { $0.contains("1.50 (pisa)") })
    #expect(row.hasPrefix("| term") && row.contains("0.30 (lucene)"))
  }

  /// The usual base is the smallest or the largest size, or none.
  @Test func withoutTheUsualBaseItBeginsAtTheSmallest() {
    let (small, usual) = (
      point(10_000, ours: 1, lucene: 1, pisa: 1), point(100_000, ours: 2, lucene: 4, pisa: 4)
    )
    #expect(growth([small, usual]).span?.base.units == 10_000)
    #expect(growth([small]).span == nil)
    #expect(!growth([small]).markdown(charts: [:]).contains("## Growth"))
  }

  @Test func aMissingPeerIsTold() {
    var point = point(10_000, ours: 1, lucene: 1, pisa: 1)
    point.missing = ["tantivy": "it is not installed."]
    point.latency = ["Verbatim": ["term": figures(1), "phrase2": figures(4)]]
    var growth = growth([point])
    growth.engines = [Growth.Engine(name: "Verbatim", version: "1")]
    let text = growth.markdown(charts: [:])
    #expect(text.contains("- tantivy: it is not installed. At 10,000"))
    #expect(text.contains("No peer was measured."))
  }

  @Test func theFolderHasTablesChartsAndFigures() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/results"
    try ResultFolder(path: path).write(
      growth([
        point(10_000, ours: 1, lucene: 1, pisa: 1), point(1_000_000, ours: 2, lucene: 4, pisa: 4),
      ]))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: path).sorted() == [
        "growth-build.svg", "growth-classes.svg", "growth-latency.svg", "growth-size.svg", "growth.json",
        "growth.md",
      ])
    let json = try #require(FileManager.default.contents(atPath: path + "/growth.json"))
    #expect(try JSONDecoder().decode(Growth.self, from: json).points.map(\.units) == [10_000, 1_000_000])
    let svg = String(
      decoding: try #require(FileManager.default.contents(atPath: path + "/growth-classes.svg")),
      as: UTF8.self)
    for label in [">10 k<", ">1 M<", ">term<", ">phrase2<", ">pisa<", ">1 µs<"] {
      #expect(svg.contains(label))
    }
  }

  @Test func theSameSeedAsksTheSameOfEverySize() throws {
    let folder = try TemporaryFolder()
    let tables = try [300, 600].map { count in
      let path = folder.path + "/\(count).tsv"
      var table = SyntheticTable(paragraphCount: count, vocabularyCount: 1_000, seed: 3)
      try table.write(to: path)
      return ParagraphTable(path: path)
    }
    func queries(_ table: Int, seed: UInt64) throws -> [[PeerQuery]] {
      try GrowthQueries(of: tables[table], paragraphCount: 300, queryCount: 10, seed: seed).classes.map(
        \.queries)
    }
    let found = try queries(0, seed: 1)
    #expect(found.count == 8 && found.allSatisfy { $0.count == 10 })
    #expect(try queries(1, seed: 1) == found)
    #expect(try queries(0, seed: 2) != found)
  }
}
