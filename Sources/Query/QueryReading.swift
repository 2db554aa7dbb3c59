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
  private var words: QueryWordReader
  private var levels: [QueryLevel]
  /// What the query says is to be ranked; nil if it does not.
  private(set) var unitLevel: Level?
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

  /// Whether the query says nothing but what is to be ranked.
  var isOnlyLevel: Bool { unitLevel != nil && tree.clauseCount == 0 && !warnings.hasSyntax }

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
    if let dangling = level.takeNegation() { warnDangling(dangling.range) }
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
      "This operator has nothing to work on; it is ignored",
      "To search for the word itself, write it in small letters or in quotes", range)
  }

  private mutating func readProximity(_ proximity: Proximity, _ token: QueryToken) {
    var proximity = proximity
    let canNegate = proximity.relation == .near && level.canRelate
    switch level.takeNegation() {
    case let negation? where negation.isOdd && canNegate:
      proximity.relation = .notNear
      let range = negation.range.lowerBound..<token.range.upperBound
      warn("\(excerpt(range)) is read as NOTNEAR", "Write NOTNEAR in one word", range)
    case let negation?: warnDangling(negation.range)
    case nil: break
    }
    if proximity.reach == .words(0) {
      warn("Nothing is 0 words apart; 1 is read", "Neighbours are 1 word apart", token.range)
      proximity.reach = .words(1)
    }
    if let dangling = level.relate(proximity, at: token.range) { warnDangling(dangling) }
  }
}

// Words, phrases and fields.
extension QueryReading {
  private mutating func readOperand(_ token: QueryToken, at index: Int) {
    if let field = level.field {
      readValue(token, of: field, name: nil)
    } else {
      adviseOnWord(token, at: index)
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
    guard let meaning = field.meaning else {
      readLevel(value, name: nameText)
      return 2
    }
    if let outer = level.field, outer != meaning {
      warn(
        "\(field.rawValue): stands in the value of another field; it is read as if it stood by itself",
        "Put it behind the parenthesis", name.range)
    }
    if case .open = value.kind {
      var group = QueryLevel(match: level.match, open: value.range, field: meaning)
      group.isValue = true
      levels.append(group)
    } else {
      readValue(value, of: meaning, name: nameText)
    }
    return 2
  }

  /// Reads the value of `level:`, which is said of the whole query.
  private mutating func readLevel(_ token: QueryToken, name: Range<Int>) {
    let levels = Level.allCases.map(\.rawValue).joined(separator: ", ")
    if case .open = token.kind {
      warn("level: takes one word; it is read as words", "The levels are \(levels)", name)
      var group = QueryLevel(match: level.match, open: token.range, field: level.field)
      group.prefix = leaf(name, style: .bare)
      self.levels.append(group)
      return
    }
    guard let unit = Level(rawValue: String(scalars: scalars[valueRange(token)])) else {
      warn(
        "\(excerpt(token.range)) is no level; it is read as words", "The levels are \(levels)", token.range)
      append(literal(token, behind: name))
      return
    }
    guard self.levels.count == 1, !level.isNegating else {
      warn(
        "level: is said of the whole query; here it is ignored", "Put it outside parentheses, without NOT",
        name.lowerBound..<token.range.upperBound)
      append(nil)
      return
    }
    if let unitLevel, unitLevel != unit {
      warn(
        "level: is \(unitLevel.rawValue) already; the last one is read", "Write it once",
        name.lowerBound..<token.range.upperBound)
    }
    unitLevel = unit
    level.skip()
  }

  /// Reads the value of a field; what cannot be one is read as words, behind the field's `name` where it stands
  /// directly before them.
  private mutating func readValue(_ token: QueryToken, of field: QueryField.Meaning, name: Range<Int>?) {
    let range = valueRange(token)
    let leaf: Query? =
      switch field {
      case .dates: dates(range, token)
      case .speaker: speakerName(token).map { .speaker($0) }
      case .about: speakerName(token).map { .about($0) }
      case .mode: mode(range, token)
      case .document(let field): test(field, token)
      }
    if let leaf {
      if name != nil, token.kind == .word, scalars[token.range.lowerBound] == "-" {
        let minus = token.range.lowerBound..<(token.range.lowerBound + 1)
        warn("“-” means nothing behind a colon; it is ignored", "Put it before the field's name", minus)
      }
      // Inside a field's parentheses AND means both; only values with a name of their own mean either.
      append(tree.addLeaf(leaf), field: name != nil ? field : nil)
    } else {
      append(literal(token, behind: name))
    }
  }

  /// Where the value of a field stands that must be one of certain words: without quotation marks and the comma or full stop
  /// behind it, but with all other marks.
  private func valueRange(_ token: QueryToken) -> Range<Int> {
    if token.suffix != nil { return token.range }
    return token.kind == .phrase ? token.text : withoutClauseEnd(token.range)
  }

  /// The text of a field's value, without quotation marks, a mark of its own and the comma or full stop behind it.
  private func valueText(_ token: QueryToken) -> String {
    String(scalars: scalars[token.kind == .phrase ? token.text : withoutClauseEnd(token.text)])
  }

  /// `range` without the comma or full stop at its end; the `..` of `2011..` is no full stop.
  private func withoutClauseEnd(_ range: Range<Int>) -> Range<Int> {
    let end = range.upperBound - scalars[range].reversed().prefix(while: \.endsQueryClause).count
    return range
      .lowerBound..<(scalars[end..<range.upperBound].starts(with: ["." as Unicode.Scalar, "."])
      ? end + 2 : end)
  }

  private mutating func dates(_ range: Range<Int>, _ token: QueryToken) -> Query? {
    do throws(DateValueError) {
      return .dates([try DateInterval(queryValue: String(scalars: scalars[range]))])
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
      return nil
    }
  }

  private mutating func speakerName(_ token: QueryToken) -> SpeakerName? {
    let name = SpeakerName(valueText(token))
    if name == nil { warn("\(excerpt(token.range)) holds no name", "Write speaker:France", token.range) }
    if name != nil, let suffix = token.suffix { warnIgnored(suffix, "behind a name") }
    return name
  }

  private mutating func test(_ field: DocumentTest.Field, _ token: QueryToken) -> Query? {
    let isPrefix = !field.isOfWords && token.suffix.map { scalars[$0.lowerBound] == "*" } ?? false
    let test = DocumentTest(
      field, of: valueText(token), isQuoted: token.kind != .word, isPrefix: isPrefix,
      &words)
    if test == nil {
      warn("\(excerpt(token.range)) holds no word", "Write \(field.rawValue):value", token.range)
    } else if let suffix = token.suffix, !isPrefix {
      warnIgnored(
        suffix, field.isOfWords ? "in a \(field.rawValue)" : "here, where only * does")
    }
    return test.map { .document($0) }
  }

  /// Warns about the mark behind a field's value that means nothing there.
  private mutating func warnIgnored(_ suffix: Range<Int>, _ place: String) {
    warn("\(excerpt(suffix)) means nothing \(place); it is ignored", "Drop it", suffix)
  }

  private mutating func mode(_ range: Range<Int>, _ token: QueryToken) -> Query? {
    if let mode = StatementMode(rawValue: String(scalars: scalars[range])) { return .mode(mode) }
    let modes = StatementMode.allCases.map(\.rawValue).joined(separator: ", ")
    warn("\(excerpt(range)) is no mode; it is read as words", "The modes are \(modes)", token.range)
    return nil
  }

  /// The token as words, joined by AND with the field's name at `name`.
  private mutating func literal(_ token: QueryToken, behind name: Range<Int>?) -> SyntaxTree.NodeID? {
    let before = name.flatMap { leaf($0, style: .bare) }
    return tree.join(.and, [before, literal(token)].compactMap(\.self))
  }

  private mutating func literal(_ token: QueryToken) -> SyntaxTree.NodeID? {
    adviseOnStar(token)
    switch token.kind {
    case .phrase:
      let node = phrase(token)
      if node == nil { warn("No words stand in these quotes; they are ignored", nil, token.range) }
      return node
    default:
      if let suffix = token.suffix, let node = pattern(token, suffix) { return node }
      let node = leaf(token.text, style: token.kind == .exactWord ? .exact : .bare)
      if node == nil { advise("This holds no word to search for; it is ignored", nil, token.range) }
      return node
    }
  }

  private mutating func append(_ node: SyntaxTree.NodeID?, field: QueryField.Meaning? = nil) {
    guard let misplaced = levels[levels.count - 1].append(node, field: field, &tree) else { return }
    warn(
      "\(excerpt(misplaced)) stands between words, phrases and groups of them; it is read as AND",
      "Join fields by AND; what must not be near is written a NOTNEAR b", misplaced)
  }

  private mutating func phrase(_ token: QueryToken) -> SyntaxTree.NodeID? {
    guard let leaf = words.leaf(of: String(scalars: scalars[token.text]), style: .quoted) else { return nil }
    guard let suffix = token.suffix else { return tree.addLeaf(leaf) }
    guard case .phrase(let words) = leaf else {
      advise(
        "\(excerpt(suffix)) says how far words may stand apart, and here is one; it is ignored", nil, suffix)
      return tree.addLeaf(leaf)
    }
    let slop = min(Int(String(scalars: scalars[suffix.dropFirst()])) ?? .max, Proximity.greatestDistance)
    return tree.addLeaf(slop == 0 ? leaf : .sloppyPhrase(words, slop: slop))
  }

  /// The word with the `*` or `~` at `suffix`; nil, with a warning, if it is none that can have one.
  private mutating func pattern(_ token: QueryToken, _ suffix: Range<Int>) -> SyntaxTree.NodeID? {
    let mark = String(scalars: scalars[suffix])
    var edits: Int? = mark == "*" ? nil : mark == "~" ? 1 : Int(mark.dropFirst()) ?? .max
    if let asked = edits, asked > Self.mostEdits {
      warn("\(excerpt(suffix)) is more than can be; ~\(Self.mostEdits) is read", nil, suffix)
      edits = Self.mostEdits
    }
    // Nothing else is 0 edits away.
    if edits == 0 { return leaf(token.text, style: .quoted) }
    let pattern = words.pattern(of: String(scalars: scalars[token.text]), edits: edits)
    if pattern == nil, words.leaf(of: String(scalars: scalars[token.text]), style: .bare) != nil {
      warn("\(excerpt(suffix)) works on one word; it is ignored", "Write it behind each word", suffix)
    }
    return pattern.map { tree.addLeaf(.pattern($0)) }
  }

  /// The greatest distance that `~` can ask for.
  private static let mostEdits = 2

  private mutating func leaf(_ text: Range<Int>, style: QueryWordReader.Style) -> SyntaxTree.NodeID? {
    words.leaf(of: String(scalars: scalars[text]), style: style).map { leaf in
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
