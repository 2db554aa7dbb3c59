/// Arrays of small integers, each in the same number of bits.
///
/// Value *i* of *n* takes bits *i*·`bitWidth` ..< (*i*+1)·`bitWidth` of the byte string, counted from the lowest bit of
/// the first byte; the last byte is filled up with zero bits. `[1, 2, 3]` at 3 bits is `0b11_010_001, 0b0` = `D1 00`.
/// A width of 0 takes no bytes: every value is 0.
package enum BitPacking {
  /// The bytes that `count` values of `bitWidth` bits take.
  package static func byteCount(count: Int, bitWidth: Int) -> Int { (count * bitWidth + 7) / 8 }

  /// The bits that the greatest of `values` needs, 0 through 32.
  package static func bitWidth(of values: some Sequence<UInt32>) -> Int {
    32 - values.reduce(0, |).leadingZeroBitCount
  }

  /// Appends the lowest `bitWidth` bits of each of `values`.
  package static func append(_ values: some Sequence<UInt32>, bitWidth: Int, to bytes: inout [UInt8]) {
    precondition((0...32).contains(bitWidth))
    let mask = UInt64(1) << UInt64(bitWidth) - 1
    var pending: UInt64 = 0
    var pendingBits = 0
    for value in values {
      let bits = UInt64(value) & mask
      pending |= bits << UInt64(pendingBits)
      pendingBits += bitWidth
      if pendingBits >= 64 {
        bytes.appendInteger(pending)
        pendingBits -= 64
        pending = bits >> UInt64(bitWidth - pendingBits)
      }
    }
    while pendingBits > 0 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingBits -= 8
    }
  }

  /// Reads the first `count` values of a packed array into the front of `values`.
  ///
  /// - Precondition: `bytes` holds the packed array from `offset` on, and `values` has room for `count`.
  package static func unpack(
    _ bytes: RawSpan, at offset: Int, count: Int, bitWidth: Int, into values: inout [UInt32]
  ) {
    precondition((0...32).contains(bitWidth) && count <= values.count && offset >= 0)
    precondition(offset + byteCount(count: count, bitWidth: bitWidth) <= bytes.byteCount)
    if bitWidth == 0 {
      for index in 0..<count { values[index] = 0 }
      return
    }
    let mask = UInt64(1) << UInt64(bitWidth) - 1
    // Values whose eight bytes lie inside are read without asking again; those behind them are few.
    let inside = min(count, max(0, (bytes.byteCount - 8 - offset) * 8 / bitWidth))
    // SAFETY: value i starts in byte offset + i · bitWidth / 8, which is at most byteCount − 8 for i < inside; and
    // inside <= count <= values.count.
    unsafe bytes.withUnsafeBytes { source in
      unsafe values.withUnsafeMutableBufferPointer { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        var bit = offset * 8
        for index in 0..<inside {
          let word = unsafe from.loadUnaligned(fromByteOffset: bit >> 3, as: UInt64.self)
          unsafe to[index] = UInt32(
            truncatingIfNeeded: (UInt64(littleEndian: word) >> UInt64(bit & 7)) & mask)
          bit += bitWidth
        }
      }
    }
    for index in inside..<max(inside, count) {
      let bit = offset * 8 + index * bitWidth
      values[index] = UInt32(truncatingIfNeeded: (word(bytes, at: bit >> 3) >> UInt64(bit & 7)) & mask)
    }
  }

  /// The value at `index` of a packed array.
  ///
  /// - Precondition: `bytes` holds the packed array from `offset` on, with more than `index` values.
  package static func value(_ bytes: RawSpan, at offset: Int, index: Int, bitWidth: Int) -> UInt32 {
    precondition((0...32).contains(bitWidth) && index >= 0 && offset >= 0)
    precondition(offset + byteCount(count: index + 1, bitWidth: bitWidth) <= bytes.byteCount)
    let bit = offset * 8 + index * bitWidth
    let mask = UInt64(1) << UInt64(bitWidth) - 1
    return UInt32(truncatingIfNeeded: (word(bytes, at: bit >> 3) >> UInt64(bit & 7)) & mask)
  }

  /// The sum of the first `count` values of a packed array whose width is 0 or a power of two.
  ///
  /// - Precondition: `bytes` holds the packed array from `offset` on, with `count` values or more.
  /// - Complexity: O(*b* / 64) for *b* bits, of widths up to 8.
  package static func sum(_ bytes: RawSpan, at offset: Int, count: Int, bitWidth: Int) -> Int {
    precondition((0...32).contains(bitWidth) && bitWidth.nonzeroBitCount < 2 && offset >= 0)
    precondition(offset + byteCount(count: count, bitWidth: bitWidth) <= bytes.byteCount)
    var sum = 0
    if bitWidth > 8 {
      for index in 0..<count { sum += Int(value(bytes, at: offset, index: index, bitWidth: bitWidth)) }
      return sum
    }
    var rest = count * bitWidth
    var start = offset
    while rest > 0 {
      var word = word(bytes, at: start)
      if rest < 64 { word &= 1 << UInt64(rest) - 1 }
      sum += sumOfValues(in: word, bitWidth: bitWidth)
      rest -= 64
      start += 8
    }
    return sum
  }

  /// The sum of the values of 1, 2, 4 or 8 bits in a word: of neighbours first, so that no sum takes more bits than it has.
  private static func sumOfValues(in word: UInt64, bitWidth: Int) -> Int {
    if bitWidth == 1 { return word.nonzeroBitCount }
    var sums = word
    if bitWidth == 2 { sums = sums & 0x3333_3333_3333_3333 &+ sums >> 2 & 0x3333_3333_3333_3333 }
    if bitWidth <= 4 { sums = sums & 0x0F0F_0F0F_0F0F_0F0F &+ sums >> 4 & 0x0F0F_0F0F_0F0F_0F0F }
    sums = sums & 0x00FF_00FF_00FF_00FF &+ sums >> 8 & 0x00FF_00FF_00FF_00FF
    return Int((sums &* 0x0001_0001_0001_0001) >> 48)
  }

  /// The eight bytes from `start` on as one little-endian integer, zero where there are none.
  ///
  /// A value of at most 32 bits that starts in the first of them ends within the first five.
  @inline(__always)
  private static func word(_ bytes: RawSpan, at start: Int) -> UInt64 {
    guard start <= bytes.byteCount - 8 else { return trailingWord(bytes, at: start) }
    // SAFETY: callers start at a checked offset, which is not negative, and start + 8 <= bytes.byteCount.
    return unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: start, as: UInt64.self))
  }

  private static func trailingWord(_ bytes: RawSpan, at start: Int) -> UInt64 {
    var word: UInt64 = 0
    var shift: UInt64 = 0
    for index in start..<max(start, bytes.byteCount) {
      word |= UInt64(bytes.byte(at: index)) << shift
      shift += 8
    }
    return word
  }
}
