internal import Text

/// Finds the noun phrases of one passage that name, or stand for, speakers.
///
/// A hand-written recursive descent over words: no phrase is longer than ``longest`` words, so reading all phrases of a
/// passage is linear in it.
struct PhraseReader {
  let grammar: SpeechGrammar
  let passage: Passage
  let persons: PersonRegister
  /// The document's date, for who held an office then.
  let date: DateInterval?

  /// The most words that any phrase takes.
  static let longest = 120

  /// What stands at word `start` of the sentence that ends before `end`; nil if no phrase begins there.
  func finding(at start: Int, before end: Int) -> PhraseFinding? {
    let end = min(end, start + Self.longest)
    guard let first = item(at: start, before: end) else { return nil }
    guard case .phrase(var phrase) = first else { return first }
    if phrase.kind != .anaphor { coordinate(&phrase, before: end) }
    return .phrase(phrase)
  }

  func phrase(at start: Int, before end: Int) -> SpeakerPhrase? {
    guard case .phrase(let phrase)? = finding(at: start, before: end) else { return nil }
    return phrase
  }

  /// One member of a list of speakers.
  func item(at start: Int, before end: Int) -> PhraseFinding? {
    guard start < end, mayOpen(start) else { return nil }
    if let anaphor = anaphor(at: start, before: end) { return .phrase(anaphor) }
    let head = afterDeterminers(start, before: end)
    guard head < end, head == start || mayOpen(head) || isProductBehindModifier(head, before: end) else {
      return nil
    }
    if let named = namedItem(at: head, before: end, from: start) { return named }
    if let role = roleItem(at: head, before: end, from: start) { return .phrase(role) }
    if let product = productItem(at: head, before: end, from: start) { return .phrase(product) }
    let isCapital = passage.words[head].shape.contains(.capital)
    if isCapital, let person = personItem(at: head, before: end, from: start) { return .phrase(person) }
    if let group = groupItem(at: start, before: end) { return .phrase(group) }
    return isCapital ? guessItem(at: head, before: end, from: start).map { .phrase($0) } : nil
  }

  private static let openers: WordClass = [
    .determiner, .quantifier, .quantity, .groupNoun, .groupModifier, .roleHead, .roleQualifier,
    .personalPronoun, .product,
    .adverb,
  ]

  /// Whether a phrase can begin with the word.
  private func mayOpen(_ index: Int) -> Bool {
    let word = passage.words[index]
    return !word.classes.isDisjoint(with: Self.openers) || !word.shape.isDisjoint(with: [.capital, .digit])
  }

  /// Steps over `the`, `both the`, `the former`.
  func afterDeterminers(_ start: Int, before end: Int) -> Int {
    var index = start
    while index < end, index - start < 3, passage.isA(.determiner, at: index),
      index == start || passage.isPlain(at: index)
    {
      index += 1
    }
    return index
  }

  private func anaphor(at start: Int, before end: Int) -> SpeakerPhrase? {
    guard passage.isA(.personalPronoun, at: start), !passage.words[start].shape.contains(.capitals) else {
      return nil
    }
    var phrase = SpeakerPhrase(kind: .anaphor, words: start..<start + 1, voices: [])
    phrase.isPlural = passage.is(.they, at: start)
    phrase.isAnimate = passage.isA(.animatePronoun, at: start)
    phrase.antecedent = phrase.isPlural ? .plural : phrase.isAnimate ? .animate : .inanimate
    return phrase
  }

  /// The word behind a parenthesis that opens right before word `index`, if it closes soon: `(ICRtoP) noted`.
  func afterParenthesis(_ index: Int, before end: Int) -> Int {
    guard index < end, passage.words[index].gap.contains(.openParenthesis) else { return index }
    var inner = index + 1
    while inner < passage.words.count, inner - index <= 12 {
      if passage.words[inner].gap.contains(.closeParenthesis) { return min(inner, end) }
      inner += 1
    }
    return index
  }
}
