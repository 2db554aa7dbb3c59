/// Ellipses, dashes, quotation marks, and what is glued to a full stop.
extension SentenceRules {
  /// Whether `stop` is the last of an ellipsis that opens a quotation, a bracket or the sentence (“… The parties),
  /// or stands behind a comma or a word that ends no sentence.
  static func opensWithEllipsis(at stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    var offset = stop.start
    while text.has(".", at: offset - 1) || text.has(" ", at: offset - 1) { offset -= 1 }
    guard stop.isEllipsis(in: text) || offset + 1 < stop.start else { return false }
    guard let before = text.scalar(before: offset) else { return true }
    if before.value == 0x22 || before.value == 0x27 {
      // A straight mark opens when a space stands before it and none behind.
      let outer = text.sentenceBreak(before: offset - 1)
      return !text.has(" ", at: offset) && (outer == nil || outer == .space || outer == .close)
    }
    if SentenceBreakClass(of: before.value) == .sContinue || OpeningMark.isOpening(before.value) {
      return true
    }
    return isUnending(word(endingAt: offset, in: text), in: text)
  }

  /// The end of a closing quotation mark that white space parts from `stop`; nil when there is none.
  static func endOfStrayQuotationMark(behind stop: SentenceStop, in text: Span<UInt8>) -> Int? {
    guard stop.hasSpace, !stop.hasClosingMarks else { return nil }
    let mark = text.scalar(at: stop.end)
    guard mark.value == 0x22 || mark.value == 0x201D else { return nil }
    let end = stop.end + mark.byteCount
    return end == text.count || text.endOfSpaces(from: end) > end ? end : nil
  }

  /// The verdict on a full stop with a hyphen or an en dash between it and a capital: a speck, or a bullet.
  static func verdictOnDash(behind stop: SentenceStop, in text: Span<UInt8>) -> SentenceVerdict? {
    let dash = text.scalar(at: stop.end)
    guard dash.value == 0x2D || dash.value == 0x2010 || dash.value == 0x2013 else { return nil }
    let dashEnd = stop.end + dash.byteCount
    let next = text.endOfSpaces(from: dashEnd)
    guard text.sentenceBreak(at: text.endOfMarks(from: next)) == .upper else { return nil }
    if stop.hasSpace { return .ends(at: stop.end) }
    return next > dashEnd || OpeningWord.stands(at: next, in: text) ? .ends(at: dashEnd) : nil
  }

  /// The verdict on a full stop with a capital right behind it: two sentences (security.To this end), or parts of a
  /// number or a symbol (E.73.II); nil when a short word or a number stands before it.
  static func verdictOnGlue(behind stop: SentenceStop, in text: Span<UInt8>) -> SentenceVerdict? {
    guard stop.end == stop.terminatorEnd, text.sentenceBreak(at: stop.end) == .upper else { return nil }
    let second = stop.end + text.scalar(at: stop.end).byteCount
    let isWord = text.sentenceBreak(at: second) == .lower || OpeningWord.stands(at: stop.end, in: text)
    guard isWord else { return .goesOn(from: stop.end) }
    return isBehindSmallLetters(stop, in: text) ? .ends(at: stop.end) : nil
  }

  /// Whether three small letters stand before `stop`, or before the ellipsis that it ends.
  private static func isBehindSmallLetters(_ stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    var (offset, letterCount) = (stop.start, 0)
    while letterCount < 3, let scalar = text.scalar(before: offset) {
      let value = SentenceBreakClass(of: scalar.value)
      guard value == .lower || (letterCount == 0 && value == .aTerm) else { return false }
      offset -= scalar.byteCount
      letterCount += value == .lower ? 1 : 0
    }
    return letterCount == 3
  }
}
