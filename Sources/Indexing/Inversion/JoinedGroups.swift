internal import Segment

/// The groups of a segment when all are there, for threads that make lists of them.
final class JoinedGroups: Sendable {
  /// A group without its strings.
  struct Group: Sendable {
    var firstUnit: UInt32
    var postings: InvertedGroup
  }

  private let groups: [Group]
  private let index: RunIndex
  private let places: UnitPlaces

  init(_ groups: [Group], _ index: consuming RunIndex, _ places: consuming UnitPlaces) {
    self.groups = groups
    self.index = index
    self.places = places
  }

  /// The lists of some terms, or the unions of the lists of several each.
  ///
  /// - Parameters:
  ///   - terms: For each list its terms, the most frequent first; none for an empty list.
  ///   - hasPositions: Only if each list is of one term.
  func lists(of terms: [[Int]], hasPositions: Bool) -> ListBatch {
    var batch = ListBatch()
    var list = DecodedList()
    var statements = FlatBuffer<UInt32>()
    var union = ListUnion()
    for terms in terms {
      union.removeAll()
      list.removeAll()
      for (place, term) in terms.enumerated() {
        decode(term, into: &list)
        places.findStatements(of: list, into: &statements)
        if place == 0 { union.begin(&list, &statements) } else { union.add(list, statements) }
      }
      let frequencies = SegmentWriter.LevelFrequencies(
        statements: UInt32(union.statements.count), documents: places.documentCount(of: union.units))
      batch.append(union, frequencies)
      if hasPositions { batch.appendPositions(of: list) }
    }
    return batch
  }

  private func decode(_ term: Int, into list: inout DecodedList) {
    list.removeAll()
    for place in index.places(of: term) {
      let (number, local) = index[place]
      let group = groups[number].postings
      // SAFETY: every byte of an array of bytes is initialized.
      list.append(
        group.run(of: local), of: unsafe group.runs.span.bytes, firstUnit: groups[number].firstUnit)
    }
  }
}
