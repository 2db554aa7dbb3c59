import OracleSupport
import Testing
import Text

/// The oracle's table of words says what the analyzer does.
struct LexiconTests {
  private static let lexemes = Lexicon.all

  @Test func tokensAreThoseOfTheAnalyzer() {
    for lexeme in Self.lexemes {
      let text = Array(lexeme.written.utf8)
      var buffer = TokenBuffer()
      Analyzer().analyze(text.span, into: &buffer)
      let found = buffer.tokens.map { token in
        let (start, end) = (
          Self.scalarCount(text[..<Int(token.start)]), Self.scalarCount(text[..<Int(token.end)])
        )
        return
          "\(String(decoding: buffer.term(of: token), as: UTF8.self)) @\(token.position) \(start)..<\(end)"
      }
      let words = lexeme.words.enumerated().map { "\($1.term) @\($0) \($1.range)" }
      let extras = lexeme.extras.map { "\($0.term) @\($0.word) \($0.range)" }
      #expect(found.sorted() == (words + extras).sorted(), "\(lexeme.written)")
    }
  }

  @Test func familiesAreStems() {
    let words = Self.lexemes.flatMap(\.words)
    for word in words {
      for other in words {
        let haveOneStem =
          Analyzer.stem(of: Array(word.term.utf8)[...]) == Analyzer.stem(of: Array(other.term.utf8)[...])
        #expect((word.family == other.family) == haveOneStem, "\(word.term), \(other.term)")
      }
    }
  }

  private static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
