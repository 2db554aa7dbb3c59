import Query
import TestSupport
import Testing

@testable import Search

/// The operations on minimal intervals equal their definitions, which look at all pairs, on random short lists.
struct IntervalTests {
  private static let roundCount = 4_000

  @Test func leastIntervalsHoldNoOther() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<Self.roundCount {
      let intervals = Slow.intervals(upTo: 8, using: &generator)
      var kept = intervals
      kept.keepMinimal()
      #expect(kept == Slow.least(intervals), "of \(intervals)")
    }
  }

  @Test func placesAreFoundByEnds() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<Self.roundCount {
      let list = Slow.list(using: &generator)
      let position = UInt32.random(in: 0...16, using: &generator)
      let from = list.firstIndex { $0.start >= position } ?? list.count
      let behind = list.firstIndex { $0.end > position } ?? list.count
      #expect(list.span.firstIndex(startingFrom: position) == from, "\(list) from \(position)")
      #expect(list.span.firstIndex(endingBehind: position) == behind, "\(list) behind \(position)")
    }
  }

  @Test func allIsTheLeastHullOfOneOfEach() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<Self.roundCount {
      let (left, right) = (Slow.list(using: &generator), Slow.list(using: &generator))
      let hulls = left.flatMap { one in right.map { one.hull($0) } }
      #expect([Interval].all(left.span, right.span) == Slow.least(hulls), "\(left) and \(right)")
    }
  }

  @Test(arguments: [Proximity.Relation.near, .adjacent])
  func nearIsTheLeastHullOfTwoThatAreNear(_ relation: Proximity.Relation) {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<4 * Self.roundCount {
      let (left, right) = (Slow.list(using: &generator), Slow.list(using: &generator))
      let rule = Slow.rule(relation, using: &generator)
      let hulls = left.flatMap { one in right.filter { rule.holds(one, $0) }.map { one.hull($0) } }
      #expect(
        [Interval].near(left.span, right.span, rule) == Slow.least(hulls), "\(left) and \(right) with \(rule)"
      )
      #expect(
        [Interval].areNear(left.span, right.span, rule) == !hulls.isEmpty, "\(left) and \(right) with \(rule)"
      )
    }
  }

  @Test func notNearKeepsThoseThatNoOtherIsNearTo() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2 * Self.roundCount {
      let (left, right) = (Slow.list(using: &generator), Slow.list(using: &generator))
      let rule = Slow.rule(.notNear, using: &generator)
      let kept = left.filter { one in !right.contains { $0 != one && rule.isWithinReach(one, $0) } }
      #expect([Interval].notNear(left.span, right.span, rule) == kept, "\(left) and \(right) with \(rule)")
      #expect(
        [Interval].isAnyAlone(left.span, right.span, rule) == !kept.isEmpty,
        "\(left) and \(right) with \(rule)")
    }
  }

  @Test func wordsInOrderAreTheLeastOfAllChoices() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<Self.roundCount {
      let lists = (0..<Int.random(in: 2...4, using: &generator)).map { _ in Slow.words(using: &generator) }
      let slop = Int.random(in: 0...6, using: &generator)
      let found = Slow.choices(lists, slop: slop).map { $0[0].hull($0[$0.count - 1]) }
      let leaves = FoundLeaves(lists)
      #expect(
        leaves.inOrder(Array(lists.indices), slop: slop) == Slow.least(found), "\(lists), slop \(slop)")
    }
  }

  /// Two that overlap are apart only if one has gaps for the other, and never if one begins or ends with a word of the other's ends.
  @Test func whatOverlapsIsApartOnlyWhereThereAreGaps() {
    let whole = Interval(start: 2, end: 8)
    let inside = Interval(start: 4, end: 6)
    let astride = Interval(start: 5, end: 10)
    let apart = Interval(start: 8, end: 9)
    func areApart(_ one: Interval, _ other: Interval, open: (Bool, Bool)) -> Bool {
      let proximity = Proximity(.near, .words(3))
      return IntervalRule(proximity: proximity, isOpen: open, sentences: SentenceStarts(positions: []))
        .areApart(one, other)
    }
    #expect(areApart(whole, apart, open: (false, false)))
    #expect(areApart(whole, inside, open: (true, false)))
    #expect(!areApart(whole, inside, open: (false, true)))
    #expect(areApart(inside, whole, open: (false, true)))
    #expect(!areApart(inside, whole, open: (true, false)))
    #expect(areApart(whole, astride, open: (true, true)))
    #expect(!areApart(whole, astride, open: (true, false)))
    #expect(!areApart(whole, astride, open: (false, true)))
    for shared in [(2, 4), (6, 8), (7, 9), (1, 3), (2, 8)] {
      let other = Interval(start: UInt32(shared.0), end: UInt32(shared.1))
      #expect(!areApart(whole, other, open: (true, true)), "\(other)")
    }
  }

  @Test func sentencesHoldWhatLiesBetweenTheirBeginnings() {
    let sentences = SentenceStarts(positions: [3, 5])
    #expect((0..<7).map { sentences.sentence(of: $0) } == [0, 0, 0, 1, 1, 2, 2])
    #expect(sentences.isInOne(Interval(start: 3, end: 5)))
    #expect(!sentences.isInOne(Interval(start: 3, end: 6)))
    #expect(!sentences.isInOne(Interval(start: 2, end: 4)))
  }

  // MARK: - Expressions

  @Test func expressionsFindWhatTheirDefinitionsSay() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2 * Self.roundCount {
      let leaves = (0..<4).map { _ in Slow.words(using: &generator) }
      let sentences = Slow.sentences(using: &generator)
      let expression = Slow.expression(depth: 2, using: &generator)
      let given = FoundLeaves(leaves)
      let found = expression.intervals(given, sentences)
      let expected = Slow.found(expression, leaves, sentences)
      #expect(expression.isFound(given, sentences) == !expected.isEmpty)
      #expect(found == expected, "\(expression) over \(leaves), \(sentences)")
      let intervals = FoundIntervals(expression, given, sentences)
      #expect(intervals.intervals == expected)
      for whole in found {
        let parts = Set(intervals.parts(of: whole).joined())
        var expectedParts: Set<FoundIntervals.Part> = []
        Slow.addParts(of: expression, in: [whole], leaves, sentences, to: &expectedParts)
        #expect(parts == expectedParts, "parts of \(whole), \(expression) over \(leaves), \(sentences)")
      }
    }
  }
}

/// Definitions, as slow as they are plain, and random things to hold to them.
private enum Slow {
  static func least(_ intervals: [Interval]) -> [Interval] {
    let all = Set(intervals)
    return all.filter { one in !all.contains { $0 != one && one.contains($0) } }.sorted {
      $0.start < $1.start
    }
  }

  /// One of each list, each before the next, with so many words between them at most.
  static func choices(_ lists: [[Interval]], slop: Int) -> [[Interval]] {
    var choices: [[Interval]] = [[]]
    for list in lists {
      choices = choices.flatMap { choice in
        list.filter { next in choice.last.map { $0.end <= next.start } ?? true }.map { choice + [$0] }
      }
    }
    return choices.filter { choice in
      zip(choice, choice.dropFirst()).reduce(0) { $0 + Int($1.1.start) - Int($1.0.end) } <= slop
    }
  }

  static func found(
    _ expression: IntervalExpression, _ leaves: [[Interval]], _ sentences: SentenceStarts
  ) -> [Interval] {
    func found(_ operand: IntervalExpression) -> [Interval] { Self.found(operand, leaves, sentences) }
    switch expression {
    case .leaf(let number): return leaves[number]
    case .any(let operands): return least(operands.flatMap(found))
    case .all(let operands):
      let hulls = operands.dropFirst().reduce(found(operands[0])) { hulls, operand in
        hulls.flatMap { hull in found(operand).map { hull.hull($0) } }
      }
      return least(hulls)
    case .near(let proximity, let left, let right):
      let rule = rule(proximity, left, right, sentences)
      if proximity.relation == .notNear {
        return found(left).filter { one in
          !found(right).contains { $0 != one && rule.isWithinReach(one, $0) }
        }
      }
      return least(pairs(left, right, rule, leaves, sentences).map { $0.0.hull($0.1) })
    case .ordered(let numbers, let slop):
      return least(choices(numbers.map { leaves[$0] }, slop: slop).map { $0[0].hull($0[$0.count - 1]) })
    }
  }

  private static func pairs(
    _ left: IntervalExpression, _ right: IntervalExpression, _ rule: IntervalRule, _ leaves: [[Interval]],
    _ sentences: SentenceStarts
  ) -> [(Interval, Interval)] {
    found(left, leaves, sentences).flatMap { one in
      found(right, leaves, sentences).filter { rule.holds(one, $0) }.map { (one, $0) }
    }
  }

  private static func rule(
    _ proximity: Proximity, _ left: IntervalExpression, _ right: IntervalExpression,
    _ sentences: SentenceStarts
  ) -> IntervalRule {
    IntervalRule(proximity: proximity, isOpen: (hasGaps(left), hasGaps(right)), sentences: sentences)
  }

  private static func hasGaps(_ expression: IntervalExpression) -> Bool {
    switch expression {
    case .leaf, .ordered: false
    case .all: true
    case .any(let operands): operands.contains(where: hasGaps)
    case .near(let proximity, let left, _): proximity.relation == .notNear ? hasGaps(left) : true
    }
  }

  /// What of each leaf takes part in one of `found`.
  static func addParts(
    of expression: IntervalExpression, in found: [Interval], _ leaves: [[Interval]],
    _ sentences: SentenceStarts, to parts: inout Set<FoundIntervals.Part>
  ) {
    switch expression {
    case .leaf(let number):
      for words in found { parts.insert(FoundIntervals.Part(leaf: number, words: words)) }
    case .any(let operands):
      for operand in operands {
        let own = Self.found(operand, leaves, sentences).filter(found.contains)
        addParts(of: operand, in: own, leaves, sentences, to: &parts)
      }
    case .all(let operands):
      for operand in operands {
        let own = Self.found(operand, leaves, sentences).filter { part in
          found.contains { $0.contains(part) }
        }
        addParts(of: operand, in: own, leaves, sentences, to: &parts)
      }
    case .near(let proximity, let left, let right):
      if proximity.relation == .notNear {
        addParts(of: left, in: found, leaves, sentences, to: &parts)
        return
      }
      let rule = rule(proximity, left, right, sentences)
      let near = pairs(left, right, rule, leaves, sentences).filter { found.contains($0.0.hull($0.1)) }
      addParts(of: left, in: near.map(\.0), leaves, sentences, to: &parts)
      addParts(of: right, in: near.map(\.1), leaves, sentences, to: &parts)
    case .ordered(let numbers, let slop):
      for choice in choices(numbers.map { leaves[$0] }, slop: slop)
      where found.contains(choice[0].hull(choice[choice.count - 1])) {
        for (leaf, words) in zip(numbers, choice) {
          parts.insert(FoundIntervals.Part(leaf: leaf, words: words))
        }
      }
    }
  }

  // MARK: - Random

  static func intervals(upTo count: Int, using generator: inout SeededGenerator) -> [Interval] {
    (0..<Int.random(in: 0...count, using: &generator)).map { _ in
      let start = UInt32.random(in: 0..<12, using: &generator)
      return Interval(start: start, end: start + UInt32.random(in: 1...5, using: &generator))
    }
  }

  /// Minimal intervals.
  static func list(using generator: inout SeededGenerator) -> [Interval] {
    least(intervals(upTo: 6, using: &generator))
  }

  /// Single words, or now and then phrases of two.
  static func words(using generator: inout SeededGenerator) -> [Interval] {
    let length = UInt32([1, 1, 1, 2].randomElement(using: &generator)!)
    let starts = (0..<Int.random(in: 0...5, using: &generator)).map { _ in
      UInt32.random(in: 0..<12, using: &generator)
    }
    return least(starts.map { Interval(start: $0, end: $0 + length) })
  }

  static func sentences(using generator: inout SeededGenerator) -> SentenceStarts {
    let starts = Set((0..<2).map { _ in UInt32.random(in: 1..<14, using: &generator) })
    return SentenceStarts(positions: starts.sorted())
  }

  static func reach(using generator: inout SeededGenerator) -> Proximity.Reach {
    [.words(1), .words(2), .words(5), .sentence, .paragraph].randomElement(using: &generator)!
  }

  static func rule(
    _ relation: Proximity.Relation, using generator: inout SeededGenerator
  ) -> IntervalRule {
    IntervalRule(
      proximity: Proximity(relation, reach(using: &generator)),
      isOpen: (Bool.random(using: &generator), Bool.random(using: &generator)),
      sentences: sentences(using: &generator))
  }

  /// Over four leaves.
  static func expression(depth: Int, using generator: inout SeededGenerator) -> IntervalExpression {
    func operand() -> IntervalExpression { expression(depth: depth - 1, using: &generator) }
    func operands() -> [IntervalExpression] {
      (0..<Int.random(in: 2...3, using: &generator)).map { _ in operand() }
    }
    let choice = depth == 0 ? 0 : Int.random(in: 0..<10, using: &generator)
    switch choice {
    case 0: return .leaf(Int.random(in: 0..<4, using: &generator))
    case 1:
      let numbers = (0..<Int.random(in: 2...3, using: &generator)).map { _ in
        Int.random(in: 0..<4, using: &generator)
      }
      return .ordered(numbers, slop: Int.random(in: 1...4, using: &generator))
    case 2, 3: return .any(operands())
    case 4, 5: return .all(operands())
    default:
      let relation = [Proximity.Relation.near, .near, .adjacent, .notNear].randomElement(using: &generator)!
      return .near(Proximity(relation, reach(using: &generator)), operand(), operand())
    }
  }
}
