/// Words of a paragraph from one to another.
struct Interval: Hashable {
  /// The position of the first word.
  var start: UInt32
  /// One past the position of the last word.
  var end: UInt32

  var last: UInt32 { end - 1 }

  func contains(_ other: Interval) -> Bool { start <= other.start && other.end <= end }

  func overlaps(_ other: Interval) -> Bool { start < other.end && other.start < end }

  /// From the first word of both to the last.
  func hull(_ other: Interval) -> Interval {
    Interval(start: min(start, other.start), end: max(end, other.end))
  }

  /// How many words the other begins behind the end of this one: 1 for a neighbour. 0 or less if it does not.
  func distance(to other: Interval) -> Int { Int(other.start) - Int(last) }
}

extension [Interval] {
  /// Keeps those that hold no other, each once, ascending: both starts and ends then ascend.
  /// - Complexity: O(*n* log *n*).
  mutating func keepMinimal() {
    if count < 2 { return }
    sort { ($0.start, $1.end) < ($1.start, $0.end) }
    // Of equal starts the shortest comes last; one is minimal if no later one ends as early.
    var kept = 0
    for index in indices {
      let interval = self[index]
      while kept > 0, self[kept - 1].end >= interval.end { kept -= 1 }
      self[kept] = interval
      kept += 1
    }
    removeLast(count - kept)
  }
}
