internal import Postings
internal import Segment

/// Those of the units that match an operand in which an expression finds intervals of words.
///
/// Units are paragraphs, or pieces of statements in them.
final class IntervalClause: Clause {
  /// What a match is worth.
  enum Value {
    /// What the operand gives it.
    case ofOperand
    /// The number of intervals.
    case count
  }

  private let candidates: any Clause
  private let expression: IntervalExpression
  private var leaves: [LeafPlaces] = []
  private let segment: SegmentReader
  private let space: UnitSpace
  private let value: Value
  /// What tells the same of two terms, if that is all.
  private var pair: TermPair?
  private var inner = Window()

  /// - Parameters:
  ///   - candidates: Finds every unit in which the expression finds something.
  ///   - leaves: Of each leaf of the expression what it is in the segment.
  init(
    _ candidates: any Clause, where expression: IntervalExpression, of leaves: [[LeafPlaces.Source]],
    in segment: SegmentReader, space: UnitSpace, value: Value
  ) throws(SearchError) {
    self.candidates = candidates
    self.expression = expression
    self.segment = segment
    self.space = space
    self.value = value
    pair = try SearchError.reading { () throws(SegmentError) in
      try TermPair(expression, of: leaves, in: segment, value: value)
    }
    if pair != nil { return }
    self.leaves = try SearchError.reading { () throws(SegmentError) in
      var places: [LeafPlaces] = []
      for sources in leaves { places.append(try LeafPlaces(sources, of: segment)) }
      return places
    }
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    inner.reset(base: window.base, end: window.end)
    try candidates.accumulate(into: &inner)
    try inner.forEachMatch { unit, sum throws(SearchError) in
      let count = try SearchError.reading { () throws(SegmentError) in try intervalCount(in: Int(unit)) }
      guard count > 0 else { return }
      window.add(unit, value: value == .count ? count : sum)
    }
  }

  /// How many intervals there are; where that does not matter, 1 for any number of them.
  private func intervalCount(in unit: Int) throws(SegmentError) -> Int {
    var paragraph = unit
    var words: Range<UInt32> = 0..<UInt32.max
    if space == .pieces {
      let range = try segment.tokenRange(at: unit)
      (paragraph, words) = (range.unit, range.positions)
    }
    if pair != nil {
      return try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
        try pair?.count(in: DocID(paragraph), words, in: bytes) ?? 0
      }
    }
    var found: [[Interval]] = []
    found.reserveCapacity(leaves.count)
    for index in leaves.indices { found.append(try leaves[index].intervals(in: paragraph, words)) }
    let starts =
      expression.asksForSentences ? try segment.sentenceStarts(ofUnit: paragraph) : []
    let sentences = SentenceStarts(positions: starts)
    if value == .ofOperand { return expression.isFound(found, sentences) ? 1 : 0 }
    return expression.intervals(found, sentences).count
  }
}
