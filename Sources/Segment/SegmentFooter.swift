internal import Postings

/// The last 64 bytes of a segment: the only bytes at a known place.
///
///     offset size field               unit
///          0    8 checksumsOffset     bytes from the start of the file; pages cover all before it
///          8    8 contentsOffset      bytes; the page checksums, u32 each, end here
///         16    4 contentsByteCount   bytes; the footer follows
///         20    4 documentCount
///         24    4 unitCount           ids are 0 ..< unitCount
///         28    4 headingCount        sections of documents
///         32    4 termCount
///         36    4 stemCount
///         40    8 wordCount           words in all units (numerator of the average length)
///         48    4 checksumsChecksum   CRC-32C of the page checksums
///         52    4 contentsChecksum    CRC-32C of the table of contents
///         56    4 magic               "VRBf"
///         60    4 footerChecksum      CRC-32C of the 60 bytes before
///
/// Written last, so a file without a footer is a file whose writer died: never repaired, only deleted.
struct SegmentFooter: Equatable, Sendable {
  static let byteCount = 64
  static let magic: UInt32 = 0x6642_5256

  var checksumsOffset: UInt64
  var contentsOffset: UInt64
  var contentsByteCount: UInt32
  var documentCount: UInt32
  var unitCount: UInt32
  var headingCount: UInt32
  var termCount: UInt32
  var stemCount: UInt32
  var wordCount: UInt64
  var checksumsChecksum: UInt32
  var contentsChecksum: UInt32

  /// The 64 bytes.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.appendInteger(checksumsOffset)
    bytes.appendInteger(contentsOffset)
    bytes.appendInteger(contentsByteCount)
    bytes.appendInteger(documentCount)
    bytes.appendInteger(unitCount)
    bytes.appendInteger(headingCount)
    bytes.appendInteger(termCount)
    bytes.appendInteger(stemCount)
    bytes.appendInteger(wordCount)
    bytes.appendInteger(checksumsChecksum)
    bytes.appendInteger(contentsChecksum)
    bytes.appendInteger(Self.magic)
    bytes.appendInteger(CRC32C.checksum(bytes))
    return bytes
  }
}

extension SegmentFooter {
  /// Reads the footer of `file`, a whole segment, and checks it against the file's size.
  init(parsing file: RawSpan, path: String) throws(SegmentError) {
    let start = file.byteCount - Self.byteCount
    guard start >= SegmentFormat.headerByteCount else {
      throw .corrupt(path: path, offset: 0, reason: "\(file.byteCount) bytes are too few for a segment")
    }
    guard file.integer(at: start + 56, as: UInt32.self) == Self.magic else {
      throw .corrupt(
        path: path, offset: start + 56, reason: "no footer where the file ends: it was cut short")
    }
    guard CRC32C.checksum(file, in: start..<start + 60) == file.integer(at: start + 60, as: UInt32.self)
    else {
      throw .corrupt(path: path, offset: start, reason: "the footer's checksum does not match")
    }
    checksumsOffset = file.integer(at: start)
    contentsOffset = file.integer(at: start + 8)
    contentsByteCount = file.integer(at: start + 16)
    documentCount = file.integer(at: start + 20)
    unitCount = file.integer(at: start + 24)
    headingCount = file.integer(at: start + 28)
    termCount = file.integer(at: start + 32)
    stemCount = file.integer(at: start + 36)
    wordCount = file.integer(at: start + 40)
    checksumsChecksum = file.integer(at: start + 48)
    contentsChecksum = file.integer(at: start + 52)

    let page = UInt64(SegmentFormat.pageByteCount)
    guard wordCount <= UInt64(UInt32.max) else {
      throw .corrupt(
        path: path, offset: start + 40, reason: "\(wordCount) words are more than a segment holds")
    }
    guard contentsOffset <= UInt64(start), UInt64(start) - contentsOffset == UInt64(contentsByteCount),
      checksumsOffset <= contentsOffset,
      (checksumsOffset + page - 1) / page * 4 == contentsOffset - checksumsOffset
    else {
      throw .corrupt(
        path: path, offset: start, reason: "the parts that the footer names do not fill the file")
    }
  }
}
