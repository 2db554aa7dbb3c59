import Query
import Search

/// How long each query takes: in process, warm, on one thread.
///
/// A latency is what a caller waits for, from the query's text to ids and scores: reading the query, planning, finding, ranking. Of
/// several passes over all queries of a class the median counts; passes before them, which warm everything up, do not.
struct LatencyRun {
  let snapshot: Snapshot
  let passCount: Int
  var techniques = Techniques.all
  private var warmUpPassCount: Int { min(2, passCount) }

  /// Microseconds for each query, in order.
  func latencies(of queries: [PeerQuery], _ command: Command) throws -> [Double] {
    let texts = queries.map(\.text)
    let parser = QueryParser()
    var samples = texts.map { _ in [Double]() }
    var sum = 0
    for pass in 0..<warmUpPassCount + passCount {
      for (index, text) in texts.enumerated() {
        let start = ContinuousClock.now
        sum &+= try command.run(text, parser, snapshot, techniques)
        let microseconds = (ContinuousClock.now - start) / .microseconds(1)
        if pass >= warmUpPassCount { samples[index].append(microseconds) }
      }
    }
    // Nothing may be left out because nobody looks at it.
    precondition(sum != .min)
    return samples.map { Percentiles(of: $0).p50 }
  }
}
