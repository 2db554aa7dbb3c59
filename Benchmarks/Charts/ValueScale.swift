import Foundation

/// Where values stand between the two ends of an axis.
struct ValueScale {
  let isLogarithmic: Bool
  /// The least and the greatest value that the axis has.
  let range: ClosedRange<Double>
  /// Where lines are drawn.
  let ticks: [Double]

  /// From a power of ten to another one, between which all `values` lie; none of which is below `floor`, nor shown below it.
  static func logarithmic(_ values: [Double], floor: Double = 0.01) -> ValueScale {
    let least = max(values.min() ?? 1, floor)
    let most = max(values.max() ?? 1, least)
    let first = Int(log10(least).rounded(.down))
    let last = max(first + 1, Int(log10(most).rounded(.up)))
    return ValueScale(
      isLogarithmic: true, range: pow(10, Double(first))...pow(10, Double(last)),
      ticks: (first...last).map { pow(10, Double($0)) })
  }

  /// From zero to a round number that no value exceeds.
  static func linear(_ values: [Double]) -> ValueScale {
    let most = max(values.max() ?? 1, .leastNormalMagnitude)
    let decade = pow(10, log10(most / 4).rounded(.down))
    let step = [1, 2, 2.5, 5, 10].map { $0 * decade }.first { $0 * 5 >= most } ?? most
    let count = Int((most / step).rounded(.up))
    return ValueScale(
      isLogarithmic: false, range: 0...step * Double(count), ticks: (0...count).map { step * Double($0) })
  }

  /// Between 0 and 1.
  func share(of value: Double) -> Double {
    let (low, high) = (range.lowerBound, range.upperBound)
    let share =
      isLogarithmic
      ? log10(max(value, low) / low) / log10(high / low) : (value - low) / (high - low)
    return min(max(share, 0), 1)
  }
}
