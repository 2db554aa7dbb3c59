/// The positions of a block's postings, those of each found in constant time.
///
///     run    = firsts · [ rest ]
///     firsts = an array of n values: of each posting its first position
///     rest   = an array of Σ (frequency − 1) values, if that is not 0: position − previous position − 1
///
/// ``PatchedPacking`` draws an array; `rest` may be long. Most postings have no more than their first position. (Vigna, "Quasi-Succinct
/// Indices", WSDM 2013, for why a position should be found without decoding those before it.)
struct BlockPositions: Sendable {
  private var firsts = PatchedPacking()
  /// Read when the first gap is asked for, since most postings have none.
  private var rest: PatchedPacking?
  private var restStart = 0
  private var end = 0

  init() {}

  /// Reads and checks the first positions of the run of `postingCount` postings, which ends at `end` or before.
  init(at start: Int, of postingCount: Int, before end: Int, in bytes: RawSpan) throws(PostingsError) {
    firsts = try PatchedPacking(at: start, before: end, isLong: false, in: bytes)
    restStart = firsts.end(count: postingCount)
    self.end = end
    guard restStart <= end else {
      throw PostingsError(
        .positions, offset: start, reason: "\(postingCount) first positions do not fit the list")
    }
  }

  /// The first position of the posting at `index`.
  @inline(__always)
  func first(at index: Int, in bytes: RawSpan) -> UInt32 { firsts.value(at: index, in: bytes) }

  /// The block's gaps, which are `count` or more.
  @inline(__always)
  mutating func gaps(count: Int, in bytes: RawSpan) throws(PostingsError) -> PatchedPacking {
    if let rest, rest.end(count: count) <= end { return rest }
    return try readGaps(count: count, in: bytes)
  }

  /// Writes those of the first postings into the front of `positions`, one posting's behind the other's.
  ///
  /// - Parameter frequencies: Of each of these postings; of all of the block.
  /// - Throws: if the run ends before their gaps, or a position is beyond 31 bits.
  mutating func decode(
    _ frequencies: ArraySlice<UInt32>, in bytes: RawSpan, into positions: inout [UInt32],
    scratch: inout Scratch
  ) throws(PostingsError) {
    let gapCount = frequencies.reduce(0) { $0 + Int($1) } - frequencies.count
    scratch.reserve(firsts: frequencies.count, gaps: gapCount)
    firsts.decode(count: frequencies.count, in: bytes, into: &scratch.firsts)
    var packing = PatchedPacking()
    if gapCount > 0 {
      packing = try gaps(count: gapCount, in: bytes)
      packing.decode(count: gapCount, in: bytes, into: &scratch.gaps)
    }
    let count = frequencies.count + gapCount
    if count > positions.count { positions = Array(repeating: 0, count: count) }
    var target = positions.mutableSpan
    let (firsts, gaps) = (scratch.firsts.span, scratch.gaps.span)
    var (place, gap) = (0, 0)
    for (index, frequency) in frequencies.enumerated() {
      // Fewer than 2³² gaps below 2³² do not add up to 2⁶⁴.
      var position = UInt64(firsts[index])
      target[place] = firsts[index]
      place += 1
      for _ in 1..<max(frequency, 1) {
        position += 1 + UInt64(gaps[gap])
        target[place] = UInt32(truncatingIfNeeded: position)
        gap += 1
        place += 1
      }
      guard position < UInt64(PostingsFormat.positionLimit) else { throw packing.beyondLimit }
    }
  }

  /// Where values are unpacked.
  struct Scratch: Sendable {
    fileprivate var firsts: [UInt32] = []
    fileprivate var gaps: [UInt32] = []

    fileprivate mutating func reserve(firsts firstCount: Int, gaps gapCount: Int) {
      if firstCount > firsts.count { firsts = Array(repeating: 0, count: PostingsFormat.blockSize) }
      if gapCount > gaps.count { gaps = Array(repeating: 0, count: gapCount) }
    }
  }

  private mutating func readGaps(count: Int, in bytes: RawSpan) throws(PostingsError) -> PatchedPacking {
    let gaps = try PatchedPacking(at: restStart, before: end, isLong: true, in: bytes)
    guard gaps.end(count: count) <= end else {
      throw PostingsError(.positions, offset: restStart, reason: "\(count) gaps do not fit the list")
    }
    rest = gaps
    return gaps
  }

  /// Appends the run of a block.
  ///
  /// - Parameters:
  ///   - firsts: Of each posting.
  ///   - gaps: Of all postings, in order.
  static func append(firsts: [UInt32], gaps: [UInt32], to bytes: inout [UInt8]) {
    PatchedPacking.append(firsts, isLong: false, to: &bytes)
    if !gaps.isEmpty { PatchedPacking.append(gaps, isLong: true, to: &bytes) }
  }
}
