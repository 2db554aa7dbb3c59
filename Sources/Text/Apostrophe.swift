/// What an apostrophe does to a word; ``Analyzer`` says why.
///
/// An apostrophe is U+0027, U+2018, U+2019, U+02BC or U+FF07. All functions take a range of a text.
enum Apostrophe {
  /// The length in bytes of the apostrophe at `offset`; 0 when none is there.
  static func byteCount(at offset: Int, in text: Span<UInt8>) -> Int {
    guard offset < text.count else { return 0 }
    switch text[offset] {
    case 0x27: return 1
    case 0xCA, 0xE2, 0xEF:
      let scalar = text.scalar(at: offset)
      return isApostrophe(scalar.value) ? scalar.byteCount : 0
    default: return 0
    }
  }

  /// The length in bytes of the apostrophe that ends at `end` and starts at `start` or later; 0 when none does.
  static func byteCount(endingAt end: Int, notBefore start: Int, in text: Span<UInt8>) -> Int {
    for width in 1...3 where end - width >= start && byteCount(at: end - width, in: text) == width {
      return width
    }
    return 0
  }

  /// `range`, which does not start with an apostrophe, without an apostrophe-s at its end.
  static func withoutPossessive(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    guard range.count > 1, isS(text[range.upperBound - 1]) else { return range }
    let end = range.upperBound - 1
    let width = byteCount(endingAt: end, notBefore: range.lowerBound, in: text)
    return width == 0 ? range : range.lowerBound..<end - width
  }

  /// `range` without the apostrophes at its ends.
  static func trimmed(_ range: Range<Int>, in text: Span<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let width = byteCount(at: start, in: text)
      guard width > 0 else { break }
      start += width
    }
    while start < end {
      let width = byteCount(endingAt: end, notBefore: start, in: text)
      guard width > 0 else { break }
      end -= width
    }
    return start..<end
  }

  /// The elided particle that `range` starts with: one of c, d, j, l, m, n, s, t, or qu, before an apostrophe.
  static func particle(of range: Range<Int>, in text: Span<UInt8>) -> Range<Int>? {
    guard range.count > 2 else { return nil }
    let start = range.lowerBound
    var end = start + 1
    switch text[start] | 0x20 {
    case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "m"),
      UInt8(ascii: "n"), UInt8(ascii: "s"), UInt8(ascii: "t"):
      break
    case UInt8(ascii: "q") where text[end] | 0x20 == UInt8(ascii: "u"):
      end += 1
    default: return nil
    }
    return byteCount(at: end, in: text) > 0 ? start..<end : nil
  }

  /// Where an apostrophe-s at `offset` ends, behind a digit (the 1990's, P5's), where UAX #29 cuts before the
  /// apostrophe; `offset` when there is none.
  static func possessiveEnd(
    afterDigitAt offset: Int, in text: Span<UInt8>, _ boundaries: WordBoundaries
  ) -> Int {
    let start = offset + byteCount(at: offset, in: text)
    guard start > offset, start < text.count, isS(text[start]) else { return offset }
    let end = boundaries.segment(from: start, in: text).end
    return end == start + 1 ? end : offset
  }

  private static func isS(_ byte: UInt8) -> Bool { byte | 0x20 == UInt8(ascii: "s") }

  private static func isApostrophe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x2018, 0x2019, 0x02BC, 0xFF07: true
    default: false
    }
  }
}
