/// Reading scalars out of bytes that ``UTF8Check`` has passed.
package enum Scalars {
  /// The scalar whose first byte stands at `offset`, and its bytes.
  package static func decode(_ bytes: Span<UInt8>, at offset: Int) -> (scalar: UInt32, byteCount: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    let byteCount = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + byteCount <= bytes.count else { return (0xFFFD, bytes.count - offset) }
    var scalar = first & (0x7F >> UInt32(byteCount))
    for index in offset + 1..<offset + byteCount { scalar = scalar << 6 | UInt32(bytes[index] & 0x3F) }
    return (scalar, byteCount)
  }

  /// The scalar that ends just before `offset`, and its bytes.
  static func decode(_ bytes: Span<UInt8>, before offset: Int) -> (scalar: UInt32, byteCount: Int) {
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return (decode(bytes, at: start).scalar, offset - start)
  }
}
