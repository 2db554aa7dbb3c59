internal import Text

/// What is said of a document outside its text: in front matter, by a rule of `corpus.yaml`, in a table's columns.
struct DocumentMetadata: Equatable, Sendable {
  var title: String?
  var date: DateInterval?
  var kind: String?
  var publisher: String?
  var language: String?
  var symbol: String?
  /// Who says all of it, as written: names or codes; empty if not one speaker does, or nothing is said.
  var speakers: [String] = []
  var form: StatementForm?

  /// This, and where it says nothing what `weaker` says.
  func over(_ weaker: DocumentMetadata) -> DocumentMetadata {
    DocumentMetadata(
      title: title ?? weaker.title, date: date ?? weaker.date, kind: kind ?? weaker.kind,
      publisher: publisher ?? weaker.publisher, language: language ?? weaker.language,
      symbol: symbol ?? weaker.symbol, speakers: speakers.isEmpty ? weaker.speakers : speakers,
      form: form ?? weaker.form)
  }
}

/// In what form a document holds statements; where nobody says, the text tells.
package enum StatementForm: String, CaseIterable, Sendable {
  /// All of it is what one speaker, or several together, said.
  case speech
  /// A verbatim record: turns, each under its speaker's name.
  case record
  /// A report of what was said.
  case report
}
