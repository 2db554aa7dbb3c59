extension Unicode.Scalar {
  /// The columns that terminals give it: none for marks on the letter before, two for the wide scripts of East Asia and
  /// most pictures, else one.
  ///
  /// The ranges are Unicode's East Asian Width, wide and full (UAX #11), taken in blocks: a terminal may differ in single
  /// characters, and a line is then a little short or long.
  package var columnWidth: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
      0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
