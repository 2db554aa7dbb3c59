/// Reads terms as Unicode scalars.
///
/// Terms are UTF-8; where a damaged index has other bytes, they are read as some number or other, never over the end.
enum TermScalars {
  /// The scalar that begins at `offset`, and the offset behind it.
  static func scalar(of term: [UInt8], at offset: Int) -> (scalar: UInt32, end: Int) {
    let first = term[offset]
    if first < 0x80 { return (UInt32(first), offset + 1) }
    let byteCount = min(max((~first).leadingZeroBitCount, 1), 4)
    let end = min(offset + byteCount, term.count)
    var scalar = UInt32(first & 0x7F >> UInt8(byteCount))
    for byte in term[(offset + 1)..<end] { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    return (scalar, end)
  }

  static func all(of term: [UInt8]) -> [UInt32] {
    var scalars: [UInt32] = []
    var offset = 0
    while offset < term.count {
      let (scalar, end) = scalar(of: term, at: offset)
      scalars.append(scalar)
      offset = end
    }
    return scalars
  }

  /// The bytes of a scalar, or of the number behind the last one: terms that begin with a greater one come behind them.
  static func bytes(of scalar: UInt32) -> [UInt8] {
    switch scalar {
    case ..<0x80: [UInt8(scalar)]
    case ..<0x800: [0xC0 | UInt8(scalar >> 6), continuation(scalar)]
    case ..<0x10000: [0xE0 | UInt8(scalar >> 12), continuation(scalar >> 6), continuation(scalar)]
    default:
      [
        0xF0 | UInt8(truncatingIfNeeded: scalar >> 18), continuation(scalar >> 12),
        continuation(scalar >> 6), continuation(scalar),
      ]
    }
  }

  private static func continuation(_ bits: UInt32) -> UInt8 { 0x80 | UInt8(bits & 0x3F) }
}
