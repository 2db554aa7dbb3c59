/// Full stops next to figures.
extension SentenceRules {
  /// Whether the number, letter or Roman numeral of a paragraph or an item is all that stands before `stop`: in
  /// the sentence, or behind a colon or semicolon.
  static func isItemNumber(before stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    var number = stop.start
    while number > 0, stop.start - number <= 8, isNumberByte(text[number - 1]) { number -= 1 }
    guard number < stop.start, isNumbering(number..<stop.start, in: text) else { return false }
    var before = number
    while number - before < 8, let scalar = text.scalar(before: before) {
      let value = SentenceBreakClass(of: scalar.value)
      guard value == .space || value == .close else {
        return before < number && (scalar.value == 0x3A || scalar.value == 0x3B)
      }
      before -= scalar.byteCount
    }
    return before == 0
  }

  private static func isNumberByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: ".")
  }

  /// Whether `range` is up to three digits, more such behind full stops, a letter, or a Roman numeral.
  private static func isNumbering(_ range: Range<Int>, in text: Span<UInt8>) -> Bool {
    if text.isASCIILetter(at: range.lowerBound) {
      guard range.count > 1 else { return true }
      let numerals = text[range.lowerBound] & 0x20 == 0 ? "IVXLC" : "ivx"
      return range.count <= 5 && range.allSatisfy { numerals.utf8.contains(text[$0]) }
    }
    var digitCount = 0
    for offset in range {
      if text.isASCIIDigit(at: offset) {
        digitCount += 1
        guard digitCount <= 3 else { return false }
      } else {
        guard text.has(".", at: offset), digitCount > 0 else { return false }
        digitCount = 0
      }
    }
    return digitCount > 0
  }

  /// The end of a footnote's number glued to `stop` (atrocities.12 The, peace.”12 It); nil when there is none.
  static func endOfFootnoteMark(behind stop: SentenceStop, in text: Span<UInt8>) -> Int? {
    guard !stop.hasSpace else { return nil }
    var end = stop.end
    while let width = superscriptByteCount(at: end, in: text) { end += width }
    if end > stop.end { return end }
    while end < text.count, text.isASCIIDigit(at: end) { end += 1 }
    guard (1...3).contains(end - stop.end), end == text.count || text.endOfSpaces(from: end) > end else {
      return nil
    }
    return stop.hasClosingMarks || endsWord(before: stop, in: text) ? end : nil
  }

  /// The length of a superscript figure at `offset`.
  private static func superscriptByteCount(at offset: Int, in text: Span<UInt8>) -> Int? {
    guard offset < text.count, text[offset] == 0xC2 || text[offset] == 0xE2 else { return nil }
    let scalar = text.scalar(at: offset)
    switch scalar.value {
    case 0xB2, 0xB3, 0xB9, 0x2070, 0x2074...0x2079: return scalar.byteCount
    default: return nil
    }
  }

  /// Whether a bracket or three letters that are no part of a document's symbol (A/34/PV.31) stand before `stop`.
  private static func endsWord(before stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    if text.has(")", at: stop.start - 1) || text.has("]", at: stop.start - 1) { return true }
    var (offset, letterCount) = (stop.start, 0)
    while letterCount < 3, let scalar = text.scalar(before: offset) {
      guard SentenceBreakClass(of: scalar.value).isLetter else { return false }
      offset -= scalar.byteCount
      letterCount += 1
    }
    return letterCount == 3 && !isInSymbol(before: offset, in: text)
  }

  /// Whether a figure opens the next sentence, be it behind a quotation mark, though lower case follows it.
  static func opensWithFigure(behind stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    guard stop.hasSpace, text.sentenceBreak(at: text.endOfMarks(from: stop.end)) == .numeric else {
      return false
    }
    let isEllipsis = stop.isEllipsis(in: text) || text.sentenceBreak(before: stop.start) == .aTerm
    return !isEllipsis && !isInSymbol(before: stop.start, in: text)
  }

  /// Whether letters before `offset` stand in a document's symbol: A/34/PV, E/CN.
  private static func isInSymbol(before offset: Int, in text: Span<UInt8>) -> Bool {
    var offset = offset
    let lowest = max(0, offset - 8)
    while offset > lowest, text.isASCIILetter(at: offset - 1) { offset -= 1 }
    return text.has("/", at: offset - 1)
  }
}
