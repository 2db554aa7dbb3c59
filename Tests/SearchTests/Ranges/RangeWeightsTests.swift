import TestSupport
import Testing

@testable import Search

/// Eight lanes at once give what one after the other gives, and no unit that scores enough weighs too little.
@Suite struct RangeWeightsTests {
  private static func lanes(_ most: UInt16, using generator: inout SeededGenerator) -> SIMD8<UInt16> {
    var lanes = SIMD8<UInt16>()
    for lane in 0..<8 {
      lanes[lane] = [0, 1, most, .random(in: 0...most, using: &generator)].randomElement(using: &generator)!
    }
    return lanes
  }

  @Test func addingIsDoneLaneByLane() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let sums = Self.lanes(40_000, using: &generator)
      let levels = SIMD8<UInt8>(truncatingIfNeeded: Self.lanes(255, using: &generator))
      let weight = UInt16.random(in: 0...100, using: &generator)
      let (either, both) = (
        sums.adding(levels, weight: weight, needsAll: false),
        sums.adding(levels, weight: weight, needsAll: true)
      )
      for lane in 0..<8 {
        let sum = sums[lane] + UInt16(levels[lane]) * weight
        #expect(either[lane] == sum)
        #expect(both[lane] == (sums[lane] == 0 || levels[lane] == 0 ? 0 : sum))
      }
    }
  }

  @Test func whatReachesACutHasABit() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<2000 {
      let weights = Self.lanes(.max, using: &generator)
      let cut = [1, .max, UInt16.random(in: 1...(.max), using: &generator)].randomElement(using: &generator)!
      let bits = weights.reaching(cut)
      for lane in 0..<16 { #expect(bits >> lane & 1 == (lane < 8 && weights[lane] >= cut ? 1 : 0)) }
    }
  }

  @Test func placesAreThoseOfTheWeights() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let weights = (0..<8 * Int.random(in: 0...4, using: &generator)).map { _ in
        Self.lanes(.max, using: &generator)
      }
      let floor = Int.random(in: 1...65_535, using: &generator)
      let ceiling = [65_536, Int.random(in: floor...65_536, using: &generator)].randomElement(
        using: &generator)!
      let expected = weights.indices.flatMap { index in
        (0..<8).filter { (floor..<ceiling).contains(Int(weights[index][$0])) }.map { Int32(8 * index + $0) }
      }
      #expect(weights.places(weighing: floor..<ceiling) == expected)
    }
  }

  /// Steps downwards end, and what is searched first is no less than was asked for.
  @Test func floorsGoDownToOne() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let weights = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
        UInt16.random(in: 0...[10, 700, 65_535].randomElement(using: &generator)!, using: &generator)
      }
      let counts = WeightCounts(of: weights)
      let count = Int.random(in: 1...60, using: &generator)
      var ceiling = [WeightCounts.end, Int.random(in: 1...65_536, using: &generator)].randomElement(
        using: &generator)!
      while ceiling > 1 {
        let floor = counts.floor(below: ceiling, count)
        #expect((1..<ceiling).contains(floor))
        let found = weights.count { Int($0) >= floor && Int($0) < (ceiling + 255) & ~255 }
        #expect(floor == 1 || found >= count)
        ceiling = floor
      }
    }
  }

  /// Of many ranges a fourth are counted, as fours; those below the cut are not.
  @Test(arguments: [(8, 1), (256, 1), (264, 4)]) func rangesAreCountedByTheirWeights(
    count: Int, step: Int
  ) {
    let weights = (0..<count).map { SIMD8<UInt16>(repeating: UInt16($0)) }
    let counts = WeightCounts(of: weights, reaching: 2)
    // All that are counted lie in the lowest slots: the first by itself, the rest from 256 on.
    let first = stride(from: 0, to: min(count, 256), by: step).count { $0 >= 2 } * 8 * step
    #expect(counts.floor(below: 256, 1) == 1)
    #expect(counts.floor(below: WeightCounts.end, first + count) == 1)
    if count > 256 { #expect(counts.floor(below: WeightCounts.end, 1) == 256) }
  }

  @Test func nothingIsCutThatScoresEnough() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<1000 {
      let factors = BM25.LengthFactors(
        averageLength: .random(in: 1...100, using: &generator),
        parameters: BM25.Parameters(
          k1: [0, 0.01, 1.2, 100].randomElement(using: &generator)!,
          b: [0, 0.75, 1].randomElement(using: &generator)!))
      let levels = SaturationLevels(factors)
      let terms = (0..<Int.random(in: 1...RangeWeights.mostLists, using: &generator)).map { _ in
        BM25(
          idf: [0.000_01, 0.3, 13, Double.random(in: 0...20, using: &generator)].randomElement(
            using: &generator)!,
          lengthFactors: factors)
      }
      let weights = RangeWeights(greatest: terms.map(\.greatest))
      let norm = UInt8.random(in: 0...255, using: &generator)
      var (score, weight) = (0, 0)
      for (term, ofList) in zip(terms, weights.ofLists) {
        let frequency = Int.random(
          in: 1...[1, 20, 100_000].randomElement(using: &generator)!, using: &generator)
        score += term.score(frequency: frequency, norm: norm)
        weight += Int(levels.level(frequency: UInt32(frequency), norm: norm)) * Int(ofList)
      }
      #expect(weight <= Int(UInt16.max))
      // Where a unit may come in, it is at least at the cut.
      for least in [score, score - 1, 0, .min] { #expect(Int(weights.cut(least)) <= max(1, weight)) }
      // And the cut is of use: what all weigh at most is not left when that much more is asked for.
      #expect(Int(weights.cut(2 * terms.reduce(2 * terms.count) { $0 + $1.greatest })) == 65_535)
    }
  }
}
