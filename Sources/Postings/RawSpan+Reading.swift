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

  /// The first of the offsets in `range`, which must be inside, where `byte` is; eight bytes are looked at together.
  @inline(__always)
  func firstIndex(of byte: UInt8, in range: Range<Int>) -> Int? {
    let wanted = UInt64(byte) &* 0x0101_0101_0101_0101
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard offset <= byteCount - 8 else {
        return (offset..<range.upperBound).first { self.byte(at: $0) == byte }
      }
      let zeros = (integer(at: offset) ^ wanted).zeroBytes
      if zeros != 0 {
        offset += zeros.trailingZeroBitCount >> 3
        return offset < range.upperBound ? offset : nil
      }
      offset += 8
    }
    return nil
  }

  /// A copy of the bytes in `range`, which must be inside.
  @inlinable package func array(in range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= byteCount)
    // SAFETY: the line above.
    return unsafe withUnsafeBytes { unsafe Array($0[range]) }
  }
}

extension UInt64 {
  /// A word whose lowest bit set is in the first byte of this one that is zero; zero if there is none. (Warren, "Hacker's Delight", 6-1.)
  @inline(__always)
  var zeroBytes: UInt64 {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
  }
}
