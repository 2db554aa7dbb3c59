import Foundation

/// What a question must be given, found by reading every word of every unit: slow and obvious.
///
/// It knows neither index nor parser nor analyzer: its words come from the ``Lexicon``, its tree is that of the ``Question``.
package struct Scan {
  /// One paragraph.
  struct Unit {
    var id: String
    var text: String
    /// Line of the source, from 1.
    var line: Int
    /// Index into the sample's documents.
    var document: Int
    /// What stands at each position: a word, and a whole or capitals that begin there.
    var positions: [[Token]]
  }

  struct Token {
    var term: String
    /// nil for a whole and for capitals, which have no other forms.
    var family: String?
    /// Unicode scalars of the unit's text.
    var range: Range<Int>
  }

  let corpus: SampleCorpus
  let units: [Unit]
  /// Where each word and phrase asked for so far stands in each unit.
  private var knownPlaces: [[Asked.Word]: [[Range<Int>]]] = [:]

  package init(_ corpus: SampleCorpus) {
    self.corpus = corpus
    var units: [Unit] = []
    for (number, document) in corpus.documents.enumerated() {
      for (index, paragraph) in document.paragraphs.enumerated() {
        units.append(
          Unit(
            id: "\(document.id)#p\(index + 1)", text: paragraph.text, line: document.line(ofParagraph: index),
            document: number, positions: Self.positions(of: paragraph)))
      }
    }
    self.units = units
  }

  private static func positions(of paragraph: SampleCorpus.Paragraph) -> [[Token]] {
    var positions: [[Token]] = []
    var start = 0
    for (index, place) in paragraph.places.enumerated() {
      let lexeme = place.lexeme
      if index > 0 { start += place.separator.unicodeScalars.count }
      for (number, word) in lexeme.words.enumerated() {
        let word = Token(term: word.term, family: word.family, range: word.range.shifted(by: start))
        let extras = lexeme.extras.filter { $0.word == number }.map {
          Token(term: $0.term, family: nil, range: $0.range.shifted(by: start))
        }
        positions.append([word] + extras)
      }
      start += lexeme.scalarCount
    }
    return positions
  }

  // MARK: - Places

  /// For each unit the scalar ranges where the words stand one after the other.
  mutating func places(of words: [Asked.Word]) -> [[Range<Int>]] {
    if let known = knownPlaces[words] { return known }
    let found = units.map { unit in
      unit.positions.indices.compactMap { start -> Range<Int>? in
        guard start + words.count <= unit.positions.count else { return nil }
        var range = 0..<0
        for (index, word) in words.enumerated() {
          guard let token = unit.positions[start + index].first(where: { Self.matches($0, word) }) else {
            return nil
          }
          range = (index == 0 ? token.range.lowerBound : range.lowerBound)..<token.range.upperBound
        }
        return range
      }
    }
    knownPlaces[words] = found
    return found
  }

  private static func matches(_ token: Token, _ word: Asked.Word) -> Bool {
    switch word {
    case .exact(let term): token.term == term
    case .anyForm(let family): token.family == family
    }
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Range<Int> { lowerBound + distance..<upperBound + distance }
}
