/// What the bytes of HTML are, and where they stand.
enum HTMLBytes {
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// Tab, LF, FF, CR and space.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  /// The offset of the next `byte`; the end without one.
  static func find(_ byte: UInt8, in bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = min(start, bytes.count)
    while offset < bytes.count, bytes[offset] != byte { offset += 1 }
    return offset
  }

  /// Whether `name`, in small letters, stands at `offset` in letters of any kind.
  static func has(_ name: String, at offset: Int, in bytes: Span<UInt8>) -> Bool {
    var offset = offset
    for byte in name.utf8 {
      guard offset < bytes.count, lowercased(bytes[offset]) == byte else { return false }
      offset += 1
    }
    return true
  }

  static func lowercased(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

  static func lowercased(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    var letters: [UInt8] = []
    letters.reserveCapacity(range.count)
    for offset in range { letters.append(lowercased(bytes[offset])) }
    return String(decoding: letters, as: UTF8.self)
  }
}
