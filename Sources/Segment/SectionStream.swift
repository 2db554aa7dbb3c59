internal import Postings

/// The bytes of a segment on their way to the disk, with the checksum of each page.
struct SectionStream: ~Copyable {
  private let file: FileDescriptor
  /// Bytes not written yet; begins on a page boundary.
  private var pending: [UInt8] = []
  private(set) var byteCount = 0
  /// The checksums of the pages written.
  private(set) var checksums: [UInt8] = []

  /// Bytes that are gathered before they are written: 256 pages.
  private static let chunkByteCount = 256 * SegmentFormat.pageByteCount

  init(_ file: consuming FileDescriptor) {
    self.file = file
    pending.reserveCapacity(Self.chunkByteCount)
  }

  mutating func append(_ bytes: [UInt8]) throws(SegmentError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.chunkByteCount - pending.count)
      pending.append(contentsOf: part)
      rest = rest.dropFirst(part.count)
      if pending.count == Self.chunkByteCount { try write(upTo: pending.count) }
    }
    byteCount += bytes.count
  }

  /// Zero bytes up to the next multiple of the sections' alignment.
  mutating func align() throws(SegmentError) {
    try append(Array(repeating: 0, count: SegmentFormat.aligned(byteCount) - byteCount))
  }

  /// Writes what is pending, also a last page that is not full: no page is checked after that.
  mutating func endPages() throws(SegmentError) {
    try write(upTo: pending.count)
  }

  /// Writes bytes that are not under page checksums, behind the last page, and waits until all is on the disk.
  consuming func finish(_ tail: [UInt8]) throws(SegmentError) {
    precondition(pending.isEmpty)
    // SAFETY: every byte of an array of bytes is initialized.
    try unsafe file.write(tail.span.bytes)
    try file.synchronize()
  }

  private mutating func write(upTo end: Int) throws(SegmentError) {
    let chunk = pending
    pending = Array(chunk[end...])
    // SAFETY: every byte of an array of bytes is initialized.
    let bytes = unsafe chunk.span.bytes
    for start in stride(from: 0, to: end, by: SegmentFormat.pageByteCount) {
      let page = start..<min(start + SegmentFormat.pageByteCount, end)
      checksums.appendInteger(CRC32C.checksum(bytes, in: page))
    }
    try file.write(bytes.extracting(0..<end))
  }
}
