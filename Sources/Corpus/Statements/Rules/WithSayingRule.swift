/// `…, with Hungary noting that …`: a clause of its own, without a finite verb.
struct WithSayingRule: SentenceRule {
  func attribution(of phrase: SpeakerPhrase, in sentence: SentenceReader, _ memory: SpeakerMemory)
    -> Attribution?
  {
    let link = sentence.link(before: phrase.words.lowerBound)
    guard case .with(let with) = link, phrase.kind != .anaphor, phrase.kind != .guess,
      let predicate = gerund(behind: phrase, in: sentence)
    else { return nil }
    return attribution(.withSaying, phrase, evidence: with..<predicate.end, link: link)
  }

  private func gerund(behind phrase: SpeakerPhrase, in sentence: SentenceReader) -> Predicate? {
    let index = phrase.words.upperBound
    guard index < sentence.range.upperBound else { return nil }
    let gap = sentence.passage.words[index].gap
    if gap.isPlain || phrase.endsInApposition || gap.isSubset(of: [.closeParenthesis, .space]) {
      if let found = sentence.predicates.gerund(at: index, before: sentence.range.upperBound) { return found }
    }
    guard gap.contains(.comma) else { return nil }
    for next in index + 1..<max(index + 1, min(sentence.range.upperBound, index + 20))
    where sentence.passage.words[next].gap.contains(.comma) {
      if let found = sentence.predicates.gerund(at: next, before: sentence.range.upperBound) { return found }
    }
    return nil
  }
}
