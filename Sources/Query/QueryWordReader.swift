import Text

/// Turns the text of a token into words, as the analyzer cuts them.
struct QueryWordReader {
  private let analyzer: Analyzer
  private var buffer = TokenBuffer()

  /// How a text was written, which decides the forms it finds.
  enum Style {
    /// `veto`: any form; a text of several words is a phrase of them, each as written.
    case bare
    /// `=veto`: as written; the whole of a hyphenated word or a symbol, and `US` in capitals.
    case exact
    /// `"veto"`: each word as written, folded.
    case quoted
  }

  init(_ analyzer: Analyzer) {
    self.analyzer = analyzer
  }

  /// The word or phrase that `text` asks for; nil when the analyzer finds no word in it.
  mutating func leaf(of text: String, style: Style) -> Query? {
    let bytes = Array(text.utf8)
    analyzer.analyze(bytes.span, into: &buffer)
    let words = buffer.tokens.filter { $0.kind == .word }
    guard let first = words.first, let last = words.last else { return nil }
    if style == .exact, let whole = wholeToken(from: first, through: last) {
      return .word(word(whole, .exact, in: bytes))
    }
    if words.count > 1 { return .phrase(words.map { word($0, .exact, in: bytes) }) }
    return .word(word(first, style == .bare ? .anyForm : .exact, in: bytes))
  }

  /// The extra token that stands for the whole text: a compound, or a single word in capitals.
  private func wholeToken(from first: Token, through last: Token) -> Token? {
    buffer.tokens.first { token in
      token.kind != .word && token.start <= first.start && token.end >= last.end
    }
  }

  private func word(_ token: Token, _ form: QueryWord.Form, in bytes: [UInt8]) -> QueryWord {
    QueryWord(
      text: String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self),
      term: Array(buffer.term(of: token)), form: form)
  }
}
