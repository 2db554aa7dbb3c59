/// What a row or paragraph is marked with at its start.
enum Marker: Equatable, Sendable {
  case none
  /// `-`, `*`, `•` or a glyph; taken out of the text.
  case bullet
  /// `12.`, `1.2`, `3)`; kept in the text. `depth` is the count of numbers, `last` the last of them.
  case number(depth: Int8, last: Int16)
  /// `IV.`, kept in the text.
  case roman
  /// `A.`, kept in the text.
  case letter
  /// `(a)`, `(iv)`, `(3)`, kept in the text.
  case enumerator
}

/// A step of repair: reads the marker off the first bytes of a clean row.
enum MarkerScanner {
  /// Notes the row's marker; a bullet is taken off its text.
  static func read(_ row: inout Row, in bytes: Span<UInt8>) {
    let (marker, byteCount) = marker(of: row, in: bytes)
    row.marker = marker
    guard marker == .bullet else { return }
    row.textStart += byteCount
    row.markerCount = byteCount
    row.leadCount = max(0, row.leadCount - byteCount)
  }

  /// The marker and its bytes with the space behind it.
  private static func marker(of row: Row, in bytes: Span<UInt8>) -> (marker: Marker, byteCount: Int) {
    if row.flags.contains(.hasGlyph) {
      // Scans leave specks before numbers; the number is the better evidence.
      let numbered = row.byteCount > 2 ? number(of: row, in: bytes) : (.none, 0)
      return numbered.0 == .none ? (.bullet, 0) : numbered
    }
    guard row.byteCount > 2 else { return (.none, 0) }
    let first = bytes[row.textStart]
    let isFollowedBySpace = bytes[row.textStart + 1] == 0x20
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return isFollowedBySpace ? (.bullet, 2) : (.none, 0)
    case 0xC2, 0xE2: return dash(of: row, in: bytes)
    case 0x30...0x39: return number(of: row, in: bytes)
    case UInt8(ascii: "("): return enumerator(of: row, in: bytes)
    case 0x41...0x5A: return letters(of: row, in: bytes)
    default: return (.none, 0)
    }
  }

  /// `–` (U+2013) or `·` (U+00B7) and a space.
  private static func dash(of row: Row, in bytes: Span<UInt8>) -> (Marker, Int) {
    let (scalar, byteCount) = Scalars.decode(bytes, at: row.textStart)
    guard scalar == 0x2013 || scalar == 0xB7, row.byteCount > byteCount + 1,
      bytes[row.textStart + byteCount] == 0x20
    else { return (.none, 0) }
    return (.bullet, byteCount + 1)
  }

  /// Up to four numbers of up to three digits, joined by dots and ended by a dot, a parenthesis or, if there are two
  /// or more, nothing; then a space.
  private static func number(of row: Row, in bytes: Span<UInt8>) -> (Marker, Int) {
    var offset = row.textStart
    var depth: Int8 = 0
    var last: Int16 = 0
    while depth < 4 {
      let digits = offset
      last = 0
      while offset < row.textEnd, offset - digits < 4, (0x30...0x39).contains(bytes[offset]) {
        last = last * 10 + Int16(bytes[offset] - 0x30)
        offset += 1
      }
      guard (1...3).contains(offset - digits), offset < row.textEnd else { return (.none, 0) }
      depth += 1
      let sign = bytes[offset]
      if sign == 0x20, depth > 1 { return (.number(depth: depth, last: last), offset + 1 - row.textStart) }
      guard sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")"), offset + 1 < row.textEnd else {
        return (.none, 0)
      }
      offset += 1
      if bytes[offset] == 0x20 { return (.number(depth: depth, last: last), offset + 1 - row.textStart) }
    }
    return (.none, 0)
  }

  /// `(a) `, `(iv) `, `(12) `; a number of more figures is a year.
  private static func enumerator(of row: Row, in bytes: Span<UInt8>) -> (Marker, Int) {
    var offset = row.textStart + 1
    while offset < row.textEnd, offset - row.textStart <= 4, bytes[offset] != UInt8(ascii: ")") {
      let byte = bytes[offset]
      let isNumeral = (0x30...0x39).contains(byte) || "ivxlc".utf8.contains(byte)
      guard isNumeral || (offset == row.textStart + 1 && (0x61...0x7A).contains(byte)) else {
        return (.none, 0)
      }
      offset += 1
    }
    let count = offset - row.textStart - 1
    let isYear = count > 2 && (0x30...0x39).contains(bytes[row.textStart + 1])
    guard (1...4).contains(count), !isYear, offset + 1 < row.textEnd, bytes[offset] == UInt8(ascii: ")"),
      bytes[offset + 1] == 0x20
    else { return (.none, 0) }
    return (.enumerator, offset + 2 - row.textStart)
  }

  /// `IV. ` or `B. `.
  private static func letters(of row: Row, in bytes: Span<UInt8>) -> (Marker, Int) {
    var offset = row.textStart
    var isRoman = true
    while offset < row.textEnd, offset - row.textStart < 6, (0x41...0x5A).contains(bytes[offset]) {
      if !"IVXL".utf8.contains(bytes[offset]) { isRoman = false }
      offset += 1
    }
    let count = offset - row.textStart
    guard isRoman || count == 1, count < 6, offset + 1 < row.textEnd, bytes[offset] == UInt8(ascii: "."),
      bytes[offset + 1] == 0x20
    else { return (.none, 0) }
    return (isRoman ? .roman : .letter, count + 2)
  }
}

/// The signs of bullets, which ``MarkerScanner`` has taken off.
enum BulletSigns {
  /// Enters those that no later step has given back.
  static func enter(_ rows: [Row], in text: CleanText, ledger: inout Ledger) {
    for row in rows where row.isBullet && row.markerCount > 0 {
      let piece = text.pieces[row.pieceStart]
      let start =
        row.lineStart + piece.column - 1 + (row.textStart - row.markerCount - piece.textOffset)
      // The space behind the sign is white space.
      ledger.remove(start, start + row.markerCount - 1, as: .bullet)
    }
  }
}
