extension Scan {
  /// Words of one paragraph in which something is looked for.
  struct Passage {
    var span: SampleStatement.Span
    /// The number of the sentence of each word of the paragraph.
    var sentences: [Int]

    func places(_ leaf: Int, _ facts: QuestionFacts) -> [Place] {
      facts.places[leaf]![span.paragraph].filter { $0.words.isInside(span.positions) }
    }
  }

  func passages(of scope: Scope) -> [Passage] {
    scope.spans.map { Passage(span: $0, sentences: paragraphs[$0.paragraph].sentences) }
  }

  /// Where words that stand to each other as they are asked to stand in a passage: all least ranges of words.
  static func found(_ meaning: Meaning, _ passage: Passage, _ facts: QuestionFacts) -> [Range<Int>] {
    switch meaning {
    case .leaf(_, let number): return least(passage.places(number, facts).map(\.words))
    case .or(let operands): return least(operands.flatMap { found($0, passage, facts) })
    case .and:
      let lists = meaning.conjuncts.map { found($0, passage, facts) }
      return lists.dropFirst().reduce(lists[0]) { wholes, list in
        least(wholes.flatMap { whole in list.map { whole.hull($0) } })
      }
    case .near(let nearness, let left, let right):
      if nearness.relation == .notNear {
        let others = found(right, passage, facts)
        return found(left, passage, facts).filter { one in
          !others.contains { $0 != one && isWithinReach(one, $0, nearness, passage) }
        }
      }
      return least(pairs(nearness, left, right, passage, facts).map { $0.hull($1) })
    case .not, .dates, .inStatement, .speakers, .modes, .test: fatalError("asks for no word")
    }
  }

  /// Of all that two operands find, those two that are near each other.
  private static func pairs(
    _ nearness: Asked.Nearness, _ left: Meaning, _ right: Meaning, _ passage: Passage, _ facts: QuestionFacts
  ) -> [(Range<Int>, Range<Int>)] {
    let others = found(right, passage, facts)
    return found(left, passage, facts).flatMap { one in
      others.filter { other in
        if nearness.relation == .before && one.upperBound > other.lowerBound { return false }
        return areApart(one, hasGaps: left.hasGaps, other, hasGaps: right.hasGaps)
          && isWithinReach(one, other, nearness, passage)
      }.map { (one, $0) }
    }
  }

  /// Whether two can be taken together: what they overlap with must have room for the other, and neither may begin or end with a word
  /// that the other begins or ends with.
  private static func areApart(
    _ one: Range<Int>, hasGaps: Bool, _ other: Range<Int>, hasGaps otherHasGaps: Bool
  ) -> Bool {
    if !one.overlaps(other) { return true }
    let ends = Set([one.lowerBound, one.upperBound - 1])
    if !ends.isDisjoint(with: [other.lowerBound, other.upperBound - 1]) { return false }
    if other.isInside(one) { return hasGaps }
    if one.isInside(other) { return otherHasGaps }
    return hasGaps && otherHasGaps
  }

  private static func isWithinReach(
    _ one: Range<Int>, _ other: Range<Int>, _ nearness: Asked.Nearness, _ passage: Passage
  ) -> Bool {
    let whole = one.hull(other)
    switch nearness.reach {
    case .words(let most):
      // Words that stand between, and one.
      return one.overlaps(other) || whole.count - one.count - other.count < most
    case .sentence: return passage.sentences[whole.lowerBound] == passage.sentences[whole.upperBound - 1]
    case .paragraph: return true
    }
  }

  /// The occurrences of words that take part in ranges that were found.
  static func parts(
    of meaning: Meaning, in wholes: [Range<Int>], _ passage: Passage, _ facts: QuestionFacts
  ) -> Set<Occurrence> {
    switch meaning {
    case .leaf(_, let number):
      return Set(
        passage.places(number, facts).filter { wholes.contains($0.words) }.map {
          Occurrence(paragraph: passage.span.paragraph, ranges: $0.ranges, leaf: number)
        })
    case .or(let operands):
      return operands.reduce(into: []) { all, operand in
        let own = found(operand, passage, facts).filter { wholes.contains($0) }
        all.formUnion(parts(of: operand, in: own, passage, facts))
      }
    case .and:
      return meaning.conjuncts.reduce(into: []) { all, operand in
        let own = found(operand, passage, facts).filter { part in wholes.contains { part.isInside($0) } }
        all.formUnion(parts(of: operand, in: own, passage, facts))
      }
    case .near(let nearness, let left, let right):
      if nearness.relation == .notNear { return parts(of: left, in: wholes, passage, facts) }
      let near = pairs(nearness, left, right, passage, facts).filter { wholes.contains($0.hull($1)) }
      return parts(of: left, in: near.map(\.0), passage, facts)
        .union(parts(of: right, in: near.map(\.1), passage, facts))
    case .not, .dates, .inStatement, .speakers, .modes, .test: fatalError("asks for no word")
    }
  }
}

extension Meaning {
  /// Whether what it finds may have something else between its words.
  fileprivate var hasGaps: Bool {
    switch self {
    case .and: true
    case .or(let operands): operands.contains(where: \.hasGaps)
    case .near(let nearness, let left, _): nearness.relation == .notNear ? left.hasGaps : true
    default: false
    }
  }
}

extension Range<Int> {
  func isInside(_ other: Range<Int>) -> Bool {
    other.lowerBound <= lowerBound && upperBound <= other.upperBound
  }

  fileprivate func hull(_ other: Range<Int>) -> Range<Int> {
    Swift.min(lowerBound, other.lowerBound)..<Swift.max(upperBound, other.upperBound)
  }
}
