import Testing

@testable import Benchmarks

struct PercentileTests {
  @Test func oneValueIsEveryPercentile() {
    let percentiles = Percentiles(of: [7])
    #expect(percentiles.p50 == 7 && percentiles.p90 == 7 && percentiles.p99 == 7 && percentiles.mean == 7)
  }

  @Test func betweenTwoValuesLiesALine() {
    // 0, 1, …, 100 in another order: the percentile is the share in percent.
    let percentiles = Percentiles(of: (0...100).map { Double($0 * 37 % 101) })
    #expect(percentiles.p50 == 50 && percentiles.p90 == 90 && percentiles.p99 == 99 && percentiles.mean == 50)
    #expect(Percentiles(of: [4, 1, 3, 2]).p50 == 2.5)
    #expect(Percentiles.percentile(0.25, ofSorted: [0, 10]) == 2.5)
    #expect(Percentiles.percentile(1, ofSorted: [0, 10]) == 10)
  }
}
