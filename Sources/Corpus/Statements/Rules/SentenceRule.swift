/// A rule that looks at one phrase of a sentence and says whether the phrase's speaker says something there.
protocol SentenceRule: Sendable {
  func attribution(of phrase: SpeakerPhrase, in sentence: SentenceReader, _ memory: SpeakerMemory)
    -> Attribution?
}

extension SentenceRule {
  /// The attribution that a rule gives once it has found a phrase's verb.
  func attribution(
    _ rule: StatementRule, _ phrase: SpeakerPhrase, voices: [Voice]? = nil, evidence: Range<Int>,
    link: ClauseLink,
    reach: Attribution.Reach = .clause
  ) -> Attribution {
    Attribution(
      rule: rule, voices: voices ?? phrase.voices, start: min(phrase.words.lowerBound, evidence.lowerBound),
      evidence: evidence, link: link, reach: reach, isPlural: phrase.isPlural, isAnimate: phrase.isAnimate)
  }
}
