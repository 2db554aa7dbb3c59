/// How a list tells its ids: what takes the fewest bytes, and lets frequent terms be asked for any unit in constant time.
///
/// Of a list with a posting in each 8 units, a bit a unit is smallest; down to a posting in each 24 units, the ids' low bytes are
/// about as small as gaps, and both are found by a unit's number. (Culpepper and Moffat, "Efficient Set Intersection for
/// Inverted Indexing", ACM TOIS 29, 2010; chunks of 256 as in Chambi, Lemire, Kaser and Godin, "Better Bitmap Performance with
/// Roaring Bitmaps", 2016.)
package enum ListForm: Sendable {
  /// Gaps, in the blocks.
  case gaps
  /// The low byte of every id, by chunks of 256 units.
  case bytes
  /// A bit for every unit.
  case bitmap

  /// The form of a list of these counts: there is no other choice.
  package init(documentFrequency: Int, unitCount: Int) {
    if documentFrequency >= (unitCount + 7) / 8 {
      self = .bitmap
    } else if documentFrequency >= (unitCount + 23) / 24 {
      self = .bytes
    } else {
      self = .gaps
    }
  }

  /// Units that share an entry of the directory.
  static let chunkUnitCount = 256

  static func chunkCount(unitCount: Int) -> Int { (unitCount + chunkUnitCount - 1) / chunkUnitCount }

  /// Bytes of the ids outside of the blocks, with their directory.
  func byteCount(documentFrequency: Int, unitCount: Int) -> Int {
    let directory = IDDirectory.rankByteCount(unitCount: unitCount)
    switch self {
    case .gaps: return 0
    case .bytes: return directory + documentFrequency
    case .bitmap: return directory + 8 * ((unitCount + 63) / 64)
    }
  }
}
