/// A folded word as two numbers, which differ for any two words of up to sixteen bytes; longer words are mixed into them.
///
/// No word has zero bytes, so that words of different lengths differ too. Two long words could share a key; the text of one would
/// then be taken for the other's, nothing worse.
struct WordKey: Hashable, Sendable {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0
  private(set) var count: Int32 = 0
  private(set) var last: UInt8 = 0

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if count < 8 {
      low = low << 8 | UInt64(byte)
    } else if count < 16 {
      high = high << 8 | UInt64(byte)
    } else {
      high = (high ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
      high ^= high >> 29
    }
    count += 1
    last = byte
  }

  init() {}

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { append(byte) }
  }

  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// A number that spreads keys evenly, its upper bits best.
  @inline(__always)
  var hash: UInt64 { (low ^ high &* 0xC2B2_AE3D_27D4_EB4F) &* 0x9E37_79B9_7F4A_7C15 }
}
