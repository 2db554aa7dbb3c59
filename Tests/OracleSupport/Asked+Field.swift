import TestSupport

extension Asked {
  /// A field of documents, of sections, or of names in a text, with values any of which will do.
  struct FieldTest: Sendable, Hashable {
    enum Field: String, CaseIterable, Sendable { case doc, title, section, kind, symbol, lang, about }

    var field: Field
    /// At least one.
    var values: [FieldValue]
  }

  struct FieldValue: Sendable, Hashable {
    enum Meaning: Sendable, Hashable {
      /// The words of a name, each folded; the last may be only the beginning of one.
      case name([String], isPrefix: Bool)
      /// All of them.
      case words([Word])
      /// One after the other.
      case phrase([Word])
      /// Anybody who goes by it.
      case speaker(SpeakerName)
    }

    /// As written, quotes included.
    var text: String
    var meaning: Meaning
  }

  /// A test that documents of `corpus` may pass.
  static func randomField(about corpus: SampleCorpus, using generator: inout SeededGenerator) -> Asked {
    let field = FieldTest.Field.allCases.randomElement(using: &generator)!
    let count = [1, 1, 1, 2].randomElement(using: &generator)!
    return .field(
      FieldTest(
        field: field,
        values: (0..<count).map { _ in FieldValue(of: field, about: corpus, using: &generator) }))
  }
}

extension Asked.FieldValue {
  init(
    of field: Asked.FieldTest.Field, about corpus: SampleCorpus, using generator: inout SeededGenerator
  ) {
    let document = corpus.documents.randomElement(using: &generator)!
    switch field {
    case .doc:
      let parts = document.id.split(separator: "/").map(String.init)
      self.init(
        name: Bool.random(using: &generator) ? document.id : parts[parts.count - 1], using: &generator)
    case .kind: self.init(name: document.kind ?? "minutes", using: &generator)
    case .symbol: self.init(symbol: document.symbol ?? "A/67/929", using: &generator)
    case .lang: self.init(name: document.language ?? "fr", using: &generator)
    case .title:
      let lexemes = [Lexeme("Document", term: "document")] + document.title
      self.init(wordsOf: lexemes, using: &generator)
    case .section:
      let heading = document.paragraphs.filter(\.isHeading).randomElement(using: &generator)
      let lexemes = heading?.places.map(\.place.lexeme) ?? Lexicon.headings
      self.init(wordsOfHeading: lexemes, using: &generator)
    case .about:
      let name = Asked.SpeakerName.all.randomElement(using: &generator)!
      self.init(text: name.text.contains(" ") ? "\"\(name.text)\"" : name.text, meaning: .speaker(name))
    }
  }

  /// All of a name, or its beginning with a `*`.
  private init(name: String, using generator: inout SeededGenerator) {
    var text = Int.random(in: 0..<4, using: &generator) == 0 ? name.uppercased() : name
    let isPrefix = !name.contains(" ") && Bool.random(using: &generator)
    if isPrefix {
      text = String(text.prefix(Int.random(in: 1...text.count, using: &generator)))
      // What a query would take for something else.
      while text.hasSuffix("-") || text.hasSuffix("/") { text.removeLast() }
    }
    let mark = isPrefix ? "*" : text.contains(" ") ? "\"" : ""
    self.init(
      text: isPrefix ? text + mark : mark + text + mark,
      meaning: .name(Self.words(of: text), isPrefix: isPrefix))
  }

  /// Some parts of a symbol that follow each other.
  private init(symbol: String, using generator: inout SeededGenerator) {
    let parts = symbol.split(separator: "/")
    let first = Int.random(in: 0..<parts.count, using: &generator)
    let text = parts[first...].prefix(Int.random(in: 1...3, using: &generator)).joined(separator: "/")
    self.init(name: text, using: &generator)
  }

  private init(wordsOf lexemes: [Lexeme], using generator: inout SeededGenerator) {
    let start = Int.random(in: 0..<lexemes.count, using: &generator)
    let run = Array(lexemes[start...].prefix(Int.random(in: 1...2, using: &generator)))
    let lexeme = run[0]
    switch Int.random(in: 0..<5, using: &generator) {
    case 0 where !lexeme.written.contains(" "):
      self.init(
        text: lexeme.written, meaning: .words(lexeme.words.map { .anyForm(family: $0.family) }))
    case 1 where !lexeme.written.contains(" "):
      self.init(text: "=" + lexeme.written, meaning: Self.exact([lexeme]))
    case 2 where lexeme.words[0].term.allSatisfy({ $0.isLetter && $0.isASCII }):
      let term = lexeme.words[0].term
      let prefix = String(term.prefix(Int.random(in: 1...term.count, using: &generator)))
      self.init(text: prefix + "*", meaning: .words([.prefix(prefix)]))
    case 3 where lexeme.words[0].term.allSatisfy({ $0.isLetter && $0.isASCII }):
      let edits = Int.random(in: 1...2, using: &generator)
      var term = lexeme.words[0].term
      if Bool.random(using: &generator) { term += "x" }
      self.init(text: "\(term)~\(edits)", meaning: .words([.fuzzy(term, edits: edits)]))
    default:
      let text = "\"" + run.map(\.written).joined(separator: " ") + "\""
      self.init(text: text, meaning: Self.exact(run))
    }
  }

  /// With a word that stands in headings only.
  private init(wordsOfHeading lexemes: [Lexeme], using generator: inout SeededGenerator) {
    repeat {
      self.init(wordsOf: lexemes, using: &generator)
    } while !holdsWordOfHeadings
  }

  private var holdsWordOfHeadings: Bool {
    let families = Lexicon.headings.flatMap(\.words)
    let words: [Asked.Word]
    switch meaning {
    case .words(let all), .phrase(let all): words = all
    case .name, .speaker: return false
    }
    return words.contains { word in
      switch word {
      case .prefix(let prefix): families.contains { $0.term.hasPrefix(prefix) }
      case .fuzzy(let term, _): families.contains { term.hasPrefix($0.term) }
      default:
        families.contains { word == .anyForm(family: $0.family) || word == .exact(term: $0.term) }
      }
    }
  }

  private static func exact(_ lexemes: [Lexeme]) -> Meaning {
    let words = lexemes.flatMap(\.words).map { Asked.Word.exact(term: $0.term) }
    return words.count > 1 ? .phrase(words) : .words(words)
  }

  /// Runs of letters and digits, folded.
  static func words(of name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
