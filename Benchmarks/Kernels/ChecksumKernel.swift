import Segment

/// The checksum of pages of a segment.
struct ChecksumKernel {
  let timer: KernelTimer
  let seed: UInt64

  private static let pageByteCount = 4_096
  private static let pageCount = 64

  func table() -> MarkdownTable {
    var generator = SplitMix64(seed: seed)
    let bytes = (0..<Self.pageCount * Self.pageByteCount).map { _ in
      UInt8(truncatingIfNeeded: generator.next())
    }
    let nanoseconds = timer.nanoseconds(for: Self.pageCount) {
      // SAFETY: every byte of an array of bytes is initialized.
      let bytes = unsafe bytes.span.bytes
      var sum = 0
      for page in 0..<Self.pageCount {
        let start = page * Self.pageByteCount
        sum &+= Int(CRC32C.checksum(bytes, in: start..<start + Self.pageByteCount))
      }
      return sum
    }
    var table = MarkdownTable(header: ["checksum", "ns a page of 4 KiB", "GB a second"])
    table.add([
      "CRC-32C", nanoseconds.rounded(to: 1), (Double(Self.pageByteCount) / nanoseconds).rounded(to: 2),
    ])
    return table
  }
}
