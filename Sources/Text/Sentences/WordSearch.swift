/// Looks for the first letter or digit of a sentence, once for all stops in it.
struct WordSearch {
  private var offset: Int
  private var isFound = false

  init(from start: Int) {
    offset = start
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
