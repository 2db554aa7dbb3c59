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

  /// Writes those of the first postings into the front of `positions`, one posting's behind the other's; what follows has no meaning.
  ///
  /// - Parameter frequencies: Of each of these postings; of all of the block.
  /// - Throws: if the run ends before their gaps, a position is beyond 31 bits, or the gaps add up to more words than a segment has.
  mutating func decode(
    _ frequencies: ArraySlice<UInt32>, in bytes: RawSpan, into positions: inout [UInt32],
    scratch: inout Scratch
  ) throws(PostingsError) {
    let gapCount = frequencies.reduce(0) { $0 + Int(max($1, 1)) - 1 }
    let packing = gapCount > 0 ? try gaps(count: gapCount, in: bytes) : firsts
    let room = frequencies.count + gapCount + Self.stride
    if room > positions.count { positions = Array(repeating: 0, count: room) }
    if gapCount == 0 {
      firsts.decode(count: frequencies.count, in: bytes, into: &positions)
      let isBeyond = positions[..<frequencies.count].contains { $0 >= PostingsFormat.positionLimit }
      if isBeyond { throw packing.beyondLimit }
      return
    }
    scratch.reserve(firsts: frequencies.count, gaps: gapCount)
    firsts.decode(count: frequencies.count, in: bytes, into: &scratch.firsts)
    packing.decode(count: gapCount, in: bytes, into: &scratch.gaps)
    guard scratch.addUp(gapCount), Self.join(scratch, frequencies, into: &positions) else {
      throw packing.beyondLimit
    }
  }

  /// Positions that are written together: as many as most postings have at most.
  fileprivate static let stride = 8

  /// Adds the steps from the first position of each posting to this.
  ///
  /// Several places are written whether the posting has so many or not, for the next overwrites them: how many it has is hard to foresee, and
  /// a branch that was mistaken takes longer than they do.
  ///
  /// - Returns: Whether all positions are below their limit.
  private static func join(
    _ scratch: borrowing Scratch, _ frequencies: ArraySlice<UInt32>, into positions: inout [UInt32]
  ) -> Bool {
    let (firsts, sums) = (scratch.firsts.span, scratch.sums.span)
    var target = positions.mutableSpan
    // The gaps before the posting's.
    var gap = 0
    var greatest: UInt64 = 0
    for (index, frequency) in frequencies.enumerated() {
      let count = Int(max(frequency, 1))
      let first = firsts[index]
      let base = first &- sums[gap]
      greatest = max(greatest, UInt64(first) + UInt64(sums[gap + count - 1] &- sums[gap]))
      let place = index + gap
      precondition(place + count + stride <= target.count && gap + count + stride <= sums.count)
      var step = 0
      repeat {
        // SAFETY: step < count, so that step + stride < count + stride, for which there is room in both.
        let steps = unsafe SIMD8(sums, unchecked: gap &+ step)
        unsafe (steps &+ base).store(in: &target, unchecked: place &+ step)
        step &+= stride
      } while step < count
      gap += count - 1
    }
    return greatest < UInt64(PostingsFormat.positionLimit)
  }

  /// Where values are unpacked.
  struct Scratch: Sendable {
    fileprivate var firsts: [UInt32] = []
    fileprivate var gaps: [UInt32] = []
    /// The steps from position to position added up, before each of them and behind the last; what follows has no meaning.
    fileprivate var sums: [UInt32] = []

    fileprivate mutating func reserve(firsts firstCount: Int, gaps gapCount: Int) {
      if firstCount > firsts.count { firsts = Array(repeating: 0, count: PostingsFormat.blockSize) }
      if gapCount > gaps.count {
        gaps = Array(repeating: 0, count: gapCount)
        sums = Array(repeating: 0, count: gapCount + 2 * BlockPositions.stride)
      }
    }

    /// - Returns: Whether the sum of all is below 2³², which no segment has more words than.
    fileprivate mutating func addUp(_ count: Int) -> Bool {
      var sum: UInt64 = 0
      for index in 0..<count {
        sum += UInt64(gaps[index]) + 1
        sums[index + 1] = UInt32(truncatingIfNeeded: sum)
      }
      return sum <= UInt64(UInt32.max)
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

extension SIMD8<UInt32> {
  /// The values from `index` on.
  @unsafe @inline(__always)
  fileprivate init(_ values: Span<UInt32>, unchecked index: Int) {
    self.init()
    for lane in 0..<8 { unsafe self[lane] = values[unchecked: index &+ lane] }
  }

  @unsafe @inline(__always)
  fileprivate func store(in values: inout MutableSpan<UInt32>, unchecked index: Int) {
    for lane in 0..<8 { unsafe values[unchecked: index &+ lane] = self[lane] }
  }
}
