/// How long a short piece of work takes: the median of several runs, each as many repetitions as make it long enough for the clock.
struct KernelTimer {
  let runCount: Int

  private static let leastSeconds = 0.002

  /// Processor time of this thread in nanoseconds, for each of `count` things that `body` does.
  ///
  /// - Parameter body: Returns a number that depends on all that it did, so that nothing is left out because nobody looks at it.
  func nanoseconds(for count: Int, _ body: () throws -> Int) rethrows -> Double {
    var sum = try body()
    var repetitions = 1
    while try seconds(repetitions, &sum, body) < Self.leastSeconds { repetitions *= 2 }
    var samples: [Double] = []
    for _ in 0..<runCount {
      samples.append(try seconds(repetitions, &sum, body) * 1e9 / Double(repetitions * count))
    }
    precondition(sum != .min)
    return Percentiles(of: samples).p50
  }

  private func seconds(_ repetitions: Int, _ sum: inout Int, _ body: () throws -> Int) rethrows -> Double {
    let start = ProcessUsage.threadSeconds
    for _ in 0..<repetitions { sum &+= try body() }
    return ProcessUsage.threadSeconds - start
  }
}
