internal import Text

/// `France: "The veto …"`, `Kenya – Welcomed the report.` at the head of a paragraph or bullet: the name gives the speaker.
///
/// A name may as well say what a paragraph is about (`Syria: 100,000 dead`), so the words behind it have to show that they are said:
/// a quotation, a verb of saying without a subject, `we`, or a heading above that promises statements.
struct RunInNameRule {
  let grammar: SpeechGrammar
  let persons: PersonRegister
  let date: DateInterval?

  func report(in passage: Passage, heading: String) -> Report? {
    guard passage.words.count > 1, passage.words[0].shape.contains(.capital) else { return nil }
    guard let colon = (1..<min(passage.words.count, 24)).first(where: { isSign(passage.words[$0].gap) })
    else { return nil }
    let reader = PhraseReader(grammar: grammar, passage: passage, persons: persons, date: date)
    guard let phrase = reader.phrase(at: 0, before: colon), phrase.words.upperBound == colon,
      !phrase.voices.isEmpty,
      phrase.kind != .anaphor, phrase.kind != .guess, isSaid(passage, from: colon, heading: heading)
    else { return nil }
    let attribution = Attribution(
      rule: .runInName, voices: phrase.voices, start: 0, evidence: 0..<colon, link: .sentenceStart,
      reach: .paragraph,
      isPlural: phrase.isPlural, isAnimate: phrase.isAnimate)
    return Report(attribution: attribution, utf8: Int(passage.words[colon].start)..<passage.utf8.count)
  }

  private func isSign(_ gap: Gap) -> Bool {
    !gap.isDisjoint(with: [.colon, .dash]) && gap.isDisjoint(with: [.comma, .semicolon, .openParenthesis])
  }

  private func isSaid(_ passage: Passage, from colon: Int, heading: String) -> Bool {
    if passage.words[colon].gap.contains(.openQuote) { return true }
    let forms = grammar.forms(of: passage.words[colon].lexeme)
    if !forms.isDisjoint(with: [.past, .third, .gerund]) { return true }
    let sentence = passage.sentences.first { $0.words.contains(colon) }?.words ?? colon..<colon
    if sentence.contains(where: { $0 >= colon && passage.isA(.firstPerson, at: $0) }) { return true }
    let words = SpeakerKey.words(of: heading)
    return words.contains { word in
      !grammar.lexicon.classes[Int(grammar.lexicon.lexeme(of: word))].isDisjoint(with: [
        .product, .opinionNoun,
      ])
    }
  }
}
