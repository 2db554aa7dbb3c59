/// `It was noted that …`, `emphasis was put on …`, `the court was also mentioned`: somebody says it, and is not named.
///
/// Not a ``SentenceRule``: there is no speaker's phrase to look at, so it is asked only where no other rule found anything.
struct ImpersonalRule {
  func attribution(in sentence: SentenceReader) -> Attribution? {
    let passage = sentence.passage
    for index in sentence.range where passage.isA(.pastBe, at: index) && !sentence.quotes.isQuoted(index) {
      guard let verb = participle(behind: index, in: sentence), isStatement(verb, be: index, in: sentence)
      else { continue }
      return Attribution(
        rule: .impersonal, voices: [], start: sentence.range.lowerBound, evidence: index..<verb + 1,
        link: .sentenceStart,
        isPlural: false, isAnimate: false)
    }
    return nil
  }

  private func participle(behind be: Int, in sentence: SentenceReader) -> Int? {
    var index = be + 1
    while index < sentence.range.upperBound, index - be < 4, sentence.passage.isPlain(at: index) {
      if sentence.passage.isA(.speechVerb, at: index),
        sentence.grammar.forms(of: sentence.passage.words[index].lexeme).contains(.participle)
      {
        return index
      }
      guard sentence.passage.isAdverb(at: index) || sentence.passage.is(.been, at: index) else { return nil }
      index += 1
    }
    return nil
  }

  /// `it was noted that`; `emphasis was put on`; anything else only with a verb that says something by itself.
  private func isStatement(_ verb: Int, be: Int, in sentence: SentenceReader) -> Bool {
    let passage = sentence.passage
    let isClause = verb + 1 < passage.words.count && passage.is(.that, at: verb + 1)
    if be > sentence.range.lowerBound, passage.is(.it, at: be - 1) { return isClause }
    if passage.is(.emphasis, at: be - 1) { return true }
    // `was asked to` is said to the subject, not of it.
    return sentence.predicates.isComplete(verb, before: sentence.range.upperBound)
      && !passage.is(.to, at: verb + 1)
  }
}
