/// The length of a unit in one byte.
///
/// Lucene's `SmallFloat.intToByte4`: lengths to 40 are exact, longer ones keep the four highest bits of what is over 24 and
/// are rounded down (41 becomes 40, 100 becomes 96, 150 becomes 144). Scores can so be compared one to one with
/// engines that keep the same byte.
package enum Norm {
  /// Lengths below this are a byte as they are.
  private static let exactCount = 24

  /// The byte for a length of `length` words, at least 0.
  package static func encode(_ length: Int) -> UInt8 {
    precondition(length >= 0)
    if length < exactCount { return UInt8(length) }
    let rest = UInt64(min(length, Int(Int32.max)) - exactCount)
    let bitCount = 64 - rest.leadingZeroBitCount
    guard bitCount >= 4 else { return UInt8(exactCount) + UInt8(rest) }
    // Three bits below the highest one, and how far they were shifted, plus one for lengths that were not.
    let shift = bitCount - 4
    return UInt8(exactCount) + (UInt8(rest >> UInt64(shift)) & 0x07 | UInt8(shift + 1) << 3)
  }

  /// The length that a byte stands for: the least of those that become it.
  package static func decode(_ norm: UInt8) -> Int {
    if norm < exactCount { return Int(norm) }
    let code = norm - UInt8(exactCount)
    let shift = Int(code >> 3) - 1
    let rest = shift < 0 ? Int(code & 0x07) : Int(code & 0x07 | 0x08) << shift
    return exactCount + rest
  }

  /// The greatest of the lengths that become a byte.
  package static func greatestLength(_ norm: UInt8) -> Int {
    norm == .max ? Int(Int32.max) : decode(norm + 1) - 1
  }
}
