/// One sentence with all that the rules ask of it: its phrases, what links them, what is quoted.
struct SentenceReader {
  let grammar: SpeechGrammar
  let passage: Passage
  let phraseReader: PhraseReader
  let predicates: PredicateReader
  /// Words of the sentence.
  let range: Range<Int>
  let quotes: QuotedWords
  /// The phrases outside quotations, in order; none overlaps another.
  let phrases: [SpeakerPhrase]

  init(_ range: Range<Int>, phraseReader: PhraseReader, quotes: QuotedWords) {
    self.range = range
    self.phraseReader = phraseReader
    self.quotes = quotes
    grammar = phraseReader.grammar
    passage = phraseReader.passage
    predicates = PredicateReader(grammar: grammar, passage: passage)
    var phrases: [SpeakerPhrase] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if quotes.isQuoted(index) {
        index += 1
        continue
      }
      switch Self.finding(at: index, in: range, phraseReader) {
      case .phrase(let phrase)?:
        phrases.append(phrase)
        index = max(index + 1, phrase.words.upperBound)
      case .decoy(let end)?: index = max(index + 1, end)
      case nil: index += 1
      }
    }
    self.phrases = phrases
  }

  /// What stands at a word. Behind a preposition a comma ends what hangs on it: `In Libya, France and Italy …`,
  /// `Among others, Estonia …`; but not behind `with`, `by`, `of` and `to`, which lists of speakers hang on.
  private static func finding(at index: Int, in range: Range<Int>, _ reader: PhraseReader) -> PhraseFinding? {
    let passage = reader.passage
    if index > range.lowerBound, passage.isA(.preposition, at: index - 1), passage.isPlain(at: index),
      ![.with, .by, .of, .to].contains(where: { passage.is($0, at: index - 1) }),
      case .phrase(let item)? = reader.item(at: index, before: range.upperBound),
      item.words.upperBound < range.upperBound, passage.words[item.words.upperBound].gap.contains(.comma)
    {
      return .phrase(item)
    }
    return reader.finding(at: index, before: range.upperBound)
  }

  /// What stands before a phrase that begins at `start`.
  func link(before start: Int) -> ClauseLink {
    guard start > range.lowerBound else { return .sentenceStart }
    var previous = start - 1
    var gap = passage.words[start].gap
    while gap.isPlain, passage.isAdverb(at: previous) {
      guard previous > range.lowerBound else { return .sentenceStart }
      gap = passage.words[previous].gap
      previous -= 1
    }
    if gap.contains(.semicolon) || gap.contains(.colon) { return .semicolon }
    if !gap.isPlain { return .comma }
    let classes = passage.classes[previous]
    if passage.words[previous].shape.contains(.digit) { return .comma }
    if passage.is(.with, at: previous) { return .with(previous) }
    if passage.is(.as, at: previous) { return .as(previous) }
    if !classes.isDisjoint(with: .contrast) { return .contrast(previous) }
    if !classes.isDisjoint(with: .subordinator) || isTemporal(previous) { return .subordinate(previous) }
    if !classes.isDisjoint(with: .clauseLink) { return .coordinator(previous) }
    return classes.isDisjoint(with: .preposition) ? .other : .preposition
  }

  private func isTemporal(_ index: Int) -> Bool {
    passage.isA(.clauseLink, at: index) && passage.isA([.adverb, .preposition], at: index)
  }

  /// The verb group of which `phrase` is the subject, right behind it or behind words in commas; nil if it is the
  /// subject of no verb of saying.
  func predicate(of phrase: SpeakerPhrase) -> Predicate? {
    let index = phrase.words.upperBound
    guard index < range.upperBound else { return nil }
    let gap = passage.words[index].gap
    let isComma = gap.isSubset(of: [.comma, .space, .dash, .closeParenthesis])
    if gap.isPlain || phrase.endsInApposition && isComma || gap.isSubset(of: [.closeParenthesis, .space]) {
      if let predicate = predicates.finite(at: index, before: range.upperBound, isPlural: phrase.isPlural) {
        return predicate
      }
    }
    if phrase.kind == .group || phrase.kind == .role, gap.isPlain, let found = behindModifier(phrase) {
      return found
    }
    if gap.isPlain, let found = behindOwnStatement(phrase) { return found }
    return gap.isPlain || gap.isDisjoint(with: [.comma, .dash, .openParenthesis]) ? nil : behindCommas(phrase)
  }

  /// `participants from the region stressed`: steps over a modifier without commas.
  private func behindModifier(_ phrase: SpeakerPhrase) -> Predicate? {
    var index = phrase.words.upperBound
    guard
      passage.isA(.preposition, at: index) || passage.is(.present, at: index) || passage.is(.who, at: index)
    else {
      return nil
    }
    let limit = min(range.upperBound, index + 12)
    index += 1
    while index < limit, passage.isPlain(at: index) {
      let isVerb = passage.isA([.speechVerb, .have], at: index) || passage.isAdverb(at: index)
      if isVerb, !passage.isA([.preposition, .determiner], at: index - 1),
        let found = predicates.finite(at: index, before: range.upperBound, isPlural: phrase.isPlural)
      {
        return found.voice == .active ? found : nil
      }
      guard
        !passage.isA([.be, .modal, .clauseLink, .subordinator], at: index)
          || passage.isA(.coordinator, at: index)
      else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// `France in its statement noted`.
  private func behindOwnStatement(_ phrase: SpeakerPhrase) -> Predicate? {
    let index = phrase.words.upperBound
    guard passage.is(.in, at: index), index + 2 < range.upperBound, passage.isA(.possessor, at: index + 1)
    else { return nil }
    for next in index + 3..<max(index + 3, min(range.upperBound, index + 6)) where passage.isPlain(at: next) {
      if let found = predicates.finite(at: next, before: range.upperBound, isPlural: phrase.isPlural) {
        return found
      }
    }
    return nil
  }

  /// `Brazil, whose initiative had been recalled, emphasized`: steps over words between commas, dashes or brackets.
  private func behindCommas(_ phrase: SpeakerPhrase) -> Predicate? {
    let first = phrase.words.upperBound
    guard
      !passage.isA([.clauseLink], at: first) || passage.isA(.subordinator, at: first)
        || passage.is(.as, at: first)
    else { return nil }
    let isRelative = passage.isA(.subordinator, at: first)
    var index = first + 1
    while index < min(range.upperBound, first + 30) {
      let gap = passage.words[index].gap
      guard gap.isDisjoint(with: [.stop, .semicolon, .colon]) else { return nil }
      if !gap.isDisjoint(with: [.comma, .dash, .closeParenthesis]),
        let found = predicates.finite(at: index, before: range.upperBound, isPlural: phrase.isPlural)
      {
        return found
      }
      if !isRelative, passage.isA([.be, .have, .modal, .doing], at: index) { return nil }
      index += 1
    }
    return nil
  }
}
