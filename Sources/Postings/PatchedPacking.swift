/// An array of small integers in the width that suits most of them; of the few that are wider the high bits stand apart.
///
///     array      = head · [ exceptions ] · values
///     head       = 2 · width u8  |  1 + 2 · width + 2⁶ · (highBits − 1) + 2¹⁰ · (count − 1) u16, where exceptions follow
///     exceptions = [ chunks u8 · rank u8 × chunks ] · index u8 × count · highs
///     highs      = of each exception the bits from `width` on, `highBits` bits each
///     values     = of every value the lowest `width` bits
///
/// An array is short, of up to 256 values and up to 16 exceptions, or it may be long, and have up to 64. Exceptions ascend; an index is
/// the low byte of the value's. Only one that may be long tells its chunks of 256 values but the first, and for each of these its rank: the
/// number of exceptions before it. So any value is read without those before it.
///
/// (Zukowski, Heman, Nes, Boncz, "Super-Scalar RAM-CPU Cache Compression", ICDE 2006; with low bits in their places and the best of all
/// widths: Yan, Ding, Suel, "Inverted Index Compression and Query Processing with Optimized Document Ordering", WWW 2009; Lemire and
/// Boytsov, "Decoding Billions of Integers per Second Through Vectorization", Software: Practice and Experience 45, 2015.)
package struct PatchedPacking: Sendable {
  private var bitWidth = 0
  /// The head, above its 16 bits the number of chunks. So these are four integers, which are lent in registers.
  private var head = 0
  private var indexesStart = 0
  private var valuesStart = 0

  /// The most exceptions of an array.
  static func mostExceptions(isLong: Bool) -> Int { isLong ? 64 : mostOfShort }
  private static let mostOfShort = 16
  /// The most high bits.
  static let mostHighBits = 16
  /// The values whose indexes have the same high bits.
  static let chunkSize = 256
  /// The most values of an array with exceptions.
  static let mostPatched = 256 * chunkSize

  /// An array without values.
  init() {}

  /// Reads and checks all but the values of the array at `start`, which ends at `end` or before.
  ///
  /// - Parameter isLong: Whether it may have more than 256 values.
  @inline(__always)
  package init(at start: Int, before end: Int, isLong: Bool, in bytes: RawSpan) throws(PostingsError) {
    guard start >= 0, start < end, end <= bytes.byteCount else { throw Self.cut(start) }
    head = Int(bytes.byte(at: start)) | (start + 1 < end ? Int(bytes.byte(at: start + 1)) << 8 : 0)
    // Whether there are exceptions is hard to foresee, so what follows is the same with none.
    bitWidth = head >> 1 & (isPatched ? 31 : 127)
    indexesStart = start + (isPatched ? 2 : 1)
    if isLong, isPatched {
      guard indexesStart < end else { throw Self.cut(start) }
      let chunkCount = Int(bytes.byte(at: indexesStart))
      head |= chunkCount << 16
      indexesStart += 1 + chunkCount
    }
    valuesStart = highsStart + BitPacking.byteCount(count: exceptionCount, bitWidth: highBits)
    guard bitWidth + highBits <= 32, valuesStart <= end,
      exceptionCount <= Self.mostExceptions(isLong: isLong)
    else {
      throw PostingsError(
        .positions, offset: start,
        reason: "positions of \(bitWidth) bits, \(exceptionCount) of \(highBits) more, do not fit")
    }
  }

  private static func cut(_ start: Int) -> PostingsError {
    PostingsError(.positions, offset: start, reason: "positions end before those of a block")
  }

  /// What is wrong with an array whose values add up too far.
  var beyondLimit: PostingsError {
    PostingsError(.positions, offset: valuesStart, reason: "a position beyond 31 bits")
  }

  private var isPatched: Bool { head & 1 == 1 }
  private var highBits: Int { isPatched ? head >> 6 & 15 + 1 : 0 }
  private var exceptionCount: Int { isPatched ? head >> 10 & 63 + 1 : 0 }
  private var chunkCount: Int { head >> 16 }
  private var highsStart: Int { indexesStart + exceptionCount }

  /// Where the array ends if it has `count` values.
  @inline(__always)
  package func end(count: Int) -> Int {
    valuesStart + BitPacking.byteCount(count: count, bitWidth: bitWidth)
  }

  /// The value at `index`.
  ///
  /// - Precondition: `bytes` holds the array with more than `index` values.
  @inline(__always)
  package func value(at index: Int, in bytes: RawSpan) -> UInt32 {
    let high = isPatched ? high(at: index, in: bytes) : 0
    return high | BitPacking.value(bytes, at: valuesStart, index: index, bitWidth: bitWidth)
  }

  /// Reads the first `count` values into the front of `values`.
  ///
  /// - Precondition: `bytes` holds the array with `count` values or more, and `values` has room for them.
  func decode(count: Int, in bytes: RawSpan, into values: inout [UInt32]) {
    BitPacking.unpack(bytes, at: valuesStart, count: count, bitWidth: bitWidth, into: &values)
    if !isPatched { return }
    for chunk in 0...chunkCount {
      let exceptions = chunkCount == 0 ? 0..<exceptionCount : exceptions(ofChunk: chunk, in: bytes)
      for exception in exceptions {
        let index = chunk << 8 | Int(bytes.byte(at: indexesStart + exception))
        if index < count { values[index] |= high(of: exception, in: bytes) }
      }
    }
  }

  /// The high bits of the value at `index`, in their places; 0 if it is no exception.
  ///
  /// Up to 16 exceptions of a chunk are looked through together: only a hit takes a branch that is hard to foresee.
  @inline(__always)
  private func high(at index: Int, in bytes: RawSpan) -> UInt32 {
    let exceptions = chunkCount == 0 ? 0..<exceptionCount : exceptions(ofChunk: index >> 8, in: bytes)
    let byte = UInt8(truncatingIfNeeded: index)
    let start = indexesStart + exceptions.lowerBound
    guard exceptions.count <= Self.mostOfShort, start <= bytes.byteCount - 16 else {
      return highAmongMany(byte, of: exceptions, in: bytes)
    }
    let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
    let first = (bytes.integer(at: start) ^ wanted).zeroBytes
    let second = (bytes.integer(at: start + 8) ^ wanted).zeroBytes
    if first | second == 0 { return 0 }
    let rank = (first == 0 ? 64 + second.trailingZeroBitCount : first.trailingZeroBitCount) >> 3
    return rank < exceptions.count ? high(of: exceptions.lowerBound + rank, in: bytes) : 0
  }

  private func highAmongMany(_ byte: UInt8, of exceptions: Range<Int>, in bytes: RawSpan) -> UInt32 {
    let range = indexesStart + exceptions.lowerBound..<indexesStart + exceptions.upperBound
    guard let found = bytes.firstIndex(of: byte, in: range) else { return 0 }
    return high(of: found - indexesStart, in: bytes)
  }

  private func high(of exception: Int, in bytes: RawSpan) -> UInt32 {
    BitPacking.value(bytes, at: highsStart, index: exception, bitWidth: highBits) << UInt32(bitWidth)
  }

  /// The exceptions of a chunk: none where ranks do not ascend, and of a chunk that is not told.
  private func exceptions(ofChunk chunk: Int, in bytes: RawSpan) -> Range<Int> {
    let ranksStart = indexesStart - chunkCount
    guard chunk <= chunkCount else { return 0..<0 }
    let low = chunk == 0 ? 0 : Int(bytes.byte(at: ranksStart + chunk - 1))
    let high = chunk == chunkCount ? exceptionCount : Int(bytes.byte(at: ranksStart + chunk))
    return low <= high && high <= exceptionCount ? low..<high : 0..<0
  }
}
