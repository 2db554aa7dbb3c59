import Text

@testable import Corpus

/// The statements of a text, each as `rule | speakers | words`; `-` for no named speaker.
func statements(
  _ text: String, path: String = "note.txt", date: String? = nil, speaker: String? = nil
) throws -> [String] {
  var document = try document(text, path: path)
  if let date { document.date = DateInterval(date) }
  let found = StatementFinder.standard.statements(of: document, speaker: speaker)
  return found.statements.map { statement in
    let speakers = statement.voices.map { $0.speakers.joined(separator: "+") }.joined(separator: ",")
    let words = statement.ranges.map { document.paragraphs[$0.paragraph].text(in: $0.utf8) }.joined(
      separator: " / ")
    return "\(statement.rule.rawValue) | \(speakers.isEmpty ? "-" : speakers) | \(words)"
  }
}

/// The start of a paragraph of prose in which nobody says anything.
let noStatement = """
  The room was full on that day, and the lights were on until the end of the long evening that followed the first session of \
  the year.
  """

/// Who says something in a sentence of a report: `FRA,DEU`; several statements with `; ` between; `-` for somebody unnamed.
func speakers(_ sentence: String, date: String? = nil) throws -> String {
  try statements(noStatement + " " + sentence, date: date)
    .map { String($0.split(separator: "|")[1].dropFirst().dropLast()) }.joined(separator: "; ")
}

/// Which words of a report are whose: `FRA: the words`.
func said(_ sentences: String, date: String? = nil) throws -> [String] {
  try statements(noStatement + " " + sentences, date: date).map { line in
    let parts = line.split(separator: "|", maxSplits: 2).map { $0.drop { $0 == " " } }
    return "\(parts[1].dropLast()): \(parts[2])"
  }
}

extension StatementFinder {
  static let standard = StatementFinder()
}

extension Paragraph {
  func text(in range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }
}
