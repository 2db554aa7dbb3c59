internal import Query
internal import Text

/// Finds in a text the occurrences that satisfy a query, by analyzing the text again.
///
/// Reads no posting list: what it shows is what the text says. A part of the query that the text does not satisfy as a
/// whole shows nothing, nor does anything under a NOT.
struct Highlighter {
  private let query: Query
  private let analyzer = Analyzer()
  private var buffer = TokenBuffer()
  /// The query's exact terms and its stems, those under a NOT too.
  private let terms: Set<[UInt8]>
  private let stems: Set<[UInt8]>
  /// The stem of each word in any form.
  private let stemOfTerm: [[UInt8]: [UInt8]]
  /// The present text's tokens, by exact term and by stem, of those that the query asks for.
  private var tokensOfTerm: [[UInt8]: [Token]] = [:]
  private var tokensOfStem: [[UInt8]: [Token]] = [:]

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

  /// The UTF-8 ranges of the occurrences in `text`, ascending; ranges that overlap are one.
  ///
  /// - Complexity: O(*t* + *q*) for *t* tokens and *q* parts of the query, but for sorting what is found.
  mutating func occurrences(in text: [UInt8], days: ClosedRange<Int32>?) -> [Range<Int>] {
    analyzer.analyze(text.span, into: &buffer)
    sortTokens()
    let found = occurrences(of: query, days: days) ?? []
    var ranges: [Range<Int>] = []
    for range in found.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = ranges.last, range.lowerBound < last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }

  /// Finds the tokens that the query asks for.
  private mutating func sortTokens() {
    tokensOfTerm.removeAll(keepingCapacity: true)
    tokensOfStem.removeAll(keepingCapacity: true)
    for token in buffer.tokens {
      let term = Array(buffer.term(of: token))
      if terms.contains(term) { tokensOfTerm[term, default: []].append(token) }
      guard token.kind == .word, !stems.isEmpty else { continue }
      let stem = Analyzer.stem(of: term[...])
      if stems.contains(stem) { tokensOfStem[stem, default: []].append(token) }
    }
  }

  /// What satisfies `query`; nil if the text does not.
  private func occurrences(of query: Query, days: ClosedRange<Int32>?) -> [Range<Int>]? {
    switch query {
    case .word(let word):
      let found = tokens(of: word)
      return found.isEmpty ? nil : found.map { Int($0.start)..<Int($0.end) }
    case .phrase(let words):
      let found = occurrences(of: words)
      return found.isEmpty ? nil : found
    case .and(let operands):
      var all: [Range<Int>] = []
      for operand in operands {
        guard let found = occurrences(of: operand, days: days) else { return nil }
        all += found
      }
      return all
    case .or(let operands):
      let found = operands.compactMap { occurrences(of: $0, days: days) }
      return found.isEmpty ? nil : found.flatMap(\.self)
    case .not(let operand): return occurrences(of: operand, days: days) == nil ? [] : nil
    case .dates(let intervals): return DateFilter(intervals).passes(days) ? [] : nil
    }
  }

  private func tokens(of word: QueryWord) -> [Token] {
    switch word.form {
    case .exact: tokensOfTerm[word.term] ?? []
    case .anyForm: stemOfTerm[word.term].flatMap { tokensOfStem[$0] } ?? []
    }
  }

  private func occurrences(of words: [QueryWord]) -> [Range<Int>] {
    // For each further word the tokens that are it, by position.
    let places = words.dropFirst().map { word in
      Dictionary(tokens(of: word).map { ($0.position, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return tokens(of: words[0]).compactMap { first in
      var last = first
      for (index, tokens) in places.enumerated() {
        guard let token = tokens[first.position + Int32(index) + 1] else { return nil }
        last = token
      }
      return Int(first.start)..<Int(last.end)
    }
  }
}
