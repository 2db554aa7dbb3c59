import Text

// Fields and their values.
extension QueryReading {
  /// Reads the field at `index` and its value; returns the number of tokens read.
  mutating func readField(_ field: QueryField, at index: Int) -> Int {
    let name = tokens[index]
    let nameText = name.range.dropLast()
    guard index + 1 < tokens.count, tokens[index + 1].isValue,
      tokens[index + 1].range.lowerBound == name.range.upperBound
    else {
      warn(
        "\(field.rawValue): has no value and is read as a word", "write the value right behind the colon",
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
        "\(field.rawValue): stands in the value of another field and is read as if it stood by itself",
        "put it behind the parenthesis", name.range)
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
      warn("level: takes one word and is read as words here", "the levels are \(levels)", name)
      var group = QueryLevel(match: level.match, open: token.range, field: level.field)
      group.prefix = leaf(name, style: .bare)
      self.levels.append(group)
      return
    }
    guard let unit = Level(rawValue: String(scalars: scalars[valueRange(token)])) else {
      warn(
        "\(excerpt(token.range)) is no level and is read as words", "the levels are \(levels)", token.range)
      append(literal(token, behind: name))
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

  /// Reads the value of a field; what cannot be one is read as words, behind the field's `name` where it stands
  /// directly before them.
  mutating func readValue(_ token: QueryToken, of field: QueryField.Meaning, name: Range<Int>?) {
    let range = valueRange(token)
    let leaf: Query? =
      switch field {
      case .dates: dates(range, token)
      case .speaker: speakerName(token).map { .speaker($0) }
      case .about: speakerName(token).map { .about(known($0)) }
      case .mode: mode(range, token)
      case .document(let field): test(field, token)
      }
    if let leaf {
      if name != nil, token.kind == .word, scalars[token.range.lowerBound] == "-" {
        let minus = token.range.lowerBound..<(token.range.lowerBound + 1)
        warn("“-” means nothing behind a colon and is ignored", "put it before the field's name", minus)
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
          "\(value) is no date and is read as words",
          "dates are written year:2009, year:2009..2013, year:2011.. or date:2013-09-11", token.range)
      case .reversed:
        warn("\(value) ends before it begins and is read as words", "put the earlier date first", token.range)
      }
      return nil
    }
  }

  private mutating func speakerName(_ token: QueryToken) -> SpeakerName? {
    let name = SpeakerName(valueText(token))
    if name == nil {
      warn("\(excerpt(token.range)) holds no name and is ignored", "write speaker:France", token.range)
    }
    if name != nil, let suffix = token.suffix { warnIgnored(suffix, "behind a name") }
    return name
  }

  /// `name` with all names of whoever is known by it.
  private func known(_ name: SpeakerName) -> SpeakerName {
    var name = name
    name.knownKeys = names.keys(of: name)
    return name
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

  private mutating func mode(_ range: Range<Int>, _ token: QueryToken) -> Query? {
    if let mode = StatementMode(rawValue: String(scalars: scalars[range])) { return .mode(mode) }
    let modes = StatementMode.allCases.map(\.rawValue).joined(separator: ", ")
    warn("\(excerpt(range)) is no mode and is read as words", "the modes are \(modes)", token.range)
    return nil
  }
}
