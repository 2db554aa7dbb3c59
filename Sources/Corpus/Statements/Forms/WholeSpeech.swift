/// Statements in the first form: the document is one speech.
struct WholeSpeech {
  let table: SpeakerTable
  let persons: PersonRegister
  let voices: Voices

  /// The one statement of a document whose metadata names its speakers: a code (`FRA`), a name, or somebody whom no table
  /// knows.
  func statement(of document: Document, by names: [String]) -> Statement? {
    statement(
      of: document, names.map { voice($0) }, Evidence(words: names.joined(separator: ", "), place: nil))
  }

  func statement(of document: Document, _ voices: [Voice], _ evidence: Evidence) -> Statement? {
    var ranges: [TextRange] = []
    for (index, paragraph) in document.paragraphs.enumerated()
    where paragraph.kind == .prose || paragraph.kind == .bullet {
      ranges.append(TextRange(paragraph: index, utf8: 0..<paragraph.utf8.count))
    }
    guard !ranges.isEmpty else { return nil }
    return Statement(voices: voices, mode: .speech, rule: .wholeSpeech, evidence: evidence, ranges: ranges)
  }

  private func voice(_ name: String) -> Voice {
    let isCode = name.utf8.count <= 3 && name.utf8.allSatisfy { ASCIIKind.isUpper($0) }
    if isCode, let state = table.state(code: name) { return voices.voice(state) }
    let found = table.resolve(name, on: voices.date)
    if let first = found.first { return voices.voice(first) }
    let words = SpeakerKey.words(of: name)
    guard !words.isEmpty else { return Voice(name: name, speakers: [name]) }
    return persons.introduce(name, words: words, principal: nil)
  }
}
