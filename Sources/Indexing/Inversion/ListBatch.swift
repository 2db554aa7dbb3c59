internal import Segment

/// Posting lists as numbers, one behind the other.
struct ListBatch: ~Copyable, Sendable {
  private var units = FlatBuffer<UInt32>()
  private var frequencies = FlatBuffer<UInt32>()
  /// Empty for lists without.
  private var positions = FlatBuffer<UInt32>()
  /// Where each list ends in `units`, and in `positions`.
  private var unitEnds = FlatBuffer<Int>()
  private var positionEnds = FlatBuffer<Int>()
  private var levelFrequencies: [SegmentWriter.LevelFrequencies] = []

  /// Appends a list, without positions at first.
  mutating func append(_ list: borrowing ListUnion, _ levels: SegmentWriter.LevelFrequencies) {
    units.append(list.units, 0..<list.units.count)
    frequencies.append(list.frequencies, 0..<list.frequencies.count)
    unitEnds.append(units.count)
    positionEnds.append(positions.count)
    levelFrequencies.append(levels)
  }

  /// Appends the positions of the list that was appended last.
  mutating func appendPositions(of list: borrowing DecodedList) {
    positions.append(list.positions, 0..<list.positions.count)
    positionEnds[positionEnds.count - 1] = positions.count
  }

  func frequencies(of list: Int) -> SegmentWriter.LevelFrequencies { levelFrequencies[list] }

  /// Lends the units, frequencies and positions of a list.
  func withPostings(of list: Int, _ body: (Span<UInt32>, Span<UInt32>, Span<UInt32>) -> Void) {
    let range = (list == 0 ? 0 : unitEnds[list - 1])..<unitEnds[list]
    let positionRange = (list == 0 ? 0 : positionEnds[list - 1])..<positionEnds[list]
    units.withSpan { units in
      frequencies.withSpan { frequencies in
        positions.withSpan { positions in
          body(
            units.extracting(range), frequencies.extracting(range), positions.extracting(positionRange))
        }
      }
    }
  }
}

/// A batch that is handed from one thread to another.
final class SharedBatch: Sendable {
  let batch: ListBatch

  init(_ batch: consuming ListBatch) { self.batch = batch }
}
