import Postings
import TestSupport
import Testing

@testable import Segment

/// Pairs of terms that stand one right before the other, against looking at every two of them.
struct PairTests {
  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  /// The terms at each position of each unit: mostly one, now and then none that is frequent, or several.
  private static func units(using generator: inout SeededGenerator) -> [[[Int]]] {
    (0..<Int.random(in: 1...120, using: &generator)).map { _ in
      (0..<Int.random(in: 0...12, using: &generator)).map { _ in
        let count = [1, 1, 1, 1, 0, 2, 3].randomElement(using: &generator)!
        // Small numbers are frequent.
        let terms = (0..<count).map { _ in
          let one = Double.random(in: 0..<1, using: &generator)
          return Int(one * one * one * 40)
        }
        return Set(terms).sorted()
      }
    }
  }

  private static func documentFrequencies(_ units: [[[Int]]]) -> [Int] {
    (0..<40).map { term in units.filter { $0.contains { $0.contains(term) } }.count }
  }

  /// How often each pair that is kept stands in each unit.
  private static func obviousPairs(_ units: [[[Int]]]) -> [Pair: [DocID: Int]] {
    let frequencies = documentFrequencies(units)
    var pairs: [Pair: [DocID: Int]] = [:]
    for (unit, places) in units.enumerated() {
      for (before, after) in zip(places, places.dropFirst()) {
        for first in before {
          for second in after where 48 * frequencies[first] * frequencies[second] >= units.count * units.count
          {
            pairs[Pair(first: first, second: second), default: [:]][DocID(unit), default: 0] += 1
          }
        }
      }
    }
    return pairs
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `pairs are those that are there, however units are grouped`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let units = Self.units(using: &generator)
    let slots = PairSlots(
      documentFrequencies: Self.documentFrequencies(units), unitCount: units.count)
    var lists = PairLists(slots)
    var start = 0
    while start < units.count {
      let end = min(units.count, start + Int.random(in: 1...50, using: &generator))
      var scan = PairScan(
        slots, firstUnit: DocID(start), wordCounts: units[start..<end].map { UInt32($0.count) })
      // Terms come one after the other, each with all of its places.
      for term in (0..<40).shuffled(using: &generator) {
        let rank = slots.rank(ofTerm: term)
        guard rank != PairSlots.noRank else { continue }
        for unit in start..<end {
          for (position, terms) in units[unit].enumerated() where terms.contains(term) {
            scan.add(rank, unit: DocID(unit), position: UInt32(position))
          }
        }
      }
      lists.add(scan.finish())
      start = end
    }
    var found: [Pair: [DocID: Int]] = [:]
    var order: [[Int]] = []
    try lists.forEachPair { first, second, postings throws(SegmentError) in
      order.append([first, second])
      var last: DocID?
      postings.forEachPosting { unit, frequency in
        #expect(last.map { $0 < unit } ?? true)
        last = unit
        found[Pair(first: first, second: second), default: [:]][unit] = frequency
      }
    }
    #expect(found == Self.obviousPairs(units))
    #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func `which pairs are kept follows from counts`() {
    #expect(PairRule(unitCount: 0).covers(0, 0))
    for (unitCount, first, second, isCovered) in [
      (1, 1, 1, true), (6, 1, 1, true), (7, 1, 1, false), (7, 1, 2, true), (96, 2, 96, true),
      (96, 2, 95, false),
      (96, 13, 14, false), (96, 14, 14, true),
      (Int(UInt32.max), Int(UInt32.max), 89_478_486, true),
      (Int(UInt32.max), Int(UInt32.max), 89_478_485, false),
    ] {
      #expect(
        PairRule(unitCount: unitCount).covers(first, second) == isCovered,
        "\(first) and \(second) of \(unitCount)")
    }
  }

  /// Paragraphs of very many different words would make more pairs than can be numbered.
  @Test func `terms without end have no pairs`() {
    let slots = PairSlots(documentFrequencies: Array(repeating: 3, count: 3000), unitCount: 3)
    #expect(slots.count == 0 && slots.rank(ofTerm: 0) == PairSlots.noRank)
    #expect(PairSlots(documentFrequencies: Array(repeating: 3, count: 2000), unitCount: 3).count == 4_000_000)
  }
}
