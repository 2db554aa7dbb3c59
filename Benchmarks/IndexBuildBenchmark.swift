import ArgumentParser
import Indexing

/// Measures the build of an index, from source files to a folder that is checked.
struct IndexBuildBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index-build",
    abstract: "Measure how fast the index of a corpus is built.",
    discussion: """
      Builds the index in a temporary folder, as `verbatimd index build` does, and prints what that took. The peak memory is that of \
      the process so far, mapped pages of the index included.
      """)

  @Option(help: "The corpus folder.") var corpus = "corpus"
  @Option(help: "What stands for the corpus's corpus.yaml.") var config: String?
  @Option(help: "Threads that read and invert; without it one a processor.") var threads: Int?
  @Option(help: "How often the index is built, one time behind the other.") var times = 1

  func validate() throws {
    guard times > 0 else { throw ValidationError("--times is \(times); at least 1 is expected") }
  }

  func run() throws {
    for _ in 0..<times {
      let work = try WorkFolder()
      defer { work.remove() }
      let (start, before) = (ContinuousClock.now, ProcessUsage.now)
      let report = try IndexBuilder(
        corpusRoot: corpus, indexDirectory: work.index, configurationPath: config, threadCount: threads
      ).build()
      let (end, after) = (ContinuousClock.now, ProcessUsage.now)
      let cpuSeconds = after.cpuSeconds - before.cpuSeconds
      print(
        """
        \(report.documentCount) documents, \(report.paragraphCount) paragraphs, \(report.wordCount) words, \
        \(report.segmentCount) segments, \(report.byteCount) bytes, generation \(report.generation.prefix(12)): \
        \(Self.hundredths((end - start) / .seconds(1))) s, \(Self.hundredths(cpuSeconds)) s of processor time, \
        \(Int(Double(report.paragraphCount) / cpuSeconds)) paragraphs a second of it; \
        peak memory \(after.peakMemoryByteCount >> 20) MiB
        """)
    }
  }

  private static func hundredths(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
