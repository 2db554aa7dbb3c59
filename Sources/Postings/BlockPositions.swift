/// The positions of a block's postings, those of each found in constant time.
///
///     run    = firstBits u8 · restBits u8 · firsts · rest
///     firsts = n values of firstBits bits: of each posting its first position
///     rest   = Σ (frequency − 1) values of restBits bits: position − previous position − 1
///
/// Most postings have no more than their first position. (Vigna, "Quasi-Succinct Indices", WSDM 2013, for why a position should be
/// found without decoding those before it.)
struct BlockPositions: Sendable {
  private var firstBits = 0
  private var restBits = 0
  private var firstsStart = 0
  private var restStart = 0
  private var end = 0

  init() {}

  /// Reads and checks the run of `postingCount` postings, which ends at `end` or before.
  init(at start: Int, of postingCount: Int, before end: Int, in bytes: RawSpan) throws(PostingsError) {
    guard start + 2 <= end, end <= bytes.byteCount else {
      throw PostingsError(.positions, offset: start, reason: "positions end before those of a block")
    }
    firstBits = Int(bytes.byte(at: start))
    restBits = Int(bytes.byte(at: start + 1))
    firstsStart = start + 2
    guard firstBits <= 32, restBits <= 32 else {
      throw PostingsError(
        .positions, offset: start, reason: "positions of \(firstBits) and \(restBits) bits, expected up to 32"
      )
    }
    restStart = firstsStart + BitPacking.byteCount(count: postingCount, bitWidth: firstBits)
    self.end = end
    guard restStart <= end else {
      throw PostingsError(
        .positions, offset: start,
        reason: "\(postingCount) first positions of \(firstBits) bits do not fit the list")
    }
  }

  /// Checks that the run has the first `count` gaps.
  func check(gapCount count: Int) throws(PostingsError) {
    guard restStart + BitPacking.byteCount(count: count, bitWidth: restBits) <= end else {
      throw PostingsError(
        .positions, offset: restStart, reason: "\(count) gaps of \(restBits) bits do not fit the list")
    }
  }

  /// The first position of the posting at `index`.
  @inline(__always)
  func first(at index: Int, in bytes: RawSpan) -> UInt32 {
    BitPacking.value(bytes, at: firstsStart, index: index, bitWidth: firstBits)
  }

  /// The gap with number `index` of the block.
  @inline(__always)
  func gap(at index: Int, in bytes: RawSpan) -> UInt32 {
    BitPacking.value(bytes, at: restStart, index: index, bitWidth: restBits)
  }

  /// Appends the run of a block.
  ///
  /// - Parameters:
  ///   - firsts: Of each posting.
  ///   - gaps: Of all postings, in order.
  static func append(firsts: [UInt32], gaps: [UInt32], to bytes: inout [UInt8]) {
    let firstBits = BitPacking.bitWidth(of: firsts)
    let restBits = BitPacking.bitWidth(of: gaps)
    bytes.append(UInt8(firstBits))
    bytes.append(UInt8(restBits))
    BitPacking.append(firsts, bitWidth: firstBits, to: &bytes)
    BitPacking.append(gaps, bitWidth: restBits, to: &bytes)
  }
}
