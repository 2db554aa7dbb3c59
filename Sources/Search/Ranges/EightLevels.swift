/// Levels of eight neighbours, a byte each.
struct EightLevels: Sendable {
  /// The first in the lowest bits.
  private var bytes: UInt64 = 0

  var isZero: Bool { bytes == 0 }

  @inline(__always)
  subscript(index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bytes >> UInt64(8 * index)) }

  var lanes: SIMD8<UInt8> {
    @inline(__always) get {
      // SAFETY: both are eight bytes, and any bytes are a value of either.
      unsafe unsafeBitCast(bytes.littleEndian, to: SIMD8<UInt8>.self)
    }
  }

  var greatest: UInt8 { lanes.max() }

  @inline(__always)
  mutating func raise(_ index: Int, to level: UInt8) {
    let old = self[index]
    if level > old { bytes &+= UInt64(level - old) << UInt64(8 * index) }
  }
}
