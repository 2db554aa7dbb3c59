/// How fast one engine is, by class and command.
struct EngineFigures: Codable {
  enum Origin: String, Codable {
    /// This engine, in this run.
    case ours
    /// A peer, in this run.
    case measured
    /// A peer of another run, scaled to this one.
    case scaled
  }

  var name: String
  var version: String
  var origin: Origin
  /// Microseconds over the queries of each class.
  var microseconds: [String: [Command: Percentiles]]

  /// What is told of `latency`, by class and command, which has `queryCount` queries in each class.
  ///
  /// A class of which an engine answered only some queries is left out: over the easier half every engine is fast.
  init(
    name: String, version: String, origin: Origin, latency: [String: [String: [Double?]]],
    queryCount: [String: Int]
  ) {
    self.name = name
    self.version = version
    self.origin = origin
    microseconds = [:]
    for (name, queryCount) in queryCount {
      for command in Command.ofPeers {
        let values = (latency[name]?[command.rawValue] ?? []).compactMap(\.self)
        guard values.count == queryCount else { continue }
        microseconds[name, default: [:]][command] = Percentiles(of: values)
      }
    }
  }

  /// Whether another run's name for an engine means this one: runs may add on what machine it ran, as in `lucene-9.9.1-jdk25`.
  func isNamed(_ other: String) -> Bool {
    name == other || other.hasPrefix(name + "-") || name.hasPrefix(other + "-")
  }
}
