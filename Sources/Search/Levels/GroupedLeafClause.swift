internal import Postings
internal import Segment

/// The statements, pieces of statements or documents in which a word or phrase stands: paragraphs' occurrences, summed.
///
/// Where a range cuts a paragraph, positions say on which side an occurrence stands. A phrase stands in a range only as a
/// whole.
final class GroupedLeafClause: Clause {
  /// What is summed.
  enum Leaf {
    /// Terms whose occurrences are all different: one, or the forms of a stem.
    case terms([DictionaryEntry])
    case phrase(PhraseLists)
  }

  private let leaf: Leaf
  private let segment: OpenSegment
  private let space: UnitSpace
  private let weight: Weight
  private var frequencies = [Int](repeating: 0, count: Window.unitCount)
  private var positions: [UInt32] = []

  /// - Parameter space: Not that of paragraphs.
  init(_ leaf: Leaf, in segment: OpenSegment, space: UnitSpace, weight: Weight) {
    self.leaf = leaf
    self.segment = segment
    self.space = space
    self.weight = weight
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    let units = Int(window.base)..<Int(window.end)
    try SearchError.reading { () throws(SegmentError) in
      // Anew for each window: two windows may share a paragraph, and cursors only go forward.
      for var cursor in try cursors() {
        if space == .documents { try sumByDocument(&cursor, units) } else { try sumByRange(&cursor, units) }
      }
      for unit in units where frequencies[unit - units.lowerBound] > 0 {
        let norm = try space.norm(of: unit, in: segment.reader)
        window.add(
          DocID(unit), value: weight.value(frequency: frequencies[unit - units.lowerBound], norm: norm))
        frequencies[unit - units.lowerBound] = 0
      }
    }
  }

  private func cursors() throws(SegmentError) -> [OccurrenceCursor] {
    switch leaf {
    case .phrase(let lists): return [try OccurrenceCursor(overPhrase: lists, of: segment.reader)]
    case .terms(let entries):
      var cursors: [OccurrenceCursor] = []
      for entry in entries {
        cursors.append(
          try OccurrenceCursor(over: entry, of: segment.reader, hasPositions: space != .documents))
      }
      return cursors
    }
  }

  private func sumByDocument(_ cursor: inout OccurrenceCursor, _ documents: Range<Int>) throws(SegmentError) {
    let reader = segment.reader
    var walk = DocumentWalk(at: documents.lowerBound)
    let first = try reader.documentRecord(at: documents.lowerBound).units.lowerBound
    let end = try reader.documentRecord(at: documents.upperBound - 1).units.upperBound
    var paragraph = try cursor.advance(to: DocID(first))
    while paragraph < DocID(end) {
      _ = try walk.advance(toParagraph: Int(paragraph), of: reader)
      guard documents.contains(walk.index) else {
        throw reader.corrupt(
          .documents, at: 0, "paragraph \(paragraph) is of document \(walk.index), which stands elsewhere")
      }
      frequencies[walk.index - documents.lowerBound] += cursor.count
      paragraph = try cursor.advance(to: paragraph + 1)
    }
  }

  private func sumByRange(_ cursor: inout OccurrenceCursor, _ units: Range<Int>) throws(SegmentError) {
    let reader = segment.reader
    let ranges = space == .pieces ? units : try reader.ranges(ofStatements: units)
    var index = ranges.lowerBound
    while index < ranges.upperBound {
      var range = try reader.tokenRange(at: index)
      let paragraph = try cursor.advance(to: DocID(range.unit))
      if paragraph == .end { return }
      // Past the ranges of paragraphs in which it does not stand.
      guard Int(paragraph) == range.unit else {
        index = max(index + 1, try reader.firstRange(inUnitsFrom: Int(paragraph)))
        continue
      }
      try cursor.positions(into: &positions)
      var next = 0
      while range.unit == Int(paragraph) {
        while next < positions.count, positions[next] < range.positions.lowerBound { next += 1 }
        let unit = space == .pieces ? index : range.statement
        guard units.contains(unit) else { throw reader.rangeDisorder(at: index) }
        while next < positions.count, positions[next] + cursor.length <= range.positions.upperBound {
          frequencies[unit - units.lowerBound] += 1
          next += 1
        }
        index += 1
        guard index < ranges.upperBound else { return }
        range = try reader.tokenRange(at: index)
      }
    }
  }
}
