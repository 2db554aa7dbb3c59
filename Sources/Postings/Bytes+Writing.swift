extension [UInt8] {
  /// Appends an integer's bytes, lowest first.
  @inlinable package mutating func appendInteger(_ value: some FixedWidthInteger) {
    // SAFETY: every byte of an integer is initialized, and the pointer is not kept.
    unsafe Swift.withUnsafeBytes(of: value.littleEndian) { unsafe append(contentsOf: $0) }
  }
}
