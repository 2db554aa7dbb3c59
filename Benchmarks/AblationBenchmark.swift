import ArgumentParser
import Foundation

/// Measures what each technique of the search gives.
struct AblationBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ablation",
    abstract: "Measure what each technique of the search gives.",
    discussion: """
      Builds the index of a table of paragraphs, in the words that peers are given, and asks the queries of each class with all \
      techniques, with all but one, with none, and with one alone: for the ten best, and for counts. Without any every match is \
      scored, so a run takes minutes.

      Writes ablation.md and ablation.json into --results.
      """)

  @Option(help: "The table of paragraphs, a line `id TAB text` each.") var paragraphs: String
  @Option(
    help:
      "A folder of query files CLASS.txt, one query a line; without it queries are made of the collection's words."
  )
  var queries: String?
  @Option(help: "Passes over the queries of a class, of which the median counts.") var passes = 1
  @Option(help: "The folder for what is found.") var results = "Benchmarks/results"

  func validate() throws {
    guard passes > 0 else { throw ValidationError("--passes is \(passes); at least 1 is expected") }
  }

  func run() throws {
    let circumstances = Circumstances.current
    let given = try queries.map { try QueryClass.read(from: $0) }
    let work = try WorkFolder()
    defer { work.remove() }
    Self.report("building the index of \(paragraphs)")
    var corpus = PeerCorpus(of: ParagraphTable(path: paragraphs))
    try corpus.write(to: work.corpus)
    let index = try BenchmarkIndex(building: work.corpus, in: work.index)
    try corpus.check(index.segments)
    let classes = try given ?? QuerySampler(index.segments).classes
    var ablation = Ablation(
      circumstances: circumstances, collection: URL(fileURLWithPath: paragraphs).lastPathComponent,
      paragraphs: index.figures.paragraphs, passes: passes, classes: classes.map(\.name))
    for command in [Command.top10, .count] {
      Self.report("asking for \(command.title)")
      try ablation.measure(command, classes, LatencyRun(snapshot: index.snapshot, passCount: passes))
    }
    try ResultFolder(path: results).write(ablation)
    Self.report("written to \(results)")
  }

  private static func report(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
