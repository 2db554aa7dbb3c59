/// How this engine and its peers fare as a collection grows.
struct Growth: Codable {
  /// An engine by its name without its settings.
  struct Engine: Codable {
    var name: String
    var version: String
  }

  static let ours = "Verbatim"
  /// Where growth is counted from: in smaller collections what a query costs before it reads a list counts most.
  static let usualBase = 100_000

  var circumstances: Circumstances
  var seed: UInt64
  var passes: Int
  /// How many queries each class has.
  var queries: [String: Int]
  /// In the order in which they are shown.
  var classes: [String]
  /// Ours first.
  var engines: [Engine]
  /// In order of units.
  var points: [GrowthPoint] = []

  /// Takes in what was measured at the next size.
  mutating func add(_ result: GrowthMeasurement.Result) {
    points.append(result.point)
    for peer in result.versions where !engines.contains(where: { $0.name == peer.engine }) {
      engines.append(Engine(name: peer.engine, version: peer.version))
    }
  }

  var peerNames: [String] { engines.map(\.name).filter { $0 != Self.ours } }

  /// A figure of an engine: of one class, or else the geometric mean over the classes that all engines at this point answered.
  func figure(
    _ engine: String, _ name: String?, _ statistic: Comparison.Statistic, at point: GrowthPoint
  ) -> Double? {
    if let name { return point.latency[engine]?[name].map { statistic($0) } }
    let shared = sharedClasses(at: point)
    let figures = shared.compactMap { point.latency[engine]?[$0].map { statistic($0) } }
    guard figures.count == shared.count, !figures.isEmpty else { return nil }
    return ReferenceScale.geometricMean(figures)
  }

  /// PISA answers no phrases: a mean over other classes than the others' would tell nothing.
  func sharedClasses(at point: GrowthPoint) -> [String] {
    classes.filter { name in point.latency.values.allSatisfy { $0[name] != nil } }
  }

  /// The peer that is the fastest at a point, by its mean.
  func fastestPeer(_ name: String?, at point: GrowthPoint) -> (engine: String, microseconds: Double)? {
    peerNames.compactMap { engine in
      figure(engine, name, .mean, at: point).map { (engine: engine, microseconds: $0) }
    }
    .min { $0.microseconds < $1.microseconds }
  }

  /// From where to where growth is counted; nil if there is but one size.
  var span: (base: GrowthPoint, last: GrowthPoint)? {
    guard let first = points.first, let last = points.last, first.units < last.units else { return nil }
    let base = points.first { $0.units == Self.usualBase && $0.units < last.units } ?? first
    return (base, last)
  }

  /// How many times longer an engine's mean takes in the largest collection than in the base.
  func factor(_ engine: String, _ name: String?) -> Double? {
    guard let span, let base = figure(engine, name, .mean, at: span.base),
      let last = figure(engine, name, .mean, at: span.last), base > 0
    else { return nil }
    return last / base
  }

  /// The peers whose means grow least and most.
  func factorsOfPeers(_ name: String?) -> (
    least: (engine: String, factor: Double), most: (engine: String, factor: Double)
  )? {
    let found = peerNames.compactMap { engine in
      factor(engine, name).map { (engine: engine, factor: $0) }
    }
    guard let least = found.min(by: { $0.factor < $1.factor }),
      let most = found.max(by: { $0.factor < $1.factor })
    else { return nil }
    return (least, most)
  }
}
