import ArgumentParser
import Foundation
import OracleSupport

/// Holds the engine to a scan of the text for as many pairs of sample and question as one likes.
@main struct OracleRun: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oracle",
    abstract: "Hold the engine's answers to those of a scan of the text.",
    discussion: """
      Every pair is a small random collection and a random question about it, always the same for one seed. Prints the first pair \
      that differs, made as small as it goes, and exits with 1.
      """)

  @Option(help: "Pairs to ask.") var pairs = 100_000
  @Option(help: "The seed of the first collection; the next ones follow.") var seed: UInt64 = 1

  func validate() throws {
    guard pairs > 0 else { throw ValidationError("--pairs is \(pairs); at least 1 is expected") }
  }

  func run() throws {
    let start = ContinuousClock.now
    var nextReport = start + .seconds(10)
    var done = 0
    var seed = seed
    while done < pairs {
      let count = min(SampleCorpus.Size(seed: seed).questionCount, pairs - done)
      if let failure = Oracle.check(seed: seed, questionCount: count) {
        report("the sample with seed \(seed) differs; making it smaller")
        print("seed \(seed)\n\(Shrinking.smallest(failure))")
        print("again: oracle --seed \(seed) --pairs \(count)")
        throw ExitCode(1)
      }
      done += count
      seed += 1
      if ContinuousClock.now >= nextReport {
        nextReport = .now + .seconds(10)
        report("\(done) of \(pairs) pairs, next seed \(seed)")
      }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print("\(done) pairs, seeds \(self.seed) to \(seed - 1): no difference, in \(Int(seconds.rounded())) s")
  }

  private func report(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
