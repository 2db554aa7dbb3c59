internal import Postings

/// Reads a step (``HistoryStep``) document by document, when its checksum is known to match.
struct HistoryStepReader {
  private let path: String
  private var reader: ByteReader
  /// Where the documents end.
  private let end: Int
  /// Documents that are still to come, as the footer says.
  private var remainingCount: UInt64
  private let documentCount: UInt64

  init(_ file: borrowing FileDescriptor) throws(SegmentError) {
    _ = try HistoryStep.header(of: file)
    let path = file.path
    let bytes = try file.readAll()
    // It is longer than header and footer, or the header would not have been read.
    let end = bytes.count - HistoryStep.footerByteCount
    func corrupt(_ offset: Int, _ reason: String) -> SegmentError {
      .corrupt(path: path, offset: offset, reason: reason)
    }
    // SAFETY: every byte of an array of bytes is initialized.
    let found = unsafe CRC32C.checksum(bytes.span.bytes, in: 0..<bytes.count - 4)
    var expected: UInt32 = 0
    for byte in bytes.suffix(4).reversed() { expected = expected << 8 | UInt32(byte) }
    guard found == expected else { throw corrupt(bytes.count - 4, "the checksum does not match") }
    var footer = ByteReader(bytes, in: end..<bytes.count, corrupt: corrupt)
    documentCount = try footer.word()
    remainingCount = documentCount
    reader = ByteReader(bytes, in: HistoryStep.headerByteCount..<end, corrupt: corrupt)
    self.path = path
    self.end = end
  }

  /// The next document that differs; nil behind the last one.
  mutating func next() throws(SegmentError) -> DocumentChange? {
    guard !reader.isAtEnd, remainingCount > 0 else {
      guard reader.isAtEnd, remainingCount == 0 else {
        throw .corrupt(
          path: path, offset: end,
          reason: reader.isAtEnd
            ? "it has \(documentCount - remainingCount) documents, its end says \(documentCount)"
            : "it has more documents than its end says, \(documentCount)")
      }
      return nil
    }
    remainingCount -= 1
    return try DocumentChange(from: &reader) { reason in
      .corrupt(path: path, offset: HistoryStep.headerByteCount, reason: reason)
    }
  }
}
