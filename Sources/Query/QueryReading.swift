import Text

/// One reading of a query: takes its tokens from first to last and builds the tree.
///
/// The grammar needs no look further than the next token, and its nesting is kept in `levels`, one entry per
/// open parenthesis, so the time is linear and the machine's stack plays no part.
///
///     query = or ;  or = and { "OR" and } ;  and = unary { ["AND"] unary } ;  unary = { "NOT" | "-" } prox ;
///     prox  = atom { ( "NEAR" | "ADJ" | "NOTNEAR" ) [ "/" ( int | "s" | "p" ) ] atom } ;
///     atom  = "(" query ")" | field ":" value | phrase | word ;
///
/// What does not fit is read as the words it holds, or left out where it holds none, with a warning.
struct QueryReading {
  let scalars: [Unicode.Scalar]
  let tokens: [QueryToken]
  var words: QueryWordReader
  private let synonyms: Synonyms
  let names: KnownNames
  var levels: [QueryLevel]
  /// What the query says is to be ranked; nil if it does not.
  var unitLevel: Level?
  var tree = SyntaxTree()
  var warnings = QueryWarningLog()

  init(
    _ text: String, match: QueryParser.Match, analyzer: Analyzer, synonyms: Synonyms, names: KnownNames
  ) {
    self.synonyms = synonyms
    self.names = names
    scalars = Array(text.unicodeScalars)
    tokens = QueryLexer.tokens(of: scalars)
    words = QueryWordReader(analyzer)
    levels = [QueryLevel(match: match)]
  }

  /// The stop words that were left out, as written, each once.
  var leftOut: [String] { tree.leftOut }

  /// Whether the query says nothing but what is to be ranked.
  var isOnlyLevel: Bool { unitLevel != nil && tree.clauseCount == 0 && warnings.isEmpty }

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
    case .proximity(let proximity): readProximity(proximity, token)
    case .unclosedQuote:
      warn(
        "this quotation mark is never closed and is ignored", "close the phrase, or drop the mark",
        token.range)
    case .field: preconditionFailure("fields are read with their value")
    }
  }

  /// The innermost open level.
  var level: QueryLevel {
    get { levels[levels.count - 1] }
    _modify { yield &levels[levels.count - 1] }
  }

  mutating func warn(_ message: String, _ hint: String?, _ range: Range<Int>) {
    warnings.add(message, hint: hint, at: range)
  }
}

// Operators and parentheses.
extension QueryReading {
  private mutating func readConnective(_ join: SyntaxTree.Join, _ token: QueryToken) {
    if let dangling = level.takeNegation() { warnDangling(dangling.range) }
    if let dangling = level.connect(join, at: token.range) { warnDangling(dangling) }
  }

  private mutating func readClose(_ token: QueryToken, at index: Int) {
    guard levels.count > 1 else {
      warn("this parenthesis closes nothing and is ignored", "drop it, or open one before it", token.range)
      return
    }
    if index > 0, case .open = tokens[index - 1].kind {
      let range = tokens[index - 1].range.lowerBound..<token.range.upperBound
      warn("these parentheses hold nothing and are ignored", "drop them", range)
    }
    closeLevel()
  }

  private mutating func closeUnclosed() {
    for open in levels.compactMap(\.open) {
      warn("this parenthesis is never closed and reaches to the end", "close it, or drop it", open)
    }
    while levels.count > 1 { closeLevel() }
  }

  private mutating func closeLevel() {
    warnDangling()
    var closed = levels.removeLast()
    let node = closed.finish(&tree)
    let field = closed.isValue ? closed.field : nil
    let holdsValues = field.flatMap { field in node.map { tree.holdsOnly(field, $0) } } ?? false
    // Beside what cannot be a value stands what must be asked of a statement.
    if let value = node, closed.isValue, !holdsValues, tree.asksOfStatement(value) {
      append(tree.inStatement(value))
    } else {
      append(node, field: holdsValues ? field : nil)
    }
  }

  /// Warns about the operators that still wait for something at the end of the level.
  private mutating func warnDangling() {
    if let dangling = level.takeConnective() { warnDangling(dangling) }
    if let dangling = level.takeProximity() { warnDangling(dangling) }
    if let dangling = level.takeNegation() { warnDangling(dangling.range) }
  }

  private mutating func warnDangling(_ range: Range<Int>) {
    warn(
      "this operator has nothing to work on and is ignored",
      "to search for the word itself, write it in small letters or in quotes", range)
  }

  private mutating func readProximity(_ proximity: Proximity, _ token: QueryToken) {
    var proximity = proximity
    let canNegate = proximity.relation == .near && level.canRelate
    switch level.takeNegation() {
    case let negation? where negation.isOdd && canNegate:
      proximity.relation = .notNear
      let range = negation.range.lowerBound..<token.range.upperBound
      warn("\(excerpt(range)) is read as NOTNEAR", "write NOTNEAR in one word", range)
    case let negation?: warnDangling(negation.range)
    case nil: break
    }
    if proximity.reach == .words(0) {
      warn(
        "\(excerpt(token.range)) is read as 1 word apart, since neighbours are that",
        "write \(proximity.relation.rawValue)/1", token.range)
      proximity.reach = .words(1)
    }
    if let dangling = level.relate(proximity, at: token.range) { warnDangling(dangling) }
  }
}

// Words and phrases.
extension QueryReading {
  private mutating func readOperand(_ token: QueryToken, at index: Int) {
    if let field = level.field {
      readValue(token, of: field, isNamed: false)
    } else {
      adviseOnWord(token, at: index)
      append(literal(token))
    }
  }

  /// The token as words.
  mutating func literal(_ token: QueryToken) -> SyntaxTree.NodeID? {
    adviseOnStar(token)
    switch token.kind {
    case .phrase:
      let node = phrase(token)
      if node == nil { warn("these quotes hold no words and are ignored", "drop them", token.range) }
      return node
    default:
      if let suffix = token.suffix, let marked = marked(token, suffix) { return tree.addLeaf(marked) }
      let node = leaf(token.text, style: token.kind == .exactWord ? .exact : .bare)
      if node == nil {
        warn("\(excerpt(token.range)) holds no word and is ignored", adviceOnMarks(token), token.range)
      }
      return node
    }
  }

  mutating func append(_ node: SyntaxTree.NodeID?, field: QueryField.Meaning? = nil) {
    if node != nil, let field, let name = field.nameOfMany,
      let conjunction = level.conjunction(ofValuesOf: field)
    {
      warn(
        "\(excerpt(conjunction)) between two values of one field is read as OR",
        "both at once is written \(name):(a AND b)", conjunction)
    }
    guard let misplaced = levels[levels.count - 1].append(node, field: field, &tree) else { return }
    warn(
      "\(excerpt(misplaced)) has a field or a NOT beside it and is read as AND",
      "put words, phrases or groups of them on both sides; what must not be near is written a NOTNEAR b",
      misplaced)
  }

  private mutating func phrase(_ token: QueryToken) -> SyntaxTree.NodeID? {
    guard let leaf = words.leaf(of: String(scalars: scalars[token.text]), style: .quoted) else { return nil }
    guard let suffix = token.suffix else { return tree.addLeaf(leaf) }
    guard case .phrase(let words) = leaf else {
      warn(
        "\(excerpt(suffix)) says how far words may stand apart, and is ignored behind one word",
        "drop it, or write the word with ~1 and without quotes for words like it", suffix)
      return tree.addLeaf(leaf)
    }
    let slop = min(Int(String(scalars: scalars[suffix.dropFirst()])) ?? .max, Proximity.greatestDistance)
    return tree.addLeaf(slop == 0 ? leaf : .sloppyPhrase(words, slop: slop))
  }

  /// What the `*` or `~` at `suffix` makes of a word; nil, with a warning, if it is none that can have one.
  mutating func marked(_ token: QueryToken, _ suffix: Range<Int>) -> Query? {
    let mark = String(scalars: scalars[suffix])
    var edits: Int? = mark == "*" ? nil : mark == "~" ? 1 : Int(mark.dropFirst()) ?? .max
    if let asked = edits, asked > Self.mostEdits {
      warn(
        "\(excerpt(suffix)) is read as ~\(Self.mostEdits), the most edits there can be",
        "write ~\(Self.mostEdits)", suffix)
      edits = Self.mostEdits
    }
    let text = String(scalars: scalars[token.text])
    if edits == 0 {
      let word = words.leaf(of: text, style: .quoted)
      if word != nil {
        warn(
          "\(excerpt(suffix)) allows no edit, so that the word is read as written", "write =\(text)", suffix)
      }
      return word
    }
    guard let pattern = words.pattern(of: text, edits: edits) else {
      if words.leaf(of: text, style: .bare) != nil {
        warn("\(excerpt(suffix)) works on one word and is ignored here", "write it behind each word", suffix)
      }
      return nil
    }
    if token.kind == .exactWord {
      let mark = token.range.lowerBound..<token.text.lowerBound
      warn("“=” means nothing before a word with \(excerpt(suffix)) and is ignored", "drop it", mark)
    }
    return .pattern(pattern)
  }

  /// The greatest distance that `~` can ask for.
  private static let mostEdits = 2

  mutating func leaf(_ text: Range<Int>, style: QueryWordReader.Style) -> SyntaxTree.NodeID? {
    words.leaf(of: String(scalars: scalars[text]), style: style).map { leaf in
      if style == .bare, let alternatives = synonyms.alternatives(of: leaf) {
        return tree.addLeaf(.synonyms(alternatives))
      }
      guard style == .bare, case .word(let word) = leaf else { return tree.addLeaf(leaf) }
      return tree.addLeaf(leaf, isStopWord: StopWords.contains(word))
    }
  }

  /// The text at `range` in quotes, cut to what a message can carry.
  func excerpt(_ range: Range<Int>) -> String {
    let limit = 40
    return "“" + String(scalars: scalars[range].prefix(limit)) + (range.count > limit ? "…”" : "”")
  }
}
