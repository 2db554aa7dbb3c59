import ArgumentParser
import Foundation

/// Measures a build and its queries, and compares the answers with other engines'.
struct SearchBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Measure build, index and queries of a collection.",
    discussion: """
      Builds the index of a corpus folder, or of a table of paragraphs in the words that the peers are given, in a temporary \
      folder; then asks the queries of each class several times. Progress goes to standard error, the figures to standard output. \
      Exits with 1 if an answer differs from the peers' for no reason that can be shown.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case markdown, json
  }

  @Option(help: "The corpus folder to measure; the default without --paragraphs is corpus.") var corpus:
    String?
  @Option(help: "A table of paragraphs to measure instead, a line `id TAB text` each.") var paragraphs:
    String?
  @Option(
    help:
      "A folder of query files CLASS.txt, one query a line; without it queries are made of the collection's words."
  )
  var queries: String?
  @Option(help: "Peers' results to compare with; needs --paragraphs and --queries.") var peers: String?
  @Option(
    help:
      "Passes over the queries of a class, of which the median counts; 0 measures no queries, and only compares answers."
  )
  var passes = 5
  @Option(help: "What to print: markdown or json.") var format = Format.markdown

  func validate() throws {
    if corpus != nil, paragraphs != nil {
      throw ValidationError("--corpus and --paragraphs are both given; one collection is measured")
    }
    if peers != nil, paragraphs == nil || queries == nil {
      throw ValidationError(
        "--peers needs --paragraphs and --queries: the collection and the queries of that run")
    }
    guard passes > 0 || passes == 0 && peers != nil else {
      throw ValidationError("--passes is \(passes); at least 1 is expected, or 0 with --peers")
    }
  }

  func run() throws {
    let peerResults = try peers.map { try PeerResults.read(from: $0) }
    let given = try queries.map { try QueryClass.read(from: $0) }
    if let peerResults, let given { try peerResults.check(given) }

    let work = try WorkFolder()
    defer { work.remove() }
    let (index, peerCorpus) = try build(in: work)
    let classes = try given ?? QuerySampler(index.segments).classes
    var report = BenchmarkReport(
      collection: paragraphs ?? corpusRoot, passes: passes, index: index.figures,
      classes: passes == 0 ? [] : try classes.map { try figures(of: $0, index) })
    if let peerResults, let peerCorpus {
      Self.report("comparing with the peers")
      var check = AgreementCheck(index, of: peerCorpus, peerResults)
      report.agreement = try check.run(classes)
    }
    switch format {
    case .markdown: print(report.markdown(beside: peerResults), terminator: "")
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      print(String(decoding: try encoder.encode(report), as: UTF8.self))
    }
    if report.agreement?.unexplained.isEmpty == false { throw ExitCode(1) }
  }

  private var corpusRoot: String { corpus ?? "corpus" }

  /// The index, and the corpus made of a table if there is one.
  private func build(in work: WorkFolder) throws -> (BenchmarkIndex, PeerCorpus?) {
    guard let paragraphs else {
      Self.report("building the index of \(corpusRoot)")
      return (try BenchmarkIndex(building: corpusRoot, in: work.index), nil)
    }
    Self.report("writing \(paragraphs) as a corpus")
    var peerCorpus = PeerCorpus(of: ParagraphTable(path: paragraphs))
    try peerCorpus.write(to: work.corpus)
    Self.report("building its index")
    let index = try BenchmarkIndex(building: work.corpus, in: work.index)
    Self.report("checking its paragraphs")
    try peerCorpus.check(index.segments)
    return (index, peerCorpus)
  }

  private func figures(of one: QueryClass, _ index: BenchmarkIndex) throws -> BenchmarkReport.ClassFigures {
    Self.report("asking \(one.name), \(one.queries.count) queries")
    let run = LatencyRun(snapshot: index.snapshot, passCount: passes)
    var latency: [Command: [Double]] = [:]
    for command in Command.allCases { latency[command] = try run.latencies(of: one.queries, command) }
    return BenchmarkReport.ClassFigures(
      name: one.name, queries: one.queries.count, microseconds: latency.mapValues { Percentiles(of: $0) },
      latency: latency)
  }

  private static func report(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
