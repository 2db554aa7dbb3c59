import Query
import TestSupport

extension Asked {
  /// A random tree over what stands in `corpus`, now and then over what does not.
  static func random(depth: Int, about corpus: SampleCorpus, using generator: inout SeededGenerator) -> Asked
  {
    func operands() -> [Asked] {
      (0..<Int.random(in: 2...4, using: &generator)).map { _ in
        random(depth: depth - 1, about: corpus, using: &generator)
      }
    }
    guard depth > 0 else { return randomLeaf(about: corpus, using: &generator) }
    switch Int.random(in: 0..<22, using: &generator) {
    case 0..<4: return randomLeaf(about: corpus, using: &generator)
    case 4: return .joinedByAnd(operands())
    case 5..<7: return .asNeighbours(operands())
    case 7..<10: return .joinedByOr(operands())
    case 10: return randomDates(about: corpus, using: &generator)
    case 11: return randomOfStatements(using: &generator)
    case 15, 16: return randomField(about: corpus, using: &generator)
    case 17..<22: return randomNear(depth: depth - 1, about: corpus, using: &generator)
    case 12..<15:
      var ofStatements = randomOfStatements(using: &generator)
      if Int.random(in: 0..<3, using: &generator) == 0 {
        ofStatements = .or([ofStatements, randomOfStatements(using: &generator)])
      }
      return .asNeighbours(([ofStatements] + operands()).shuffled(using: &generator))
    default:
      let operand = random(depth: depth - 1, about: corpus, using: &generator)
      if case .not = operand { return operand }
      return .not(operand)
    }
  }

  private static func randomDates(
    about corpus: SampleCorpus, using generator: inout SeededGenerator
  ) -> Asked {
    .dates(
      (0..<[1, 1, 1, 2, 3].randomElement(using: &generator)!).map { _ in
        DateValue(about: corpus, using: &generator)
      })
  }

  private static func randomOfStatements(using generator: inout SeededGenerator) -> Asked {
    if Int.random(in: 0..<4, using: &generator) == 0 {
      let count = [1, 1, 2].randomElement(using: &generator)!
      return .modes(Array(StatementMode.allCases.shuffled(using: &generator).prefix(count)))
    }
    let join = [Speakers.Join.any, .any, .any, .all, .none].randomElement(using: &generator)!
    let count = join == .none ? 1 : [1, 1, 2, 3].randomElement(using: &generator)!
    return .speakers(
      Speakers(
        names: (0..<count).map { _ in SpeakerName.all.randomElement(using: &generator)! }, join: join))
  }

  static func randomLeaf(about corpus: SampleCorpus, using generator: inout SeededGenerator) -> Asked {
    let paragraphs = corpus.documents.randomElement(using: &generator)!.paragraphs
    let places = paragraphs.randomElement(using: &generator)?.places.map(\.place) ?? []
    guard !places.isEmpty, Int.random(in: 0..<8, using: &generator) > 0 else {
      let lexeme = Lexicon.all.randomElement(using: &generator)!
      return .leaf(Leaf(word: lexeme, using: &generator))
    }
    let start = Int.random(in: 0..<places.count, using: &generator)
    if Int.random(in: 0..<5, using: &generator) == 0,
      let leaf = Leaf(pattern: places[start].lexeme, using: &generator)
    {
      return .leaf(leaf)
    }
    let count = [1, 1, 1, 1, 2, 2, 3, 4].randomElement(using: &generator)!
    var run = places[start...].prefix(count).map(\.lexeme)
    if run.count > 2, Bool.random(using: &generator) {
      // What is left out stands between the others.
      run.remove(at: 1)
      return .leaf(Leaf(sloppy: run, using: &generator))
    }
    if run.count > 1, Int.random(in: 0..<3, using: &generator) == 0 {
      return .leaf(Leaf(sloppy: run, using: &generator))
    }
    return .leaf(
      run.count == 1 ? Leaf(word: run[0], using: &generator) : Leaf(phrase: run, using: &generator))
  }
}

extension Asked.Leaf {
  /// A lexeme in one of the ways in which it may be asked for: as it stands, `=` before it, or in quotes.
  init(word lexeme: Lexeme, using generator: inout SeededGenerator) {
    let isPhrase = lexeme.words.count > 1
    let style = Int.random(in: 0..<3, using: &generator)
    // A space ends what stands without quotes.
    if style == 2 || lexeme.written.contains(" ") {
      self.init(phrase: [lexeme], using: &generator)
    } else if style == 1 {
      let whole = lexeme.extras.first { $0.range.count == lexeme.words.last!.range.upperBound }
      let words = whole.map { [Asked.Word.exact(term: $0.term)] } ?? Self.exact(lexeme)
      self.init(text: "=" + lexeme.written, words: words)
      // A year may stand behind a symbol.
      if let whole, whole.term.contains("/") {
        self.words.append(.prefix(whole.term + "("))
        kind = .group
      }
    } else {
      self.init(
        text: lexeme.written,
        words: isPhrase ? Self.exact(lexeme) : [.anyForm(family: lexeme.words[0].family)],
        isStopWord: lexeme.isStopWord)
    }
  }

  /// The words of some lexemes one after the other, in quotes.
  init(phrase lexemes: [Lexeme], using generator: inout SeededGenerator) {
    let (open, close) = [("\"", "\""), ("“", "”"), ("=\"", "\"")].randomElement(using: &generator)!
    self.init(
      text: open + lexemes.map(\.written).joined(separator: " ") + close, words: lexemes.flatMap(Self.exact))
  }

  /// The same, with others between the words.
  init(sloppy lexemes: [Lexeme], using generator: inout SeededGenerator) {
    self.init(phrase: lexemes, using: &generator)
    let slop = Int.random(in: 1...5, using: &generator)
    text += "~\(slop)"
    if words.count > 1 { kind = .sloppy(slop) }
  }

  /// Words that begin as a lexeme does, or that are like it; nil if neither can be asked for.
  init?(pattern lexeme: Lexeme, using generator: inout SeededGenerator) {
    let letters = "abcdefghijklmnopqrstuvwxyz"
    if let whole = lexeme.extras.first(where: { $0.range == 0..<lexeme.scalarCount }), lexeme.words.count > 1,
      !lexeme.written.contains(" ")
    {
      self.init(text: lexeme.written + "*", words: [.prefix(whole.term)], kind: .group)
      return
    }
    guard lexeme.words.count == 1 else { return nil }
    var term = lexeme.words[0].term
    guard term.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }) else {
      return nil
    }
    if Bool.random(using: &generator) {
      term = String(term.prefix(Int.random(in: 1...term.count, using: &generator)))
      self.init(text: term + "*", words: [.prefix(term)], kind: .group)
      return
    }
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      let index = term.indices.randomElement(using: &generator)!
      switch Int.random(in: 0..<3, using: &generator) {
      case 0 where term.count > 1: term.remove(at: index)
      case 1: term.insert(letters.randomElement(using: &generator)!, at: index)
      default: term.replaceSubrange(index...index, with: [letters.randomElement(using: &generator)!])
      }
    }
    let edits = Int.random(in: 1...2, using: &generator)
    let mark = edits == 1 && Bool.random(using: &generator) ? "~" : "~\(edits)"
    self.init(text: term + mark, words: [.fuzzy(term, edits: edits)], kind: .group)
  }

  private static func exact(_ lexeme: Lexeme) -> [Asked.Word] { lexeme.words.map { .exact(term: $0.term) } }
}

extension Asked.DateValue {
  /// A year, a month, a day, or a range of them; often one that begins or ends with a date of `corpus`.
  init(about corpus: SampleCorpus, using generator: inout SeededGenerator) {
    let one = Self.date(about: corpus, using: &generator)
    let other = Self.date(about: corpus, using: &generator)
    let (early, late) = one.days.lowerBound <= other.days.lowerBound ? (one, other) : (other, one)
    switch Int.random(in: 0..<6, using: &generator) {
    case 0..<3: self.init(text: one.text, days: one.days)
    case 3: self.init(text: one.text + "..", days: one.days.lowerBound...Int.max)
    case 4: self.init(text: ".." + one.text, days: 0...one.days.upperBound)
    // A year or month that begins the range may end behind the day that ends it.
    default:
      self.init(
        text: early.text + ".." + late.text, days: early.days.lowerBound...late.days.upperBound)
    }
  }

  private static func date(about corpus: SampleCorpus, using generator: inout SeededGenerator) -> SampleDate {
    guard Bool.random(using: &generator),
      let date = corpus.documents.compactMap(\.date).randomElement(using: &generator)
    else { return SampleDate(using: &generator) }
    let edges = [date.days.lowerBound, date.days.upperBound]
    return Bool.random(using: &generator) ? date : SampleDate(day: edges.randomElement(using: &generator)!)
  }
}
