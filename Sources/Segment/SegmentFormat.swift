/// The bytes of a segment file; `index/FORMAT.md` draws them all.
///
///     file   = header · section × 16 · page checksums · table of contents · footer
///     header = magic "VERBATIM" · formatVersion u32 · reserved u32
///
/// Sections are streamed in the order of their numbers, each from a multiple of 8 on, the gaps zero. All integers are
/// little-endian.
package enum SegmentFormat {
  /// The version this program writes, and the only one it reads.
  ///
  /// - 1: blocks of 128, positions, plain dictionary, stored text.
  package static let version = 1

  static let magic: [UInt8] = Array("VERBATIM".utf8)
  static let headerByteCount = 16
  /// Bytes that share a checksum.
  static let pageByteCount = 4096
  static let sectionAlignment = 8
  /// One entry of the table of contents: section u32 · reserved u32 · offset u64 · byteCount u64.
  static let contentsEntryByteCount = 24

  /// A section and its number in the table of contents.
  package enum Section: UInt32, CaseIterable, Sendable {
    /// The units' texts, UTF-8, one behind the other.
    case text = 1
    /// Where each unit's text came from.
    case pieces = 2
    /// A record a unit, and one more that ends the last.
    case units = 3
    /// A byte a unit: ``Norm``.
    case norms = 4
    /// A record a document, and one more.
    case documents = 5
    /// The documents' strings.
    case metadata = 6
    /// An offset into `headingPaths` for each section of a document, and one more.
    case headings = 7
    /// The paths of headings.
    case headingPaths = 8
    /// A record a term in order of the terms' bytes, and one more.
    case terms = 9
    case termBytes = 10
    case postings = 11
    case positions = 12
    /// A record a stem in order of the stems' bytes, and one more.
    case stems = 13
    case stemBytes = 14
    /// The terms of each stem, u32 each.
    case forms = 15
    /// Posting lists, without positions, of stems with two terms or more.
    case stemPostings = 16
  }

  // Bytes of one record of each table.
  static let unitRecordByteCount = 32
  static let documentRecordByteCount = 24
  static let headingRecordByteCount = 4
  static let termRecordByteCount = 32
  static let stemRecordByteCount = 24

  /// Stands for a term that has no stem: a compound or a word in capitals.
  static let noStem = UInt32.max
}
