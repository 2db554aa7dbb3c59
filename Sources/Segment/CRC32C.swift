internal import Postings

/// CRC-32C (Castagnoli): the checksum of pages, tables and manifests. It proves accident, not intent.
///
/// Polynomial 0x1EDC6F41 reflected, initial value and final exclusive-or all ones (RFC 3720, section 12.1);
/// `123456789` gives E3069283. Eight bytes a step by eight tables (Kounavis and Berry, "Novel Table Lookup-Based
/// Algorithms for High-Performance CRC Generation", IEEE Transactions on Computers 57, 2008).
package enum CRC32C {
  /// The checksum of the bytes of `bytes` in `range`, which must be inside.
  package static func checksum(_ bytes: RawSpan, in range: Range<Int>) -> UInt32 {
    let tables = Self.tables
    var crc = UInt32.max
    var offset = range.lowerBound
    while offset + 8 <= range.upperBound {
      let word = bytes.integer(at: offset, as: UInt64.self) ^ UInt64(crc)
      crc = 0
      for table in 0..<8 {
        crc ^= tables[(7 - table) * 256 + Int(truncatingIfNeeded: word >> UInt64(table * 8)) & 0xFF]
      }
      offset += 8
    }
    while offset < range.upperBound {
      crc = crc >> 8 ^ tables[Int((crc ^ UInt32(bytes.byte(at: offset))) & 0xFF)]
      offset += 1
    }
    return ~crc
  }

  package static func checksum(_ bytes: [UInt8]) -> UInt32 {
    // SAFETY: every byte of an array of bytes is initialized.
    unsafe checksum(bytes.span.bytes, in: 0..<bytes.count)
  }

  /// Table *t*, entry *b*: what byte *b* followed by *t* zero bytes leaves.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var crc = UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0x82F6_3B78 : crc >> 1 }
      tables[byte] = crc
    }
    for index in 256..<tables.count {
      let before = tables[index - 256]
      tables[index] = before >> 8 ^ tables[Int(before & 0xFF)]
    }
    return tables
  }()
}
