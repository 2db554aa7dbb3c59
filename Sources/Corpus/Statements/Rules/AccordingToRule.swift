/// `According to France, …`, `in the view of several delegations`, `in Kenya's opinion`.
struct AccordingToRule: SentenceRule {
  func attribution(of phrase: SpeakerPhrase, in sentence: SentenceReader, _ memory: SpeakerMemory)
    -> Attribution?
  {
    guard phrase.kind != .anaphor, phrase.kind != .guess,
      let start = opening(before: phrase.words.lowerBound, in: sentence)
    else { return nil }
    return attribution(
      .accordingTo, phrase, evidence: start..<phrase.words.upperBound, link: sentence.link(before: start),
      reach: .sentence)
  }

  /// Where `according to` or `in the view of` begins that ends right before `start`.
  private func opening(before start: Int, in sentence: SentenceReader) -> Int? {
    let passage = sentence.passage
    let lower = sentence.range.lowerBound
    guard start >= lower + 2 else { return nil }
    if passage.is(.to, at: start - 1), passage.isA(.accordance, at: start - 2) { return start - 2 }
    guard passage.is(.of, at: start - 1), start >= lower + 3, passage.isA(.opinionNoun, at: start - 2) else {
      return nil
    }
    var index = start - 3
    if passage.isA(.determiner, at: index), index > lower { index -= 1 }
    return passage.is(.in, at: index) ? index : nil
  }
}
