extension RawSpan {
  /// The byte at `offset`, which must be inside.
  @inlinable package func byte(at offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < byteCount)
    // SAFETY: the line above.
    return unsafe unsafeLoad(fromUncheckedByteOffset: offset, as: UInt8.self)
  }

  /// The integer in the bytes from `offset` on, which must be inside; lowest byte first.
  @inlinable package func integer<Value: FixedWidthInteger & BitwiseCopyable>(
    at offset: Int, as type: Value.Type = Value.self
  ) -> Value {
    precondition(offset >= 0 && offset <= byteCount - MemoryLayout<Value>.size)
    // SAFETY: the line above.
    return unsafe Value(littleEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: Value.self))
  }

  /// A copy of the bytes in `range`, which must be inside.
  @inlinable package func array(in range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= byteCount)
    // SAFETY: the line above.
    return unsafe withUnsafeBytes { unsafe Array($0[range]) }
  }
}
