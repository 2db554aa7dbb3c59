internal import Query

/// An expression whose operands are all leaves, as most are: told from their bits, without a list of their intervals.
///
/// Other expressions are told from lists (``IntervalExpression``), with the same answers.
enum LeafTest: Equatable {
  case near(Proximity, Int, Int)
  case ordered([Int], slop: Int)

  /// - Parameter isCounted: Whether it is asked how many intervals there are, not only whether there is one.
  /// - Returns: nil if the expression is no such one.
  init?(_ expression: IntervalExpression, isCounted: Bool) {
    switch expression {
    case .near(let proximity, .leaf(let left), .leaf(let right)) where !isCounted:
      self = .near(proximity, left, right)
    case .ordered(let leaves, let slop): self = .ordered(leaves, slop: slop)
    default: return nil
    }
  }

  /// The number of intervals in a room; 1 for any number of them if they are not to be counted.
  func count(
    _ places: borrowing FoundPlaces, in room: FoundPlaces.Room, _ sentences: borrowing SentenceStarts,
    isCounted: Bool
  ) -> Int {
    switch self {
    case .near(let proximity, let left, let right):
      if proximity.relation == .notNear {
        return places.isAnyAlone(left, right, proximity.reach, in: room, sentences) ? 1 : 0
      }
      return places.areNear(left, right, proximity, in: room, sentences) ? 1 : 0
    case .ordered(let leaves, let slop):
      return places.countInOrder(leaves, slop: slop, in: room, atMost: isCounted ? .max : 1)
    }
  }
}

extension FoundPlaces {
  /// Whether one of each leaf are near each other.
  fileprivate func areNear(
    _ left: Int, _ right: Int, _ proximity: Proximity, in room: Room, _ sentences: borrowing SentenceStarts
  ) -> Bool {
    var neighbours = LeafNeighbours(right)
    var next = first(of: left, from: 0, in: room)
    while let interval = next {
      if let after = neighbours.first(from: Int(interval.end), self, in: room),
        proximity.reach.holds(interval, after, sentences)
      {
        return true
      }
      if proximity.relation == .near,
        let before = neighbours.last(endingBy: Int(interval.start), self, in: room),
        proximity.reach.holds(interval, before, sentences)
      {
        return true
      }
      next = first(of: left, from: Int(interval.start) + 1, in: room)
    }
    return false
  }

  /// Whether there is one of the left that none of the right is near to, but for itself.
  fileprivate func isAnyAlone(
    _ left: Int, _ right: Int, _ reach: Proximity.Reach, in room: Room, _ sentences: borrowing SentenceStarts
  ) -> Bool {
    var neighbours = LeafNeighbours(right)
    var next = first(of: left, from: 0, in: room)
    while let interval = next {
      if isAlone(interval, among: &neighbours, reach, in: room, sentences) { return true }
      next = first(of: left, from: Int(interval.start) + 1, in: room)
    }
    return false
  }

  private func isAlone(
    _ interval: Interval, among neighbours: inout LeafNeighbours, _ reach: Proximity.Reach, in room: Room,
    _ sentences: borrowing SentenceStarts
  ) -> Bool {
    // From the last that ends before it to the first that starts behind it.
    if let before = neighbours.last(endingBy: Int(interval.start), self, in: room),
      reach.holds(interval, before, sentences)
    {
      return false
    }
    let overlapping = Int(interval.start) - length(of: neighbours.leaf) + 1
    var next = neighbours.first(from: max(0, overlapping), self, in: room)
    while let other = next {
      if other != interval, reach.holds(interval, other, sentences) { return false }
      if other.start >= interval.end { return true }
      next = first(of: neighbours.leaf, from: Int(other.start) + 1, in: room)
    }
    return true
  }

  /// How many least intervals hold one of each leaf in this order and apart, with no more than `slop` words between them in all; no more
  /// are looked for than `limit`.
  fileprivate func countInOrder(_ leaves: [Int], slop: Int, in room: Room, atMost limit: Int) -> Int {
    var count = 0
    var start: UInt32?
    let end = leaves.count - 1
    var next = first(of: leaves[end], from: 0, in: room)
    while let last = next, count < limit {
      // From the same word on another was found that ends before.
      if let whole = chain(endingWith: last, leaves, slop: slop, in: room), whole.start != start {
        start = whole.start
        count += 1
      }
      next = first(of: leaves[end], from: Int(last.start) + 1, in: room)
    }
    return count
  }

  /// From one of each leaf before the next, each as late as can be, to `last`; nil if there are none, or too much between them.
  @inline(__always)
  private func chain(endingWith last: Interval, _ leaves: [Int], slop: Int, in room: Room) -> Interval? {
    var first = last
    var gapCount = 0
    for index in stride(from: leaves.count - 2, through: 0, by: -1) {
      let floor = Int(first.start) - (slop - gapCount) - length(of: leaves[index])
      guard let before = self.last(of: leaves[index], endingBy: Int(first.start), from: floor, in: room)
      else { return nil }
      gapCount += Int(first.start - before.end)
      if gapCount > slop { return nil }
      first = before
    }
    return first.hull(last)
  }
}
