/// What is told of many measured values: three percentiles and the mean.
struct Percentiles: Codable, Equatable {
  var p50: Double
  var p90: Double
  var p99: Double
  var mean: Double

  /// - Parameter values: At least one, in any order.
  init(of values: [Double]) {
    let sorted = values.sorted()
    p50 = Self.percentile(0.5, ofSorted: sorted)
    p90 = Self.percentile(0.9, ofSorted: sorted)
    p99 = Self.percentile(0.99, ofSorted: sorted)
    mean = values.reduce(0, +) / Double(values.count)
  }

  func scaled(by factor: Double) -> Percentiles {
    var scaled = self
    for one in [\Percentiles.p50, \.p90, \.p99, \.mean] { scaled[keyPath: one] *= factor }
    return scaled
  }

  /// The value below which `share` of the values lie, between two of them by a straight line: the definition that NumPy uses
  /// and number 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50, 1996.
  static func percentile(_ share: Double, ofSorted values: [Double]) -> Double {
    precondition(!values.isEmpty && (0...1).contains(share))
    let place = Double(values.count - 1) * share
    let index = Int(place)
    let next = values[min(index + 1, values.count - 1)]
    return values[index] + (next - values[index]) * (place - Double(index))
  }
}
