internal import Segment

/// The groups of a segment when all are there, for threads that make lists of them.
final class JoinedGroups: Sendable {
  /// A group without its strings.
  struct Group: Sendable {
    var firstUnit: UInt32
    var postings: InvertedGroup
    /// For each of its terms the number in the segment.
    var numbers: [UInt32]
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

  /// Where pairs of terms stand in the units of a group.
  ///
  /// - Parameters:
  ///   - ranks: Of each term of the segment its rank in `slots`.
  func pairs(ofGroup number: Int, in slots: PairSlots, ranks: [UInt16]) -> PairRun {
    let group = groups[number]
    let first = Int(group.firstUnit)
    var scan = PairScan(
      slots, firstUnit: group.firstUnit,
      wordCounts: places.wordCounts(of: first..<first + group.postings.unitCount))
    var list = DecodedList()
    for (local, term) in group.numbers.enumerated() {
      let rank = ranks[Int(term)]
      guard rank != PairSlots.noRank else { continue }
      list.removeAll()
      append(local, of: group, to: &list)
      var position = 0
      for index in 0..<list.units.count {
        for _ in 0..<list.frequencies[index] {
          scan.add(rank, unit: list.units[index], position: list.positions[position])
          position += 1
        }
      }
    }
    return scan.finish()
  }

  /// Appends the list of a term.
  private func decode(_ term: Int, into list: inout DecodedList) {
    for place in index.places(of: term) {
      let (number, local) = index[place]
      append(local, of: groups[number], to: &list)
    }
  }

  /// Appends the postings of a term, by its number in a group, in that group.
  private func append(_ local: Int, of group: borrowing Group, to list: inout DecodedList) {
    // SAFETY: every byte of an array of bytes is initialized.
    list.append(
      group.postings.run(of: local), of: unsafe group.postings.runs.span.bytes, firstUnit: group.firstUnit)
  }
}
