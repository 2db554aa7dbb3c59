internal import Postings

/// CRC-32C (Castagnoli): the checksum of pages, tables and manifests. It proves accident, not intent.
///
/// Polynomial 0x1EDC6F41 reflected, initial value and final exclusive-or all ones (RFC 3720, section 12.1);
/// `123456789` gives E3069283. Sixteen bytes a step by sixteen tables, whose entries do not wait for each other (Kounavis and
/// Berry, "Novel Table Lookup-Based Algorithms for High-Performance CRC Generation", IEEE Transactions on Computers 57, 2008,
/// with twice their eight).
package enum CRC32C {
  /// The checksum of the bytes of `bytes` in `range`, which must be inside.
  ///
  /// - Parameter before: That of the bytes that stand before them.
  package static func checksum(
    _ bytes: RawSpan, in range: Range<Int>, after before: UInt32 = 0
  ) -> UInt32 {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.byteCount)
    // SAFETY: the buffer is the table's, whose size `tableSize` is, for the time of the call.
    return unsafe tables.withUnsafeBufferPointer { tables in
      precondition(tables.count == tableSize)
      return unsafe checksum(bytes, in: range, after: before, by: tables.baseAddress!)
    }
  }

  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    // SAFETY: every byte of an array of bytes is initialized.
    unsafe checksum(bytes.span.bytes, in: 0..<bytes.count)
  }

  /// The same with the tables in memory.
  ///
  /// - Precondition: `range` is inside of `bytes`, `tables` has ``tableSize`` entries.
  private static func checksum(
    _ bytes: RawSpan, in range: Range<Int>, after before: UInt32, by tables: UnsafePointer<UInt32>
  ) -> UInt32 {
    var crc = ~before
    var offset = range.lowerBound
    while offset + 16 <= range.upperBound {
      // SAFETY: offset + 16 <= range.upperBound, which is inside of the bytes.
      let low = unsafe UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self))
      let high = unsafe UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + 8, as: UInt64.self))
      crc = unsafe eight(low ^ UInt64(crc), by: tables + 8 * 256) ^ eight(high, by: tables)
      offset += 16
    }
    while offset < range.upperBound {
      // SAFETY: a byte is below 256.
      crc = unsafe crc >> 8 ^ tables[Int((crc ^ UInt32(bytes.byte(at: offset))) & 0xFF)]
      offset += 1
    }
    return ~crc
  }

  /// What eight bytes leave, the first one by the last of the eight tables from `tables` on.
  @inline(__always)
  private static func eight(_ word: UInt64, by tables: UnsafePointer<UInt32>) -> UInt32 {
    @inline(__always)
    func entry(_ table: Int, _ byte: UInt64) -> UInt32 {
      // SAFETY: table is below 8 and the byte below 256.
      unsafe tables[table * 256 + Int(truncatingIfNeeded: byte & 0xFF)]
    }
    return entry(7, word) ^ entry(6, word >> 8) ^ entry(5, word >> 16) ^ entry(4, word >> 24)
      ^ entry(3, word >> 32) ^ entry(2, word >> 40) ^ entry(1, word >> 48) ^ entry(0, word >> 56)
  }

  private static let tableSize = 16 * 256

  /// Table *t*, entry *b*: what byte *b* followed by *t* zero bytes leaves.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: tableSize)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
      tables[byte] = crc
    }
    for index in 256..<tableSize {
      let before = tables[index - 256]
      tables[index] = before >> 8 ^ tables[Int(before & 0xFF)]
    }
    return tables
  }()
}
