internal import Text

/// Statements in the third form: what a report says that others said.
struct ReportedSpeech {
  private let grammar: SpeechGrammar
  private let persons: PersonRegister
  private let date: DateInterval?
  private let readsEverySentence: Bool

  init(grammar: SpeechGrammar, persons: PersonRegister, date: DateInterval?, readsEverySentence: Bool) {
    self.readsEverySentence = readsEverySentence
    self.grammar = grammar
    self.persons = persons
    self.date = date
  }

  /// - Parameter passages: Of each paragraph; nil for those in which nothing is said.
  func statements(of document: Document, passages: [Passage?], headings: SpeakerHeading) -> [Statement] {
    introducePersons(passages)
    var statements: [Statement] = []
    var paragraphs = ParagraphReports(
      grammar: grammar, persons: persons, date: date, readsEverySentence: readsEverySentence)
    var speakersOfSection: [Int: [Voice]] = [:]
    for section in document.sections.indices {
      if let heading = document.sections[section].headings.last, let voices = headings.speaker(of: heading) {
        speakersOfSection[section] = voices
      }
    }
    var reports: [[Report]] = []
    for (index, paragraph) in document.paragraphs.enumerated() {
      guard let passage = passages[index], paragraph.kind == .prose || paragraph.kind == .bullet,
        speakersOfSection[paragraph.section] == nil
      else {
        reports.append([])
        continue
      }
      let heading = document.sections[paragraph.section].headings.last ?? ""
      let runIn = RunInNameRule(grammar: grammar, persons: persons, date: date).report(
        in: passage, heading: heading)
      reports.append(runIn.map { [$0] } ?? paragraphs.reports(in: passage))
    }
    SummaryRecordRule.widen(&reports, passages)

    var list = ListedRule()
    for (index, paragraph) in document.paragraphs.enumerated() {
      guard let passage = passages[index], paragraph.kind == .prose || paragraph.kind == .bullet else {
        list.end()
        continue
      }
      if let voices = speakersOfSection[paragraph.section] {
        let heading = document.sections[paragraph.section].headings.last ?? ""
        HeadingRule.append(paragraph: index, passage, voices, heading: heading, to: &statements)
      } else if !list.takes(paragraph, index, reports[index], into: &statements) {
        for report in reports[index] { statements.append(statement(report, passage, paragraph: index)) }
        list.begin(behind: passage, reports[index], statement: statements.count - 1)
      }
    }
    return statements
  }

  /// Reads who is who before anybody speaks, since a name may be explained only further below.
  private func introducePersons(_ passages: [Passage?]) {
    for passage in passages {
      guard let passage, !passage.classes.isDisjoint(with: Introductions.signs) else { continue }
      let reader = PhraseReader(grammar: grammar, passage: passage, persons: persons, date: date)
      for sentence in passage.sentences where !sentence.classes.isDisjoint(with: Introductions.signs) {
        Introductions(reader: reader).read(sentence)
      }
    }
  }

  private func statement(_ report: Report, _ passage: Passage, paragraph: Int) -> Statement {
    let evidence = report.attribution.evidence
    let place = TextRange(paragraph: paragraph, utf8: passage.bytes(of: evidence))
    return Statement(
      voices: report.attribution.voices, mode: .reported, rule: report.attribution.rule,
      evidence: Evidence(words: passage.text(of: evidence), place: place),
      ranges: [TextRange(paragraph: paragraph, utf8: report.utf8)])
  }
}

/// What one run of a paragraph reports.
struct Report {
  var attribution: Attribution
  /// Bytes of the paragraph's text.
  var utf8: Range<Int>
}
