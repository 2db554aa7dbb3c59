import Foundation
import Search

extension Scan {
  /// A unit that satisfies a question.
  struct Match {
    /// Index into the scan's units.
    var unit: Int
    /// In units of 2⁻²⁰.
    var score: Int
    /// Where the words and phrases that satisfy the question stand, in scalars of the text.
    var places: Set<Range<Int>>
  }

  /// What is known of one word or phrase of a question.
  private struct LeafFacts {
    var idf: Double
    /// For each unit, where it stands.
    var places: [[Range<Int>]]
  }

  /// Every match, in the order that the question asks for.
  mutating func matches(_ question: Question) -> [Match] {
    var facts: [Asked.Leaf: LeafFacts] = [:]
    for leaf in question.meaning.leaves {
      var idf = 0.0
      for word in leaf.words { idf += self.idf(of: word) }
      facts[leaf] = LeafFacts(idf: idf, places: places(of: leaf.words))
    }
    let wordCount = units.reduce(0) { $0 + $1.positions.count }
    let averageLength = Double(wordCount) / Double(max(units.count, 1))
    let meaning = question.meaning
    let matches = units.indices.compactMap { unit -> Match? in
      guard let places = satisfied(meaning, unit, facts) else { return nil }
      let length =
        averageLength > 0 ? Double(Self.roundedLength(units[unit].positions.count)) / averageLength : 0
      let lengthFactor = question.k1 * (1 - question.b + question.b * length)
      return Match(
        unit: unit, score: score(meaning, unit, facts, lengthFactor: lengthFactor), places: places)
    }
    return sorted(matches, question.sort)
  }

  /// The matches, which stand in corpus order, in another order; equals stay as they stand.
  private func sorted(_ matches: [Match], _ order: Search.SortOrder) -> [Match] {
    func days(_ match: Match) -> ClosedRange<Int>? {
      corpus.documents[units[match.unit].document].date?.days
    }
    func comesFirst(_ left: Match, _ right: Match) -> Bool {
      if order == .relevance { return left.score > right.score }
      // What is undated comes last both ways.
      guard let leftDays = days(left), let rightDays = days(right) else {
        return days(left) != nil && days(right) == nil
      }
      let leftKey = (leftDays.lowerBound, leftDays.upperBound)
      let rightKey = (rightDays.lowerBound, rightDays.upperBound)
      return order == .dateAscending ? leftKey < rightKey : leftKey > rightKey
    }
    return matches.enumerated().sorted {
      if comesFirst($0.element, $1.element) { return true }
      return !comesFirst($1.element, $0.element) && $0.offset < $1.offset
    }
    .map(\.element)
  }

  /// Where the unit satisfies what is asked; nil if it does not.
  private func satisfied(_ meaning: Meaning, _ unit: Int, _ facts: [Asked.Leaf: LeafFacts]) -> Set<
    Range<Int>
  >? {
    switch meaning {
    case .leaf(let leaf):
      let places = facts[leaf]!.places[unit]
      return places.isEmpty ? nil : Set(places)
    case .and(let operands):
      var all: Set<Range<Int>> = []
      for operand in operands {
        guard let places = satisfied(operand, unit, facts) else { return nil }
        all.formUnion(places)
      }
      return all
    case .or(let operands):
      let satisfied = operands.compactMap { self.satisfied($0, unit, facts) }
      return satisfied.isEmpty ? nil : satisfied.reduce(into: []) { $0.formUnion($1) }
    case .not(let operand): return satisfied(operand, unit, facts) == nil ? [] : nil
    case .dates(let values): return overlaps(values, units[unit].document) ? [] : nil
    }
  }

  func overlaps(_ values: [Asked.DateValue], _ document: Int) -> Bool {
    guard let days = corpus.documents[document].date?.days else { return false }
    return values.contains { $0.days.overlaps(days) }
  }

  // MARK: - Scores

  /// The scores of the words and phrases that the unit satisfies, each rounded, added up.
  private func score(
    _ meaning: Meaning, _ unit: Int, _ facts: [Asked.Leaf: LeafFacts], lengthFactor: Double
  ) -> Int {
    switch meaning {
    case .leaf(let leaf):
      let frequency = Double(facts[leaf]!.places[unit].count)
      if frequency == 0 { return 0 }
      return Int((facts[leaf]!.idf * frequency / (frequency + lengthFactor) * 1_048_576).rounded())
    case .and(let operands):
      if satisfied(meaning, unit, facts) == nil { return 0 }
      return operands.reduce(0) { $0 + score($1, unit, facts, lengthFactor: lengthFactor) }
    case .or(let operands):
      return operands.reduce(0) { $0 + score($1, unit, facts, lengthFactor: lengthFactor) }
    case .not, .dates: return 0
    }
  }

  private mutating func idf(of word: Asked.Word) -> Double {
    let count = Double(places(of: [word]).count { !$0.isEmpty })
    return log(1 + (Double(units.count) - count + 0.5) / (count + 0.5))
  }

  /// What is left of a length in one byte: to 40 all of it, of more the four highest bits of what is over 24.
  private static func roundedLength(_ length: Int) -> Int {
    if length <= 40 { return length }
    var step = 1
    while (length - 24) / step >= 16 { step *= 2 }
    return 24 + (length - 24) / step * step
  }
}
