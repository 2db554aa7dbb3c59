import Text

// Fields and their values.
extension QueryReading {
  /// Reads the field at `index` and its value; returns the number of tokens read.
  mutating func readField(_ field: QueryField, at index: Int) -> Int {
    let name = tokens[index]
    guard index + 1 < tokens.count, tokens[index + 1].isValue,
      tokens[index + 1].range.lowerBound == name.range.upperBound
    else {
      warn(
        "\(field.rawValue): has no value and is read as a word", "write the value right behind the colon",
        name.range)
      append(leaf(name.range.dropLast(), style: .bare))
      return 1
    }
    let value = tokens[index + 1]
    guard let meaning = field.meaning else {
      readLevel(value, name: name.range)
      return 2
    }
    if let outer = level.field, outer != meaning {
      warn(
        "\(field.rawValue): stands in the value of another field and is read as if it stood by itself",
        "put it behind the parenthesis", name.range)
    }
    if case .open = value.kind {
      var group = QueryLevel(match: level.match, open: value.range, field: meaning)
      group.isValue = true
      levels.append(group)
    } else {
      readValue(value, of: meaning, isNamed: true)
    }
    return 2
  }

  /// Reads the value of `level:`, which is said of the whole query.
  private mutating func readLevel(_ token: QueryToken, name: Range<Int>) {
    let all = Level.allCases.map(\.rawValue)
    if case .open = token.kind {
      warn(
        "level: takes one word, and the words behind it are searched for",
        "the levels are \(all.joined(separator: ", "))", name)
      self.levels.append(QueryLevel(match: level.match, open: token.range, field: level.field))
      return
    }
    let asked = String(scalars: scalars[valueRange(token)])
    guard let unit = Level(rawValue: asked) else {
      warn(
        "\(excerpt(token.range)) is no level and is searched for as words",
        Self.hint(at: all, "level", asked),
        token.range)
      append(literal(token))
      return
    }
    guard self.levels.count == 1, !level.isNegating else {
      warn(
        "level: is said of the whole query and is ignored here", "put it outside parentheses, without NOT",
        name.lowerBound..<token.range.upperBound)
      append(nil)
      return
    }
    if let unitLevel, unitLevel != unit {
      warn(
        "level: is \(unitLevel.rawValue) already, and the last one is read", "write it once",
        name.lowerBound..<token.range.upperBound)
    }
    unitLevel = unit
    level.skip()
  }

  /// What a value of a field that takes certain words may have been meant to be, and which there are.
  private static func hint(at all: [String], _ name: String, _ asked: String) -> String {
    let known = "the \(name)s are \(all.joined(separator: ", "))"
    guard let meant = EditDistance.nearest(to: asked.lowercased(), in: all) else { return known }
    return "did you mean \(name):\(meant)? \(known)"
  }

  /// Reads the value of a field: itself where the field is named before it, else one of those in the field's parentheses.
  ///
  /// What cannot be a value is read as the words it holds. The field's name is none of them: it was written as a mark of the
  /// language, and that it stands in the text too is nothing that was asked.
  mutating func readValue(_ token: QueryToken, of field: QueryField.Meaning, isNamed: Bool) {
    let range = valueRange(token)
    let value: FieldValue =
      switch field {
      case .dates: dates(range, token)
      case .speaker: speakerName(token, of: .speaker).map { .query(.speaker($0)) } ?? .nothing
      case .about: speakerName(token, of: .about).map { .query(.about($0)) } ?? .nothing
      case .mode: mode(range, token)
      case .document(let field): test(field, token).map { .query($0) } ?? .nothing
      }
    switch value {
    case .query(let leaf):
      if isNamed, token.kind == .word, scalars[token.range.lowerBound] == "-" {
        let minus = token.range.lowerBound..<(token.range.lowerBound + 1)
        warn("“-” means nothing behind a colon and is ignored", "put it before the field's name", minus)
      }
      // Inside a field's parentheses AND means both; only values with a name of their own mean either.
      append(tree.addLeaf(leaf), field: isNamed ? field : nil)
    case .words: append(literal(token))
    case .nothing: append(nil)
    }
  }

  /// What became of the value of a field.
  private enum FieldValue {
    case query(Query)
    /// It is none, and its words are searched for; a warning said so.
    case words
    /// It holds no word; a warning said that it is ignored.
    case nothing
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

  private mutating func dates(_ range: Range<Int>, _ token: QueryToken) -> FieldValue {
    do throws(DateValueError) {
      return .query(.dates([try DateInterval(queryValue: String(scalars: scalars[range]))]))
    } catch {
      let value = excerpt(range)
      switch error {
      case .notADate:
        warn(
          "\(value) is no date and is searched for as words",
          "dates are written year:2009, year:2009..2013, year:2011.. or date:2013-09-11", token.range)
      case .reversed:
        warn(
          "\(value) ends before it begins and is searched for as words", "put the earlier date first",
          token.range)
      }
      return .words
    }
  }

  private mutating func speakerName(_ token: QueryToken, of field: QueryField) -> SpeakerName? {
    let name = SpeakerName(valueText(token))
    if name == nil {
      warn(
        "\(excerpt(token.range)) holds no name and is ignored",
        isOrElsewhere(token) ? "write OR for either" : "write a name, such as \(field.rawValue):France",
        token.range)
    }
    if name != nil, let suffix = token.suffix { warnIgnored(suffix, "behind a name") }
    return name.map(names.completed)
  }

  private mutating func test(_ field: DocumentTest.Field, _ token: QueryToken) -> Query? {
    if field.isOfWords, token.kind != .phrase, let suffix = token.suffix, let marked = marked(token, suffix) {
      return DocumentTest(field, ofWords: marked, text: valueText(token)).map { .document($0) }
    }
    let isPrefix = !field.isOfWords && token.suffix.map { scalars[$0.lowerBound] == "*" } ?? false
    let test = DocumentTest(
      field, of: valueText(token), isQuoted: token.kind != .word, isPrefix: isPrefix,
      &words)
    if test == nil {
      warn(
        "\(excerpt(token.range)) holds no word and is ignored", "write \(field.rawValue):value", token.range)
    } else if let suffix = token.suffix, token.kind == .phrase {
      warnIgnored(suffix, "in a \(field.rawValue)")
    } else if let suffix = token.suffix, !field.isOfWords, !isPrefix {
      warnIgnored(suffix, "here, where only * does")
    }
    return test.map { .document($0) }
  }

  /// Warns about the mark behind a field's value that means nothing there.
  private mutating func warnIgnored(_ suffix: Range<Int>, _ place: String) {
    warn("\(excerpt(suffix)) means nothing \(place) and is ignored", "drop it", suffix)
  }

  private mutating func mode(_ range: Range<Int>, _ token: QueryToken) -> FieldValue {
    let asked = String(scalars: scalars[range])
    if let mode = StatementMode(rawValue: asked) { return .query(.mode(mode)) }
    warn(
      "\(excerpt(range)) is no mode and is searched for as words",
      Self.hint(at: StatementMode.allCases.map(\.rawValue), "mode", asked), token.range)
    return .words
  }
}
