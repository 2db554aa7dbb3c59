/// Finds pairs of signatures that agree in ten or more of their sixteen parts of four bits, without a look at every pair.
///
/// The parts are the points of the affine plane of order 4, which has 20 lines of four points each. Signatures that agree on a line share a bucket of
/// it. A set of points that meets every line has seven at least (Jamison, "Covering finite fields with cosets of subspaces", Journal of Combinatorial
/// Theory A 22, 1977; Brouwer and Schrijver, "The blocking number of an affine space", 1978): so signatures that differ in six parts or fewer agree on a
/// whole line, and no such pair is missed. A pair is seen in its first line alone.
///
/// Of two paragraphs of which four fifths of the runs are common, a part agrees with a probability of 0.81, and ten of them with 0.98. The usual four
/// bands of four parts would find 0.90 of such pairs.
struct SignaturePairs {
  /// Parts in which a pair agrees.
  static let leastAgreement = 10
  /// A signature is compared with so many others of a bucket, those before it in order: a bucket of many that are alike is not looked through pair
  /// by pair.
  static let mostCompared = 256
  /// Pairs of a signature and a bucket that may be found not to be near-identical before it is left.
  static let mostRefused = 16

  /// The lines: bit *i* for part *i*, which is the point (*i* / 4, *i* mod 4) over the field of four elements.
  static let lines: [UInt16] = {
    let product: [[Int]] = [[0, 0, 0, 0], [0, 1, 2, 3], [0, 2, 3, 1], [0, 3, 1, 2]]
    func line(_ points: [(x: Int, y: Int)]) -> UInt16 {
      points.reduce(0) { $0 | 1 << UInt16(4 * $1.x + $1.y) }
    }
    let upright = (0..<4).map { x in line((0..<4).map { (x, $0) }) }
    let sloping = (0..<4).flatMap { slope in
      (0..<4).map { height in line((0..<4).map { ($0, product[slope][$0] ^ height) }) }
    }
    return upright + sloping
  }()

  /// Calls `isPair` for each pair, as long as a signature is worth it.
  ///
  /// - Parameters:
  ///   - signatures: In an order in which those that are alike are neighbours.
  ///   - check: Called now and then; may give up.
  ///   - isPair: Says of two places in `signatures`, the later first, whether they are a pair indeed.
  /// - Complexity: O(*n* · *b*) for *n* signatures, of which *b* share a bucket by chance (one in 65,536) or for a reason, 256 at most.
  static func forEach(
    in signatures: [UInt64], check: () throws(SearchError) -> Void,
    isPair: (Int, Int) throws(SearchError) -> Bool
  ) throws(SearchError) {
    for number in lines.indices {
      let bucketed = Buckets(signatures, line: lines[number])
      for bucket in 0..<Buckets.count {
        if bucket & 0x3FF == 0 { try check() }
        let range = bucketed.starts[bucket]..<bucketed.starts[bucket + 1]
        for later in range.dropFirst() {
          let one = bucketed.entries[later]
          var refused = 0
          for earlier in max(range.lowerBound, later - mostCompared)..<later {
            let other = bucketed.entries[earlier]
            let agreeing = agreement(one.signature, other.signature)
            guard agreeing.count >= leastAgreement, firstLine(in: agreeing) == number else { continue }
            if try !isPair(Int(one.place), Int(other.place)) { refused += 1 }
            if refused == mostRefused { break }
          }
        }
      }
    }
  }

  /// The lowest bit of every part in which two signatures agree.
  @inline(__always)
  private static func agreement(_ one: UInt64, _ other: UInt64) -> Agreement {
    var differing = one ^ other
    differing |= differing >> 1
    differing |= differing >> 2
    return Agreement(bits: ~differing & 0x1111_1111_1111_1111)
  }

  struct Agreement {
    var bits: UInt64
    /// The parts.
    var count: Int { bits.nonzeroBitCount }
    /// A bit for each part.
    var parts: UInt16 {
      (0..<16).reduce(0) { $0 | UInt16(truncatingIfNeeded: bits >> UInt64(4 * $1) & 1) << UInt16($1) }
    }
  }

  private static func firstLine(in agreement: Agreement) -> Int? {
    let parts = agreement.parts
    return lines.firstIndex { parts & $0 == $0 }
  }
}

/// Signatures with their places, by the four parts of a line: copied, so that those of a bucket lie beside each other.
private struct Buckets {
  static let count = 1 << 16

  /// Where the entries of each bucket start; one more than there are buckets.
  private(set) var starts = [Int](repeating: 0, count: Self.count + 1)
  /// Those of each bucket by place.
  private(set) var entries: [(signature: UInt64, place: UInt32)]

  /// A counting sort.
  init(_ signatures: [UInt64], line: UInt16) {
    let shifts = (0..<16).filter { line >> UInt16($0) & 1 == 1 }.map { UInt64(4 * $0) }
    let (a, b, c, d) = (shifts[0], shifts[1], shifts[2], shifts[3])
    func key(_ signature: UInt64) -> Int {
      Int(
        truncatingIfNeeded: signature >> a & 15 | (signature >> b & 15) << 4 | (signature >> c & 15) << 8
          | (signature >> d & 15) << 12)
    }
    for signature in signatures { starts[key(signature) + 1] += 1 }
    for bucket in 0..<Self.count { starts[bucket + 1] += starts[bucket] }
    var next = starts
    entries = Array(repeating: (0, 0), count: signatures.count)
    for (place, signature) in signatures.enumerated() {
      let bucket = key(signature)
      entries[next[bucket]] = (signature, UInt32(place))
      next[bucket] += 1
    }
  }
}
