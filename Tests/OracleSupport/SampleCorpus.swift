/// A small collection of documents, as a value: to be written as files, scanned, and made smaller.
package struct SampleCorpus: Sendable {
  package struct Document: Sendable {
    /// Relative to the corpus root.
    package var path: String
    package var date: SampleDate?
    package var paragraphs: [Paragraph]

    /// The path without its extension.
    package var id: String { String(path.dropLast(3)) }
  }

  package struct Paragraph: Sendable {
    /// At least one; the text ends with a full stop behind the last.
    package var places: [Place]
  }

  /// A lexeme and what stands before it, if another does.
  package struct Place: Sendable {
    package var lexeme: Lexeme
    package var separator: String
  }

  /// In the order of the bytes of their paths; at least one.
  package var documents: [Document]
  /// Words after which a segment ends.
  package var segmentWordLimit: Int

  package var paragraphCount: Int { documents.reduce(0) { $0 + $1.paragraphs.count } }
}

extension SampleCorpus.Paragraph {
  package var text: String {
    var text = ""
    for (index, place) in places.enumerated() {
      text += (index > 0 ? place.separator : "") + place.lexeme.written
    }
    return text + "."
  }
}

extension SampleCorpus.Document {
  /// The file, a paragraph a line.
  package var markdown: String {
    "---\ntitle: Document\n" + (date.map { "date: \($0.text)\n" } ?? "") + "---\n"
      + paragraphs.map { "\n\($0.text)\n" }.joined()
  }

  /// The line, from 1, on which paragraph `index` stands.
  func line(ofParagraph index: Int) -> Int { (date == nil ? 3 : 4) + 2 * (index + 1) }
}
