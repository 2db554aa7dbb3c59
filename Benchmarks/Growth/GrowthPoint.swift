/// What was measured on a collection of one size.
struct GrowthPoint: Codable {
  var units: Int
  var words: Int
  /// Of this engine's index; the peers' have one each, but where their build's note says otherwise.
  var segments: Int
  /// Microseconds for the ten best over the queries of each class, by engine.
  var latency: [String: [String: Percentiles]]
  /// This engine's last measurement over its first: the geometric mean over the classes. Near 1 on a quiet machine.
  var drift: Double
  var building: BuildComparison
  /// nil if no peer told what it found.
  var agreement: GrowthAgreement?
  /// Peers that were to be measured and were not, each with the reason.
  var missing: [String: String]
}

/// Whether this engine finds what Lucene finds; the words of a made-up collection are read the same way by both.
struct GrowthAgreement: Codable {
  var queries = 0
  var equalCounts = 0
  var equalTopTens = 0

  var isComplete: Bool { equalCounts == queries && equalTopTens == queries }
}
