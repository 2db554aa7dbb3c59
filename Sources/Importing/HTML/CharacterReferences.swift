/// Writes text of HTML with its references (`&amp;`, `&#8217;`) replaced by what they mean.
enum CharacterReferences {
  /// The longest name that is looked up, in bytes.
  private static let mostBytes = 31

  /// - Parameter isAttribute: Whether a name without its `;` is text before a letter, a digit or `=`, as in `?a=1&copy=2`.
  /// - Complexity: Linear in the length of `range`.
  static func append(
    _ range: Range<Int>, of bytes: Span<UInt8>, isAttribute: Bool = false, to output: inout [UInt8]
  ) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard bytes[offset] == UInt8(ascii: "&"),
        let (scalar, end) = reference(at: offset, limit: range.upperBound, bytes, isAttribute: isAttribute)
      else {
        output.append(bytes[offset])
        offset += 1
        continue
      }
      output.append(contentsOf: String(scalar).utf8)
      offset = end
    }
  }

  static func text(_ range: Range<Int>, of bytes: Span<UInt8>, isAttribute: Bool = false) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(range.count)
    append(range, of: bytes, isAttribute: isAttribute, to: &output)
    return output
  }

  /// What the reference at an `&` means and where it ends; nil if it is none.
  private static func reference(
    at offset: Int, limit: Int, _ bytes: Span<UInt8>, isAttribute: Bool
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    guard offset + 1 < limit else { return nil }
    return bytes[offset + 1] == UInt8(ascii: "#")
      ? numeric(from: offset + 2, limit: limit, bytes)
      : named(from: offset + 1, limit: limit, bytes, isAttribute: isAttribute)
  }

  private static func numeric(from start: Int, limit: Int, _ bytes: Span<UInt8>) -> (Unicode.Scalar, Int)? {
    var offset = start
    let isHex = offset < limit && bytes[offset] | 0x20 == UInt8(ascii: "x")
    if isHex { offset += 1 }
    let radix: UInt32 = isHex ? 16 : 10
    let digits = offset
    var number: UInt32 = 0
    while offset < limit, let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue, digit < radix {
      // Larger numbers mean nothing, however large.
      number = min(number * radix + UInt32(digit), 0x11_0000)
      offset += 1
    }
    guard offset > digits else { return nil }
    if offset < limit, bytes[offset] == UInt8(ascii: ";") { offset += 1 }
    return (scalar(number), offset)
  }

  /// The scalar of a number: the numbers of controls mean what windows-1252 has there, what is no scalar U+FFFD.
  private static func scalar(_ number: UInt32) -> Unicode.Scalar {
    guard number > 0, let scalar = Unicode.Scalar(number) else { return "\u{FFFD}" }
    return (0x80...0x9F).contains(number) ? Windows1252.scalar(of: UInt8(number)) : scalar
  }

  private static func named(
    from start: Int, limit: Int, _ bytes: Span<UInt8>, isAttribute: Bool
  ) -> (Unicode.Scalar, Int)? {
    var end = start
    while end < limit, end - start < mostBytes, isNameByte(bytes[end]) { end += 1 }
    if end < limit, bytes[end] == UInt8(ascii: ";"),
      let scalar = NamedReferences.all[name(start..<end, bytes)]
    {
      return (scalar, end + 1)
    }
    // The longest name that needs no `;`.
    var cut = min(end, start + NamedReferences.mostLegacyBytes)
    while cut > start + 1 {
      if let scalar = NamedReferences.legacy[name(start..<cut, bytes)] {
        let isText = isAttribute && cut < limit && (isNameByte(bytes[cut]) || bytes[cut] == UInt8(ascii: "="))
        return isText ? nil : (scalar, cut)
      }
      cut -= 1
    }
    return nil
  }

  private static func name(_ range: Range<Int>, _ bytes: Span<UInt8>) -> String {
    var name: [UInt8] = []
    for offset in range { name.append(bytes[offset]) }
    return String(decoding: name, as: UTF8.self)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    HTMLBytes.isLetter(byte) || HTMLBytes.isDigit(byte)
  }
}
