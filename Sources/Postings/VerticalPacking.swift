/// 128 integers in the same number of bits, in four lanes that SIMD unpacks side by side.
///
/// Value *i* is in lane *i* mod 4, at place *i* / 4 of the lane. A lane is 32 values of `bitWidth` bits, from the lowest bit of its
/// first word on: `bitWidth` words of 32 bits. The words of the lanes take turns, so a row of 16 bytes holds a word of each.
/// (Lemire and Boytsov, "Decoding Billions of Integers per Second Through Vectorization", Software: Practice and Experience 45,
/// 2015.)
package enum VerticalPacking {
  /// The values that are packed together.
  package static let count = 128
  private static let laneCount = 4
  private static let rowByteCount = 16

  /// The bytes of 128 values.
  package static func byteCount(bitWidth: Int) -> Int { bitWidth * rowByteCount }

  /// Appends 128 values, none of which needs more than `bitWidth` bits.
  package static func append(_ values: ArraySlice<UInt32>, bitWidth: Int, to bytes: inout [UInt8]) {
    precondition(values.count == count && (0...32).contains(bitWidth))
    if bitWidth == 0 { return }
    var words = [UInt64](repeating: 0, count: (bitWidth + 1) * laneCount)
    for (index, value) in values.enumerated() {
      let bit = index / laneCount * bitWidth
      let word = (bit >> 5) * laneCount + index % laneCount
      let shifted = UInt64(value) << UInt64(bit & 31)
      words[word] |= shifted & 0xFFFF_FFFF
      words[word + laneCount] |= shifted >> 32
    }
    for word in words.prefix(bitWidth * laneCount) { bytes.appendInteger(UInt32(truncatingIfNeeded: word)) }
  }

  /// Turns 128 packed gaps into what they separate: `values[i] = values[i − 1] + gap + 1`, the one before the first being
  /// `previous`; sums wrap.
  ///
  /// - Precondition: `bytes` holds the packed gaps from `offset` on, `bitWidth` is at most 32, and `values` has room for 128.
  package static func unpackSums(
    _ bytes: RawSpan, at offset: Int, bitWidth: Int, previous: UInt32, into values: inout [UInt32]
  ) {
    precondition((0...32).contains(bitWidth) && offset >= 0 && values.count >= count)
    precondition(offset + byteCount(bitWidth: bitWidth) <= bytes.byteCount)
    // SAFETY: rows up to number bitWidth − 1 are read, which lie inside by the check above: the last row that place r asks for is
    // (32 · bitWidth − 1) / 32 at most, since the second row is only read for bits beyond the first. 32 rows of four are written.
    unsafe bytes.withUnsafeBytes { source in
      unsafe values.withUnsafeMutableBytes { target in
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        unsafe unpackSums(from + offset, bitWidth: bitWidth, previous: previous, to)
      }
    }
  }

  /// The same, of bytes that the caller checked.
  private static func unpackSums(
    _ from: UnsafeRawPointer, bitWidth: Int, previous: UInt32, _ to: UnsafeMutableRawPointer
  ) {
    typealias Row = SIMD4<UInt32>
    var sum = Row(repeating: previous)
    let mask = Row(repeating: bitWidth == 32 ? .max : 1 << UInt32(bitWidth) &- 1)
    var bit = 0
    for place in 0..<32 {
      var row = Row.zero
      if bitWidth > 0 {
        let address = unsafe from + (bit >> 5) * rowByteCount
        let shift = UInt32(bit & 31)
        row = unsafe address.loadUnaligned(as: Row.self) &>> Row(repeating: shift)
        if Int(shift) + bitWidth > 32 {
          row |=
            unsafe (address + rowByteCount).loadUnaligned(as: Row.self) &<< Row(repeating: 32 &- shift)
        }
        row &= mask
      }
      row = row &+ 1
      row = row &+ Row(0, row[0], row[1], row[2])
      row = row &+ Row(0, 0, row[0], row[1])
      sum = row &+ Row(repeating: sum[3])
      unsafe to.storeBytes(of: sum, toByteOffset: place * rowByteCount, as: Row.self)
      bit += bitWidth
    }
  }
}
