internal import Segment

/// Posting lists as numbers, one behind the other, on their way from one thread to another.
final class ListBatch: Sendable {
  private let lists: DecodedList
  private let ends: [DecodedList.Place]
  private let frequencies: [SegmentWriter.LevelFrequencies]

  /// - Parameters:
  ///   - ends: Where each list ends.
  init(
    _ lists: consuming DecodedList, ends: [DecodedList.Place], frequencies: [SegmentWriter.LevelFrequencies]
  ) {
    self.lists = lists
    self.ends = ends
    self.frequencies = frequencies
  }

  func frequencies(of list: Int) -> SegmentWriter.LevelFrequencies { frequencies[list] }

  func documentFrequency(of list: Int) -> Int {
    ends[list].unit - (list == 0 ? 0 : ends[list - 1].unit)
  }

  /// Lends the units, frequencies and positions of a list.
  func withPostings(of list: Int, _ body: (Span<UInt32>, Span<UInt32>, Span<UInt32>) -> Void) {
    let start = list == 0 ? DecodedList.Place() : ends[list - 1]
    let end = ends[list]
    lists.units.withSpan { units in
      lists.frequencies.withSpan { frequencies in
        lists.positions.withSpan { positions in
          body(
            units.extracting(start.unit..<end.unit), frequencies.extracting(start.unit..<end.unit),
            positions.extracting(start.position..<end.position))
        }
      }
    }
  }
}
