import Foundation

/// How much slower this run is than a reference run, by the engines that are in both.
///
/// A class has its own factor: the geometric mean, over those engines and the commands, of this run's p50 to the reference's. So what the
/// machine and its other work cost the class stands in it.
struct ReferenceScale: Codable {
  /// The engines that both have, by their names here.
  var engines: [String]
  /// The factor for each class that one of them answered.
  var factors: [String: Double]

  /// - Parameters:
  ///   - here: The peers that this run measured.
  ///   - there: The engines of the reference.
  init(_ here: [EngineFigures], to there: [EngineFigures]) throws {
    var ratios: [String: [Double]] = [:]
    var engines: [String] = []
    for one in here {
      guard let other = there.first(where: { one.isNamed($0.name) }) else { continue }
      engines.append(one.name)
      for (name, figures) in one.microseconds {
        for (command, percentiles) in figures {
          guard let reference = other.microseconds[name]?[command], reference.p50 > 0, percentiles.p50 > 0
          else { continue }
          ratios[name, default: []].append(percentiles.p50 / reference.p50)
        }
      }
    }
    guard !ratios.isEmpty else {
      throw BenchmarkError(
        "no engine of this run is in the reference, so it cannot be scaled; its engines are "
          + there.map(\.name).sorted().joined(separator: ", "))
    }
    self.engines = engines
    factors = ratios.mapValues { Self.geometricMean($0) }
  }

  /// An engine of the reference as it would have been in this run.
  func scaled(_ engine: EngineFigures) -> EngineFigures {
    var scaled = engine
    scaled.origin = .scaled
    scaled.microseconds = [:]
    for (name, factor) in factors {
      scaled.microseconds[name] = engine.microseconds[name]?.mapValues { $0.scaled(by: factor) }
    }
    return scaled
  }

  /// - Parameter values: At least one, all positive.
  static func geometricMean(_ values: [Double]) -> Double {
    exp(values.reduce(0) { $0 + log($1) } / Double(values.count))
  }
}
