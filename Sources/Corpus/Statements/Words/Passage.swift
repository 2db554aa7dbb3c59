internal import Text

/// A word of a paragraph.
struct TextWord: Sendable {
  /// Bytes of the paragraph's text, without apostrophe-s.
  var start: Int32
  var end: Int32
  var lexeme: Lexeme
  /// What stands between the word and the one before it.
  var gap: Gap
  var shape: WordShape
}

/// A paragraph in words and sentences, as the rules read it.
struct Passage {
  let utf8: [UInt8]
  private(set) var words: [TextWord] = []
  /// Of each word.
  private(set) var classes: [WordClass] = []
  /// The sentences in words; none is empty.
  private(set) var sentences: [Range<Int>] = []
  /// Where each sentence stands in bytes.
  private(set) var sentenceBytes: [Range<Int>] = []
  /// What stands behind the last word.
  private(set) var tailGap: Gap = []

  /// - Complexity: Linear in the text.
  init(_ utf8: [UInt8], lexicon: Lexicon, breaker: SentenceBreaker) {
    self.utf8 = utf8
    words.reserveCapacity(utf8.count / 6)
    classes.reserveCapacity(utf8.count / 6)
    var reader = WordReader()
    while reader.next(in: utf8.span) {
      let lexeme = lexicon.lexeme(of: reader.folded)
      words.append(
        TextWord(
          start: Int32(reader.start), end: Int32(reader.end), lexeme: lexeme, gap: reader.gap,
          shape: reader.shape))
      classes.append(lexicon.classes[Int(lexeme)])
    }
    tailGap = reader.gap
    var first = 0
    for bytes in breaker.sentences(in: utf8) {
      var end = first
      while end < words.count, words[end].start < bytes.upperBound { end += 1 }
      if end > first {
        sentences.append(first..<end)
        sentenceBytes.append(bytes)
      }
      first = end
    }
  }

  func isA(_ wordClass: WordClass, at index: Int) -> Bool {
    !classes[index].isDisjoint(with: wordClass)
  }

  /// Whether nothing but space stands before the word at `index`.
  func isPlain(at index: Int) -> Bool { words[index].gap.isPlain }

  /// Whether the word says how something is done: one of the closed class, or any in -ly.
  func isAdverb(at index: Int) -> Bool {
    if isA(.adverb, at: index) { return true }
    let end = Int(words[index].end)
    guard words[index].lexeme == 0, end - Int(words[index].start) > 4 else { return false }
    return utf8[end - 1] == UInt8(ascii: "y") && utf8[end - 2] == UInt8(ascii: "l")
  }

  /// The bytes of words.
  func bytes(of range: Range<Int>) -> Range<Int> {
    Int(words[range.lowerBound].start)..<Int(words[range.upperBound - 1].end)
  }

  func text(of range: Range<Int>) -> String {
    String(decoding: utf8[bytes(of: range)], as: UTF8.self)
  }

  /// The word, folded.
  func folded(_ index: Int) -> String {
    var reader = WordReader()
    let bytes = Array(utf8[Int(words[index].start)..<Int(words[index].end)])
    return reader.next(in: bytes.span) ? String(decoding: reader.folded, as: UTF8.self) : ""
  }
}
