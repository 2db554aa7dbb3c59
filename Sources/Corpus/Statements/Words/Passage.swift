internal import Text

/// A word of a paragraph.
struct TextWord: Sendable {
  /// Bytes of the paragraph's text, without apostrophe-s.
  var start: Int32
  var end: Int32
  var classes: WordClass
  var lexeme: Lexeme
  /// What stands between the word and the one before it.
  var gap: Gap
  var shape: WordShape
}

/// A sentence of a paragraph; it has a word at least.
struct TextSentence: Sendable {
  var words: Range<Int>
  /// Bytes of the paragraph's text.
  var utf8: Range<Int>
  /// Every class that one of the words is in.
  var classes: WordClass
}

/// A paragraph in words and sentences, as the rules read it.
final class Passage: Sendable {
  let utf8: [UInt8]
  let words: [TextWord]
  let sentences: [TextSentence]
  /// What stands behind the last word.
  let tailGap: Gap
  /// Every class that one of the words is in.
  let classes: WordClass
  let hasQuotes: Bool

  /// - Complexity: Linear in the text.
  init(_ utf8: [UInt8], lexicon: Lexicon, breaker: SentenceBreaker) {
    self.utf8 = utf8
    var words: [TextWord] = []
    words.reserveCapacity(utf8.count / 5)
    var reader = WordReader()
    var gaps: Gap = []
    while reader.next(in: utf8.span) {
      gaps.formUnion(reader.gap)
      let lexeme = lexicon.lexeme(of: reader.key)
      words.append(
        TextWord(
          start: Int32(reader.start), end: Int32(reader.end), classes: lexicon.classes[Int(lexeme)],
          lexeme: lexeme,
          gap: reader.gap, shape: reader.shape))
    }
    self.words = words
    hasQuotes = !gaps.isDisjoint(with: [.openQuote, .closeQuote])
    tailGap = reader.gap
    var sentences: [TextSentence] = []
    var all: WordClass = []
    var first = 0
    for bytes in breaker.sentences(in: utf8) {
      var end = first
      var classes: WordClass = []
      while end < words.count, words[end].start < bytes.upperBound {
        classes.formUnion(words[end].classes)
        end += 1
      }
      if end > first { sentences.append(TextSentence(words: first..<end, utf8: bytes, classes: classes)) }
      all.formUnion(classes)
      first = end
    }
    self.sentences = sentences
    classes = all
  }

  func isA(_ wordClass: WordClass, at index: Int) -> Bool {
    words.indices.contains(index) && !words[index].classes.isDisjoint(with: wordClass)
  }

  /// Whether nothing but space stands before the word at `index`.
  func isPlain(at index: Int) -> Bool { words.indices.contains(index) && words[index].gap.isPlain }

  /// Whether the word says how something is done: one of the closed class, or any in -ly.
  func isAdverb(at index: Int) -> Bool {
    if isA(.adverb, at: index) { return true }
    guard words.indices.contains(index) else { return false }
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
    var reader = WordReader(keepsFolded: true)
    let bytes = Array(utf8[Int(words[index].start)..<Int(words[index].end)])
    return reader.next(in: bytes.span) ? String(decoding: reader.folded, as: UTF8.self) : ""
  }
}
