/// A bracket with what stands in it.
struct SentenceBracket {
  /// The longest bracket that is read, in bytes; nothing longer is a reference.
  private static let mostBytes = 200

  /// Whether it is a square or a curly one (which scans make of square ones).
  let isSquare: Bool
  /// Just past the opening bracket.
  let start: Int
  /// Where the closing bracket stands, if it is near.
  private let close: Int?

  /// Just past the closing bracket, if it is near.
  var end: Int? { close.map { $0 + 1 } }

  /// The bracket that opens at `offset`; nil when none does.
  init?(at offset: Int, in text: Span<UInt8>) {
    guard offset < text.count else { return nil }
    switch text[offset] {
    case UInt8(ascii: "("): isSquare = false
    case UInt8(ascii: "["), UInt8(ascii: "{"): isSquare = true
    default: return nil
    }
    start = offset + 1
    close = Self.close(from: start, in: text)
  }

  /// The closing bracket of the one that opens before `start`. Scans take one kind for another.
  private static func close(from start: Int, in text: Span<UInt8>) -> Int? {
    var depth = 1
    for offset in start..<min(start + mostBytes, text.count) {
      switch text[offset] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "J"): depth -= isMisread(at: offset, in: text) ? 1 : 0
      // The first bytes of CR, LF, U+0085, U+2028 and U+2029.
      case 0x0A, 0x0D, 0xC2, 0xE2:
        if text.sentenceBreak(at: offset)?.isParagraphSeparator == true { return nil }
      default: break
      }
      if depth == 0 { return offset }
    }
    return nil
  }

  /// Whether the J at `offset`, behind an opening bracket, is a closing one to which a scan gave a hook: [A/9001, p. 3.J
  private static func isMisread(at offset: Int, in text: Span<UInt8>) -> Bool {
    let isBehindNumber = text.has(".", at: offset - 1) || text.isASCIIDigit(at: offset - 1)
    let next = text.sentenceBreak(at: offset + 1)
    return isBehindNumber && (next == nil || next == .space || next == .aTerm || next == .sContinue)
  }

  /// Whether the number or letter of an item stands in it: (a), (iv), (12).
  func isItemNumber(in text: Span<UInt8>) -> Bool {
    guard !isSquare, let close, (1...4).contains(close - start) else { return false }
    let range = start..<close
    if range.count <= 2, range.allSatisfy({ text.isASCIIDigit(at: $0) }) { return true }
    if range.count == 1 { return text.isASCIILetter(at: start) }
    return range.allSatisfy { "ivx".utf8.contains(text[$0]) }
  }

  /// Whether it says how what follows is spoken: (spoke in French), (continued in English).
  func isDirection(in text: Span<UInt8>) -> Bool {
    let end = text.endOfASCIILetters(from: start)
    guard end > start, end - start <= ShortWord.mostBytes else { return false }
    return Self.directions.contains(ShortWord(start..<end, in: text))
  }

  private static let directions = ShortWord.words("spoke continued")

  /// Whether the last thing in it, closing marks apart, is a terminator.
  func endsSentence(in text: Span<UInt8>) -> Bool {
    guard var offset = close else { return false }
    while offset > start, let scalar = text.scalar(before: offset) {
      let value = SentenceBreakClass(of: scalar.value)
      guard value == .close || value == .space || value.isIgnorable else {
        return value.isTerminator || scalar.value == 0x2026
      }
      offset -= scalar.byteCount
    }
    return false
  }

  func hasWord(in text: Span<UInt8>) -> Bool {
    var words = WordSearch(from: start)
    return words.hasWord(before: close ?? start, in: text)
  }

  /// Whether it says where something stands: ibid., see A/47/1, 868th meeting, resolution 50/6, p. 3.
  func isReference(in text: Span<UInt8>) -> Bool {
    let first = text.endOfSpaces(from: start)
    let end = text.endOfASCIILetters(from: first)
    if end > first, end - first <= ShortWord.mostBytes {
      let word = ShortWord(first..<end, in: text)
      if Self.opening.contains(word), !text.has("'", at: end) { return true }
    }
    return isSymbol(from: first, in: text) || isOrdinal(from: first, in: text)
  }

  private static let opening = ShortWord.words(
    "see ibid ibidem idem op cf p pp para paras paragraph paragraphs resolution resolutions chap sect art "
      + "article annex document official press ecosoc")

  /// Whether the first word holds a slash and a digit: A/47/1, S/PV.4644. Scans make AI9703 of A/9703.
  private func isSymbol(from first: Int, in text: Span<UInt8>) -> Bool {
    var (hasSlash, hasDigit) = (false, false)
    for offset in first..<min(first + 24, text.count) {
      if text.has(" ", at: offset) || text.has(",", at: offset) || offset == close { break }
      hasSlash = hasSlash || text.has("/", at: offset)
      hasDigit = hasDigit || text.isASCIIDigit(at: offset)
    }
    let isCapital = (0x41...0x5A).contains(text.count > first ? text[first] : 0)
    return hasDigit && (hasSlash || isCapital)
  }

  /// Whether it starts with an ordinal number: 868th.
  private func isOrdinal(from first: Int, in text: Span<UInt8>) -> Bool {
    var offset = first
    while offset < text.count, offset - first < 5, text.isASCIIDigit(at: offset) { offset += 1 }
    let end = text.endOfASCIILetters(from: offset)
    return offset > first && end == offset + 2 && Self.ordinals.contains(ShortWord(offset..<end, in: text))
  }

  private static let ordinals = ShortWord.words("st nd rd th")
}
