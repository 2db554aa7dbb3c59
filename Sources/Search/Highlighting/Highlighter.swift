internal import Query
internal import Text

/// Finds in the text of a unit the occurrences that satisfy a query, by analyzing the text again.
///
/// Reads no posting list: what it shows is what the text says. A part of the query that the unit does not satisfy as a
/// whole shows nothing, nor does anything under a NOT.
struct Highlighter {
  /// An occurrence of a word or phrase of the query.
  struct Occurrence: Equatable {
    /// Index into the unit's paragraphs.
    var paragraph: Int
    /// UTF-8 offsets in its text.
    var range: Range<Int>
    /// Which of the query's positive leaves it is, in the order of the query.
    var leaf: Int
  }

  private struct Place {
    var paragraph: Int
    var token: Token
  }

  /// Where to look, and whose it is.
  private struct Scope {
    /// nil for all.
    var spans: [UnitText.Span]?
    var statement: UnitText.Statement?

    func contains(_ paragraph: Int, _ first: Int32, _ last: Int32) -> Bool {
      spans?.contains { $0.paragraph == paragraph && $0.contains(first, last) } ?? true
    }
  }

  private let query: Query
  private let analyzer = Analyzer()
  private var buffer = TokenBuffer()
  /// The query's exact terms and its stems, those under a NOT too.
  private let terms: Set<[UInt8]>
  private let stems: Set<[UInt8]>
  /// The stem of each word in any form.
  private let stemOfTerm: [[UInt8]: [UInt8]]
  /// The present unit's tokens, by exact term and by stem, of those that the query asks for.
  private var placesOfTerm: [[UInt8]: [Place]] = [:]
  private var placesOfStem: [[UInt8]: [Place]] = [:]

  init(_ query: Query) {
    self.query = query
    var terms: Set<[UInt8]> = []
    var stemOfTerm: [[UInt8]: [UInt8]] = [:]
    query.forEachWord { word in
      switch word.form {
      case .exact: terms.insert(word.term)
      case .anyForm: stemOfTerm[word.term] = Analyzer.stem(of: word.term[...])
      }
    }
    self.terms = terms
    self.stemOfTerm = stemOfTerm
    stems = Set(stemOfTerm.values)
  }

  /// The occurrences in a unit, in no order.
  ///
  /// - Complexity: O(*t* + *q* · *s*) for *t* tokens, *q* parts of the query and *s* statements.
  mutating func occurrences(in unit: UnitText) -> [Occurrence] {
    placesOfTerm.removeAll(keepingCapacity: true)
    placesOfStem.removeAll(keepingCapacity: true)
    for (index, text) in unit.paragraphs.enumerated() { sortTokens(of: text, paragraph: index) }
    var leaf = 0
    return occurrences(of: query, in: Scope(spans: unit.spans), of: unit, &leaf) ?? []
  }

  /// `ranges` ascending, those that overlap as one.
  static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// Finds the tokens that the query asks for.
  private mutating func sortTokens(of text: [UInt8], paragraph: Int) {
    analyzer.analyze(text.span, into: &buffer)
    for token in buffer.tokens {
      let term = Array(buffer.term(of: token))
      let place = Place(paragraph: paragraph, token: token)
      if terms.contains(term) { placesOfTerm[term, default: []].append(place) }
      guard token.kind == .word, !stems.isEmpty else { continue }
      let stem = Analyzer.stem(of: term[...])
      if stems.contains(stem) { placesOfStem[stem, default: []].append(place) }
    }
  }

  /// What satisfies `query` in a scope; nil if the scope does not satisfy it.
  ///
  /// Recursive: each kind of node has a function of its own, so that the frames are small.
  ///
  /// - Parameter leaf: The number of the next positive leaf; moved behind those of `query`.
  private func occurrences(
    of query: Query, in scope: Scope, of unit: UnitText, _ leaf: inout Int
  ) -> [Occurrence]? {
    switch query {
    case .word, .phrase: this(query, in: scope, &leaf)
    case .and(let operands): all(operands, in: scope, of: unit, &leaf)
    case .or(let operands): any(operands, in: scope, of: unit, &leaf)
    case .not(let operand): not(operand, in: scope, of: unit)
    case .inStatement(let operand): inStatement(operand, in: scope, of: unit, &leaf)
    case .dates, .speaker, .mode: passes(query, scope, unit) ? [] : nil
    }
  }

  private func this(_ leaf: Query, in scope: Scope, _ number: inout Int) -> [Occurrence]? {
    defer { number += 1 }
    let found = occurrences(of: leaf, in: scope, leaf: number)
    return found.isEmpty ? nil : found
  }

  private func all(_ operands: [Query], in scope: Scope, of unit: UnitText, _ leaf: inout Int)
    -> [Occurrence]?
  {
    var all: [Occurrence]? = []
    // To the end, whatever is found: every leaf has its number.
    for operand in operands {
      if let found = occurrences(of: operand, in: scope, of: unit, &leaf) { all? += found } else { all = nil }
    }
    return all
  }

  private func any(_ operands: [Query], in scope: Scope, of unit: UnitText, _ leaf: inout Int)
    -> [Occurrence]?
  {
    var any: [Occurrence]?
    for operand in operands {
      if let found = occurrences(of: operand, in: scope, of: unit, &leaf) { any = (any ?? []) + found }
    }
    return any
  }

  private func not(_ operand: Query, in scope: Scope, of unit: UnitText) -> [Occurrence]? {
    // What is under a NOT is never shown, so its leaves need no numbers.
    var none = 0
    return occurrences(of: operand, in: scope, of: unit, &none) == nil ? [] : nil
  }

  private func inStatement(
    _ operand: Query, in scope: Scope, of unit: UnitText, _ leaf: inout Int
  ) -> [Occurrence]? {
    guard scope.statement == nil else { return occurrences(of: operand, in: scope, of: unit, &leaf) }
    let first = leaf
    var any: [Occurrence]?
    for statement in unit.statements {
      leaf = first
      let inside = Scope(spans: statement.spans, statement: statement)
      if let found = occurrences(of: operand, in: inside, of: unit, &leaf) { any = (any ?? []) + found }
    }
    // The leaves are numbered where there is no statement, too.
    leaf = first
    operand.forEachPositiveLeaf { _ in leaf += 1 }
    return any
  }

  private func passes(_ test: Query, _ scope: Scope, _ unit: UnitText) -> Bool {
    switch test {
    case .dates(let intervals): DateFilter(intervals).passes(unit.days)
    case .speaker(let name):
      scope.statement.map { !unit.speakers(name).isDisjoint(with: $0.speakers) } ?? false
    case .mode(let mode): scope.statement?.mode == mode.number
    default: preconditionFailure("not a test")
    }
  }

  private func occurrences(of leaf: Query, in scope: Scope, leaf number: Int) -> [Occurrence] {
    switch leaf {
    case .word(let word):
      places(of: word).filter { scope.contains($0.paragraph, $0.token.position, $0.token.position) }.map {
        Occurrence(paragraph: $0.paragraph, range: Int($0.token.start)..<Int($0.token.end), leaf: number)
      }
    case .phrase(let words): occurrences(of: words, in: scope, leaf: number)
    default: []
    }
  }

  private func places(of word: QueryWord) -> [Place] {
    switch word.form {
    case .exact: placesOfTerm[word.term] ?? []
    case .anyForm: stemOfTerm[word.term].flatMap { placesOfStem[$0] } ?? []
    }
  }

  private struct Position: Hashable {
    var paragraph: Int
    var position: Int32
  }

  private func occurrences(of words: [QueryWord], in scope: Scope, leaf: Int) -> [Occurrence] {
    // For each further word the tokens that are it, by position.
    let further = words.dropFirst().map { word in
      Dictionary(
        places(of: word).map { (Position(paragraph: $0.paragraph, position: $0.token.position), $0.token) },
        uniquingKeysWith: { first, _ in first })
    }
    return places(of: words[0]).compactMap { first in
      var last = first.token
      for (index, tokens) in further.enumerated() {
        let position = first.token.position + Int32(index) + 1
        guard let token = tokens[Position(paragraph: first.paragraph, position: position)] else { return nil }
        last = token
      }
      let start = first.token.position
      guard scope.contains(first.paragraph, start, start + Int32(words.count) - 1) else { return nil }
      return Occurrence(
        paragraph: first.paragraph, range: Int(first.token.start)..<Int(last.end), leaf: leaf)
    }
  }
}
