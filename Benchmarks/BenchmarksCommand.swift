import ArgumentParser

/// What can be measured, a command each.
@main struct BenchmarksCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "Benchmarks", abstract: "Measure how collections are read and searched.",
    subcommands: [
      SearchBenchmark.self, IngestBenchmark.self, PlainBuildBenchmark.self, IndexBuildBenchmark.self,
      CompareBenchmark.self, GrowthBenchmark.self, AblationBenchmark.self, QualityBenchmark.self,
      RandomQueriesBenchmark.self, KernelsBenchmark.self,
      StartBenchmark.self,
      SocketBenchmark.self,
      GenerateCollection.self,
      StartProbe.self, PlainBuildProbe.self, EchoServer.self,
    ],
    defaultSubcommand: SearchBenchmark.self)
}
