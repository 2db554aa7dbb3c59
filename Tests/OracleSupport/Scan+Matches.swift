import Foundation
import Query
import Search

extension Scan {
  /// A unit that satisfies a question.
  struct Match {
    /// Index into the units of the question's level.
    var unit: Int
    /// In units of 2⁻²⁰.
    var score: Int
    /// Where the words and phrases that satisfy the question stand.
    var occurrences: Set<Occurrence>
    /// How many there are of what is asked for, what is near each other counted as one.
    var occurrenceCount: Int
    /// The paragraph that is shown; nil if the unit has none.
    var best: Int?

    /// Where they stand in the paragraph that is shown.
    var shown: Set<Range<Int>> { Set(occurrences.filter { $0.paragraph == best }.flatMap(\.ranges)) }
  }

  struct Occurrence: Hashable {
    /// Index into the scan's paragraphs.
    var paragraph: Int
    /// Unicode scalars of its text: more than one range for words in order with others between them.
    var ranges: [Range<Int>]
    /// The number of the word or phrase in the question.
    var leaf: Int
  }

  /// Every match, in the order that the question asks for.
  mutating func matches(_ question: Question) -> [Match] {
    let meaning = question.meaning
    let facts = QuestionFacts(meaning, question.k1, question.b, in: &self)
    let matches = units[question.level]!.enumerated().compactMap { number, unit -> Match? in
      guard let occurrences = satisfied(meaning, unit.scope, unit, facts) else { return nil }
      return Match(
        unit: number, score: score(meaning, unit.scope, unit, facts), occurrences: occurrences,
        occurrenceCount: occurrenceCount(meaning, unit.scope, unit, facts),
        best: bestParagraph(meaning, unit, occurrences, facts))
    }
    return sorted(matches, question)
  }

  /// The units of a level that satisfy all of some filters.
  func passing(_ filters: [Meaning], at level: Level) -> [Unit] {
    units[level]!.filter { unit in
      filters.allSatisfy { satisfied($0, unit.scope, unit, QuestionFacts()) != nil }
    }
  }

  /// The matches, which stand in corpus order, in another order; equals stay as they stand.
  private func sorted(_ matches: [Match], _ question: Question) -> [Match] {
    let units = units[question.level]!
    let order = question.sort
    func days(_ match: Match) -> ClosedRange<Int>? {
      corpus.documents[units[match.unit].document].date?.days
    }
    func comesFirst(_ left: Match, _ right: Match) -> Bool {
      if order == .relevance { return left.score > right.score }
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

  // MARK: - What satisfies

  /// Where the words of a scope of a unit satisfy what is asked; nil if they do not.
  func satisfied(_ meaning: Meaning, _ scope: Scope, _ unit: Unit, _ facts: QuestionFacts) -> Set<
    Occurrence
  >? {
    switch meaning {
    case .leaf(_, let number):
      let found = occurrences(number, scope, facts)
      return found.isEmpty ? nil : Set(found)
    case .and(let operands):
      var all: Set<Occurrence> = []
      for operand in operands {
        guard let found = satisfied(operand, scope, unit, facts) else { return nil }
        all.formUnion(found)
      }
      return all
    case .or(let operands):
      return Self.union(operands.compactMap { satisfied($0, scope, unit, facts) })
    case .not(let operand): return satisfied(operand, scope, unit, facts) == nil ? [] : nil
    case .dates(let values): return overlaps(values, unit.document) ? [] : nil
    case .inStatement(let operand):
      if scope.statement != nil { return satisfied(operand, scope, unit, facts) }
      return Self.union(unit.parts.compactMap { satisfied(operand, $0, unit, facts) })
    case .speakers(let value): return isSaid(scope.statement!, by: value) ? [] : nil
    case .modes(let modes): return modes.contains(scope.statement!.mode) ? [] : nil
    case .test(let test): return passes(test, scope, unit) ? [] : nil
    case .near:
      let parts = passages(of: scope).map { passage in
        Self.parts(of: meaning, in: Self.found(meaning, passage, facts), passage, facts)
      }
      return Self.union(parts.filter { !$0.isEmpty })
    }
  }

  private static func union(_ found: [Set<Occurrence>]) -> Set<Occurrence>? {
    found.isEmpty ? nil : found.reduce(into: []) { $0.formUnion($1) }
  }

  private func occurrences(_ leaf: Int, _ scope: Scope, _ facts: QuestionFacts) -> [Occurrence] {
    passages(of: scope).flatMap { passage in
      passage.places(leaf, facts).map {
        Occurrence(paragraph: passage.span.paragraph, ranges: $0.ranges, leaf: leaf)
      }
    }
  }

  private func overlaps(_ values: [Asked.DateValue], _ document: Int) -> Bool {
    guard let days = corpus.documents[document].date?.days else { return false }
    return values.contains { $0.days.overlaps(days) }
  }

  private func isSaid(_ statement: SampleStatement, by value: Asked.Speakers) -> Bool {
    let isSaid = value.names.map { name in
      guard let key = name.keys.first(where: { speakerKeys.contains($0) }) else { return false }
      return statement.speakers.contains { $0.keys.contains(key) }
    }
    return switch value.join {
    case .any: isSaid.contains(true)
    case .all: !isSaid.contains(false)
    case .none: !isSaid.contains(true)
    }
  }

  // MARK: - Counts

  /// How often a scope has what is asked for: words, phrases, and least ranges of words that are near each other.
  private func occurrenceCount(
    _ meaning: Meaning, _ scope: Scope, _ unit: Unit, _ facts: QuestionFacts
  ) -> Int {
    if satisfied(meaning, scope, unit, facts) == nil { return 0 }
    switch meaning {
    case .leaf(_, let number): return occurrences(number, scope, facts).count
    case .near: return passages(of: scope).reduce(0) { $0 + Self.found(meaning, $1, facts).count }
    case .and(let operands), .or(let operands):
      return operands.reduce(0) { $0 + occurrenceCount($1, scope, unit, facts) }
    case .inStatement(let operand):
      if scope.statement != nil { return occurrenceCount(operand, scope, unit, facts) }
      return unit.parts.reduce(0) { $0 + occurrenceCount(operand, $1, unit, facts) }
    case .not, .dates, .speakers, .modes, .test: return 0
    }
  }

  // MARK: - Scores

  /// The scores of the words and phrases that the scope satisfies, each rounded, added up.
  private func score(_ meaning: Meaning, _ scope: Scope, _ unit: Unit, _ facts: QuestionFacts) -> Int {
    switch meaning {
    case .leaf(_, let number):
      return facts.score(
        number, frequency: occurrences(number, scope, facts).count, scope.level, length: scope.length)
    case .near(let nearness, let left, let right):
      if satisfied(meaning, scope, unit, facts) == nil { return 0 }
      let operands = nearness.relation == .notNear ? [left] : [left, right]
      return operands.reduce(0) { $0 + score($1, scope, unit, facts) }
    case .and(let operands):
      if satisfied(meaning, scope, unit, facts) == nil { return 0 }
      return operands.reduce(0) { $0 + score($1, scope, unit, facts) }
    case .or(let operands):
      return operands.reduce(0) { $0 + score($1, scope, unit, facts) }
    case .inStatement(let operand):
      if scope.statement != nil { return score(operand, scope, unit, facts) }
      return unit.parts.reduce(0) { $0 + score(operand, $1, unit, facts) }
    case .not, .dates, .speakers, .modes, .test: return 0
    }
  }

  /// The paragraph that is ranked highest by what satisfies the question in it; the first if nothing does.
  private func bestParagraph(
    _ meaning: Meaning, _ unit: Unit, _ occurrences: Set<Occurrence>, _ facts: QuestionFacts
  ) -> Int? {
    if unit.scope.spans.count == 1 { return unit.scope.spans[0].paragraph }
    let occurrencesByParagraph = Dictionary(grouping: occurrences, by: \.paragraph)
    let candidates = occurrencesByParagraph.keys.sorted()
    let scores = candidates.map { paragraph in
      meaning.positiveLeaves.reduce(0) { sum, leaf in
        let frequency = occurrencesByParagraph[paragraph]!.count { $0.leaf == leaf.number }
        let length = paragraphs[paragraph].positions.count
        return sum + facts.score(leaf.number, frequency: frequency, .paragraph, length: length)
      }
    }
    guard let highest = scores.max() else { return unit.scope.spans.first?.paragraph }
    return candidates[scores.firstIndex(of: highest)!]
  }
}

/// What is known of the words and phrases of a question before any unit is looked at.
struct QuestionFacts {
  /// By their numbers: for each paragraph, where they stand.
  private(set) var places: [Int: [[Scan.Place]]] = [:]
  private var idfs: [Level: [Int: Double]] = [:]
  private var averageLengths: [Level: Double] = [:]
  private var k1 = 0.0
  private var b = 0.0

  /// Of no words.
  init() {}

  init(_ meaning: Meaning, _ k1: Double, _ b: Double, in scan: inout Scan) {
    (self.k1, self.b) = (k1, b)
    let leaves = meaning.leaves
    for (leaf, number) in leaves { places[number] = scan.places(of: leaf) }
    for level in Level.allCases {
      let units = scan.units[level]!
      averageLengths[level] =
        Double(units.reduce(0) { $0 + $1.scope.length }) / Double(max(units.count, 1))
      for (leaf, number) in leaves {
        idfs[level, default: [:]][number] = scan.idf(of: leaf, places[number]!, at: level)
      }
    }
  }

  /// - Parameter length: In words.
  func score(_ leaf: Int, frequency: Int, _ level: Level, length: Int) -> Int {
    if frequency == 0 { return 0 }
    let (tf, average) = (Double(frequency), averageLengths[level]!)
    let lengthFactor = k1 * (1 - b + b * (average > 0 ? Double(Self.rounded(length)) / average : 0))
    return Int((idfs[level]![leaf]! * tf / (tf + lengthFactor) * 1_048_576).rounded())
  }

  /// What is left of a length in one byte: to 40 all of it, of more the four highest bits of what is over 24.
  private static func rounded(_ length: Int) -> Int {
    if length <= 40 { return length }
    var step = 1
    while (length - 24) / step >= 16 { step *= 2 }
    return 24 + (length - 24) / step * step
  }
}

extension Scan {
  /// How rare it is: of several words the sum, but of a group how rare it is as a whole.
  fileprivate mutating func idf(of leaf: Asked.Leaf, _ places: [[Place]], at level: Level) -> Double {
    if leaf.kind == .group { return idf(of: places, at: level) }
    var idf = 0.0
    for word in leaf.words { idf += self.idf(of: word, at: level) }
    return idf
  }

  private mutating func idf(of word: Asked.Word, at level: Level) -> Double {
    if let known = knownIDFs[level]?[word] { return known }
    let idf = idf(of: places(of: [word]), at: level)
    knownIDFs[level, default: [:]][word] = idf
    return idf
  }

  private func idf(of places: [[Place]], at level: Level) -> Double {
    let units = units[level]!
    let count = units.count { unit in
      unit.scope.spans.contains { span in
        places[span.paragraph].contains { $0.words.isInside(span.positions) }
      }
    }
    return log(1 + (Double(units.count) - Double(count) + 0.5) / (Double(count) + 0.5))
  }
}
