import Text

/// One reading of a query: takes its tokens from first to last and builds the tree.
///
/// The grammar needs no look further than the next token, and its nesting is kept in `levels`, one entry per
/// open parenthesis, so the time is linear and the machine's stack plays no part.
///
///     query = or ;  or = and { "OR" and } ;  and = unary { ["AND"] unary } ;  unary = { "NOT" | "-" } atom ;
///     atom  = "(" query ")" | field ":" value | phrase | word ;
///
/// What does not fit is read as the words it holds, or left out where it holds none, with a warning.
struct QueryReading {
  let scalars: [Unicode.Scalar]
  private let tokens: [QueryToken]
  private var words: QueryWordReader
  private var levels: [QueryLevel]
  var tree = SyntaxTree()
  var warnings = QueryWarningLog()

  init(_ text: String, match: QueryParser.Match, analyzer: Analyzer) {
    scalars = Array(text.unicodeScalars)
    tokens = QueryLexer.tokens(of: scalars)
    words = QueryWordReader(analyzer)
    levels = [QueryLevel(match: match)]
  }

  /// The stop words that were left out, as written, each once.
  var leftOut: [String] { tree.leftOut }

  /// Reads all tokens and returns the root of the tree; nil when nothing is asked.
  mutating func readAll() -> SyntaxTree.NodeID? {
    var index = 0
    while index < tokens.count {
      if case .field(let field) = tokens[index].kind {
        index += readField(field, at: index)
      } else {
        read(tokens[index], at: index)
        index += 1
      }
    }
    closeUnclosed()
    warnDangling()
    return levels[0].finish(&tree)
  }

  private mutating func read(_ token: QueryToken, at index: Int) {
    switch token.kind {
    case .and: readConnective(.and, token)
    case .or: readConnective(.or, token)
    case .not: level.negate(at: token.range)
    case .open: levels.append(QueryLevel(match: level.match, open: token.range, field: level.field))
    case .close: readClose(token, at: index)
    case .word, .exactWord, .phrase: readOperand(token, at: index)
    case .proximity: readProximity(token)
    case .unclosedQuote:
      warn(
        "This quotation mark is never closed; it is ignored", "Close the phrase, or drop the mark",
        token.range)
    case .field: preconditionFailure("fields are read with their value")
    }
  }

  /// The innermost open level.
  private var level: QueryLevel {
    get { levels[levels.count - 1] }
    _modify { yield &levels[levels.count - 1] }
  }

  mutating func warn(_ message: String, _ hint: String?, _ range: Range<Int>) {
    warnings.add(message, hint: hint, at: range, isSyntax: true)
  }

  mutating func advise(_ message: String, _ hint: String?, _ range: Range<Int>) {
    warnings.add(message, hint: hint, at: range, isSyntax: false)
  }
}

// Operators and parentheses.
extension QueryReading {
  private mutating func readConnective(_ join: SyntaxTree.Join, _ token: QueryToken) {
    if let dangling = level.takeNegation() { warnDangling(dangling) }
    if let dangling = level.connect(join, at: token.range) { warnDangling(dangling) }
  }

  private mutating func readClose(_ token: QueryToken, at index: Int) {
    guard levels.count > 1 else {
      warn("This parenthesis closes nothing; it is ignored", "Drop it, or open one before it", token.range)
      return
    }
    if index > 0, case .open = tokens[index - 1].kind {
      let range = tokens[index - 1].range.lowerBound..<token.range.upperBound
      warn("Nothing stands in these parentheses; they are ignored", "Drop them", range)
    }
    closeLevel()
  }

  private mutating func closeUnclosed() {
    for open in levels.compactMap(\.open) {
      warn("This parenthesis is never closed; it reaches to the end", "Close it, or drop it", open)
    }
    while levels.count > 1 { closeLevel() }
  }

  private mutating func closeLevel() {
    warnDangling()
    var closed = levels.removeLast()
    let node = closed.finish(&tree)
    let holdsValues = closed.isValue && node.map(tree.holdsOnlyDates) == true
    append(node, isField: holdsValues)
  }

  /// Warns about the operators that still wait for something at the end of the level.
  private mutating func warnDangling() {
    if let dangling = level.takeConnective() { warnDangling(dangling) }
    if let dangling = level.takeNegation() { warnDangling(dangling) }
  }

  private mutating func warnDangling(_ range: Range<Int>) {
    warn(
      "This operator has nothing to work on; it is ignored",
      "To search for the word itself, write it in small letters or in quotes", range)
  }

  private mutating func readProximity(_ token: QueryToken) {
    let name = excerpt(token.range)
    warn("\(name) is not supported by this version; it is read as a word", nil, token.range)
    append(leaf(token.range, style: .bare))
  }
}

// Words, phrases and fields.
extension QueryReading {
  private mutating func readOperand(_ token: QueryToken, at index: Int) {
    if level.field != nil {
      readValue(token, name: nil)
    } else {
      adviseCapitals(token, at: index)
      append(literal(token))
    }
  }

  /// Reads the field at `index` and its value; returns the number of tokens read.
  private mutating func readField(_ field: QueryField, at index: Int) -> Int {
    let name = tokens[index]
    let nameText = name.range.dropLast()
    guard index + 1 < tokens.count, tokens[index + 1].isValue,
      tokens[index + 1].range.lowerBound == name.range.upperBound
    else {
      warn(
        "\(field.rawValue): has no value; it is read as a word", "Write the value right behind the colon",
        name.range)
      append(leaf(nameText, style: .bare))
      return 1
    }
    let value = tokens[index + 1]
    if !field.isDate {
      warn("\(field.rawValue): is not supported by this version; it is read as words", nil, name.range)
    }
    if case .open = value.kind {
      var group = QueryLevel(match: level.match, open: value.range, field: field.isDate ? field : nil)
      group.isValue = field.isDate
      if !field.isDate { group.prefix = leaf(nameText, style: .bare) }
      levels.append(group)
    } else if field.isDate {
      readValue(value, name: nameText)
    } else {
      append(literal(value, behind: nameText))
    }
    return 2
  }

  /// Reads a date or a range; words in its place are read as words, behind the field's `name` where it
  /// stands directly before them.
  private mutating func readValue(_ token: QueryToken, name: Range<Int>?) {
    let range = token.kind == .phrase && token.suffix == nil ? token.text : token.range
    do throws(DateValueError) {
      let interval = try DateInterval(queryValue: String(scalars: scalars[range]))
      // Inside a field's parentheses AND means both; only values with a name of their own mean either.
      append(tree.addLeaf(.dates([interval])), isField: name != nil)
    } catch {
      let value = excerpt(range)
      switch error {
      case .notADate:
        warn(
          "\(value) is not a date; it is read as words",
          "Dates are written year:2009, year:2009..2013, year:2011.. or date:2013-09-11", token.range)
      case .reversed:
        warn("\(value) ends before it begins; it is read as words", "Put the earlier date first", token.range)
      }
      append(literal(token, behind: name))
    }
  }

  /// The token as words, joined by AND with the field's name at `name`.
  private mutating func literal(_ token: QueryToken, behind name: Range<Int>?) -> SyntaxTree.NodeID? {
    let before = name.flatMap { leaf($0, style: .bare) }
    return tree.join(.and, [before, literal(token)].compactMap(\.self))
  }

  private mutating func literal(_ token: QueryToken) -> SyntaxTree.NodeID? {
    if let suffix = token.suffix {
      warn("\(excerpt(suffix)) is not supported by this version; it is ignored", nil, suffix)
    }
    switch token.kind {
    case .phrase:
      let node = leaf(token.text, style: .quoted)
      if node == nil { warn("No words stand in these quotes; they are ignored", nil, token.range) }
      return node
    default:
      let node = leaf(token.text, style: token.kind == .exactWord ? .exact : .bare)
      if node == nil { advise("This holds no word to search for; it is ignored", nil, token.range) }
      return node
    }
  }

  private mutating func append(_ node: SyntaxTree.NodeID?, isField: Bool = false) {
    levels[levels.count - 1].append(node, isField: isField, &tree)
  }

  private mutating func leaf(_ text: Range<Int>, style: QueryWordReader.Style) -> SyntaxTree.NodeID? {
    words.leaf(of: String(scalars: scalars[text]), style: style).map { leaf in
      guard style == .bare, case .word(let word) = leaf else { return tree.addLeaf(leaf) }
      return tree.addLeaf(leaf, isStopWord: StopWords.contains(word))
    }
  }

  /// Tells who writes `veto and france` what `and` is taken for.
  private mutating func adviseCapitals(_ token: QueryToken, at index: Int) {
    guard token.kind == .word, token.range.count <= 3, token.suffix == nil, index > 0,
      index + 1 < tokens.count,
      tokens[index - 1].endsOperand, tokens[index + 1].beginsOperand
    else { return }
    let operatorName = String(scalars: scalars[token.range]).uppercased()
    guard ["AND", "OR", "NOT"].contains(operatorName) else { return }
    advise(
      "\(excerpt(token.range)) is read as a word", "The operator is written in capitals: \(operatorName)",
      token.range)
  }

  /// The text at `range` in quotes, cut to what a message can carry.
  private func excerpt(_ range: Range<Int>) -> String {
    let limit = 40
    return "“" + String(scalars: scalars[range].prefix(limit)) + (range.count > limit ? "…”" : "”")
  }
}
