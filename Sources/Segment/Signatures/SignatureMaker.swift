internal import Postings

/// Makes a unit's signature: 64 bits by which units that say nearly the same words are found without a look at every pair.
///
/// Of a unit of eight words or more, the runs of three words that follow each other are hashed, each once. The highest four bits of a run's hash choose one
/// of 16 bins, which keeps the least of the next 32 bits; the signature has the lowest four bits of every bin's least. A bin that no run fell
/// into has those of bin *i* xor 1, else xor 2 and so on: the first that is not empty. So of two units of which a share *J* of the runs is common to
/// both, each four bits agree with a probability of *J* + (1 − *J*) / 16.
///
/// A shorter unit has a hash of all its words, in which everything differs if a word does; one without words has 0.
///
/// - Broder, "On the resemblance and containment of documents", SEQUENCES 1997: runs, and least hashes.
/// - Li and König, "b-Bit minwise hashing", WWW 2010; Li, Owen and Zhang, "One permutation hashing", NIPS 2012: a few bits of the least, and one
///   hash for all bins.
/// - Shrivastava, "Optimal densification for fast and accurate minwise hashing", ICML 2017: bins filled from others; its choices are random, ours
///   fixed.
package struct SignatureMaker: Sendable {
  /// Words from which on a unit is told by its runs.
  package static let leastWordCount = 8
  /// Words of a run.
  package static let runWordCount = 3
  package static let binCount = 16

  /// The least of each bin so far.
  private var minima = [UInt32](repeating: Self.none, count: Self.binCount)
  /// What a bin has that no run fell into.
  private static let none = UInt32.max

  package init() {}

  /// The hash of a word: the bytes in `range` of `text` by FNV-1a of 64 bits, its halves joined by xor.
  package static func hash(_ text: RawSpan, _ range: Range<Int>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in range { hash = (hash ^ UInt64(text.byte(at: offset))) &* 0x0000_0100_0000_01B3 }
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  /// The signature of a unit whose words have these hashes, in their order.
  /// - Complexity: O(*n*) for *n* words.
  package mutating func signature(of words: Span<UInt32>) -> UInt64 {
    if words.count < Self.leastWordCount { return Self.signatureOfFew(words) }
    var minima = minima.mutableSpan
    for bin in 0..<Self.binCount { minima[bin] = Self.none }
    var (first, second) = (UInt64(words[0]), UInt64(words[1]))
    for index in 2..<words.count {
      let third = UInt64(words[index])
      let hash = Self.mixed(
        first &* Self.factors.0 &+ second &* Self.factors.1 &+ third &* Self.factors.2)
      let bin = Int(truncatingIfNeeded: hash >> 60)
      let value = UInt32(truncatingIfNeeded: hash >> 28)
      if value < minima[bin] { minima[bin] = value }
      (first, second) = (second, third)
    }
    var signature: UInt64 = 0
    for bin in 0..<Self.binCount {
      var other = 0
      // Some bin has a run: there are six at least.
      while other < Self.binCount - 1, minima[bin ^ other] == Self.none { other += 1 }
      signature |= UInt64(minima[bin ^ other] & 15) << UInt64(4 * bin)
    }
    return signature
  }

  private static func signatureOfFew(_ words: Span<UInt32>) -> UInt64 {
    if words.isEmpty { return 0 }
    var hash: UInt64 = 0
    for index in words.indices { hash = mixed((hash ^ UInt64(words[index])) &* factors.1) }
    return hash
  }

  /// Every bit of the result that is used depends on every bit of `value`.
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    (value ^ value >> 32) &* factors.0
  }

  /// Odd numbers without a pattern in their bits; the first is 2⁶⁴ over the golden ratio.
  private static let factors: (UInt64, UInt64, UInt64) = (
    0x9E37_79B9_7F4A_7C15, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9
  )
}
