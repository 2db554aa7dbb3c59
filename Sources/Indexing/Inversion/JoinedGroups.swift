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

  /// The lists of some terms.
  func lists(of terms: ArraySlice<Int>) -> ListBatch {
    var lists = DecodedList()
    var ends: [DecodedList.Place] = []
    var frequencies: [SegmentWriter.LevelFrequencies] = []
    var statements = FlatBuffer<UInt32>()
    for term in terms {
      let start = lists.end
      decode(term, into: &lists)
      places.findStatements(of: lists, from: start, into: &statements)
      ends.append(lists.end)
      frequencies.append(
        SegmentWriter.LevelFrequencies(
          statements: UInt32(statements.count),
          documents: places.documentCount(of: lists.units, from: start.unit)))
    }
    return ListBatch(lists, ends: ends, frequencies: frequencies)
  }

  /// The unions of the lists of several terms each, without positions.
  ///
  /// - Parameter terms: For each union its terms, the most frequent first; none for an empty one.
  func unions(of terms: ArraySlice<[Int]>) -> ListBatch {
    var lists = DecodedList()
    var ends: [DecodedList.Place] = []
    var frequencies: [SegmentWriter.LevelFrequencies] = []
    var union = ListUnion()
    var list = DecodedList()
    var statements = FlatBuffer<UInt32>()
    for terms in terms {
      union.removeAll()
      for (place, term) in terms.enumerated() {
        list.removeAll()
        decode(term, into: &list)
        places.findStatements(of: list, from: DecodedList.Place(), into: &statements)
        if place == 0 { union.begin(&list, &statements) } else { union.add(list, statements) }
      }
      lists.append(union)
      ends.append(lists.end)
      frequencies.append(
        SegmentWriter.LevelFrequencies(
          statements: UInt32(union.statements.count), documents: places.documentCount(of: union.units)))
    }
    return ListBatch(lists, ends: ends, frequencies: frequencies)
  }

  /// Appends the list of a term.
  private func decode(_ term: Int, into list: inout DecodedList) {
    for place in index.places(of: term) {
      let (number, local) = index[place]
      let group = groups[number].postings
      // SAFETY: every byte of an array of bytes is initialized.
      list.append(
        group.run(of: local), of: unsafe group.runs.span.bytes, firstUnit: groups[number].firstUnit)
    }
  }
}
