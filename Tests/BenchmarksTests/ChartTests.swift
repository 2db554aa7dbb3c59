import Testing

@testable import Benchmarks

struct ChartTests {
  @Test func aLogarithmicAxisGoesFromPowerToPower() {
    let scale = ValueScale.logarithmic([3, 250])
    #expect(scale.range == 1...1_000 && scale.ticks.map { $0.rounded() } == [1, 10, 100, 1_000])
    #expect(abs(scale.share(of: 10) - 1.0 / 3) < 1e-9 && scale.share(of: 0.1) == 0)
    #expect(ValueScale.logarithmic([100]).range == 100...1_000)
  }

  @Test(arguments: [(57.0, 60.0, 4), (10, 10, 6), (0.9, 1, 6), (2.1, 2.5, 6)])
  func aLinearAxisEndsWithARoundNumber(most: Double, end: Double, tickCount: Int) {
    let scale = ValueScale.linear([most / 3, most])
    #expect(scale.range.lowerBound == 0 && abs(scale.range.upperBound - end) < 1e-9)
    #expect(scale.ticks.count == tickCount)
  }

  @Test func theLongestBarHasTheGreatestValue() {
    let chart = BarChart(
      title: "T", note: "n",
      bars: [
        .init(name: "half", value: 5, label: "5", color: "#111111", isBold: false),
        .init(name: "whole", value: 10, label: "10", color: "#222222", isBold: true),
      ])
    let widths = chart.svg.split(separator: "\n").filter {
      $0.contains("fill=\"#111111\"") || $0.contains("fill=\"#222222\"")
    }
    #expect(widths.count == 2 && widths[0].contains("width=\"250\"") && widths[1].contains("width=\"500\""))
  }
}
