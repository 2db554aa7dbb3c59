/// Tells text that was decoded with the wrong table and encoded again: `Ã©` and `√©` for é, `â€™` for ’.
///
/// It is only reported, because what stood there cannot be proved.
enum Mojibake {
  /// Whether the scalar at `offset` shows that the text around it was decoded wrongly.
  ///
  /// UTF-8 read as Windows-1252 leaves the image of a lead byte before the image of a continuation byte; read as
  /// Mac Roman, `√` or `‚Ä`. A C1 control is a byte of Windows-1252 read as Latin 1, U+FFFD a byte that nobody
  /// could read.
  static func isSpot(_ bytes: Span<UInt8>, at offset: Int, scalar: UInt32, byteCount: Int) -> Bool {
    let lead = offset >= 2 && bytes[offset - 2] == 0xC3 ? bytes[offset - 1] : 0
    let next = offset + byteCount < bytes.count ? bytes[offset + byteCount] : 0
    switch scalar {
    case 0xFFFD: return true
    case 0x80...0x9F: return !follows([0xE2, 0x82, 0xAC], bytes, at: offset)
    case 0x221A: return next >= 0x80
    case 0x201A where next == 0xC3:
      return offset + byteCount + 1 < bytes.count && bytes[offset + byteCount + 1] == 0x84
    default: break
    }
    switch lead {
    case 0x82, 0x83: return isContinuationImage(scalar)
    case 0xA2: return scalar == 0x20AC || scalar == 0x201E || scalar == 0x201A
    // `ï»¿`, a byte order mark, and `ï¿½`, the sign for a byte that nobody could read.
    case 0xAF: return (scalar == 0xBB || scalar == 0xBF) && next == 0xC2
    default: return false
    }
  }

  private static func follows(_ run: [UInt8], _ bytes: Span<UInt8>, at offset: Int) -> Bool {
    guard offset >= run.count else { return false }
    for index in run.indices where bytes[offset - run.count + index] != run[index] { return false }
    return true
  }

  /// Whether Windows-1252 shows a byte from 0x80 to 0xBF as this scalar; those below U+00A0 aside.
  private static func isContinuationImage(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xA0...0xBF, 0x20AC, 0x2026, 0x2030, 0x2039, 0x203A, 0x2122: true
    case 0x2013, 0x2014, 0x2018...0x201A, 0x201C...0x201E, 0x2020...0x2022: true
    default: false
    }
  }
}
