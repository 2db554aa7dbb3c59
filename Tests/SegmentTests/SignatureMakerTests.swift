import TestSupport
import Testing

@testable import Segment

struct SignatureMakerTests {
  /// A signature as `index/FORMAT.md` says it, without a thought of speed.
  private static func plain(_ words: [String]) -> UInt64 {
    let factors: [UInt64] = [0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9]
    func mixed(_ value: UInt64) -> UInt64 { (value ^ (value >> 32)) &* factors[0] }
    let hashes = words.map { word -> UInt64 in
      let hash = word.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      return (hash ^ (hash >> 32)) & 0xFFFF_FFFF
    }
    if words.isEmpty { return 0 }
    if words.count < 8 { return hashes.reduce(0) { mixed(($0 ^ $1) &* factors[1]) } }
    let runs = (2..<hashes.count).map { last in
      mixed(zip(hashes[last - 2...last], factors).reduce(0) { $0 &+ $1.0 &* $1.1 })
    }
    // A value of all ones is taken for none.
    let bins = (0..<16).map { bin in
      runs.filter { $0 >> 60 == UInt64(bin) }.map { ($0 >> 28) & 0xFFFF_FFFF }.filter { $0 != 0xFFFF_FFFF }
        .min()
    }
    return (0..<16).reduce(0) { signature, bin in
      let value = (0..<16).lazy.compactMap { bins[bin ^ $0] }.first!
      return signature | (value & 15) << UInt64(4 * bin)
    }
  }

  private static func signature(_ words: [String]) -> UInt64 {
    var maker = SignatureMaker()
    return signature(words, &maker)
  }

  private static func signature(_ words: [String], _ maker: inout SignatureMaker) -> UInt64 {
    let hashes = words.map { word in
      let bytes = Array(word.utf8)
      // SAFETY: every byte of an array of bytes is initialized.
      return unsafe SignatureMaker.hash(bytes.span.bytes, 0..<bytes.count)
    }
    return maker.signature(of: hashes.span)
  }

  private static func words(_ count: Int, _ generator: inout SeededGenerator) -> [String] {
    (0..<count).map { _ in "w\(Int.random(in: 0..<5_000, using: &generator))" }
  }

  @Test func signaturesAreThoseOfTheFormat() {
    var generator = SeededGenerator(seed: 1)
    var maker = SignatureMaker()
    for count in Array(0...40) + [100, 1_000] {
      let words = Self.words(count, &generator)
      #expect(Self.signature(words, &maker) == Self.plain(words), "\(words)")
    }
  }

  @Test func orderCountsAndRepetitionOfRunsDoesNot() {
    var generator = SeededGenerator(seed: 2)
    let words = Self.words(30, &generator)
    #expect(Self.signature(words) != Self.signature(words.reversed()))
    #expect(Self.signature(Array(words.prefix(5))) != Self.signature(words.prefix(5).reversed()))
    let round = Array(repeating: Array(words.prefix(5)), count: 3).flatMap(\.self)
    #expect(Self.signature(round) == Self.signature(round + round))
  }

  /// Each part of two signatures agrees with a probability of J + (1 − J) / 16 for runs of which a share J is common.
  @Test func partsAgreeAsOftenAsRunsAreCommon() {
    var generator = SeededGenerator(seed: 3)
    // Words behind the common ones, of 100 in all.
    for own in [0, 5, 11, 50] {
      var agreeing = 0
      for _ in 0..<400 {
        let common = Self.words(100 - own, &generator)
        let pair = (0..<2).map { _ in Self.signature(common + Self.words(own, &generator)) }
        agreeing += (0..<16).count { (pair[0] ^ pair[1]) >> UInt64(4 * $0) & 15 == 0 }
      }
      let runs = (common: Double(98 - own), all: Double(98 + own))
      let expected = runs.common / runs.all + (1 - runs.common / runs.all) / 16
      #expect(abs(Double(agreeing) / 6_400 - expected) < 0.025, "\(own): \(agreeing) of 6400, \(expected)")
    }
  }
}
