/// Full stops behind words that end no sentence.
extension SentenceRules {
  /// Whether the full stop belongs to an abbreviation or an initial that what follows belongs to, or is a speck
  /// behind a word that ends no sentence.
  static func isAbbreviated(at stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    let word = word(before: stop, in: text)
    if word.isEmpty { return isInitial(before: stop.start, in: text) && isNameNext(after: stop, in: text) }
    switch Abbreviation.of(word, in: text) {
    case .joining: return true
    case .leading: return isNumberNext(after: stop, in: text) || isNameNext(after: stop, in: text)
    case .numbered: return isNumberNext(after: stop, in: text)
    case .trailing: return false
    case nil: break
    }
    if isInitials(word, in: text) {
      return !isLabelled(word, in: text)
        && (isFigureNext(after: stop, in: text) || isNameNext(after: stop, in: text))
    }
    return isUnending(word, in: text) && !OpeningWord.stands(at: stop.end, in: text)
  }

  /// The word before the full stop, ASCII letters with full stops between them. Scans leave a space before the full
  /// stop: "Mr . Smith".
  private static func word(before stop: SentenceStop, in text: Span<UInt8>) -> Range<Int> {
    word(endingAt: text.has(" ", at: stop.start - 1) ? stop.start - 1 : stop.start, in: text)
  }

  /// The word that ends at `end`; empty when other letters, a digit, an apostrophe or, before a small letter, a
  /// hyphen or slash make it a part of a word.
  static func word(endingAt end: Int, in text: Span<UInt8>) -> Range<Int> {
    var start = end
    while start > 0, text.isASCIILetter(at: start - 1) || text.has(".", at: start - 1) {
      start -= 1
      guard end - start <= ShortWord.mostBytes else { return end..<end }
    }
    while start < end, text.has(".", at: start) { start += 1 }
    switch text.sentenceBreak(before: start) {
    case .lower, .upper, .otherLetter, .numeric, .extend, .format: return end..<end
    case .close where Apostrophe.byteCount(endingAt: start, notBefore: 0, in: text) > 0:
      let apostrophe = start - Apostrophe.byteCount(endingAt: start, notBefore: 0, in: text)
      return text.sentenceBreak(before: apostrophe)?.isLetter == true ? end..<end : start..<end
    default:
      let isJoined = text.has("-", at: start - 1) || text.has("/", at: start - 1)
      return isJoined && start < end && text[start] & 0x20 != 0 ? end..<end : start..<end
    }
  }

  /// Whether `word` is a capital or capitals with full stops between them (J, J.F, U.N) and no unit (1.5°C).
  private static func isInitials(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard !word.count.isMultiple(of: 2) else { return false }
    for offset in word {
      let isLetter = (offset - word.lowerBound).isMultiple(of: 2)
      guard isLetter ? (0x41...0x5A).contains(text[offset]) : text.has(".", at: offset) else { return false }
    }
    let before = text.has(" ", at: word.lowerBound - 1) ? word.lowerBound - 1 : word.lowerBound
    let sign = text.scalar(before: before)?.value
    return word.count > 1 || (sign != 0xB0 && sign != 0xBA)
  }

  /// Whether a capital past ASCII stands alone before `offset`: É. Macron.
  private static func isInitial(before offset: Int, in text: Span<UInt8>) -> Bool {
    guard let letter = text.scalar(before: offset), SentenceBreakClass(of: letter.value) == .upper else {
      return false
    }
    let before = text.sentenceBreak(before: offset - letter.byteCount)
    return before == nil || before == .space || before == .aTerm
  }

  /// Whether `word`, one capital, counts something named before it: Protocol I, Annex B, START I.
  private static func isLabelled(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard word.count == 1, text.has(" ", at: word.lowerBound - 1) else { return false }
    let end = word.lowerBound - 1
    var start = end
    while start > 0, text.isASCIILetter(at: start - 1) {
      start -= 1
      guard end - start <= ShortWord.mostBytes else { return false }
    }
    guard start < end else { return false }
    let isAcronym = end - start > 2 && (start..<end).allSatisfy { text[$0] & 0x20 == 0 }
    return isAcronym || labels.contains(ShortWord(start..<end, in: text))
  }

  private static let labels = ShortWord.words(
    "annex appendix article category chapter class figure group level option paragraph part phase plan pillar "
      + "protocol resolution resolutions schedule section stage table title type vitamin war zone")

  /// Whether `word` is an article or the like, which ends no sentence.
  static func isUnending(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    !word.isEmpty && word.count <= 5 && unending.contains(ShortWord(word, in: text))
  }

  private static let unending = ShortWord.words("the a an and or of our my their its")

  /// Whether a word follows that is none of those that open sentences.
  private static func isNameNext(after stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    text.sentenceBreak(at: stop.end)?.isLetter == true && !OpeningWord.stands(at: stop.end, in: text)
  }

  private static func isFigureNext(after stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    text.sentenceBreak(at: stop.end) == .numeric
  }

  /// Whether a figure, a Roman numeral or a letter with a figure follows, be it in brackets: 12, IV, (I, E.73, A29.
  private static func isNumberNext(after stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    let start = text.endOfMarks(from: stop.end)
    guard start < text.count else { return false }
    if text.sentenceBreak(at: start) == .numeric { return true }
    var end = start
    while end < text.count, end - start < 6, "IVXLC".utf8.contains(text[end]) { end += 1 }
    let isRoman = end > start && (end == text.count || !text.isASCIILetter(at: end))
    // "No. I do not", but "Protocol No. I, calling"
    if isRoman { return end - start > 1 || !text.has(" ", at: end) }
    guard text.isASCIILetter(at: start), text[start] & 0x20 == 0 else { return false }
    let figure = text.has(".", at: start + 1) ? start + 2 : start + 1
    return text.sentenceBreak(at: figure) == .numeric
  }
}
