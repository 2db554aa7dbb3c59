// Advice to who may have meant a mark of the language by what is read as text.
extension QueryReading {
  mutating func adviseOnWord(_ token: QueryToken, at index: Int) {
    guard token.kind == .word, token.suffix == nil else { return }
    adviseOnCapitals(token, at: index)
    adviseOnProximity(token)
    adviseOnField(token)
    adviseOnSlop(token, at: index)
  }

  /// Tells who writes `veto and france` what `and` is taken for.
  private mutating func adviseOnCapitals(_ token: QueryToken, at index: Int) {
    guard token.range.count <= 3, index > 0, index + 1 < tokens.count,
      tokens[index - 1].endsOperand, tokens[index + 1].beginsOperand
    else { return }
    let operatorName = String(scalars: scalars[token.range]).uppercased()
    guard ["AND", "OR", "NOT"].contains(operatorName) else { return }
    advise(
      "\(excerpt(token.range)) is read as a word", "The operator is written in capitals: \(operatorName)",
      token.range)
  }

  /// Tells who writes `NEAR/x` or `near/5` how the operator is written.
  private mutating func adviseOnProximity(_ token: QueryToken) {
    guard let slash = scalars[token.range.prefix(8)].firstIndex(of: "/") else { return }
    let name = String(scalars: scalars[token.range.lowerBound..<slash])
    let operatorName = name.uppercased()
    guard Proximity.Relation(rawValue: operatorName) != nil else { return }
    let reach = String(scalars: scalars[slash..<token.range.upperBound])
    if name == operatorName {
      advise(
        "\(excerpt(token.range)) is read as words", "How near is written \(name)/5, \(name)/s or \(name)/p",
        token.range)
    } else if Proximity(operator: operatorName + reach) != nil {
      advise(
        "\(excerpt(token.range)) is read as words",
        "The operator is written in capitals: \(operatorName)\(reach)", token.range)
    }
  }

  /// Tells who writes `Year:2009` how the field is written.
  private mutating func adviseOnField(_ token: QueryToken) {
    guard let colon = scalars[token.range.prefix(8)].firstIndex(of: ":"),
      colon + 1 < token.range.upperBound
    else { return }
    let name = String(scalars: scalars[token.range.lowerBound..<colon])
    guard let field = QueryField(rawValue: name.lowercased()), name != field.rawValue else { return }
    advise(
      "\(excerpt(token.range)) is read as words", "Fields are written in small letters: \(field.rawValue):",
      token.range)
  }

  /// Tells who writes `"two words" ~2` or `(two words)~2` what `~2` is taken for.
  private mutating func adviseOnSlop(_ token: QueryToken, at index: Int) {
    guard index > 0, tokens[index - 1].kind == .phrase || tokens[index - 1].kind == .close,
      token.range.count > 1, scalars[token.range.lowerBound] == "~",
      scalars[token.range.lowerBound + 1].isASCIIDigit
    else { return }
    advise(
      "\(excerpt(token.range)) is read as a word",
      "It stands right behind a phrase in quotes: \"two words\"~2",
      token.range)
  }

  /// Tells who writes `pre*vent` or `"prevent* war"` that `*` means nothing there.
  mutating func adviseOnStar(_ token: QueryToken) {
    let text = token.text
    let star = text.first { place in
      scalars[place] == "*"
        && ((place > text.lowerBound && scalars[place - 1].isInWord)
          || (token.kind != .phrase && place + 1 < text.upperBound && scalars[place + 1].isInWord))
    }
    guard let star else { return }
    advise(
      "“*” means nothing here; it is ignored",
      "It stands for any ending, behind a word without quotes: prevent*",
      star..<(star + 1))
  }
}

extension Unicode.Scalar {
  /// Whether a word may hold this: near enough for advice.
  fileprivate var isInWord: Bool { !isASCII || isASCIIDigit || (0x61...0x7A).contains(value | 0x20) }
}
