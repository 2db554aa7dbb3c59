import Text

// What looks like a mark of the language, and is read as text.
extension QueryReading {
  mutating func adviseOnWord(_ token: QueryToken, at index: Int) {
    guard token.kind == .word else { return }
    adviseOnProximity(token)
    adviseOnReach(token)
    adviseOnField(token, at: index)
    adviseOnExclamation(token)
    guard token.suffix == nil else { return }
    adviseOnCapitals(token, at: index)
    adviseOnMark(token, at: index)
  }

  /// Tells who writes `veto and france` what `and` is taken for.
  private mutating func adviseOnCapitals(_ token: QueryToken, at index: Int) {
    guard token.range.count <= 3, index > 0, index + 1 < tokens.count,
      tokens[index - 1].endsOperand, tokens[index + 1].beginsOperand
    else { return }
    let operatorName = String(scalars: scalars[token.range]).uppercased()
    guard ["AND", "OR", "NOT"].contains(operatorName) else { return }
    warn(
      "\(excerpt(token.range)) is read as a word",
      "as an operator it is written in capitals: \(operatorName)",
      token.range)
  }

  /// Whether a word is what is an OR elsewhere.
  func isOrElsewhere(_ token: QueryToken) -> Bool {
    ["|", "||"].contains(String(scalars: scalars[token.range]))
  }

  /// What to do about a word of marks alone.
  func adviceOnMarks(_ token: QueryToken) -> String {
    switch String(scalars: scalars[token.range]) {
    case _ where isOrElsewhere(token): "write OR for either"
    case "&", "&&": "drop it, or write AND"
    case "!": "what must not be there is written NOT or -"
    default: "drop it"
    }
  }

  /// Tells who writes `!veto` how NOT is written.
  private mutating func adviseOnExclamation(_ token: QueryToken) {
    let mark = token.range.prefix(1)
    guard scalars[mark.lowerBound] == "!", token.range.count > 1,
      scalars[mark.upperBound].properties.isAlphabetic
    else {
      return
    }
    warn("“!” means nothing here and is ignored", "what must not be there is written NOT or -", mark)
  }

  /// Tells who writes `NEAR/x`, `NEAR5` or `near/5` how the operator is written.
  private mutating func adviseOnProximity(_ token: QueryToken) {
    let name = letters(of: token)
    let operatorName = String(scalars: scalars[name]).uppercased()
    guard let relation = Proximity.Relation(rawValue: operatorName), name.upperBound < token.range.upperBound
    else { return }
    let isInCapitals = operatorName == String(scalars: scalars[name])
    let rest = scalars[name.upperBound..<token.range.upperBound]
    if rest.first == "/", !isInCapitals {
      let reach = String(scalars: rest)
      guard Proximity(operator: operatorName + reach) != nil else { return }
      warn(
        "\(excerpt(token.range)) is read as words",
        "as an operator it is written in capitals: \(operatorName)\(reach)", token.range)
    } else if rest.first == "/" {
      warn(
        "\(excerpt(token.range)) is read as words",
        "how near is written \(operatorName)/5, \(operatorName)/s or \(operatorName)/p", token.range)
    } else if isInCapitals, let distance = Self.distance(behind: rest) {
      warn(
        "\(excerpt(token.range)) is read as words",
        "how near is written \(relation.rawValue)/\(distance)", token.range)
    }
  }

  /// Tells who writes `/s`, `w/5` or `pre/5`, as other query languages have it, how the operator is written.
  private mutating func adviseOnReach(_ token: QueryToken) {
    guard let slash = scalars[token.range].firstIndex(of: "/"), slash - token.range.lowerBound <= 3 else {
      return
    }
    let name = String(scalars: scalars[token.range.lowerBound..<slash]).lowercased()
    let meant =
      (name == "pre" ? "ADJ" : "NEAR") + String(scalars: scalars[slash..<token.range.upperBound]).lowercased()
    guard ["", "w", "pre"].contains(name), Proximity(operator: meant) != nil else { return }
    warn("\(excerpt(token.range)) is read as words", "how near is written \(meant)", token.range)
  }

  /// The digits of `5`, `:5` or `~5`; nil of anything else.
  private static func distance(behind rest: ArraySlice<Unicode.Scalar>) -> String? {
    let marks: [Unicode.Scalar] = [":", "~", "-", "="]
    let digits = rest.first.map(marks.contains) == true ? rest.dropFirst() : rest
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return String(scalars: digits)
  }

  /// Tells who writes `Year:2009` or `autor:France` how the field is written.
  ///
  /// Ordinary text has colons too: `http://un.org`, `10:30`, `note: this` and `C:\x` are left in peace.
  private mutating func adviseOnField(_ token: QueryToken, at index: Int) {
    let name = letters(of: token)
    let value = name.upperBound + 1
    guard name.count >= 2, value <= token.range.upperBound, scalars[name.upperBound] == ":" else { return }
    let text = String(scalars: scalars[name])
    guard Proximity.Relation(rawValue: text) == nil else { return }
    if value == token.range.upperBound {
      guard index + 1 < tokens.count, tokens[index + 1].isValue, tokens[index + 1].range.lowerBound == value
      else { return }
    } else {
      guard scalars[value] != "/", scalars[value] != "\\", !scalars[value].endsQueryClause else { return }
    }
    let message = "there is no field “\(text)”, so \(excerpt(token.range)) is read as text"
    if let field = QueryField(rawValue: text.lowercased()) {
      warn(message, "fields are written in small letters: \(field.rawValue):", token.range)
    } else if let field = QueryField.meant(by: text.lowercased()) {
      let valueText = String(scalars: scalars[value..<token.range.upperBound].prefix(40))
      warn(message, "did you mean \(field.rawValue):\(valueText)?", token.range)
    } else {
      let fields = QueryField.allCases.map(\.rawValue).joined(separator: ", ")
      warn(message, "the fields are \(fields)", token.range)
    }
  }

  /// The ASCII letters at the start of a token, if they can be a name.
  private func letters(of token: QueryToken) -> Range<Int> {
    let start = token.range.lowerBound
    let end = scalars[token.range].prefix(QueryField.longestName + 1).firstIndex { !$0.isASCIILetter }
    return start..<(end ?? start)
  }

  /// Tells who writes `"two words" ~2`, `"two words"~` or `(two words)*` what the mark is taken for.
  private mutating func adviseOnMark(_ token: QueryToken, at index: Int) {
    guard index > 0, tokens[index - 1].kind == .phrase || tokens[index - 1].kind == .close else { return }
    let isGlued = tokens[index - 1].range.upperBound == token.range.lowerBound
    let rest = scalars[token.range].dropFirst()
    switch scalars[token.range.lowerBound] {
    case "~" where rest.isEmpty || isGlued || rest.first?.isASCIIDigit == true:
      warn(
        "\(excerpt(token.range)) is \(rest.isEmpty ? "ignored" : "read as a word")",
        "how far words may stand apart is a number right behind a phrase in quotes: \"two words\"~2",
        token.range)
    case "*" where isGlued && rest.isEmpty:
      warn(
        "“*” means nothing behind a phrase or a parenthesis and is ignored",
        "write it behind a word without quotes: prevent*", token.range)
    default: break
    }
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
    warn(
      "“*” means nothing here and is ignored",
      "it stands for any ending, behind a word without quotes: prevent*", star..<(star + 1))
  }
}

extension Unicode.Scalar {
  /// Whether a word may hold this: near enough for advice.
  fileprivate var isInWord: Bool { !isASCII || isASCIIDigit || isASCIILetter }

  fileprivate var isASCIILetter: Bool { (0x61...0x7A).contains(value | 0x20) }
}
