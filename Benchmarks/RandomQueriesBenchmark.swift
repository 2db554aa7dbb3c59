import ArgumentParser
import Foundation
import Search
import Segment

/// Asks an index random queries, and tells the slowest.
struct RandomQueriesBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "random-queries",
    abstract: "Ask an index random queries, and tell the slowest.",
    discussion: """
      Every query gets an answer or a typed error: anything else ends the run. Queries are made by the grammar of the query language of \
      the index's own words, the frequent ones more often; with --bytes they are random bytes. The same seed asks the same. Hits, \
      and why there are none, are part of the time.
      """)

  @Option(help: "The folder of an index.") var index = "index"
  @Option(help: "Queries to ask.") var count = 100_000
  @Option(help: "The seed of the first query.") var seed: UInt64 = 1
  @Option(help: "Milliseconds beyond which an answer is slow.") var limit = 100.0
  @Option(help: "Milliseconds that a query may take before it is answered without a total; none by default.")
  var timeout: Int?
  @Flag(help: "Ask random bytes.") var bytes = false

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count is \(count); at least 1 is expected") }
  }

  func run() throws {
    let snapshot = try Snapshot(openingIndexAt: index)
    let words = try QuerySampler.words(in: IndexDirectory(path: index).open().1)
    guard !words.isEmpty else { throw BenchmarkError("the index in \(index) has no words to ask for") }
    var grammar = GrammarQueries(of: words, seed: seed)
    var random = ByteQueries(seed: seed)
    var answers = RandomAnswers(limit: limit)
    for number in 0..<count {
      let query = bytes ? random.next() : grammar.next()
      let start = ContinuousClock.now
      let outcome = try query.ask(snapshot, within: timeout.map { .milliseconds($0) })
      answers.add(query, outcome, milliseconds: (ContinuousClock.now - start) / .milliseconds(1))
      if (number + 1).isMultiple(of: 100_000) {
        FileHandle.standardError.write(Data("\(number + 1) of \(count)\n".utf8))
      }
    }
    print(answers.text)
  }
}
