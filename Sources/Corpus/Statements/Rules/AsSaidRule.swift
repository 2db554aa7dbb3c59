/// `As Mexico noted, …`, `…, as was stressed by Kenya, …`: the sentence is what somebody said.
struct AsSaidRule: SentenceRule {
  func attribution(of phrase: SpeakerPhrase, in sentence: SentenceReader, _ memory: SpeakerMemory)
    -> Attribution?
  {
    guard phrase.kind != .guess else { return nil }
    let link = sentence.link(before: phrase.words.lowerBound)
    let voices = phrase.antecedent.map { memory.voices(of: $0) } ?? phrase.voices
    guard let voices else { return nil }
    if case .as(let word) = link, let predicate = sentence.predicate(of: phrase), predicate.voice == .active {
      return attribution(
        .asSaid, phrase, voices: voices, evidence: word..<predicate.end, link: link, reach: .sentence)
    }
    guard link == .preposition, let word = saidBy(before: phrase.words.lowerBound, in: sentence) else {
      return nil
    }
    return attribution(
      .asSaid, phrase, voices: voices, evidence: word..<phrase.words.upperBound, link: .as(word),
      reach: .sentence)
  }

  /// The `as` of `as noted by`.
  private func saidBy(before start: Int, in sentence: SentenceReader) -> Int? {
    let passage = sentence.passage
    var index = start - 1
    guard index > sentence.range.lowerBound, passage.is(.by, at: index) else { return nil }
    index -= 1
    while index > sentence.range.lowerBound, passage.isAdverb(at: index) { index -= 1 }
    guard sentence.grammar.forms(of: passage.words[index].lexeme).contains(.participle) else { return nil }
    index -= 1
    while index > sentence.range.lowerBound,
      passage.isAdverb(at: index) || passage.isA([.be, .have], at: index)
    { index -= 1 }
    return index >= sentence.range.lowerBound && passage.is(.as, at: index) ? index : nil
  }
}
