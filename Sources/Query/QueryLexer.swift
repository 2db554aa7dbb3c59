import Text

/// Cuts a query into tokens: quotes, parentheses, operators, fields and words.
///
/// The lexer knows the marks of the whole language and never fails: every scalar but white space lands in a
/// token. What a mark means, and whether it can be honoured, is the parser's business.
///
/// - An operator is a run of its own, in capitals: `AND` is one, `and`, `AND,` and `=AND` are words.
/// - `-` is an operator at the start of the query, behind white space and behind `(`, where a word, quote or
///   parenthesis follows directly; anywhere else it is a hyphen or a dash.
/// - Quotation marks pair in order, whatever their shape; at most the last one is left over.
///
/// - Complexity: O(*n*): each scalar is looked at a fixed number of times.
struct QueryLexer {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  /// What the next token is glued to; decides whether an operator or a field can stand there.
  private var glue = Glue.none

  private enum Glue { case none, minus, field }

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  /// All tokens of `scalars`, in order.
  static func tokens(of scalars: [Unicode.Scalar]) -> [QueryToken] {
    var lexer = QueryLexer(scalars)
    var tokens: [QueryToken] = []
    while let token = lexer.next() { tokens.append(token) }
    return tokens
  }

  /// The next token; nil at the end.
  mutating func next() -> QueryToken? {
    while position < scalars.count, scalars[position].isQuerySpace {
      position += 1
      glue = .none
    }
    guard position < scalars.count else { return nil }
    let (start, glue) = (position, glue)
    self.glue = .none
    switch scalars[position] {
    case "(": return mark(.open)
    case ")":
      let token = mark(.close)
      skipClauseEnd()
      return token
    case let scalar where scalar.isQueryQuote: return quote(from: start)
    default: return run(from: start, glue: glue)
    }
  }

  /// Passes the comma or full stop behind a quotation mark or parenthesis, which is no word of its own.
  private mutating func skipClauseEnd() {
    position += scalars[position...].prefix(while: \.endsQueryClause).count
  }

  /// A token of the one scalar at the position.
  private mutating func mark(_ kind: QueryToken.Kind) -> QueryToken {
    position += 1
    return QueryToken(kind, position - 1..<position)
  }
}

// Runs of text: words, operators and fields.
extension QueryLexer {
  private mutating func run(from start: Int, glue: Glue) -> QueryToken {
    let end = scalars[start...].firstIndex(where: \.endsQueryRun) ?? scalars.count
    if glue == .none {
      if isMinus(at: start, runEnd: end) {
        self.glue = .minus
        return mark(.not)
      }
      if let kind = operatorKind(scalars[start..<end]) {
        position = end
        return QueryToken(kind, start..<end)
      }
    }
    if glue != .field, let (field, nameEnd) = field(in: start..<end) {
      self.glue = .field
      position = nameEnd
      return QueryToken(.field(field), start..<nameEnd)
    }
    position = end
    return word(start..<end)
  }

  private func isMinus(at start: Int, runEnd: Int) -> Bool {
    guard scalars[start] == "-" else { return false }
    if start > 0, !scalars[start - 1].isQuerySpace, scalars[start - 1] != "(" { return false }
    guard start + 1 == runEnd else { return scalars[start + 1] != "-" }
    return runEnd < scalars.count && (scalars[runEnd] == "(" || scalars[runEnd].isQueryQuote)
  }

  private func operatorKind(_ run: ArraySlice<Unicode.Scalar>) -> QueryToken.Kind? {
    // Few words begin so, and to look at them costs more than all else of a short query.
    guard run.first == "A" || run.first == "N" || run.first == "O" else { return nil }
    let name = run.prefix { $0 != "/" }
    guard name.count <= 7 else { return nil }
    let text = String(scalars: run)
    switch text {
    case "AND": return .and
    case "OR": return .or
    case "NOT": return .not
    default: return Proximity(operator: text).map { .proximity($0) }
    }
  }

  /// The field whose name and colon start the run, and where they end.
  private func field(in run: Range<Int>) -> (field: QueryField, end: Int)? {
    guard let colon = scalars[run].firstIndex(of: ":"), colon - run.lowerBound <= 7 else { return nil }
    guard let field = QueryField(rawValue: String(scalars: scalars[run.lowerBound..<colon])) else {
      return nil
    }
    return (field, colon + 1)
  }

  private mutating func word(_ run: Range<Int>) -> QueryToken {
    let isExact = scalars[run.lowerBound] == "="
    // Quoted words are exact anyway, so `="…"` asks for nothing more.
    if isExact, run.count == 1, run.upperBound < scalars.count, scalars[run.upperBound].isQueryQuote {
      return quote(from: run.lowerBound)
    }
    let text = (isExact ? run.lowerBound + 1 : run.lowerBound)..<run.upperBound
    let suffix = wordSuffix(of: text)
    return QueryToken(
      isExact ? .exactWord : .word, run,
      text: text.lowerBound..<(suffix?.lowerBound ?? text.upperBound), suffix: suffix)
  }

  /// The `*`, `~` or `~2` at the end of a word, or before the comma or full stop there; nil without one, or where nothing
  /// stands before it. Between figures `~` means up to, `5~10`, but for the edits that may be: `1973~1`.
  private func wordSuffix(of text: Range<Int>) -> Range<Int>? {
    let end = text.upperBound - scalars[text].reversed().prefix(while: \.endsQueryClause).count
    let digits = scalars[text.lowerBound..<end].reversed().prefix(while: \.isASCIIDigit).count
    let mark = end - digits - 1
    guard mark > text.lowerBound else { return nil }
    switch scalars[mark] {
    case "*": return digits == 0 ? mark..<end : nil
    case "~":
      let isBetweenFigures = digits > 0 && scalars[mark - 1].isASCIIDigit
      let isEdits = digits == 1 && (scalars[end - 1] == "1" || scalars[end - 1] == "2")
      return isBetweenFigures && !isEdits ? nil : mark..<end
    default: return nil
    }
  }
}

// Phrases.
extension QueryLexer {
  /// The phrase whose first mark is at the position; `start` is before it for `="…"`.
  private mutating func quote(from start: Int) -> QueryToken {
    guard let close = scalars[(position + 1)...].firstIndex(where: \.isQueryQuote) else {
      position += 1
      return QueryToken(.unclosedQuote, start..<position)
    }
    let text = position + 1..<close
    let suffix = slop(from: close + 1)
    position = suffix?.upperBound ?? close + 1
    skipClauseEnd()
    return QueryToken(.phrase, start..<(suffix?.upperBound ?? close + 1), text: text, suffix: suffix)
  }

  /// The `~2` behind a phrase; nil if more than a comma or full stop is glued to it.
  private func slop(from start: Int) -> Range<Int>? {
    guard start < scalars.count, scalars[start] == "~" else { return nil }
    let end = start + 1 + scalars[(start + 1)...].prefix(while: \.isASCIIDigit).count
    let runEnd = scalars[end...].first { !$0.endsQueryClause }
    return end > start + 1 && runEnd?.endsQueryRun != false ? start..<end : nil
  }
}
