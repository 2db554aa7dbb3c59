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
  /// The stems of the query's words in any form.
  private var stems: [[UInt8]: [UInt8]] = [:]

  init(_ query: Query) {
    self.query = query
    var stems: [[UInt8]: [UInt8]] = [:]
    query.forEachPositiveLeaf { leaf in
      if case .word(let word) = leaf { stems[word.term] = Analyzer.stem(of: word.term[...]) }
    }
    self.stems = stems
  }

  /// The UTF-8 ranges of the occurrences in `text`, ascending; ranges that overlap are one.
  mutating func occurrences(in text: [UInt8], days: ClosedRange<Int32>?) -> [Range<Int>] {
    analyzer.analyze(text.span, into: &buffer)
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

  /// What satisfies `query`; nil if the text does not.
  private func occurrences(of query: Query, days: ClosedRange<Int32>?) -> [Range<Int>]? {
    switch query {
    case .word(let word):
      let found = buffer.tokens.filter { matches($0, word) }
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

  private func matches(_ token: Token, _ word: QueryWord) -> Bool {
    switch word.form {
    case .exact: buffer.term(of: token).elementsEqual(word.term)
    case .anyForm:
      token.kind == .word
        && Analyzer.stem(of: buffer.term(of: token)) == stems[word.term] ?? Analyzer.stem(of: word.term[...])
    }
  }

  private func occurrences(of words: [QueryWord]) -> [Range<Int>] {
    // For each word the tokens that are it, by position.
    let places = words.map { word in
      Dictionary(
        buffer.tokens.filter { buffer.term(of: $0).elementsEqual(word.term) }.map { ($0.position, $0) },
        uniquingKeysWith: { first, _ in first })
    }
    return places[0].values.compactMap { first in
      guard
        words.indices.allSatisfy({ places[$0][first.position + Int32($0)] != nil }),
        let last = places[words.count - 1][first.position + Int32(words.count - 1)]
      else { return nil }
      return Int(first.start)..<Int(last.end)
    }
  }
}
