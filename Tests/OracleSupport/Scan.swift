import Query

/// What a question must be given, found by reading every word of every unit: slow and obvious.
///
/// It knows neither index nor parser nor analyzer: its words come from the ``Lexicon``, its tree is that of the ``Question``, its
/// statements are those that the ``SampleCorpus`` was made of.
package struct Scan {
  struct Paragraph {
    var id: String
    var text: String
    /// The heading it stands under; its own, if it is one.
    var heading: String?
    var isHeading: Bool
    /// Where its text starts in the source, both from 1.
    var line: Int
    var column: Int
    /// Index into the sample's documents.
    var document: Int
    /// What stands at each position: a word, and a whole or capitals that begin there.
    var positions: [[Token]]
    /// The number of the sentence at each position.
    var sentences: [Int]
    /// The words of its heading.
    var headingWords: [Lexeme.Word]
    /// Those that have words of it.
    var statements: [SampleStatement] = []
  }

  struct Token {
    var term: String
    /// nil for a whole and for capitals, which have no other forms.
    var family: String?
    /// Unicode scalars of the paragraph's text.
    var range: Range<Int>
  }

  /// A unit, or what of it is one statement's: where its words stand, and how they are scored.
  struct Scope {
    /// Paragraphs by their place in the sample.
    var spans: [SampleStatement.Span]
    /// Which statement all of it belongs to.
    var statement: SampleStatement?
    /// The level at which frequencies and lengths count, and the length in words.
    var level: Level
    var length: Int
  }

  struct Unit {
    var id: String
    /// Index into the sample's documents.
    var document: Int
    var scope: Scope
    /// Of a paragraph the pieces of statements in it, of a document its statements, of a statement itself.
    var parts: [Scope]
  }

  let corpus: SampleCorpus
  let paragraphs: [Paragraph]
  let units: [Level: [Unit]]
  /// Where the words asked for so far stand one after the other, in each paragraph.
  private var knownPlaces: [[Asked.Word]: [[Place]]] = [:]

  /// How rare the words asked for so far are at each level.
  var knownIDFs: [Level: [Asked.Word: Double]] = [:]
  /// All names that somebody who speaks in the sample goes by.
  let speakerKeys: Set<String>
  /// Everybody who speaks in the sample.
  let identities: Set<SampleSpeaker.Identity>

  package init(_ corpus: SampleCorpus) {
    var builder = ScanUnits()
    for (number, document) in corpus.documents.enumerated() { builder.add(document, number) }
    self.corpus = corpus
    paragraphs = builder.paragraphs
    units = builder.units
    let speakers = corpus.documents.flatMap(\.statements).flatMap(\.speakers)
    identities = Set(speakers.flatMap(\.identities))
    speakerKeys = speakers.reduce(into: []) { $0.formUnion($1.keys) }
  }

  // MARK: - Places

  /// For each paragraph, where the words stand one after the other.
  mutating func places(of words: [Asked.Word]) -> [[Place]] {
    if let known = knownPlaces[words] { return known }
    let found = paragraphs.map { paragraph in
      paragraph.positions.indices.compactMap { start -> Place? in
        guard start + words.count <= paragraph.positions.count else { return nil }
        var range = 0..<0
        for (index, word) in words.enumerated() {
          guard let token = paragraph.positions[start + index].first(where: { Self.matches($0, word) }) else {
            return nil
          }
          range = (index == 0 ? token.range.lowerBound : range.lowerBound)..<token.range.upperBound
        }
        return Place(words: start..<start + words.count, ranges: [range])
      }
    }
    knownPlaces[words] = found
    return found
  }

}

/// Cuts documents into the units of each level.
private struct ScanUnits {
  var paragraphs: [Scan.Paragraph] = []
  var units: [Level: [Scan.Unit]] = [.paragraph: [], .statement: [], .document: []]

  mutating func add(_ document: SampleCorpus.Document, _ number: Int) {
    let first = paragraphs.count
    var heading: SampleCorpus.Paragraph?
    for (index, paragraph) in document.paragraphs.enumerated() {
      if paragraph.isHeading { heading = paragraph }
      paragraphs.append(
        Scan.Paragraph(
          id: "\(document.id)#p\(index + 1)", text: paragraph.text, heading: heading?.text,
          isHeading: paragraph.isHeading, line: document.line(ofParagraph: index),
          // Behind the marks of a heading.
          column: paragraph.isHeading ? 4 : 1, document: number, positions: Self.positions(of: paragraph),
          sentences: paragraph.places.flatMap { place, part in place.lexeme.words.map { _ in part } },
          headingWords: heading?.places.flatMap(\.place.lexeme.words) ?? []))
    }
    var statements = document.statements
    for index in statements.indices {
      for span in statements[index].spans.indices { statements[index].spans[span].paragraph += first }
    }
    for statement in statements {
      for paragraph in Set(statement.spans.map(\.paragraph)) {
        paragraphs[paragraph].statements.append(statement)
      }
    }
    addUnits(of: document, number, paragraphs: first..<paragraphs.count, statements)
  }

  private mutating func addUnits(
    of document: SampleCorpus.Document, _ number: Int, paragraphs range: Range<Int>,
    _ statements: [SampleStatement]
  ) {
    let all = range.map {
      SampleStatement.Span(paragraph: $0, positions: 0..<paragraphs[$0].positions.count)
    }
    for whole in all {
      let length = whole.positions.count
      let pieces = statements.flatMap { statement in
        statement.spans.filter { $0.paragraph == whole.paragraph }.map {
          Scan.Scope(spans: [$0], statement: statement, level: .paragraph, length: length)
        }
      }
      units[.paragraph]?.append(
        Scan.Unit(
          id: paragraphs[whole.paragraph].id, document: number,
          scope: Scan.Scope(spans: [whole], level: .paragraph, length: length), parts: pieces))
    }
    let scopes = statements.map { statement in
      Scan.Scope(
        spans: statement.spans, statement: statement, level: .statement,
        length: statement.spans.reduce(0) { $0 + $1.positions.count })
    }
    for (index, scope) in scopes.enumerated() {
      units[.statement]?.append(
        Scan.Unit(id: "\(document.id)#s\(index + 1)", document: number, scope: scope, parts: [scope]))
    }
    let length = all.reduce(0) { $0 + $1.positions.count }
    units[.document]?.append(
      Scan.Unit(
        id: document.id, document: number, scope: Scan.Scope(spans: all, level: .document, length: length),
        parts: scopes))
  }

  private static func positions(of paragraph: SampleCorpus.Paragraph) -> [[Scan.Token]] {
    var positions: [[Scan.Token]] = []
    var start = 0
    for (place, _) in paragraph.places {
      let lexeme = place.lexeme
      start += place.separator.unicodeScalars.count
      for (number, word) in lexeme.words.enumerated() {
        let word = Scan.Token(term: word.term, family: word.family, range: word.range.shifted(by: start))
        let extras = lexeme.extras.filter { $0.word == number }.map {
          Scan.Token(term: $0.term, family: nil, range: $0.range.shifted(by: start))
        }
        positions.append([word] + extras)
      }
      start += lexeme.scalarCount
    }
    return positions
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}
