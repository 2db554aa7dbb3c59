/// How a posting list lies in its section.
///
///     list      = [ leaders ] · lastID u32 × (blocks − 1) · ends × (blocks − 1) · [ impact × blocks ] · [ ids ] · block × blocks
///     blocks    = ⌈documentFrequency / 128⌉
///     leaders   : of a list of 1,024 postings or more, the postings among which its best are; see ``Leaders``
///     lastID    : of each block but the last
///     ends      = postingsEnd u32 · [ positionsEnd u32 ]    where its bytes end, from the first block's and, with positions, the first
///                 run's on
///     impact    : of a list of two blocks or more, the least norm u8 of its block's postings with frequency 1 (255: none), the least of
///                 those with more u8, the greatest frequency u8 (at most 255)
///     ids       : of a list with a posting in each 24 units or more; see ``IDDirectory`` and ``ListForm``
///     block     = [ idBits u8 · gaps ] · frequencies        gaps where ids are not told above
///     gaps      = n values of idBits bits: id − previous id − 1 (previous of the first of a list: −1); 128 of them as in
///                 ``VerticalPacking``, fewer as in ``BitPacking``
///     n         = 128, in the last block what is left: 1 through 128
///
/// ``BlockFrequencies`` draws the frequencies. The positions of a list lie in a section of their own, a run for each block:
/// ``BlockPositions``. All integers are little-endian.
///
/// Example, ids 3 and 107 of 200 units, frequencies 1 and 2, positions [5] and [0, 9], one block:
///
///     07  83 33             gaps of 7 bits: 3, 103 → 0b1100111_0000011
///     00 02                 frequencies: the mask 0b10, values of 0 bits
///     06 05  08 08          positions: firsts of 3 bits: 5, 0 → 0b000_101; rest of 4 bits: 8
package enum PostingsFormat {
  /// Postings in every block but the last of a list.
  package static let blockSize = 128
  /// Postings from which on a list tells its leaders.
  package static let leastWithLeaders = 1024

  /// No word stands at this position or behind it, so that a phrase which begins with one ends within 32 bits.
  static let positionLimit = UInt32.max / 2

  static let lastIDByteCount = 4
  static let endByteCount = 4
  static let impactByteCount = 3

  /// The blocks of a list.
  package static func blockCount(documentFrequency: Int) -> Int {
    (documentFrequency + blockSize - 1) / blockSize
  }
}
