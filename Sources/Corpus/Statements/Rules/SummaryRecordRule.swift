/// `Mr. Gasana (Rwanda) said that …` at the head of a paragraph: so summary records begin what one speaker said, and the paragraph is
/// the speaker's to its end.
///
/// A press release has the same form without the brackets (`The representative of Rwanda said …`), but so may a report of any kind
/// begin a paragraph. It is taken for the form where three paragraphs have it and at least half of those that name a speaker.
enum SummaryRecordRule {
  private static let fewestParagraphs = 3

  /// The attribution, reaching to the paragraph's end if brackets show the form.
  static func widened(_ found: Attribution, in sentence: SentenceReader) -> Attribution {
    let passage = sentence.passage
    guard isOpening(found),
      found.evidence.contains(where: { $0 > 0 && passage.words[$0].gap.contains(.closeParenthesis) })
    else { return found }
    var widened = found
    widened.rule = .summaryRecord
    widened.reach = .paragraph
    return widened
  }

  /// Gives the paragraphs of a document in this form to those who open them.
  static func widen(_ reports: inout [[Report]], _ passages: [Passage?]) {
    let opened = reports.indices.filter { isOneSpeakers(reports[$0]) }
    let named = reports.count { $0.contains { !$0.attribution.voices.isEmpty } }
    guard opened.count >= fewestParagraphs, opened.count * 2 >= named else { return }
    for index in opened {
      guard let passage = passages[index] else { continue }
      var report = reports[index][0]
      report.attribution.rule = .summaryRecord
      report.attribution.reach = .paragraph
      report.utf8 = 0..<passage.utf8.count
      reports[index] = [report]
    }
  }

  private static func isOneSpeakers(_ reports: [Report]) -> Bool {
    guard let first = reports.first, isOpening(first.attribution) else { return false }
    return reports.allSatisfy {
      $0.attribution.voices.isEmpty || $0.attribution.voices == first.attribution.voices
    }
  }

  private static func isOpening(_ attribution: Attribution) -> Bool {
    (attribution.rule == .subject || attribution.rule == .summaryRecord)
      && attribution.evidence.lowerBound == 0
      && attribution.isAnimate && attribution.voices.first.map { !$0.speakers.isEmpty } ?? false
      && !attribution.isPlural
  }
}
