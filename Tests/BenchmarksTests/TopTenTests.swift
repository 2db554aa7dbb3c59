import Search
import Testing

@testable import Benchmarks

struct TopTenTests {
  private func hits(_ pairs: [(Int, Double)]) -> [RankedUnit] {
    pairs.map { RankedUnit(number: $0.0, score: $0.1) }
  }

  @Test func tiesMayStandInAnyOrder() {
    let theirs = hits([(7, 3), (1, 2), (2, 2), (3, 1)])
    #expect(TopTen.firstDifference(hits([(7, 3), (2, 2), (1, 2), (3, 1)]), theirs) == nil)
    #expect(TopTen.firstDifference(hits([(7, 3.000_004), (1, 2), (2, 2), (3, 1)]), theirs) == nil)
    #expect(TopTen.firstDifference([], []) == nil)
  }

  @Test func whatTiesWithTheTenthMayBeAnother() {
    let nine = (0..<9).map { (100 + $0, 5.0) }
    #expect(TopTen.firstDifference(hits(nine + [(1, 2)]), hits(nine + [(2, 2)])) == nil)
    #expect(TopTen.firstDifference(hits(nine + [(1, 2)]), hits(nine + [(2, 2.1)])) != nil)
    // All are there where there are less than ten.
    #expect(TopTen.firstDifference(hits([(1, 2)]), hits([(2, 2)])) != nil)
  }

  @Test func whatDiffersIsSaid() {
    let theirs = hits([(7, 3), (1, 2), (2, 2), (3, 1)])
    #expect(TopTen.firstDifference(hits([(7, 3)]), theirs) != nil)
    #expect(TopTen.firstDifference(hits([(7, 3.1), (1, 2), (2, 2), (3, 1)]), theirs) != nil)
    // Another paragraph with a score that is no tie with the last.
    #expect(TopTen.firstDifference(hits([(8, 3), (1, 2), (2, 2), (3, 1)]), theirs) != nil)
    #expect(TopTen.firstDifference(hits([(1, 3), (7, 2), (2, 2), (3, 1)]), theirs) != nil)
  }
}
