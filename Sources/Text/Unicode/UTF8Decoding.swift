/// One step through UTF-8 text: a scalar, or one byte that belongs to none.
struct DecodedScalar {
  /// The code point; U+FFFD for an ill-formed byte, which stands in no word.
  let value: UInt32
  /// Bytes taken, 1 to 4.
  let byteCount: Int
}

extension Span<UInt8> {
  /// Decodes the scalar at `offset`, by the Unicode Standard's table 3-7 (well-formed UTF-8 byte sequences).
  ///
  /// Whatever is ill-formed, cut short included, is taken a byte at a time.
  func scalar(at offset: Int) -> DecodedScalar {
    let lead = self[offset]
    guard lead >= 0x80 else { return DecodedScalar(value: UInt32(lead), byteCount: 1) }
    let illFormed = DecodedScalar(value: 0xFFFD, byteCount: 1)
    let byteCount: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: byteCount = 2
    case 0xE0...0xEF:
      byteCount = 3
      if lead == 0xE0 { second = 0xA0...0xBF }  // no overlong form
      if lead == 0xED { second = 0x80...0x9F }  // no surrogate
    case 0xF0...0xF4:
      byteCount = 4
      if lead == 0xF0 { second = 0x90...0xBF }
      if lead == 0xF4 { second = 0x80...0x8F }  // none past U+10FFFF
    default: return illFormed
    }
    guard offset + byteCount <= count, second.contains(self[offset + 1]) else { return illFormed }
    let leadBits = UInt32(lead) & (0x7F >> UInt32(byteCount))
    var value = leadBits << 6 | UInt32(self[offset + 1] & 0x3F)
    for place in 2..<byteCount {
      let byte = self[offset + place]
      guard byte & 0xC0 == 0x80 else { return illFormed }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return DecodedScalar(value: value, byteCount: byteCount)
  }
}

extension Span<UInt8> {
  /// Decodes the scalar that ends at `offset`; nil at the start.
  ///
  /// It is the one that decoding forwards gives, since no byte but the first of a well-formed sequence can start one.
  func scalar(before offset: Int) -> DecodedScalar? {
    guard offset > 0 else { return nil }
    if self[offset - 1] >= 0x80 {
      for byteCount in 2...4 where byteCount <= offset {
        let scalar = scalar(at: offset - byteCount)
        if scalar.byteCount == byteCount { return scalar }
      }
      return DecodedScalar(value: 0xFFFD, byteCount: 1)
    }
    return DecodedScalar(value: UInt32(self[offset - 1]), byteCount: 1)
  }
}
