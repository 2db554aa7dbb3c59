internal import Query

// Operations on lists of minimal intervals: lists in which none holds another, so that starts and ends both ascend.
//
// What a part of a query finds is the list of its least intervals, and every operation gives such a list again. (Clarke, Cormack and
// Burkowski, "An Algebra for Structured Text Search and a Framework for its Implementation", The Computer Journal 38, 1995; Boldi and Vigna,
// "Efficient Optimally Lazy Algorithms for Minimal-Interval Semantics", SPIRE 2006. Theirs are lazy over a whole text; a paragraph's
// lists are short, and so these are not.)
extension [Interval] {
  /// The least intervals that hold one of each list.
  /// - Complexity: O(*n* log *n*) for *n* intervals.
  static func all(_ left: Span<Interval>, _ right: Span<Interval>) -> [Interval] {
    var hulls: [Interval] = []
    hulls.appendHulls(of: left, with: right)
    hulls.appendHulls(of: right, with: left)
    hulls.keepMinimal()
    return hulls
  }

  /// Appends the hulls of each with its next neighbours.
  private mutating func appendHulls(of intervals: Span<Interval>, with others: Span<Interval>) {
    for index in intervals.indices {
      let interval = intervals[index]
      let after = others.firstIndex(startingFrom: interval.start)
      if after < others.count { append(interval.hull(others[after])) }
      let before = others.firstIndex(endingBehind: interval.end) - 1
      if before >= 0 { append(interval.hull(others[before])) }
    }
  }

  /// The least intervals from the first to the last word of one of each list that are near each other.
  /// - Complexity: O(*n* log *n*) for *n* intervals.
  static func near(_ left: Span<Interval>, _ right: Span<Interval>, _ rule: IntervalRule) -> [Interval] {
    var hulls: [Interval] = []
    forEachHull(left, right, rule) { hull in
      hulls.append(hull)
      return true
    }
    hulls.keepMinimal()
    return hulls
  }

  /// Whether one of each list are near each other.
  /// - Complexity: O(*n* log *n*) for *n* intervals; no more is looked at than it takes.
  static func areNear(_ left: Span<Interval>, _ right: Span<Interval>, _ rule: IntervalRule) -> Bool {
    var areNear = false
    forEachHull(left, right, rule) { _ in
      areNear = true
      return false
    }
    return areNear
  }

  /// Calls `visit` with the hulls of two that are near each other, all that can be least among them, until it returns false.
  @inline(__always)
  private static func forEachHull(
    _ left: Span<Interval>, _ right: Span<Interval>, _ rule: IntervalRule, _ visit: (Interval) -> Bool
  ) {
    // Both ascend with the intervals of the left.
    var after = 0
    var overlapping = 0
    for index in left.indices {
      let interval = left[index]
      while after < right.count, right[after].start < interval.end { after += 1 }
      while overlapping < right.count, right[overlapping].end <= interval.start { overlapping += 1 }
      if after < right.count, rule.isWithinReach(interval, right[after]) {
        guard visit(interval.hull(right[after])) else { return }
      }
      if rule.proximity.relation == .adjacent { continue }
      if overlapping > 0, rule.isWithinReach(interval, right[overlapping - 1]) {
        guard visit(interval.hull(right[overlapping - 1])) else { return }
      }
      if rule.isOpen.left || rule.isOpen.right {
        for hull in interval.interlocked(with: right, overlapping..<after, where: { rule.holds($0, $1) }) {
          guard visit(hull) else { return }
        }
      }
    }
    if rule.proximity.relation == .near, rule.isOpen.right {
      // Those of the right around one of the left.
      for index in right.indices {
        let interval = right[index]
        let overlapping = left.firstIndex(endingBehind: interval.start)
        let after = left.firstIndex(startingFrom: interval.end)
        for hull in interval.interlocked(with: left, overlapping..<after, where: { rule.holds($1, $0) }) {
          guard visit(hull) else { return }
        }
      }
    }
  }

  /// Those of `left` that none of `right` is near to, but for itself.
  /// - Complexity: O(*n* log *n*) for *n* intervals.
  static func notNear(_ left: Span<Interval>, _ right: Span<Interval>, _ rule: IntervalRule) -> [Interval] {
    var alone: [Interval] = []
    for index in left.indices where isAlone(left[index], among: right, rule) { alone.append(left[index]) }
    return alone
  }

  /// Whether there is one of `left` that none of `right` is near to, but for itself.
  /// - Complexity: as of ``notNear(_:_:_:)``; no more is looked at than it takes.
  static func isAnyAlone(_ left: Span<Interval>, _ right: Span<Interval>, _ rule: IntervalRule) -> Bool {
    for index in left.indices where isAlone(left[index], among: right, rule) { return true }
    return false
  }

  private static func isAlone(
    _ interval: Interval, among others: Span<Interval>, _ rule: IntervalRule
  ) -> Bool {
    let after = others.firstIndex(startingFrom: interval.end)
    if after < others.count, rule.isWithinReach(interval, others[after]) { return false }
    let overlapping = others.firstIndex(endingBehind: interval.start)
    if overlapping > 0, rule.isWithinReach(interval, others[overlapping - 1]) { return false }
    for index in overlapping..<Swift.max(after, overlapping)
    where others[index] != interval && rule.isWithinReach(interval, others[index]) { return false }
    return true
  }
}

extension Span where Element == Interval {
  /// The first that starts at `position` or behind it; `count` if there is none. Of minimal intervals.
  func firstIndex(startingFrom position: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start < position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first that ends behind `position`; `count` if there is none. Of minimal intervals.
  func firstIndex(endingBehind position: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].end <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Interval {
  /// The hulls of this and of others that lie in it, around it or astride of it; not of all, but of all that can be least.
  ///
  /// - Parameters:
  ///   - others: Minimal intervals.
  ///   - overlapping: Those of them that overlap this.
  fileprivate func interlocked(
    with others: Span<Interval>, _ overlapping: Range<Int>, where holds: (Interval, Interval) -> Bool
  ) -> [Interval] {
    var hulls: [Interval] = []
    var before: Interval?
    var after: Interval?
    for index in overlapping {
      let other = others[index]
      // The hull with one inside is this interval, whichever it is.
      if hulls.isEmpty, contains(other), holds(self, other) { hulls.append(self) }
      if other.start < start, other.end < end { before = other }
      if other.start > start, other.end > end, after == nil { after = other }
    }
    if let before, holds(self, before) { hulls.append(hull(before)) }
    if let after, holds(self, after) { hulls.append(hull(after)) }
    return hulls
  }
}
