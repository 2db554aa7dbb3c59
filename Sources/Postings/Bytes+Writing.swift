extension [UInt8] {
  /// Appends an integer's bytes, lowest first.
  @inlinable package mutating func appendInteger(_ value: some FixedWidthInteger) {
    var rest = value
    for _ in 0..<value.bitWidth / 8 {
      append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
