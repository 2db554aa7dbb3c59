import Foundation
import Query
import Text

/// What a query must give, found by reading every word of every unit: slow and obvious.
struct NaiveScan {
  struct Match: Equatable {
    var id: String
    /// In units of 2⁻²⁰.
    var score: Int
    /// The highlighted words, by place, phrases from their first to their last word.
    var highlights: Set<Range<Int>>
  }

  let units: [SampleCorpus.Unit]
  private let averageLength: Double
  /// The idf of each word of the present query.
  private var idfs: [QueryWord: Double] = [:]

  init(units: [SampleCorpus.Unit]) {
    self.units = units
    averageLength = Double(units.reduce(0) { $0 + $1.words.count }) / Double(units.count)
  }

  /// Best first, equal scores in corpus order.
  mutating func matches(_ query: Query) -> [Match] {
    idfs = [:]
    query.forEachWord { idfs[$0] = idf(of: $0) }
    return units.compactMap { unit in
      guard let highlights = satisfied(query, unit) else { return nil }
      return Match(id: unit.id, score: score(query, unit), highlights: highlights)
    }
    .enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(\.element)
  }

  /// Where the unit's words satisfy the query; nil if they do not.
  private func satisfied(_ query: Query, _ unit: SampleCorpus.Unit) -> Set<Range<Int>>? {
    switch query {
    case .word, .phrase:
      let found = places(of: query, unit)
      return found.isEmpty ? nil : Set(found)
    case .and(let operands):
      let found = operands.map { satisfied($0, unit) }
      return found.contains(nil) ? nil : found.reduce(into: []) { $0.formUnion($1!) }
    case .or(let operands):
      let found = operands.compactMap { satisfied($0, unit) }
      return found.isEmpty ? nil : found.reduce(into: []) { $0.formUnion($1) }
    case .not(let operand): return satisfied(operand, unit) == nil ? [] : nil
    case .dates(let intervals):
      guard let year = unit.year else { return nil }
      let overlaps = intervals.contains { $0.first <= year * 10_000 + 1231 && year * 10_000 + 101 <= $0.last }
      return overlaps ? [] : nil
    }
  }

  /// Every place where a word or a phrase stands.
  private func places(of leaf: Query, _ unit: SampleCorpus.Unit) -> [Range<Int>] {
    let words: [QueryWord] =
      switch leaf {
      case .word(let word): [word]
      case .phrase(let words): words
      default: []
      }
    return unit.words.indices.compactMap { start in
      guard start + words.count <= unit.words.count else { return nil }
      let fits = words.indices.allSatisfy { place in
        let term = Array(unit.words[start + place].utf8)
        return switch words[place].form {
        case .exact: term == words[place].term
        case .anyForm: stem(term) == stem(words[place].term)
        }
      }
      return fits ? start..<start + words.count : nil
    }
  }

  private func stem(_ term: [UInt8]) -> [UInt8] {
    var stem = term
    Porter2.stem(&stem)
    return stem
  }

  /// The values of the parts that the unit satisfies, added up.
  private func sum(_ query: Query, _ unit: SampleCorpus.Unit, _ value: (Query) -> Int) -> Int {
    switch query {
    case .word, .phrase: value(query)
    case .and(let operands):
      satisfied(query, unit) == nil ? 0 : operands.reduce(0) { $0 + sum($1, unit, value) }
    case .or(let operands): operands.reduce(0) { $0 + sum($1, unit, value) }
    case .not, .dates: 0
    }
  }

  private func score(_ query: Query, _ unit: SampleCorpus.Unit) -> Int {
    sum(query, unit) { leaf in
      let frequency = Double(places(of: leaf, unit).count)
      if frequency == 0 { return 0 }
      let words: [QueryWord] =
        switch leaf {
        case .word(let word): [word]
        case .phrase(let words): words
        default: []
        }
      var idf = 0.0
      for word in words { idf += idfs[word]! }
      // Units here are short enough for their length to be kept exactly.
      let length = Double(unit.words.count)
      return Int(
        (idf * frequency / (frequency + 1.2 * (1 - 0.75 + 0.75 * length / averageLength)) * 1_048_576)
          .rounded())
    }
  }

  private func idf(of word: QueryWord) -> Double {
    let count = Double(units.count { !places(of: .word(word), $0).isEmpty })
    return log(1 + (Double(units.count) - count + 0.5) / (count + 0.5))
  }
}
