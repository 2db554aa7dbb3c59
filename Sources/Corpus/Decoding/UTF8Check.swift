/// A step of repair: is this UTF-8?
package enum UTF8Check {
  /// The offset of the first byte that begins no well-formed scalar; nil if all is well.
  ///
  /// Well-formed is Unicode's table 3-7: shortest form, no surrogates, nothing above U+10FFFF.
  package static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    let bytes = bytes.span
    var offset = 0
    while true {
      while offset < bytes.count, bytes[offset] < 0x80 { offset += 1 }
      guard offset < bytes.count else { return nil }
      let first = bytes[offset]
      guard let length = length(of: first), offset + length <= bytes.count else { return offset }
      guard secondByteRange(after: first).contains(bytes[offset + 1]) else { return offset }
      var index = offset + 2
      while index < offset + length {
        guard bytes[index] & 0xC0 == 0x80 else { return offset }
        index += 1
      }
      offset += length
    }
  }

  /// The line of a byte, from 1, as ``LineScanner`` counts.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    var line = 1
    for index in 0..<offset {
      if bytes[index] == 0x0A
        || (bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A))
      {
        line += 1
      }
    }
    return line
  }

  private static func length(of first: UInt8) -> Int? {
    switch first {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: nil
    }
  }

  private static func secondByteRange(after first: UInt8) -> ClosedRange<UInt8> {
    switch first {
    case 0xE0: 0xA0...0xBF
    case 0xED: 0x80...0x9F
    case 0xF0: 0x90...0xBF
    case 0xF4: 0x80...0x8F
    default: 0x80...0xBF
    }
  }
}
