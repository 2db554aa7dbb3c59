/// `New Zealand's intervention highlighted`, `the statement delivered by Kenya recalled`: what a speaker gave says something.
struct ProductRule: SentenceRule {
  func attribution(of phrase: SpeakerPhrase, in sentence: SentenceReader, _ memory: SpeakerMemory)
    -> Attribution?
  {
    guard phrase.kind == .product else { return nil }
    let link = sentence.link(before: phrase.words.lowerBound)
    guard let predicate = sentence.predicate(of: phrase), predicate.voice == .active,
      sentence.mayReport(link, predicate)
    else { return nil }
    return attribution(.product, phrase, evidence: phrase.words.lowerBound..<predicate.end, link: link)
  }
}
