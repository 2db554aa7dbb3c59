/// `This was echoed by the government of Ghana`, `…, a view shared by Kenya`.
struct PassiveRule: SentenceRule {
  func attribution(of phrase: SpeakerPhrase, in sentence: SentenceReader, _ memory: SpeakerMemory)
    -> Attribution?
  {
    guard phrase.kind != .anaphor, phrase.kind != .guess,
      let clause = clause(before: phrase.words.lowerBound, in: sentence)
    else { return nil }
    return attribution(
      .passive, phrase, evidence: clause.start..<phrase.words.upperBound, link: clause.link)
  }

  /// The verb group that ends in `by` right before `start`.
  private func clause(before start: Int, in sentence: SentenceReader) -> (start: Int, link: ClauseLink)? {
    let passage = sentence.passage
    let lower = sentence.range.lowerBound
    var index = start - 1
    guard index > lower, passage.is(.by, at: index) else { return nil }
    index -= 1
    // The verb may have a small word behind it: `called for by`.
    var verb = index
    while verb > lower, index - verb < 3, !passage.isA(.speechVerb, at: verb) { verb -= 1 }
    guard sentence.grammar.forms(of: passage.words[verb].lexeme).contains(.participle), verb > lower,
      passage.isPlain(at: verb), sentence.predicates.isCompleteInPassive(verb, before: start)
    else { return nil }
    var first = verb - 1
    while first > lower, passage.isAdverb(at: first), passage.isPlain(at: first) { first -= 1 }
    if passage.isA(.be, at: first) {
      guard !isHypothetical(first, in: sentence) else { return nil }
      return (first, .sentenceStart)
    }
    return isSharedView(first, in: sentence) ? (first, .comma) : nil
  }

  /// Whether a modal or `not` stands in the verb group that ends at `index`: `should be endorsed by`.
  private func isHypothetical(_ index: Int, in sentence: SentenceReader) -> Bool {
    let passage = sentence.passage
    var index = index
    while index >= sentence.range.lowerBound {
      if passage.isA([.modal, .negation], at: index) { return true }
      guard passage.isA([.be, .have], at: index) || passage.isAdverb(at: index) else { return false }
      index -= 1
    }
    return false
  }

  /// `a view`, `a concern` right behind a comma.
  private func isSharedView(_ index: Int, in sentence: SentenceReader) -> Bool {
    let passage = sentence.passage
    guard index > sentence.range.lowerBound, passage.isA([.opinionNoun, .viewNoun], at: index) else {
      return false
    }
    return passage.isA(.determiner, at: index - 1) && passage.words[index - 1].gap.contains(.comma)
  }
}
