/// `New Zealand's intervention highlighted`, `the statement delivered by Kenya recalled`: what a speaker gave says something; or it
/// is quoted: `endorsed the Secretary-General's comment that "…"`.
struct ProductRule: SentenceRule {
  func attribution(of phrase: SpeakerPhrase, in sentence: SentenceReader, _ memory: SpeakerMemory)
    -> Attribution?
  {
    guard phrase.kind == .product else { return nil }
    if let end = quotation(behind: phrase, in: sentence) {
      return attribution(.product, phrase, evidence: phrase.words.lowerBound..<end, link: .semicolon)
    }
    let link = sentence.link(before: phrase.words.lowerBound)
    guard let predicate = sentence.predicate(of: phrase), predicate.voice == .active,
      sentence.mayReport(link, predicate)
    else { return nil }
    return attribution(.product, phrase, evidence: phrase.words.lowerBound..<predicate.end, link: link)
  }

  /// Where a quotation begins right behind the phrase, or behind `that`; nil if none does.
  private func quotation(behind phrase: SpeakerPhrase, in sentence: SentenceReader) -> Int? {
    var index = phrase.words.upperBound
    if index < sentence.range.upperBound, sentence.passage.is(.that, at: index) { index += 1 }
    guard index < sentence.range.upperBound, sentence.passage.words[index].gap.contains(.openQuote) else {
      return nil
    }
    return index
  }
}
