/// Case and accent folding of one scalar.
///
/// Unicode's full case folding and canonical decomposition, repeated until nothing changes. Then accents fall
/// away (nonspacing marks of Latin, Greek, Cyrillic, Hebrew and Arabic; the vowel signs of Indic scripts and
/// the like spell other words and stay), and with them whatever shows nothing: soft hyphens, zero-width
/// joiners, variation selectors. To these come foldings of ours: ø→o, ł→l, đ and ð→d, ħ→h, ŧ→t, ı→i,
/// æ→ae, œ→oe, þ→th, ß→ss, and the apostrophes U+2018, U+2019, U+02BC and U+FF07 → U+0027.
/// `generate-tables.py` says how the table is made. Marks that stay are not put in canonical order.
package enum Folding {
  /// The folding's bytes in ``UnicodeTables/foldBytes``, empty for a scalar that is dropped; nil for a scalar
  /// that stays as it is.
  ///
  /// - Complexity: O(1).
  package static func byteRange(for scalar: UInt32) -> Range<Int>? {
    let block = Int(scalar >> UnicodeTables.blockShift)
    guard block < UnicodeTables.foldBlockCount else { return nil }
    let start = Int(PackedTable.byte(block, of: UnicodeTables.foldStage1)) << Int(UnicodeTables.blockShift)
    let entry = Int(
      PackedTable.half(start + Int(scalar & UnicodeTables.blockMask), of: UnicodeTables.foldStage2))
    guard entry != 0 else { return nil }
    let first = Int(PackedTable.half(entry, of: UnicodeTables.foldOffsets))
    return first..<Int(PackedTable.half(entry + 1, of: UnicodeTables.foldOffsets))
  }

  /// The byte at `offset` of all foldings.
  package static func byte(at offset: Int) -> UInt8 { PackedTable.byte(offset, of: UnicodeTables.foldBytes) }
}
