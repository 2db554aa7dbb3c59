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
  private var search: IntervalSearch
  private let space: UnitSpace
  private let value: Value
  private var inner = Window()

  /// - Parameters:
  ///   - candidates: Finds every unit in which the expression finds something.
  ///   - leaves: Of each leaf of the expression what it is in the segment.
  init(
    _ candidates: any Clause, where expression: IntervalExpression, of leaves: [[PlaceColumn.Source]],
    in segment: SegmentReader, space: UnitSpace, value: Value
  ) throws(SearchError) {
    self.candidates = candidates
    self.space = space
    self.value = value
    search = try SearchError.reading { () throws(SegmentError) in
      try IntervalSearch(expression, of: leaves, in: segment)
    }
  }

  var expectedCount: Int { candidates.expectedCount }

  func accumulate(into window: inout Window) throws(SearchError) {
    try candidates.find(&inner, for: window)
    try SearchError.reading { () throws(SegmentError) in
      try search.forEachMatch(of: inner, of: space, isCounted: value == .count) { unit, sum, count in
        window.add(unit, value: value == .count ? count : sum)
      }
    }
  }
}

/// Runs an expression on the units of one window after another.
private struct IntervalSearch {
  private let expression: IntervalExpression
  private let asksForSentences: Bool
  private let segment: SegmentReader
  private var columns: [PlaceColumn] = []
  private var asked = AskedParagraphs()
  private var found: FoundLeaves
  private var sentences = SentenceStarts(positions: [])

  init(
    _ expression: IntervalExpression, of leaves: [[PlaceColumn.Source]], in segment: SegmentReader
  ) throws(SegmentError) {
    let joined = expression.joiningWords(leaves, where: \.isWord)
    self.expression = joined.expression
    self.segment = segment
    asksForSentences = joined.expression.asksForSentences
    for sources in joined.leaves { columns.append(try PlaceColumn(sources, of: segment)) }
    found = FoundLeaves(leafCount: columns.count)
  }

  /// Calls `visit` with those of a window's matches in which there is an interval, their values, and how many there are; where these are
  /// not counted, 1 for any number of them.
  mutating func forEachMatch(
    of window: borrowing Window, of space: UnitSpace, isCounted: Bool, _ visit: (DocID, Int, Int) -> Void
  ) throws(SegmentError) {
    try asked.replace(with: window, of: space, in: segment)
    for leaf in columns.indices { try columns[leaf].find(in: asked, into: &found.lists[leaf]) }
    var number = 0
    try window.forEachMatch { unit, value throws(SegmentError) in
      let part = asked.parts[number]
      number += 1
      for leaf in columns.indices {
        found.ranges[leaf] = columns[leaf].range(ofRank: part.rank)
        if space == .pieces { found.narrow(leaf, to: part.words) }
      }
      if asksForSentences {
        try segment.readSentenceStarts(
          ofUnit: Int(asked.paragraphs[part.rank]), into: &sentences.positions)
      }
      if isCounted {
        let count = expression.intervals(found, sentences).count
        if count > 0 { visit(unit, value, count) }
      } else if expression.isFound(found, sentences) {
        visit(unit, value, 1)
      }
    }
  }
}
