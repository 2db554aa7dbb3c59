internal import Text

/// Reads texts as their words, folded; memory is kept from text to text.
struct FoldedWords {
  private let analyzer = Analyzer()
  private var buffer = TokenBuffer()

  mutating func words(of text: [UInt8]) -> [[UInt8]] {
    analyzer.analyze(text.span, into: &buffer)
    return buffer.tokens.filter { $0.kind == .word }.map { Array(buffer.term(of: $0)) }
  }

  /// Calls `body` with each place where `words` stand one after the other and another word follows: with that one. If the text `isCut`,
  /// its last word may be the beginning of one, and does not count.
  mutating func forEachWord(
    behind words: [[UInt8]], in text: [UInt8], isCut: Bool, _ body: (ArraySlice<UInt8>) -> Void
  ) {
    analyzer.analyze(text.span, into: &buffer)
    // The words before the present one, as many as are looked for.
    var last: [Token] = []
    let end = isCut ? buffer.wordCount - 1 : buffer.wordCount
    for token in buffer.tokens where token.kind == .word && token.position < end {
      if last.count == words.count {
        if zip(last, words).allSatisfy({ buffer.term(of: $0).elementsEqual($1) }) {
          body(buffer.term(of: token))
        }
        last.removeFirst()
      }
      last.append(token)
    }
  }
}
