/// `Mr. Gasana (Rwanda) said that …` at the head of a paragraph: so summary records begin what one speaker said, and the paragraph is
/// the speaker's to its end.
enum SummaryRecordRule {
  /// The attribution, reaching to the paragraph's end if it is of this form.
  static func widened(_ found: Attribution, in sentence: SentenceReader) -> Attribution {
    let passage = sentence.passage
    guard found.rule == .subject, found.evidence.lowerBound == 0, found.isAnimate, found.voices.count == 1,
      found.evidence.contains(where: { $0 > 0 && passage.words[$0].gap.contains(.closeParenthesis) })
    else { return found }
    var widened = found
    widened.rule = .summaryRecord
    widened.reach = .paragraph
    return widened
  }
}
