/// What cleaning does with a scalar: keep it, turn it into a space, or take it out.
enum ScalarClass: Sendable {
  case visible
  /// White space of any width.
  case space
  /// Control and format characters without a shape, soft hyphens, and private-use characters.
  case dropped
  /// A sign that opens a list item where it is the first of its line; private-use characters count too, since
  /// symbol fonts leave them behind.
  case bullet
  case privateUse

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F,
      0x3000:
      self = .space
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF,
      0xFFF9...0xFFFB:
      self = .dropped
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219, 0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8,
      0x25BA, 0x25CB,
      0x25CF, 0x25E6, 0x25C6, 0x25C7, 0x2756, 0x27A2, 0x27A4, 0x2713, 0x2714, 0x2794:
      self = .bullet
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF:
      self = .privateUse
    default:
      self = .visible
    }
  }
}

/// Reading scalars out of bytes that ``UTF8Check`` has passed.
enum Scalars {
  /// The scalar whose first byte stands at `offset`, and its bytes.
  static func decode(_ bytes: Span<UInt8>, at offset: Int) -> (scalar: UInt32, byteCount: Int) {
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
