internal import Text

/// Finds the reports of one paragraph after the other, remembering who spoke.
struct ParagraphReports {
  private static let rules: [any SentenceRule] = [
    AsSaidRule(), WithSayingRule(), ExistentialRule(), ProductRule(), PronounRule(), SubjectRule(),
    AccordingToRule(),
    PassiveRule(), InvertedRule(),
  ]

  private let grammar: SpeechGrammar
  private let persons: PersonRegister
  private let date: DateInterval?
  private let readsEverySentence: Bool
  private var memory = SpeakerMemory()

  init(grammar: SpeechGrammar, persons: PersonRegister, date: DateInterval?, readsEverySentence: Bool) {
    self.readsEverySentence = readsEverySentence
    self.grammar = grammar
    self.persons = persons
    self.date = date
  }

  mutating func reports(in passage: Passage) -> [Report] {
    defer { memory.endParagraph() }
    guard !passage.classes.isDisjoint(with: Triggers.signs) else { return [] }
    let reader = PhraseReader(grammar: grammar, passage: passage, persons: persons, date: date)
    let quotes = QuotedWords(passage)
    var builder = ReportBuilder(passage: passage, quotes: quotes)
    for index in passage.sentences.indices {
      let spans = spans(
        in: passage.sentences[index], reader: reader, quotes: quotes, isOwned: builder.isOwned)
      builder.append(spans, ofSentence: index)
    }
    return builder.reports
  }

  /// - Parameter isOwned: Whether the paragraph is one speaker's to its end, so that only that speaker may go on.
  private mutating func spans(
    in textSentence: TextSentence, reader: PhraseReader, quotes: QuotedWords, isOwned: Bool
  ) -> [Extents.Span] {
    let passage = reader.passage
    let range = textSentence.words
    let isPromising = readsEverySentence || Triggers(passage: passage).mayReport(textSentence)
    // A sentence that says nothing may still name somebody to whom `she` looks back.
    let isAntecedent =
      !passage.classes.isDisjoint(with: .animatePronoun)
      && !textSentence.classes.isDisjoint(with: [.title, .roleHead, .beginsName])
    guard isPromising || isAntecedent else { return [] }
    let sentence = SentenceReader(range, phraseReader: reader, quotes: quotes)
    var attributions: [Attribution] = []
    for phrase in sentence.phrases {
      if let found = isPromising ? attribution(of: phrase, in: sentence) : nil {
        attributions.append(SummaryRecordRule.widened(found, in: sentence))
        memory.remember(found.voices, isPlural: found.isPlural, isAnimate: found.isAnimate)
      } else if phrase.isAnimate, !phrase.isPlural, phrase.voices.count == 1 {
        memory.mention(phrase.voices)
      }
    }
    if isOwned { attributions = attributions.filter { $0.rule == .summaryRecord } }
    if attributions.isEmpty, isPromising, !isOwned, let found = ImpersonalRule().attribution(in: sentence) {
      attributions = [found]
    }
    attributions.sort { $0.start < $1.start }
    return Extents(passage: passage, range: range).spans(of: attributions)
  }

  private func attribution(of phrase: SpeakerPhrase, in sentence: SentenceReader) -> Attribution? {
    for rule in Self.rules {
      if let found = rule.attribution(of: phrase, in: sentence, memory) { return found }
    }
    return nil
  }
}
