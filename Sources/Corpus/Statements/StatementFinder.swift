internal import Text

/// Finds the statements of documents: who says what, in which words.
///
/// A document is one of three: a speech, if its metadata or its title names the speaker; a verbatim record, if its paragraphs
/// begin with speakers' labels; else a report, in which reported speech is sought. A finder is a value that threads can share.
///
/// - Complexity: Linear in the document's text.
package struct StatementFinder: Sendable {
  /// Version of the rules; changes whenever any document would give other statements.
  package static let fingerprint = "statements-4"

  /// How many of the attributions of reported speech were right where a reader who had not seen the rules judged them, before the
  /// rules saw the judgements: the four papers of `Tests/Gold/statements/papers-second-reader.tsv`.
  package static let reportedPrecision = (right: 48, judged: 50)

  private let grammar: SpeechGrammar
  private let breaker = SentenceBreaker()

  private let readsEverySentence: Bool

  package init(table: SpeakerTable = .standard) {
    self.init(table: table, readsEverySentence: false)
  }

  /// - Parameter readsEverySentence: Whether sentences are read that ``Triggers`` would pass over; the result is the same.
  init(table: SpeakerTable, readsEverySentence: Bool) {
    grammar = SpeechGrammar(table: table)
    self.readsEverySentence = readsEverySentence
  }

  /// The statements of `document` and the speakers they name.
  ///
  /// - Parameter speaker: Whose speech the whole document is, as its metadata names them; nil if it does not.
  package func statements(of document: Document, speaker: String? = nil) -> Statements {
    let persons = PersonRegister(table: grammar.table, date: document.date)
    let statements = statements(of: document, speaker, persons)
    var result = Statements(statements: statements)
    for id in Set(statements.flatMap(\.voices).flatMap(\.speakers)).sorted() {
      if let speaker = grammar.table[id] ?? persons.found[id] { result.speakers.append(speaker) }
    }
    return result
  }

  private func statements(of document: Document, _ speaker: String?, _ persons: PersonRegister) -> [Statement]
  {
    let voices = Voices(table: grammar.table, date: document.date)
    let speech = WholeSpeech(table: grammar.table, persons: persons, voices: voices)
    let named = speaker.map { [$0] } ?? document.speakers
    if !named.isEmpty, document.form ?? .speech == .speech {
      return speech.statement(of: document, by: named).map { [$0] } ?? []
    }
    let heading = SpeakerHeading(grammar: grammar, persons: persons, date: document.date, breaker: breaker)
    if let found = heading.speaker(of: document.title) {
      let evidence = Evidence(words: document.title, place: nil)
      return speech.statement(of: document, found, evidence).map { [$0] } ?? []
    }
    let passages = document.paragraphs.map { paragraph in
      paragraph.kind == .names ? nil : Passage(paragraph.utf8, lexicon: grammar.lexicon, breaker: breaker)
    }
    let reader = TurnLabelReader(
      grammar: grammar, persons: persons, voices: voices, presidency: Presidency.office(of: document))
    if let turns = Turns(document, passages: passages, reader: reader) { return turns.statements() }
    return ReportedSpeech(
      grammar: grammar, persons: persons, date: document.date, readsEverySentence: readsEverySentence
    ).statements(
      of: document, passages: passages, headings: heading)
  }
}
