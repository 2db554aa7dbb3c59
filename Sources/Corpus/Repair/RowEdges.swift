internal import Text

/// How a row begins, as far as it tells whether a sentence goes on.
enum Opening: UInt8, Sendable {
  /// A lower-case letter, also behind a quotation mark.
  case lowercase
  /// `,` `.` `)` `'s` and other signs that never begin a sentence.
  case continuation
  /// `(`
  case parenthesis
  case uppercase
  case digit
  case other
}

/// How a row ends, as far as it tells whether a sentence goes on.
enum Ending: UInt8, Sendable {
  /// `.` `!` `?` `…` `·`, also before closing quotation marks, parentheses and a footnote's number.
  case sentence
  case colon
  case semicolon
  case comma
  /// A hyphen behind a letter or digit.
  case hyphen
  /// Anything else: the sentence is not over.
  case open
}

/// A step of repair: looks at the first and last scalars of a clean row.
enum RowEdges {
  /// Notes how the row begins and ends.
  static func look(at row: inout Row, in bytes: Span<UInt8>) {
    row.opening = opening(of: bytes, from: row.textStart, to: row.textEnd)
    row.ending = ending(of: bytes, from: row.textStart, to: row.textEnd)
  }

  static func opening(of bytes: Span<UInt8>, from start: Int, to end: Int) -> Opening {
    guard start < end else { return .other }
    let (first, count) = Scalars.decode(bytes, at: start)
    switch first {
    case 0x2C, 0x2E, 0x3A, 0x3B, 0x21, 0x3F, 0x29, 0x5D, 0x25, 0x2026: return .continuation
    case 0x27, 0x2019: return apostrophe(bytes, from: start + count, to: end)
    case 0x28, 0x5B: return .parenthesis
    case 0x30...0x39: return .digit
    case 0x22, 0x201C, 0x201D, 0x2018, 0xAB:
      guard start + count < end else { return .continuation }
      return Scalars.decode(bytes, at: start + count).scalar == 0x20
        ? .continuation : letter(bytes, at: start + count)
    default: return letter(bytes, at: start)
    }
  }

  /// `'s `, `' ` and `’,` go on; `'If` opens a quotation.
  private static func apostrophe(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Opening {
    guard start < end else { return .continuation }
    let next = bytes[start]
    if next == 0x20 || next == 0x2C || next == 0x2E { return .continuation }
    if next == UInt8(ascii: "s"), start + 1 == end || bytes[start + 1] == 0x20 || bytes[start + 1] == 0x2C {
      return .continuation
    }
    return letter(bytes, at: start)
  }

  /// Latin, Greek and Cyrillic, with their accents, stand before it: a letter there that is no capital is a small one.
  private static let endOfCasedScripts: UInt32 = 0x0530

  private static func letter(_ bytes: Span<UInt8>, at offset: Int) -> Opening {
    let (scalar, count) = Scalars.decode(bytes, at: offset)
    switch scalar {
    case 0xE2
    where offset + count < bytes.count && Scalars.decode(bytes, at: offset + count).scalar == 0x20AC:
      // `â€` is what a wrong table makes of a quotation mark.
      return .other
    case 0x61...0x7A: return .lowercase
    case 0x41...0x5A: return .uppercase
    case 0x30...0x39: return .digit
    case 0..<0x80: return .other
    default:
      // Text's tables, not the standard library's: paragraphs must not change with the toolchain.
      let properties = ScalarProperties(of: scalar)
      if properties.isCapital { return .uppercase }
      return properties.wordBreak == .letter && scalar < endOfCasedScripts ? .lowercase : .other
    }
  }

  static func ending(of bytes: Span<UInt8>, from start: Int, to rowEnd: Int) -> Ending {
    var end = withoutFootnote(bytes, from: start, to: rowEnd)
    while end > start {
      let (scalar, count) = Scalars.decode(bytes, before: end)
      guard isCloser(scalar) || isLostQuotationMark(bytes, before: end) else { break }
      end -= count
    }
    guard end > start else { return .open }
    switch Scalars.decode(bytes, before: end).scalar {
    case 0x2E: return isAbbreviation(bytes, from: start, to: end - 1) ? .open : .sentence
    case 0x21, 0x3F, 0x2026: return .sentence
    case 0xB7: return middleDot(bytes, from: start, before: end)
    case 0x3A: return .colon
    case 0x3B: return .semicolon
    case 0x2C: return .comma
    case 0x2D, 0x2010, 0x2011:
      return end == rowEnd && isWordEnd(bytes, from: start, before: end) ? .hyphen : .open
    default: return .open
    }
  }

  /// Scans read a full stop as a point in the middle of the line, and a speck as well.
  private static func middleDot(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Ending {
    guard end - 2 > start else { return .open }
    let byte = bytes[end - 3]
    if byte == 0x20 { return ending(of: bytes, from: start, to: end - 3) }
    return (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) ? .sentence : .open
  }

  /// `â€`, which a wrong table makes of a quotation mark.
  private static func isLostQuotationMark(_ bytes: Span<UInt8>, before end: Int) -> Bool {
    let (scalar, count) = Scalars.decode(bytes, before: end)
    switch scalar {
    case 0x20AC: return end - count > 0 && Scalars.decode(bytes, before: end - count).scalar == 0xE2
    case 0xE2: return end + 2 < bytes.count && Scalars.decode(bytes, at: end).scalar == 0x20AC
    default: return false
    }
  }

  private static func isCloser(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xBB: true
    default: false
    }
  }

  /// Steps back over one or two digits that stand right behind a closing sign: `… over.12`.
  private static func withoutFootnote(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var digits = end
    while digits > start, end - digits < 3, (0x30...0x39).contains(bytes[digits - 1]) { digits -= 1 }
    guard (1...2).contains(end - digits), digits > start + 1 else { return end }
    let (sign, count) = Scalars.decode(bytes, before: digits)
    guard [0x2E, 0x201D, 0x22, 0x3F, 0x21].contains(sign), digits - count > start else { return end }
    let (before, _) = Scalars.decode(bytes, before: digits - count)
    return (0x30...0x39).contains(before) ? end : digits
  }

  /// Whether a letter or digit stands before the hyphen that ends at `end`.
  private static func isWordEnd(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Bool {
    let (_, count) = Scalars.decode(bytes, before: end)
    guard end - count > start else { return false }
    let byte = bytes[end - count - 1]
    return byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  private static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "messrs", "dr", "prof", "h.e", "amb", "nos", "paras", "vs", "cf", "e.g", "i.e",
  ]

  /// Whether the word that ends at `end`, a full stop behind it, is an abbreviation or an initial.
  private static func isAbbreviation(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var wordStart = end
    while wordStart > start, end - wordStart < 8, bytes[wordStart - 1] != 0x20, bytes[wordStart - 1] != 0x28 {
      wordStart -= 1
    }
    let count = end - wordStart
    guard count > 0, count < 8 else { return false }
    if count == 1 { return (0x41...0x5A).contains(bytes[wordStart]) && wordStart > start }
    var word = ""
    for index in wordStart..<end {
      guard bytes[index] < 0x80 else { return false }
      word.unicodeScalars.append(Unicode.Scalar(bytes[index] | 0x20))
    }
    return abbreviations.contains(word)
  }
}
