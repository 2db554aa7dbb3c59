/// Which units of a collection match a query: a bit for each unit of each segment.
struct MatchBits {
  /// Of each segment.
  private var words: [[UInt64]]

  /// None of the units of a space.
  init(of space: UnitSpace, in segments: [OpenSegment]) {
    words = segments.map {
      [UInt64](repeating: 0, count: (space.unitCount(in: $0.reader) + 63) / 64)
    }
  }

  /// The number of units.
  var count: Int { words.reduce(0) { $0 + $1.reduce(0) { $0 + $1.nonzeroBitCount } } }

  mutating func insert(_ unit: Int, inSegment segment: Int) {
    words[segment][unit >> 6] |= 1 << UInt64(unit & 63)
  }

  /// Adds the matches of a window whose first unit is a multiple of 64.
  mutating func insert(matchesOf window: borrowing Window, inSegment segment: Int) {
    window.copyMatches(to: &words[segment])
  }

  /// Keeps what is in `other` too, which is of the same space.
  mutating func formIntersection(_ other: MatchBits) {
    for segment in words.indices {
      for index in words[segment].indices { words[segment][index] &= other.words[segment][index] }
    }
  }

  /// Visits the units of a segment in order.
  func forEach<Failure>(inSegment segment: Int, _ body: (Int) throws(Failure) -> Void) throws(Failure) {
    for index in words[segment].indices {
      var rest = words[segment][index]
      while rest != 0 {
        try body(index * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  /// What both have in common; nil is everything.
  func intersection(with other: MatchBits?) -> MatchBits {
    guard let other else { return self }
    var both = self
    both.formIntersection(other)
    return both
  }
}
