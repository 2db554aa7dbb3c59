internal import Query
internal import Text

/// Where the words, phrases and patterns of a query stand in texts, found by analyzing them again.
struct TokenPlaces {
  struct Place: Equatable {
    /// Index into the unit's paragraphs.
    var paragraph: Int
    var words: Interval
    /// UTF-8 offsets in its text.
    var range: Range<Int>
  }

  private let analyzer = Analyzer()
  private var buffer = TokenBuffer()
  /// The exact terms that are looked for, and the stems.
  private var terms: Set<[UInt8]> = []
  private var stems: Set<[UInt8]> = []
  /// Of each byte whether anything that is looked for begins with it: a word begins as its stem does, and most words are looked at no
  /// further.
  private var isFirstByte = [Bool](repeating: false, count: 256)
  /// The stem of each word in any form.
  private var stemOfTerm: [[UInt8]: [UInt8]] = [:]
  /// The terms that each pattern stands for.
  private let expansions: [TermPattern: [[UInt8]]]
  /// The present texts' tokens, by exact term and by stem, of those that are looked for.
  private var placesOfTerm: [[UInt8]: [Place]] = [:]
  private var placesOfStem: [[UInt8]: [Place]] = [:]

  /// - Parameters:
  ///   - names: Further phrases of exact terms.
  ///   - expansions: Of every pattern in the query.
  init(_ query: Query, names: [[[UInt8]]], expansions: [TermPattern: [[UInt8]]]) {
    self.expansions = expansions
    terms = Set(names.joined()).union(expansions.values.joined())
    query.forEachWord { word in
      switch word.form {
      case .exact: terms.insert(word.term)
      case .anyForm: stemOfTerm[word.term] = Analyzer.stem(of: word.term[...])
      }
    }
    stems = Set(stemOfTerm.values)
    for word in terms.union(stems) { if let first = word.first { isFirstByte[Int(first)] = true } }
  }

  /// Goes on to other texts.
  mutating func removeAll() {
    placesOfTerm.removeAll(keepingCapacity: true)
    placesOfStem.removeAll(keepingCapacity: true)
  }

  /// Finds what is looked for in one more text.
  mutating func add(_ text: [UInt8], paragraph: Int) {
    analyzer.analyze(text.span, into: &buffer)
    for token in buffer.tokens {
      // Not by way of its term: to make a slice and let it go takes longer than all else that is done with most tokens.
      guard token.termStart < token.termEnd, isFirstByte[Int(buffer.termBytes[Int(token.termStart)])] else {
        continue
      }
      let term = Array(buffer.term(of: token))
      let position = UInt32(token.position)
      let place = Place(
        paragraph: paragraph, words: Interval(start: position, end: position + 1),
        range: Int(token.start)..<Int(token.end))
      if terms.contains(term) { placesOfTerm[term, default: []].append(place) }
      guard token.kind == .word, !stems.isEmpty else { continue }
      let stem = Analyzer.stem(of: term[...])
      if stems.contains(stem) { placesOfStem[stem, default: []].append(place) }
    }
  }

  /// Where a word, a phrase, or a pattern stands, in the order of each term's places.
  func places(of leaf: Query) -> [Place] {
    switch leaf {
    case .word(let word): places(of: word)
    case .phrase(let words): places(ofPhrase: words.map { places(of: $0) })
    case .pattern(let pattern):
      (expansions[pattern.pattern] ?? []).flatMap { placesOfTerm[$0] ?? [] }
    default: preconditionFailure("a leaf that has no places of its own")
    }
  }

  /// Where a name stands.
  func places(ofName terms: [[UInt8]]) -> [Place] { places(ofPhrase: terms.map { placesOfTerm[$0] ?? [] }) }

  private func places(of word: QueryWord) -> [Place] {
    switch word.form {
    case .exact: placesOfTerm[word.term] ?? []
    case .anyForm: stemOfTerm[word.term].flatMap { placesOfStem[$0] } ?? []
    }
  }

  private struct Position: Hashable {
    var paragraph: Int
    var position: UInt32
  }

  private func places(ofPhrase words: [[Place]]) -> [Place] {
    // For each further word the tokens that are it, by position.
    let further = words.dropFirst().map { places in
      Dictionary(
        places.map { (Position(paragraph: $0.paragraph, position: $0.words.start), $0) },
        uniquingKeysWith: { first, _ in first })
    }
    return words[0].compactMap { first in
      var last = first
      for (index, places) in further.enumerated() {
        let position = first.words.start + UInt32(index) + 1
        guard let place = places[Position(paragraph: first.paragraph, position: position)] else { return nil }
        last = place
      }
      return Place(
        paragraph: first.paragraph, words: first.words.hull(last.words),
        range: first.range.lowerBound..<last.range.upperBound)
    }
  }
}
