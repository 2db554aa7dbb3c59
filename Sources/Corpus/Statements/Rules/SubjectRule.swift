/// `The government of France raised its proposal`, `several delegations noted that`: the speaker is the subject of a verb of
/// saying in the active voice.
///
/// What only stands near such a verb is not its subject: `the situation in Syria raised …`, `the veto that France used`.
struct SubjectRule: SentenceRule {
  func attribution(of phrase: SpeakerPhrase, in sentence: SentenceReader, _ memory: SpeakerMemory)
    -> Attribution?
  {
    guard phrase.kind != .anaphor, phrase.kind != .product else { return nil }
    let link = sentence.link(before: phrase.words.lowerBound)
    guard let predicate = sentence.predicate(of: phrase), predicate.voice == .active,
      sentence.mayReport(link, predicate)
    else { return nil }
    var voices = phrase.voices
    if phrase.kind == .guess {
      guard sentence.grammar.verb(of: sentence.passage.words[predicate.verb].lexeme)?.isFree ?? false else {
        return nil
      }
      voices = [sentence.phraseReader.voice(ofGuess: phrase, before: sentence.range.upperBound)]
    }
    if !voices.isEmpty { voices += sentence.represented(by: phrase, before: predicate.verb) }
    return attribution(
      .subject, phrase, voices: voices, evidence: phrase.words.lowerBound..<predicate.end, link: link)
  }
}
