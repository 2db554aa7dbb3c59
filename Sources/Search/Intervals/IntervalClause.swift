internal import Postings
internal import Segment

/// Those of the units that match an operand in which an expression finds intervals of words.
///
/// Units are paragraphs, or pieces of statements in them.
final class IntervalClause: Clause {
  /// What a match is worth.
  enum Value {
    /// Nothing: only matches count.
    case nothing
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
      try IntervalSearch(expression, of: leaves, in: segment, isCounted: value == .count)
    }
  }

  var expectedCount: Int { candidates.expectedCount }

  /// Of each candidate the positions of several words are read.
  var expectedCost: Int {
    candidates.expectedCost.addingClamped(expectedCount.multipliedClamped(by: 16))
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    try candidates.find(&inner, for: window)
    try SearchError.reading { () throws(SegmentError) in
      try search.forEachMatch(of: inner, of: space) { unit, sum, count in
        switch value {
        case .nothing: window.add(unit)
        case .ofOperand: window.add(unit, value: sum)
        case .count: window.add(unit, value: count)
        }
      }
    }
  }
}

/// Runs an expression on the units of one window after another.
private struct IntervalSearch {
  private let expression: IntervalExpression
  private let test: LeafTest?
  private let isCounted: Bool
  private let asksForSentences: Bool
  private let segment: SegmentReader
  private var asked = AskedParagraphs()
  private var places: FoundPlaces
  /// What the leaves find in the present unit, where bits do not tell all.
  private var found: FoundLeaves
  private var sentences = SentenceStarts(positions: [])

  /// - Parameter isCounted: Whether it is asked how many intervals there are, not only whether there is one.
  init(
    _ expression: IntervalExpression, of leaves: [[PlaceColumn.Source]], in segment: SegmentReader,
    isCounted: Bool
  ) throws(SegmentError) {
    let joined = expression.joiningWords(leaves, where: \.isWord)
    self.expression = joined.expression
    self.segment = segment
    self.isCounted = isCounted
    test = LeafTest(joined.expression, isCounted: isCounted)
    asksForSentences = joined.expression.asksForSentences
    places = try FoundPlaces(joined.leaves, of: segment)
    found = FoundLeaves(leafCount: joined.leaves.count)
  }

  /// Calls `visit` with those of a window's matches in which there is an interval, their values, and how many there are; where these are
  /// not counted, 1 for any number of them.
  mutating func forEachMatch(
    of window: borrowing Window, of space: UnitSpace, _ visit: (DocID, Int, Int) -> Void
  ) throws(SegmentError) {
    for first in stride(from: 0, to: Window.unitCount, by: places.portion) {
      try forEachMatch(of: window, first..<first + places.portion, of: space, visit)
    }
  }

  private mutating func forEachMatch(
    of window: borrowing Window, _ numbers: Range<Int>, of space: UnitSpace,
    _ visit: (DocID, Int, Int) -> Void
  ) throws(SegmentError) {
    try asked.replace(with: window, numbers, of: space, in: segment)
    if asked.count == 0 { return }
    try places.find(in: asked)
    var number = 0
    try window.forEachMatch(in: numbers) { unit, value throws(SegmentError) in
      let part = asked.parts[number]
      number += 1
      if asksForSentences {
        try segment.readSentenceStarts(
          ofUnit: Int(asked.paragraphs[part.rank]), into: &sentences.positions)
      }
      let count = count(in: part)
      if count > 0 { visit(unit, value, count) }
    }
  }

  private mutating func count(in part: AskedParagraphs.Part) -> Int {
    let room = places.room(of: part, in: asked)
    if let test { return test.count(places, in: room, sentences, isCounted: isCounted) }
    for leaf in found.lists.indices { places.find(leaf, in: room, into: &found.lists[leaf]) }
    if isCounted { return expression.intervals(found, sentences).count }
    return expression.isFound(found, sentences) ? 1 : 0
  }
}
