/// `She also made special note`, `They stressed`, `the minister added`: the speaker is the one before.
struct PronounRule: SentenceRule {
  func attribution(of phrase: SpeakerPhrase, in sentence: SentenceReader, _ memory: SpeakerMemory)
    -> Attribution?
  {
    guard phrase.kind == .anaphor, let antecedent = phrase.antecedent,
      let voices = memory.voices(of: antecedent)
    else {
      return nil
    }
    let link = sentence.link(before: phrase.words.lowerBound)
    guard let predicate = sentence.predicate(of: phrase), predicate.voice == .active,
      sentence.mayReport(link, predicate)
    else { return nil }
    return attribution(
      .pronoun, phrase, voices: voices, evidence: phrase.words.lowerBound..<predicate.end, link: link)
  }
}
