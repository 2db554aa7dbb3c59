import Foundation
import TestSupport
import Testing

@testable import Benchmarks

struct BuildComparisonTests {
  private func comparison(pairs: Int? = nil) -> BuildComparison {
    var sections = [
      ("norms", 10), ("terms", 20), ("termBytes", 30), ("postings", 40), ("positions", 100), ("units", 1_000),
    ]
    if let pairs { sections += [("pairs", pairs), ("pairPostings", 2 * pairs)] }
    return BuildComparison(
      plain: PlainBuild.Figures(
        paragraphs: 1_000, words: 2_000, seconds: 1, cpuSeconds: 0.5, peakMemoryByteCount: 30_000_000,
        byteCount: 5_000, sections: sections.map { .init(name: $0.0, byteCount: $0.1) }),
      whole: IndexFigures(
        documents: 1, paragraphs: 1_000, tokens: 2_000, terms: 9, segments: 1, buildSeconds: 3,
        buildCPUSeconds: 2, peakMemoryBytes: 90_000_000, bytes: 9_000, sections: []),
      peers: [
        peer("small", cpuSeconds: 4, memory: 20_000_000, bytes: 100),
        peer("quick", cpuSeconds: 1, memory: 60_000_000, bytes: 400),
        peer("none(b)", cpuSeconds: 0.1, memory: 1_000_000, bytes: 1, hasPositions: false),
      ])
  }

  private func peer(
    _ engine: String, cpuSeconds: Double, memory: Int, bytes: Int, hasPositions: Bool = true
  ) -> EngineBuild {
    EngineBuild(
      engine: engine, seconds: cpuSeconds, cpuSeconds: cpuSeconds, peakMemoryBytes: memory, indexBytes: bytes,
      hasPositions: hasPositions, note: "a note")
  }

  @Test func onlyListsCountAndPairsApart() {
    #expect(comparison().bytesWithoutPairs == 200 && comparison().bytesWithPairs == nil)
    #expect(comparison(pairs: 7).bytesWithoutPairs == 200 && comparison(pairs: 7).bytesWithPairs == 221)
    #expect(
      comparison(pairs: 7).sizes.map(\.name) == [
        "Verbatim, without pair lists", "Verbatim, with pair lists", "small", "quick", "none (no positions)",
        "Verbatim, whole",
      ])
  }

  @Test func theBestPeerHasPositions() {
    let comparison = comparison()
    #expect(comparison.rate == 2_000)
    #expect(comparison.best(.rate)?.peer.engine == "quick" && comparison.ratio(.rate, 2_000) == 2)
    #expect(comparison.best(.peakMemory)?.peer.engine == "small")
    #expect(comparison.ratio(.peakMemory, 30_000_000) == 1.5 && comparison.ratio(.size, 200) == 2)
  }

  @Test func withoutPeersThereIsNoRatio() {
    var comparison = comparison()
    comparison.peers = []
    #expect(comparison.ratio(.size, 200) == nil)
    #expect(comparison.markdown(charts: nil).contains("nothing to compare with"))
  }

  @Test func tablesAndChartsHaveEveryEngine() {
    let text = comparison(pairs: 7).markdown(charts: (build: "b.svg", size: "s.svg"))
    #expect(text.contains("2.00 (quick) of the paragraphs") && text.contains("1.50 (small) of the memory"))
    #expect(text.contains("2.00 (small) without the lists of pairs of words, 2.21 (small) with them"))
    #expect(text.contains("(b.svg)") && text.contains("(s.svg)") && text.contains("- none(b): a note"))
    let svg = comparison(pairs: 7).sizeChart.svg
    for name in ["Verbatim, with pair lists", "quick", "none (no positions)"] {
      #expect(svg.contains(">\(name)<"))
    }
    #expect(comparison().buildChart.svg.contains(">2,000<"))
  }

  @Test func whatAPeersBuildTookIsRead() throws {
    let folder = try TemporaryFolder()
    let text = #"""
      {"engine": "e(x)", "seconds": 2.5, "cpu_seconds": 3, "peak_memory_bytes": 4, "index_bytes": 5, "has_positions": false,
       "note": ""}
      """#
    let build = try EngineBuild.read(from: folder.write(text, to: "e.build.json"))
    #expect(build.shortName == "e" && build.cpuSeconds == 3 && build.indexBytes == 5 && !build.hasPositions)
    #expect(throws: BenchmarkError.self) { try EngineBuild.read(from: folder.write("{}", to: "none.json")) }
  }
}
