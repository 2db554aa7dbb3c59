/// A small collection of documents, as a value: to be written as files, scanned, and made smaller.
package struct SampleCorpus: Sendable {
  package struct Document: Sendable {
    /// Relative to the corpus root.
    package var path: String
    package var date: SampleDate?
    /// Behind the word "Document".
    var title: [Lexeme]
    var kind: String?
    var publisher: String?
    var language: String?
    var symbol: String?
    var form: Form
    package var paragraphs: [Paragraph]

    /// The path without its extension.
    package var id: String { String(path.dropLast(3)) }

    var wholeTitle: String { (["Document"] + title.map(\.written)).joined(separator: " ") }
  }

  /// Which of the forms of statements a document has.
  enum Form: Sendable, Hashable {
    /// All but the headings is said by these: at least one.
    case speech([SampleSpeaker])
    /// Turns. One of the first three paragraphs of prose begins one.
    case record
    case report
  }

  package struct Paragraph: Sendable {
    var isHeading = false
    /// At least one; each a sentence, but for a heading's.
    var parts: [Part]
  }

  /// A sentence.
  struct Part: Sendable {
    /// Not in a heading; a label only in a record, at the start of a paragraph; in a report always one that says who speaks, or that
    /// nobody does.
    var opening = Opening.none
    /// At least one.
    var places: [Place]
  }

  /// What stands before the words of a sentence and says whose they are.
  enum Opening: Sendable, Hashable {
    case none
    /// Says that nobody speaks.
    case narrative(Lexeme)
    case label(SampleSpeaker)
    /// What states say; nobody stands for several delegations.
    case said([SampleSpeaker], verb: Lexeme)
  }

  /// A lexeme and what stands before it, if another does.
  package struct Place: Sendable {
    package var lexeme: Lexeme
    package var separator: String
  }

  /// In the order of the bytes of their paths; at least one.
  package var documents: [Document]
  /// Bytes of documents that a segment is to have.
  package var segmentByteCount: Int

  package var paragraphCount: Int { documents.reduce(0) { $0 + $1.paragraphs.count } }
}

extension SampleCorpus.Opening {
  /// The words, each with what stands before it.
  var places: [SampleCorpus.Place] {
    func spaced(_ lexemes: [Lexeme]) -> [SampleCorpus.Place] {
      lexemes.map { SampleCorpus.Place(lexeme: $0, separator: " ") }
    }
    switch self {
    case .none: return []
    case .narrative(let word): return spaced([word])
    case .label(let speaker):
      return zip(speaker.words, ["", ". ", " ("]).map { SampleCorpus.Place(lexeme: $0, separator: $1) }
    case .said(let speakers, let verb):
      let names = speakers.map { $0.words[0] }
      let subject =
        switch names.count {
        case 0: [Lexicon.several, Lexicon.delegations]
        case 1 where verb == Lexicon.stressed: [Lexicon.the, Lexicon.government, Lexicon.of, names[0]]
        case 1: names
        default: [names[0], Lexicon.and, names[1]]
        }
      return spaced(subject + [verb, Lexicon.that])
    }
  }

  var isLabel: Bool {
    if case .label = self { true } else { false }
  }

  /// The words that say who speaks, as they stand in the text; nil if none do.
  var evidence: String? {
    var words = places
    switch self {
    case .none, .narrative: return nil
    case .label: break
    // All but `that`.
    case .said: words.removeLast()
    }
    words[0].separator = ""
    return words.map { $0.separator + $0.lexeme.written }.joined() + (isLabel ? ")" : "")
  }

  /// What stands behind the words.
  var end: String {
    if case .label = self { "): " } else { " " }
  }
}

extension SampleCorpus.Part {
  /// All words. Sentences of a report, and those before another, end with a word behind which nobody doubts that one ends.
  func allPlaces(isFollowed: Bool) -> [SampleCorpus.Place] {
    var all = opening.places + places
    if !opening.places.isEmpty { all[opening.places.count].separator = opening.end }
    switch opening {
    // A verb, without which a few words might be taken for the beginning of the next sentence.
    case .none, .label:
      if isFollowed { all.append(SampleCorpus.Place(lexeme: Lexicon.stands, separator: " ")) }
    case .narrative, .said: all.append(SampleCorpus.Place(lexeme: Lexicon.today, separator: " "))
    }
    return all
  }
}

extension SampleCorpus.Paragraph {
  /// All words with what stands before each, and the number of its part.
  var places: [(place: SampleCorpus.Place, part: Int)] {
    var places: [(place: SampleCorpus.Place, part: Int)] = []
    for (number, part) in parts.enumerated() {
      for (index, place) in part.allPlaces(isFollowed: number + 1 < parts.count).enumerated() {
        var place = place
        if index == 0 { place.separator = number == 0 ? "" : ". " }
        places.append((place, number))
      }
    }
    return places
  }

  package var text: String {
    places.map { $0.place.separator + $0.place.lexeme.written }.joined() + (isHeading ? "" : ".")
  }

  var wordCount: Int { places.reduce(0) { $0 + $1.place.lexeme.words.count } }
}

extension SampleCorpus.Document {
  private var frontMatter: [String] {
    var lines = ["title: \(wholeTitle)"]
    if let date { lines.append("date: \(date.text)") }
    if let kind { lines.append("kind: \(kind)") }
    if let publisher { lines.append("publisher: \(publisher)") }
    if let language { lines.append("language: \(language)") }
    if let symbol { lines.append("symbol: \(symbol)") }
    switch form {
    case .speech(let speakers):
      lines.append("speaker: [\(speakers.map(\.written).joined(separator: ", "))]")
      lines.append("form: speech")
    case .record: lines.append("form: record")
    case .report: lines.append("form: report")
    }
    return lines
  }

  /// The file, a paragraph a line.
  package var markdown: String {
    "---\n" + frontMatter.map { $0 + "\n" }.joined() + "---\n"
      + paragraphs.map { "\n\($0.isHeading ? "## " : "")\($0.text)\n" }.joined()
  }

  /// The line, from 1, on which paragraph `index` stands.
  func line(ofParagraph index: Int) -> Int { frontMatter.count + 2 + 2 * (index + 1) }
}
