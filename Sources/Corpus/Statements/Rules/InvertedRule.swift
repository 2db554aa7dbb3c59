/// `"…", said Kenya.`: the verb before its subject, behind the words.
struct InvertedRule: SentenceRule {
  func attribution(of phrase: SpeakerPhrase, in sentence: SentenceReader, _ memory: SpeakerMemory)
    -> Attribution?
  {
    let passage = sentence.passage
    let verb = phrase.words.lowerBound - 1
    guard phrase.kind != .anaphor, phrase.kind != .guess, verb > sentence.range.lowerBound,
      !passage.words[verb].gap.isDisjoint(with: [.comma, .closeQuote]),
      sentence.grammar.forms(of: passage.words[verb].lexeme).contains(.past),
      let known = sentence.grammar.verb(of: passage.words[verb].lexeme), known.isFree || known.takesClause
    else { return nil }
    let end = phrase.words.upperBound
    let closes = end >= sentence.range.upperBound || !passage.isPlain(at: end)
    guard closes else { return nil }
    return attribution(.inverted, phrase, evidence: verb..<end, link: .comma, reach: .sentence)
  }
}
