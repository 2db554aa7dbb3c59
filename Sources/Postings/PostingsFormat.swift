/// How a posting list lies in its section.
///
///     list      = [ skip entry × (blocks − 1) ]  block × blocks       blocks = ⌈documentFrequency / 128⌉
///     skip      = lastDocID u32 · postingsEnd u32 · positionsEnd u32
///     block     = idBits u8 · frequencyBits u8 · ids · frequencies
///     ids       = n values of idBits bits: id − previous id − 1         (previous of the first of a list: −1)
///     frequencies = n values of frequencyBits bits: frequency − 1
///     n         = 128, in the last block what is left: 1 through 128
///
/// A skip entry tells of one block but the last: its last id, and where its bytes end in the list's blocks and in the
/// list's positions. All integers are little-endian.
///
/// The positions of a list lie in a section of their own, a run for each block:
///
///     positions = run × blocks
///     run       = bits u8 · values       Σ frequencies values of `bits` bits
///     values    = of each posting: first position, then gaps: position − previous position − 1
///
/// Since a run has one width, the positions of a posting are found by adding up the frequencies before it in its block.
///
/// Example, ids 3 and 7, frequencies 1 and 2, positions [5] and [0, 9], no skip entry (one block):
///
///     02 01  0F 02          ids: 2 bits each: 3, 3 → 0b11_11; frequencies: 1 bit each: 0, 1 → 0b1_0
///     04 05 08              positions: 4 bits each: 5, 0, 8 → 0x05, 0x08
package enum PostingsFormat {
  /// Postings in every block but the last of a list.
  package static let blockSize = 128
  package static let skipEntryByteCount = 12
  /// The two bit widths in front of a block.
  static let blockHeaderByteCount = 2

  /// The blocks of a list.
  package static func blockCount(documentFrequency: Int) -> Int {
    (documentFrequency + blockSize - 1) / blockSize
  }
}
