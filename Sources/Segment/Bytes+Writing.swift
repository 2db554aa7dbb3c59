extension [UInt8] {
  /// Appends an integer in groups of seven bits, lowest first, each byte but the last with its highest bit set.
  mutating func appendVarint(_ value: Int) {
    precondition(value >= 0)
    var rest = UInt(value)
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(rest))
  }

  /// Appends a length as a varint, and that many bytes.
  mutating func appendString(_ string: String) {
    appendVarint(string.utf8.count)
    append(contentsOf: string.utf8)
  }
}
