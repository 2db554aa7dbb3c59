internal import Text

/// Headings that say whose words stand below them: `Statement by France`, `Remarks of the Secretary-General`.
struct SpeakerHeading {
  let grammar: SpeechGrammar
  let persons: PersonRegister
  let date: DateInterval?
  let breaker: SentenceBreaker

  /// The speakers that the heading names; nil if it is no such heading.
  func speaker(of heading: String) -> [Voice]? {
    let utf8 = Array(heading.utf8)
    guard utf8.count <= 400 else { return nil }
    let passage = Passage(utf8, lexicon: grammar.lexicon, breaker: breaker)
    guard passage.words.prefix(8).contains(where: { !$0.classes.isDisjoint(with: .product) }) else {
      return nil
    }
    let reader = PhraseReader(grammar: grammar, passage: passage, persons: persons, date: date)
    guard let phrase = reader.phrase(at: 0, before: passage.words.count), phrase.kind == .product,
      !phrase.voices.isEmpty
    else { return nil }
    // A verb makes it a sentence about the statement.
    let rest = phrase.words.upperBound..<passage.words.count
    guard !rest.contains(where: { passage.isA([.be, .have, .modal, .speechVerb], at: $0) }) else {
      return nil
    }
    return phrase.voices
  }
}
