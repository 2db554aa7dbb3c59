/// Looks for the first letter or digit of a sentence, once for all stops in it.
struct WordSearch {
  private var offset: Int
  private var isFound = false

  init(from start: Int = 0) {
    offset = start
  }

  /// Where the first letter, digit or paragraph separator stands from `start` on; the end when none does.
  static func endOfSilence(from start: Int, in text: Span<UInt8>) -> Int {
    var offset = start
    while offset < text.count {
      let scalar = text.scalar(at: offset)
      let value = SentenceBreakClass(of: scalar.value)
      guard !value.isLetter, value != .numeric, !value.isParagraphSeparator else { break }
      offset += scalar.byteCount
    }
    return offset
  }

  /// Whether a letter or digit stands before `end`, which never decreases.
  mutating func hasWord(before end: Int, in text: Span<UInt8>) -> Bool {
    while !isFound, offset < end {
      let scalar = text.scalar(at: offset)
      let value = SentenceBreakClass(of: scalar.value)
      isFound = value.isLetter || value == .numeric
      offset += scalar.byteCount
    }
    return isFound
  }
}
