/// What one speaker, or several together, say in one go.
package struct Statement: Sendable, Equatable {
  /// In which of its forms the statement stands.
  package enum Mode: UInt8, Sendable, CaseIterable {
    /// The whole document is one speech.
    case speech = 0
    /// A speaker's turn in a verbatim record.
    case turn = 1
    /// A report gives what the speaker said.
    case reported = 2
  }

  /// Those who speak; empty if none of them is named (`several delegations noted …`).
  package var voices: [Voice]
  package var mode: Mode
  package var rule: StatementRule
  package var evidence: Evidence
  /// The text of the statement, in order; never empty, and no range overlaps another, in this statement or any other.
  package var ranges: [TextRange]
}

/// A run of one paragraph's text.
package struct TextRange: Sendable, Hashable {
  /// Index into the document's paragraphs.
  package var paragraph: Int
  /// Bytes of the paragraph's text.
  package var utf8: Range<Int>

  package init(paragraph: Int, utf8: Range<Int>) {
    self.paragraph = paragraph
    self.utf8 = utf8
  }
}

/// The words by which a statement is known to be its speaker's.
package struct Evidence: Sendable, Hashable {
  package var words: String
  /// Where they stand; nil if they are not of the text but of the metadata.
  package var place: TextRange?
}

/// One of those who speak in a statement, under every identity that finds them.
package struct Voice: Sendable, Hashable {
  /// What to show: `France`, `Cecile Kyenge (Italy)`, `Ban Ki-moon (Secretary-General)`.
  package var name: String
  /// The one to count by first: the state, organisation or office, else the person; then whoever else it is, too.
  package var speakers: [Speaker.ID]
}

/// The rule that found a statement; one file each in `Statements/Rules` and `Statements/Forms`.
package enum StatementRule: String, Sendable, CaseIterable {
  /// The metadata says whose speech the document is.
  case wholeSpeech = "whole-speech"
  /// `Mr. Gasana (Rwanda): …`
  case turnLabel = "turn-label"
  /// `The government of France raised …`, `several delegations noted …`
  case subject = "subject"
  /// `…, with Hungary noting that …`
  case withSaying = "with-saying"
  /// `She also made special note …`
  case pronoun = "pronoun"
  /// `New Zealand's intervention highlighted …`
  case product = "product"
  /// `This was echoed by the government of Ghana`
  case passive = "passive"
  /// `It was noted that …`
  case impersonal = "impersonal"
  /// `According to France, …`
  case accordingTo = "according-to"
  /// `…, as Mexico noted, …`
  case asSaid = "as-said"
  /// `"…", said Kenya.`
  case inverted = "inverted"
  /// `There were some, including Cuba, that expressed …`
  case existential = "existential"
  /// `France: the veto …` at the head of a paragraph.
  case runInName = "run-in-name"
  /// Everything below a heading such as `Statement by France`.
  case heading = "heading"
  /// `Mr. Gasana (Rwanda) said …` at the head of a paragraph of a summary record, which is his to its end.
  case summaryRecord = "summary-record"
  /// The bullets below `France made three points:`.
  case listed = "listed"
}

/// The statements of one document and the speakers they name.
package struct Statements: Sendable, Equatable {
  /// In the order of their first words.
  package var statements: [Statement] = []
  /// Every speaker that a voice names, by id, sorted by id; those that only this document knows among them.
  package var speakers: [Speaker] = []
}
