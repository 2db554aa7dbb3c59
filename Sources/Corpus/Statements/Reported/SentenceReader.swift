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
    let classes = passage.words[previous].classes
    if passage.words[previous].shape.contains(.digit) { return .comma }
    if passage.is(.with, at: previous) { return .with(previous) }
    if passage.is(.as, at: previous) { return .as(previous) }
    if !classes.isDisjoint(with: .contrast) { return .contrast(previous) }
    if !classes.isDisjoint(with: .subordinator) { return .subordinate(previous) }
    if !classes.isDisjoint(with: .clauseLink) { return .coordinator(previous) }
    return classes.isDisjoint(with: .preposition) ? .other : .preposition
  }

  /// Those on whose behalf `phrase` speaks: `, on behalf of the African Group,`, `, for the EU,` between it and its verb, or `On behalf of …,`
  /// before it.
  func represented(by phrase: SpeakerPhrase, before verb: Int) -> [Voice] {
    let behind = phrase.words.upperBound..<max(phrase.words.upperBound, min(verb, range.upperBound))
    var found = represented(in: behind)
    if let first = behind.first, passage.is(.for, at: first), passage.words[first].gap.contains(.comma) {
      found += names(at: first + 1)
    }
    if passage.words[phrase.words.lowerBound].gap.contains(.comma) {
      found += represented(in: range.lowerBound..<phrase.words.lowerBound)
    }
    return found.filter { !phrase.voices.contains($0) }
  }

  private func represented(in words: Range<Int>) -> [Voice] {
    guard let behalf = words.first(where: { passage.is(.behalf, at: $0) }), passage.is(.of, at: behalf + 1)
    else { return [] }
    return names(at: behalf + 2)
  }

  private func names(at index: Int) -> [Voice] {
    guard let phrase = phraseReader.phrase(at: index, before: range.upperBound), phrase.kind == .name else {
      return []
    }
    return phrase.voices
  }
}
