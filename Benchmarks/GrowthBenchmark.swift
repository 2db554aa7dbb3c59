import ArgumentParser
import Foundation

/// Measures how this engine and its peers fare as a collection grows.
struct GrowthBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "growth",
    abstract: "Measure how latency, size and building grow with the collection.",
    discussion: """
      For each number of --units a collection of made-up words is written (`generate` makes the same), and this engine's index and \
      those of the peers that are installed are built of it. Then all of them are asked the same queries, and how long the ten best \
      take is measured: this engine, a peer, this engine again, the next peer, and so on. Queries are made of the words of the smallest \
      collection, with which the others begin: one word, AND of two and three, OR of two, three and five, phrases of two and three.

      Writes growth.md, growth.json and the charts growth-*.svg into --results: latency by units, for all classes and for each; the \
      growth of each engine from 100,000 units, or the smallest, to the largest, and ours over the peers'; bytes of the indexes; \
      paragraphs that a second of processor time indexes, and memory. They are written anew after each size, so that a run that is \
      broken off leaves what it has.

      A peer that is not installed or fails is left out, and the tables say why. Without --peers-home this engine is measured alone.

      Everything lies in the folder for temporary files (TMPDIR), and is removed at the end: 10,000,000 units need about 40 GB there \
      while they are measured, with all three peers, 1,000,000 a tenth of it. Collections are written and read in pieces, so memory is what \
      the indexes take.

      Exits with 1 if an answer differs from Lucene's, after all is written.

      Example, a quick look and then the whole:

        Benchmarks growth --units 10000 100000 --results /tmp/growth
        Benchmarks growth --peers-home INSTALLED --peer-runners PROGRAMS
      """)

  @Option(parsing: .upToNextOption, help: "How many paragraphs each collection has.")
  var units = [10_000, 100_000, 1_000_000]
  @Option(help: "The most queries of a class.") var queries = 40
  @Option(help: "Any number; another one gives other collections and queries.") var seed: UInt64 = 1
  @Option(help: "Passes over the queries of a class in each round, of which the median counts.") var passes =
    5
  @OptionGroup var peers: PeerOptions
  @Option(help: "The folder for what is found.") var results = "Benchmarks/results"

  func validate() throws {
    guard !units.isEmpty, units.allSatisfy({ $0 >= 1_000 }) else {
      throw ValidationError(
        "--units: numbers from 1000 on are expected; fewer paragraphs do not give queries of every class")
    }
    guard passes > 0, queries > 0 else {
      throw ValidationError(
        "--passes is \(passes) and --queries \(queries); at least 1 of both is expected")
    }
  }

  func run() throws {
    let sizes = Set(units).sorted()
    var growth = Growth(
      circumstances: .current, seed: seed, passes: passes, queries: [:], classes: [], engines: [])
    growth.engines = [Growth.Engine(name: Growth.ours, version: growth.circumstances.commit)]
    var asked: GrowthQueries?
    for size in sizes {
      let measurement = GrowthMeasurement(
        units: size, seed: seed, passes: passes, peers: peers, report: Self.report)
      let result = try measurement.run { table in
        if let asked { return asked }
        let made = try GrowthQueries(of: table, paragraphCount: size, queryCount: queries, seed: seed)
        asked = made
        return made
      }
      growth.classes = asked?.classes.map(\.name) ?? []
      growth.queries = Dictionary(
        uniqueKeysWithValues: (asked?.classes ?? []).map { ($0.name, $0.queries.count) })
      growth.add(result)
      try ResultFolder(path: results).write(growth)
      Self.report("\(size.grouped): written to \(results)")
    }
    if growth.points.contains(where: { $0.agreement?.isComplete == false }) { throw ExitCode(1) }
  }

  private static func report(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
