internal import Postings

/// What a generation has that another has not, and the other way round: one file of an index's history.
///
///     step     = header · { document } · footer
///     header   = "VRBh" · version u32 · from (32 bytes) · to (32 bytes) · CRC-32C u32 of the 72 bytes before
///     document = id string · presence u8 · facts u64 (if it stood in `from`) · facts u64 (if it stands in `to`) · paragraphs
///     paragraphs = count varint · { hash u64 · difference varint: how often × 2, + 1 if less often }, hashes ascending
///     footer   = documentCount u64 · CRC-32C u32 of all bytes before
///
/// `from` and `to` are generations; presence is 1 for a document of `from` alone, 2 for one of `to` alone, 3 for one of both. What is not
/// named is the same in both.
///
/// A generation names what is in it, so a step is true wherever and whenever it was written, and however one comes from one generation to
/// another by steps, the sum of the differences is the same.
enum HistoryStep {
  static let magic = Array("VRBh".utf8)
  static let version: UInt32 = 1
  static let headerByteCount = 76
  static let footerByteCount = 12
  /// No step is larger: one that would be is not kept.
  static let byteCountLimit = 256 << 20

  struct Header: Equatable {
    var from: String
    var to: String
  }

  static func header(from: String, to: String) -> [UInt8] {
    var bytes = magic
    bytes.appendInteger(version)
    for generation in [from, to] { bytes += binary(generation) }
    bytes.appendInteger(CRC32C.checksum(bytes))
    return bytes
  }

  /// The generations that a file leads from and to.
  static func header(of file: borrowing FileDescriptor) throws(SegmentError) -> Header {
    let path = file.path
    func corrupt(_ offset: Int, _ reason: String) -> SegmentError {
      .corrupt(path: path, offset: offset, reason: reason)
    }
    guard (headerByteCount + footerByteCount...byteCountLimit).contains(try file.byteCount()) else {
      throw corrupt(
        0, "a step of a history has \(headerByteCount + footerByteCount) to \(byteCountLimit) bytes")
    }
    let bytes = try Mapping(file).withBytes { $0.array(in: 0..<headerByteCount) }
    var reader = ByteReader(bytes, corrupt: corrupt)
    guard bytes.starts(with: magic) else { throw corrupt(0, "it does not begin as a step of a history does") }
    let word = try reader.word()
    guard UInt32(word >> 32) == version else {
      throw corrupt(4, "version \(word >> 32), expected \(version)")
    }
    var checksum: UInt32 = 0
    for byte in bytes[72..<76].reversed() { checksum = checksum << 8 | UInt32(byte) }
    guard checksum == CRC32C.checksum(Array(bytes[..<72])) else {
      throw corrupt(72, "the checksum of the header does not match")
    }
    return Header(from: Array(bytes[8..<40]).hex, to: Array(bytes[40..<72]).hex)
  }

  /// The 32 bytes that 64 hex digits write.
  private static func binary(_ generation: String) -> [UInt8] {
    precondition(Manifest.isName(generation))
    let digits = generation.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x61 + 10 }
    return stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}

/// Writes a step, document by document, in little memory.
struct HistoryStepWriter: ~Copyable {
  private let file: FileDescriptor
  private var pending: [UInt8]
  private var byteCount = 0
  private var documentCount = 0
  private var checksum: UInt32 = 0
  private static let chunkByteCount = 1 << 20

  init(creating path: String, from: String, to: String) throws(SegmentError) {
    file = try FileSystem.open(path, flags: FileDescriptor.creating)
    pending = HistoryStep.header(from: from, to: to)
  }

  mutating func append(_ document: DocumentChange) throws(SegmentError) {
    pending += document.bytes
    documentCount += 1
    guard byteCount + pending.count + HistoryStep.footerByteCount <= HistoryStep.byteCountLimit else {
      throw .tooLarge(
        path: file.path, reason: "a step of a history has at most \(HistoryStep.byteCountLimit) bytes")
    }
    if pending.count >= Self.chunkByteCount { try flush() }
  }

  /// Waits until all is on the disk.
  consuming func finish() throws(SegmentError) {
    pending.appendInteger(UInt64(documentCount))
    try flush()
    pending.appendInteger(checksum)
    try flush()
    try file.synchronize()
  }

  private mutating func flush() throws(SegmentError) {
    let chunk = pending
    // SAFETY: every byte of an array of bytes is initialized.
    let bytes = unsafe chunk.span.bytes
    checksum = CRC32C.checksum(bytes, in: 0..<chunk.count, after: checksum)
    try file.write(bytes)
    byteCount += chunk.count
    pending = []
  }
}
