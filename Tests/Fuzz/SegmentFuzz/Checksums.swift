internal import Segment

/// Makes the checksums of a damaged segment right, as `index/FORMAT.md` draws them.
enum Checksums {
  private static let footerByteCount = 72

  /// Leaves a file alone whose footer does not say where its parts lie.
  static func repair(in bytes: inout [UInt8]) {
    let footer = bytes.count - footerByteCount
    guard footer >= 0 else { return }
    let checksums = integer(in: bytes, at: footer, byteCount: 8)
    let contents = integer(in: bytes, at: footer + 8, byteCount: 8)
    let pages = (checksums + 4095) / 4096
    if checksums <= footer, contents <= footer, checksums + 4 * pages <= contents {
      for page in 0..<pages {
        let end = min(checksums, (page + 1) * 4096)
        store(CRC32C.checksum(Array(bytes[page * 4096..<end])), in: &bytes, at: checksums + 4 * page)
      }
      store(CRC32C.checksum(Array(bytes[checksums..<contents])), in: &bytes, at: footer + 56)
      store(CRC32C.checksum(Array(bytes[contents..<footer])), in: &bytes, at: footer + 60)
    }
    store(CRC32C.checksum(Array(bytes[footer..<footer + 68])), in: &bytes, at: footer + 68)
  }

  /// At most 2³² − 1, which no file here is as long as, so that sums do not overflow.
  private static func integer(in bytes: [UInt8], at offset: Int, byteCount: Int) -> Int {
    let value = (0..<byteCount).reduce(UInt64(0)) { $0 | UInt64(bytes[offset + $1]) << UInt64(8 * $1) }
    return Int(min(value, UInt64(UInt32.max)))
  }

  private static func store(_ value: UInt32, in bytes: inout [UInt8], at offset: Int) {
    for byte in 0..<4 { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte)) }
  }
}
