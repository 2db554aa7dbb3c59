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
      let word = word(whole, .exact, in: bytes)
      guard whole.kind == .compound, Self.mayHaveYear(word.term) else { return .word(word) }
      // `=S/RES/1973` is `S/RES/1973 (2011)` too.
      let dated = QueryPattern(text: word.text + " (", pattern: .prefix(word.term + [UInt8(ascii: "(")]))
      return .synonyms([.word(word), .pattern(dated)])
    }
    if words.count > 1 { return .phrase(words.map { word($0, .exact, in: bytes) }) }
    return .word(word(first, style == .bare ? .anyForm : .exact, in: bytes))
  }

  /// What a text with `*` or `~` behind it stands for; nil when the analyzer finds no word in it, or several that are no whole.
  ///
  /// - Parameter edits: Of `~`; nil for `*`, before which a hyphenated word and a symbol may stand too.
  mutating func pattern(of text: String, edits: Int?) -> QueryPattern? {
    let bytes = Array(text.utf8)
    analyzer.analyze(bytes.span, into: &buffer)
    let words = buffer.tokens.filter { $0.kind == .word }
    guard let first = words.first, let last = words.last else { return nil }
    let compound = buffer.tokens.first {
      $0.kind == .compound && $0.start <= first.start && $0.end >= last.end
    }
    guard let token = words.count == 1 ? first : edits == nil ? compound : nil else { return nil }
    var term = Array(buffer.term(of: token))
    var end = Int(token.end)
    // `non-*` and `A/*` are the hyphenated words and symbols that begin so.
    if edits == nil, end + 1 == bytes.count, [UInt8(ascii: "-"), UInt8(ascii: "/")].contains(bytes[end]) {
      term.append(bytes[end])
      end += 1
    }
    return QueryPattern(
      text: String(decoding: bytes[Int(token.start)..<end], as: UTF8.self),
      pattern: edits.map { .fuzzy(term, edits: $0) } ?? .prefix(term))
  }

  /// The extra token that stands for the whole text: a compound, or a single word in capitals.
  private func wholeToken(from first: Token, through last: Token) -> Token? {
    buffer.tokens.first { token in
      token.kind != .word && token.start <= first.start && token.end >= last.end
    }
  }

  /// Whether the whole is a document's symbol, behind whose last part a year in brackets may stand, and has none.
  private static func mayHaveYear(_ term: [UInt8]) -> Bool {
    guard let slash = term.lastIndex(of: UInt8(ascii: "/")), slash + 1 < term.count else { return false }
    return (0x30...0x39).contains(term[slash + 1]) && term.last != UInt8(ascii: ")")
  }

  private func word(_ token: Token, _ form: QueryWord.Form, in bytes: [UInt8]) -> QueryWord {
    QueryWord(
      text: String(decoding: bytes[Int(token.start)..<Int(token.end)], as: UTF8.self),
      term: Array(buffer.term(of: token)), form: form)
  }
}
