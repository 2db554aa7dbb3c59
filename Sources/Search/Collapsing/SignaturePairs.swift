internal import Segment

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

  /// Signatures that agree, by their places; the later first.
  struct Pair {
    var one: UInt32
    var other: UInt32
  }

  /// Some pairs whose first line this is, in order of ``Pair/one`` within a bucket.
  private struct Piece {
    var line: Int
    var pairs: [Pair]
  }

  /// Lines that one thread goes through at a time.
  private static let linesOfJob = 2
  /// Pairs that are handed on together.
  private static let mostOfPiece = 1 << 14

  /// Calls `isPair` for each pair, as long as a signature is worth it: always the same pairs in the same order.
  ///
  /// - Parameters:
  ///   - signatures: In an order in which those that are alike are neighbours.
  ///   - threadCount: Threads that look for pairs.
  ///   - isPair: Called on this thread; says of two places in `signatures`, the later first, whether they are a pair indeed.
  /// - Complexity: O(*n* · *b*) for *n* signatures, of which *b* share a bucket by chance (one in 65,536) or for a reason, 256 at most.
  static func forEach(
    in signatures: [UInt64], threadCount: Int, isPair: (Int, Int) throws -> Bool
  ) throws {
    var (line, one, refused) = (0, UInt32.max, 0)
    try OrderedJobs<Piece>.run(
      count: lines.count / linesOfJob, threadCount: threadCount, path: "a query"
    ) { job, deliver in
      var buckets = Buckets(count: signatures.count)
      for line in job * linesOfJob..<(job + 1) * linesOfJob {
        buckets.fill(with: signatures, line: lines[line])
        try buckets.forEachPair(firstOf: line, mostOfPiece) { try deliver(Piece(line: line, pairs: $0)) }
      }
    } take: { _, piece in
      if piece.line != line { (line, one) = (piece.line, .max) }
      for pair in piece.pairs {
        if pair.one != one { (one, refused) = (pair.one, 0) }
        if refused < mostRefused, try !isPair(Int(pair.one), Int(pair.other)) { refused += 1 }
      }
    }
  }

  /// The lowest bit of every part in which two signatures differ.
  @inline(__always)
  fileprivate static func differing(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var bits = one ^ other
    bits |= bits >> 1
    bits |= bits >> 2
    return bits & 0x1111_1111_1111_1111
  }

  /// How many parts differ, of such bits; fewer than 16.
  @inline(__always)
  fileprivate static func count(_ differing: UInt64) -> UInt64 {
    // The highest part of the product is the sum of all.
    (differing &* 0x1111_1111_1111_1111) >> 60
  }

  fileprivate static func firstLine(notIn differing: UInt64) -> Int? {
    let parts = (0..<16).reduce(UInt16(0)) {
      $0 | UInt16(truncatingIfNeeded: ~differing >> UInt64(4 * $1) & 1) << UInt16($1)
    }
    return lines.firstIndex { parts & $0 == $0 }
  }
}

/// Signatures with their places, by the four parts of a line: copied, so that those of a bucket lie beside each other.
private struct Buckets {
  private static let count = 1 << 16

  /// Where the entries of each bucket start; one more than there are buckets.
  private var starts = [UInt32](repeating: 0, count: Self.count + 1)
  private var signatures: [UInt64]
  /// Of each of `signatures` its place among those given.
  private var places: [UInt32]

  init(count: Int) {
    signatures = Array(repeating: 0, count: count)
    places = Array(repeating: 0, count: count)
  }

  /// By a counting sort, so that a bucket is in order of place.
  mutating func fill(with given: [UInt64], line: UInt16) {
    precondition(given.count == signatures.count)
    let shifts = (0..<16).filter { line >> UInt16($0) & 1 == 1 }.map { UInt64(4 * $0) }
    let (a, b, c, d) = (shifts[0], shifts[1], shifts[2], shifts[3])
    func key(_ signature: UInt64) -> Int {
      Int(
        truncatingIfNeeded: signature >> a & 15 | (signature >> b & 15) << 4 | (signature >> c & 15) << 8
          | (signature >> d & 15) << 12)
    }
    for bucket in starts.indices { starts[bucket] = 0 }
    for signature in given { starts[key(signature) + 1] += 1 }
    for bucket in 0..<Self.count { starts[bucket + 1] += starts[bucket] }
    var next = starts
    for (place, signature) in given.enumerated() {
      let bucket = key(signature)
      let entry = Int(next[bucket])
      signatures[entry] = signature
      places[entry] = UInt32(truncatingIfNeeded: place)
      next[bucket] += 1
    }
  }

  /// Calls `body` with the pairs whose first line is the one that they were filled by, at least `count` at a time but for the last.
  func forEachPair(firstOf line: Int, _ count: Int, _ body: ([SignaturePairs.Pair]) throws -> Void) rethrows {
    var pairs: [SignaturePairs.Pair] = []
    for bucket in 0..<Self.count {
      let range = Int(starts[bucket])..<Int(starts[bucket + 1])
      for later in range.dropFirst() {
        let signature = signatures[later]
        for earlier in max(range.lowerBound, later - SignaturePairs.mostCompared)..<later {
          let differing = SignaturePairs.differing(signature, signatures[earlier])
          guard SignaturePairs.count(differing) <= 16 - SignaturePairs.leastAgreement else { continue }
          guard SignaturePairs.firstLine(notIn: differing) == line else { continue }
          pairs.append(SignaturePairs.Pair(one: places[later], other: places[earlier]))
        }
        if pairs.count >= count {
          try body(pairs)
          pairs.removeAll(keepingCapacity: true)
        }
      }
    }
    if !pairs.isEmpty { try body(pairs) }
  }
}
