/// This engine's latencies, each class measured twice: before its peers and after them.
struct MeasuredClasses {
  /// Microseconds for each query, by class and command: the mean of the two measurements.
  private(set) var latency: [String: [String: [Double?]]] = [:]
  /// The second measurement over the first, by class.
  private(set) var drift: [String: Double] = [:]

  /// Measures a class, lets `peers` do what they do, and measures it again.
  mutating func measure(_ one: QueryClass, _ run: LatencyRun, peers: () throws -> Void) throws {
    let first = try Command.ofPeers.map { try run.latencies(of: one.queries, $0) }
    try peers()
    let second = try Command.ofPeers.map { try run.latencies(of: one.queries, $0) }
    add(one.name, first, second)
  }

  /// - Parameter first: For each command that peers are asked too, microseconds for each query; `second` the same.
  mutating func add(_ name: String, _ first: [[Double]], _ second: [[Double]]) {
    var ratios: [Double] = []
    for (index, command) in Command.ofPeers.enumerated() {
      latency[name, default: [:]][command.rawValue] = zip(first[index], second[index]).map { ($0 + $1) / 2 }
      ratios.append(Percentiles(of: second[index]).p50 / Percentiles(of: first[index]).p50)
    }
    drift[name] = ReferenceScale.geometricMean(ratios)
  }
}
