/// This engine beside its peers, on one collection.
struct Comparison: Codable {
  enum Statistic: String, CaseIterable {
    case p50, p99, mean

    func callAsFunction(_ percentiles: Percentiles) -> Double {
      switch self {
      case .p50: percentiles.p50
      case .p99: percentiles.p99
      case .mean: percentiles.mean
      }
    }
  }

  struct Class: Codable {
    var name: String
    var queries: Int
    /// This engine's second measurement, after the peers', over its first: the geometric mean over the commands. Near 1 on a quiet machine.
    var drift: Double
  }

  var circumstances: Circumstances
  var collection: String
  var paragraphs: Int
  var passes: Int
  var classes: [Class]
  var ours: EngineFigures
  var peers: [EngineFigures]
  /// nil without a reference.
  var scale: ReferenceScale?
  /// nil without a reference.
  var referenceCheck: ReferenceCheck?
  /// nil if no peer told what it found.
  var agreement: Agreement?
  /// nil if no index was built beside this one.
  var building: BuildComparison?

  /// The peer with the least of a figure; nil if none was asked.
  func fastestPeer(_ name: String, _ command: Command, _ statistic: Statistic) -> (
    engine: EngineFigures, microseconds: Double
  )? {
    peers.compactMap { peer in
      peer.microseconds[name]?[command].map { (engine: peer, microseconds: statistic($0)) }
    }
    .min { ($0.microseconds, $0.engine.name) < ($1.microseconds, $1.engine.name) }
  }

  /// Ours over the fastest peer's: below 1 where this engine is the fastest.
  func ratio(_ name: String, _ command: Command, _ statistic: Statistic) -> Double? {
    guard let ours = ours.microseconds[name]?[command],
      let fastest = fastestPeer(name, command, statistic), fastest.microseconds > 0
    else { return nil }
    return statistic(ours) / fastest.microseconds
  }

  /// The peers worth a place in a table or a chart: those measured here, and of the others those that are the fastest somewhere.
  var shownPeers: [EngineFigures] {
    var fastest: Set<String> = []
    for one in classes {
      for command in Command.ofPeers {
        for statistic in Statistic.allCases {
          if let name = fastestPeer(one.name, command, statistic)?.engine.name { fastest.insert(name) }
        }
      }
    }
    return peers.filter { $0.origin == .measured || fastest.contains($0.name) }
  }
}
