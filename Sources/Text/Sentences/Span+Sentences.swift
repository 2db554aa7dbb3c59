extension Span<UInt8> {
  /// The sentence-break class of the scalar at `offset`; nil at the end.
  func sentenceBreak(at offset: Int) -> SentenceBreakClass? {
    offset < count ? SentenceBreakClass(of: scalar(at: offset).value) : nil
  }

  /// The sentence-break class of the scalar before `offset`; nil at the start.
  func sentenceBreak(before offset: Int) -> SentenceBreakClass? {
    scalar(before: offset).map { SentenceBreakClass(of: $0.value) }
  }

  /// Whether `byte` stands at `offset`.
  func has(_ byte: Unicode.Scalar, at offset: Int) -> Bool {
    offset >= 0 && offset < count && self[offset] == UInt8(ascii: byte)
  }

  /// Passes over white space, line ends included, and over what has no width behind a space.
  func endOfWhiteSpace(from start: Int) -> Int {
    var offset = start
    var isAfterSpace = false
    while offset < count {
      let scalar = scalar(at: offset)
      let value = SentenceBreakClass(of: scalar.value)
      guard value == .space || value.isParagraphSeparator || (isAfterSpace && value.isIgnorable) else {
        break
      }
      isAfterSpace = !value.isParagraphSeparator
      offset += scalar.byteCount
    }
    return offset
  }

  /// Passes over white space inside a line.
  func endOfSpaces(from start: Int) -> Int { end(of: .space, from: start) }

  /// Passes over brackets and quotation marks, opening ones too.
  func endOfMarks(from start: Int) -> Int { end(of: .close, from: start) }

  /// Passes over scalars of class `wanted` and, by SB5, over the ignorable.
  private func end(of wanted: SentenceBreakClass, from start: Int) -> Int {
    var offset = start
    while offset < count {
      let scalar = scalar(at: offset)
      let value = SentenceBreakClass(of: scalar.value)
      guard value == wanted || value.isIgnorable else { break }
      offset += scalar.byteCount
    }
    return offset
  }

  /// Passes over ASCII letters, at most one more than a ``ShortWord`` has.
  func endOfASCIILetters(from start: Int) -> Int {
    var offset = start
    while offset < count, offset - start <= ShortWord.mostBytes, isASCIILetter(at: offset) { offset += 1 }
    return offset
  }

  func isASCIILetter(at offset: Int) -> Bool { (0x61...0x7A).contains(self[offset] | 0x20) }

  func isASCIIDigit(at offset: Int) -> Bool { (0x30...0x39).contains(self[offset]) }
}
