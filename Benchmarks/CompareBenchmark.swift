import ArgumentParser
import Foundation

/// Measures this engine beside its peers, class by class in one run, and writes tables and charts of it.
struct CompareBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Measure this engine beside other engines, in one run.",
    discussion: """
      Builds the index of a table of paragraphs, in the words that the peers are given. For each class of queries this engine is \
      measured, then each peer, then this engine again, so that what else the machine does strikes all of them. What building took, \
      and how large each index is, is told too: this engine's lists are built once more, in a process of its own, without text and \
      stems, as the peers' are.

      Writes compare.md, compare.json, a chart for each command, build.svg and size.svg into --results; what an earlier run left there \
      is replaced.

      A reference (--reference) is another run on the same table and queries, for engines that are not installed here: each of its \
      figures is multiplied by what the engines of both runs took here over what they took there. It is refused if more than \
      \(ReferenceCheck.mostDifferences) counts of what matches a query differ, or more than one in \
      \(ReferenceCheck.queriesForEachDifference); those that differ are listed.

      Exits with 1 if an answer differs from Lucene's for no reason that can be shown, or the reference is refused; what was measured \
      is written even so.
      """)

  @Option(help: "The table of paragraphs, a line `id TAB text` each.") var paragraphs: String
  @Option(
    help:
      "A folder of query files CLASS.txt, one query a line; without it queries are made of the collection's words."
  )
  var queries: String?
  @OptionGroup var peers: PeerOptions
  @Option(
    name: .customLong("peer"), parsing: .upToNextOption,
    help:
      "Files of peers' results on this table and these queries from just now, or folders of them, instead of or beside peers that are run."
  )
  var peerFiles: [String] = []
  @Option(
    help:
      "Peers' results of another run on this table and these queries; engines that this run has not are scaled by those that it has."
  )
  var reference: String?
  @Option(help: "Passes over the queries of a class, of which the median counts.") var passes = 5
  @Option(help: "The folder for what is found.") var results = "Benchmarks/results"

  func validate() throws {
    guard peers.peersHome != nil || !peerFiles.isEmpty else {
      throw ValidationError(
        "there is nothing to compare with; name --peers-home and --peer-runners, or --peer")
    }
    guard passes > 0 else { throw ValidationError("--passes is \(passes); at least 1 is expected") }
  }

  func run() throws {
    let circumstances = Circumstances.current
    let reference = try reference.map { try PeerResults.read(from: $0) }
    let given = try queries.map { try QueryClass.read(from: $0) }
    if let reference, let given { try reference.check(given) }
    var peerRuns = try Self.files(in: peerFiles).map { try PeerRun.read(from: $0) }

    let work = try WorkFolder()
    defer { work.remove() }
    Self.report("building the index of \(paragraphs)")
    var corpus = PeerCorpus(of: ParagraphTable(path: paragraphs))
    try corpus.write(to: work.corpus)
    let index = try BenchmarkIndex(building: work.corpus, in: work.index)
    try corpus.check(index.segments)
    let classes = try given ?? QuerySampler(index.segments).classes
    for run in peerRuns { try run.check(classes) }

    Self.report("building its lists alone")
    let plain = try PlainBuildProbe.measure(corpus.table, in: work.corpus)
    let runner = peers.runner(in: work.peers)
    if let runner {
      Self.report("preparing \(runner.engines.joined(separator: ", "))")
      try runner.prepare(corpus.table)
    }
    var measured = MeasuredClasses()
    for one in classes {
      Self.report("asking \(one.name), \(one.queries.count) queries")
      try measured.measure(one, LatencyRun(snapshot: index.snapshot, passCount: passes)) {
        if let runner { peerRuns += try runner.measure(one) }
      }
    }

    var plan = ComparisonPlan(
      classes: classes, peerRuns: PeerRun.merged(peerRuns), reference: reference,
      collection: URL(fileURLWithPath: paragraphs).lastPathComponent,
      paragraphs: index.figures.paragraphs, passes: passes)
    var comparison: Comparison
    var isReferenceUsable = true
    do {
      comparison = try plan.comparison(measured, circumstances)
    } catch {
      // What was measured for minutes is not thrown away for a reference.
      Self.report("Error: \(error)")
      isReferenceUsable = false
      plan.reference = nil
      comparison = try plan.comparison(measured, circumstances)
    }
    if let answers = plan.answers {
      Self.report("comparing answers")
      var check = AgreementCheck(index, of: corpus, answers)
      comparison.agreement = try check.run(classes)
    }
    comparison.building = BuildComparison(
      plain: plain, whole: index.figures, peers: try runner?.builds() ?? [])
    try ResultFolder(path: results).write(comparison)
    Self.report("written to \(results)")
    if !isReferenceUsable || comparison.agreement?.unexplained.isEmpty == false { throw ExitCode(1) }
  }

  /// The files themselves, and those named `*.json` in what is a folder.
  private static func files(in paths: [String]) throws -> [String] {
    try paths.flatMap { path in
      guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return [path] }
      let files = names.filter { $0.hasSuffix(".json") }.sorted().map { path + "/" + $0 }
      if files.isEmpty { throw BenchmarkError("\(path): no file *.json of a peer's results is in it") }
      return files
    }
  }

  private static func report(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
