/// Reads the generated tables, whose values stand several to a 64-bit word, the first in the lowest bits.
///
/// The index is the caller's: every one comes from the tables themselves or from a scalar, so a bad one is our
/// bug and traps.
enum PackedTable {
  /// The `index`th byte of `words`.
  @inline(__always)
  static func byte(_ index: Int, of words: [UInt64]) -> UInt8 {
    UInt8(truncatingIfNeeded: words[index >> 3] >> (UInt64(truncatingIfNeeded: index & 7) &* 8))
  }

  /// The `index`th 16-bit value of `words`.
  @inline(__always)
  static func half(_ index: Int, of words: [UInt64]) -> UInt16 {
    UInt16(truncatingIfNeeded: words[index >> 2] >> (UInt64(truncatingIfNeeded: index & 3) &* 16))
  }
}
