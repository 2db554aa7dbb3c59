/// The rules of this field, each a step that says whether a sentence ends at a stop, or nothing.
enum SentenceRules {
  /// The verdict of the first rule that has one; nil leaves the stop to UAX #29.
  static func verdict(on stop: SentenceStop, ofSentenceFrom start: Int, in text: Span<UInt8>) -> Bool? {
    if isLowerNext(after: stop, in: text) { return false }
    guard stop.isFullStop else { return nil }
    if isListNumber(before: stop, ofSentenceFrom: start, in: text) { return false }
    let word = word(before: stop, in: text)
    guard stop.closeEnd == stop.terminatorEnd else { return nil }
    switch Abbreviation.of(word, in: text) {
    case .joining: return false
    case .numbered: return isNumberNext(after: stop, in: text) ? false : nil
    case .either: return isOpenerNext(after: stop, in: text)
    case nil: return isInitials(word, in: text) ? isOpenerNext(after: stop, in: text) : nil
    }
  }

  /// The ASCII letters before `stop`, full stops between them included; empty when a letter or digit stands before.
  static func word(before stop: SentenceStop, in text: Span<UInt8>) -> Range<Int> {
    var start = stop.start
    while start > 0, stop.start - start <= Abbreviation.mostBytes,
      isASCIILetter(text[start - 1]) || text[start - 1] == UInt8(ascii: ".")
    {
      start -= 1
    }
    if let before = text.scalar(before: start) {
      let value = SentenceBreakClass(of: before.value)
      if value.isLetter || value == .numeric { return stop.start..<stop.start }
    }
    return start..<stop.start
  }

  /// Whether `word` is a capital or capitals with full stops between them: J, J.F, U.N.
  private static func isInitials(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard !word.count.isMultiple(of: 2) else { return false }
    for (place, offset) in word.enumerated() {
      let byte = text[offset]
      let fits = place.isMultiple(of: 2) ? (0x41...0x5A).contains(byte) : byte == UInt8(ascii: ".")
      guard fits else { return false }
    }
    return true
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a lower-case letter follows at once.
  private static func isLowerNext(after stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    guard stop.end < text.count, stop.end > stop.terminatorEnd else { return false }
    return SentenceBreakClass(of: text.scalar(at: stop.end).value) == .lower
  }

  /// Whether a figure or a Roman numeral follows.
  private static func isNumberNext(after stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    var offset = stop.end
    while offset < text.count, "([“".utf8.contains(text[offset]) { offset += 1 }
    guard offset < text.count else { return false }
    if SentenceBreakClass(of: text.scalar(at: offset).value) == .numeric { return true }
    let start = offset
    while offset < text.count, "IVXLC".utf8.contains(text[offset]) { offset += 1 }
    return offset > start && (offset == text.count || !isASCIILetter(text[offset]))
  }

  /// Whether the sentence so far is only a number, a letter or a Roman numeral: 12., 3.1., B., IV.
  private static func isListNumber(
    before stop: SentenceStop, ofSentenceFrom start: Int, in text: Span<UInt8>
  ) -> Bool {
    guard stop.start - start <= 8 else { return false }
    var hasLetters = false
    for offset in start..<stop.start {
      let byte = text[offset]
      switch byte {
      case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: "["), 0x20: break
      case UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"): hasLetters = true
      default:
        guard isASCIILetter(byte), stop.start - start == 1 else { return false }
        hasLetters = true
      }
    }
    return !hasLetters || stop.start - start <= 5
  }

  /// Whether one of the words follows that open sentences and stand in no name.
  private static func isOpenerNext(after stop: SentenceStop, in text: Span<UInt8>) -> Bool {
    var end = stop.end
    while end < text.count, end - stop.end < 12, isASCIILetter(text[end]) { end += 1 }
    var word = ""
    for offset in stop.end..<end { word.unicodeScalars.append(Unicode.Scalar(text[offset])) }
    return openers.contains(word)
  }

  private static let openers: Set<String> = [
    "The", "This", "That", "These", "Those", "It", "We", "He", "She", "They", "In", "On", "At", "As", "But",
    "And",
    "For", "From", "If", "When", "While", "However", "There", "Our", "Their", "His", "Its", "To", "With",
  ]
}
