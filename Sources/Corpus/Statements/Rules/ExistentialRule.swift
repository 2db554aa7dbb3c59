/// `There were some, including Cuba and Malaysia, that expressed the belief …`
struct ExistentialRule: SentenceRule {
  func attribution(of phrase: SpeakerPhrase, in sentence: SentenceReader, _ memory: SpeakerMemory)
    -> Attribution?
  {
    let passage = sentence.passage
    let start = phrase.words.lowerBound
    guard phrase.kind == .group || phrase.kind == .name, start >= sentence.range.lowerBound + 2,
      passage.isA(.be, at: start - 1), passage.is(.there, at: start - 2),
      phrase.words.upperBound < sentence.range.upperBound
    else { return nil }
    let relative = phrase.words.upperBound
    guard passage.is(.that, at: relative) || passage.is(.who, at: relative),
      passage.isPlain(at: relative) || phrase.endsInApposition,
      let predicate = sentence.predicates.finite(
        at: relative + 1, before: sentence.range.upperBound, isPlural: phrase.isPlural),
      predicate.voice == .active
    else { return nil }
    return attribution(
      .existential, phrase, evidence: start - 2..<predicate.end, link: sentence.link(before: start - 2))
  }
}
