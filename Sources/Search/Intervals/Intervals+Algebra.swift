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
  static func all(_ left: [Interval], _ right: [Interval]) -> [Interval] {
    var hulls: [Interval] = []
    for (ours, others) in [(left, right), (right, left)] {
      for interval in ours {
        let after = others.firstIndex(startingFrom: interval.start)
        if after < others.count { hulls.append(interval.hull(others[after])) }
        let before = others.firstIndex(endingBehind: interval.end) - 1
        if before >= 0 { hulls.append(interval.hull(others[before])) }
      }
    }
    hulls.keepMinimal()
    return hulls
  }

  /// The least intervals from the first to the last word of one of each list that are near each other.
  /// - Complexity: O(*n* log *n*) for *n* intervals.
  static func near(_ left: [Interval], _ right: [Interval], _ rule: IntervalRule) -> [Interval] {
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
  static func areNear(_ left: [Interval], _ right: [Interval], _ rule: IntervalRule) -> Bool {
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
    _ left: [Interval], _ right: [Interval], _ rule: IntervalRule, _ visit: (Interval) -> Bool
  ) {
    for interval in left {
      let after = right.firstIndex(startingFrom: interval.end)
      if after < right.count, rule.isWithinReach(interval, right[after]) {
        guard visit(interval.hull(right[after])) else { return }
      }
      if rule.proximity.relation == .adjacent { continue }
      let overlapping = right.firstIndex(endingBehind: interval.start)
      if overlapping > 0, rule.isWithinReach(interval, right[overlapping - 1]) {
        guard visit(interval.hull(right[overlapping - 1])) else { return }
      }
      if rule.isOpen.left || rule.isOpen.right {
        for hull in interval.interlocked(with: right[overlapping..<after], where: { rule.holds($0, $1) }) {
          guard visit(hull) else { return }
        }
      }
    }
    if rule.proximity.relation == .near, rule.isOpen.right {
      // Those of the right around one of the left.
      for interval in right {
        let overlapping = left.firstIndex(endingBehind: interval.start)
        let after = left.firstIndex(startingFrom: interval.end)
        for hull in interval.interlocked(with: left[overlapping..<after], where: { rule.holds($1, $0) }) {
          guard visit(hull) else { return }
        }
      }
    }
  }

  /// Those of `left` that none of `right` is near to, but for itself.
  /// - Complexity: O(*n* log *n*) for *n* intervals.
  static func notNear(_ left: [Interval], _ right: [Interval], _ rule: IntervalRule) -> [Interval] {
    left.filter { interval in
      let after = right.firstIndex(startingFrom: interval.end)
      if after < right.count, rule.isWithinReach(interval, right[after]) { return false }
      let overlapping = right.firstIndex(endingBehind: interval.start)
      if overlapping > 0, rule.isWithinReach(interval, right[overlapping - 1]) { return false }
      return !right[overlapping..<after].contains { $0 != interval && rule.isWithinReach(interval, $0) }
    }
  }

  /// The least intervals with one of each list, in this order and apart, with no more than `slop` words between them in all.
  /// - Complexity: O(*n* log *n*) for *n* intervals.
  static func ordered(_ lists: [[Interval]], slop: Int) -> [Interval] {
    var found: [Interval] = []
    for last in lists[lists.count - 1] {
      guard let chain = chain(endingWith: last, lists) else { continue }
      let wordCount = chain.reduce(0) { $0 + Int($1.end - $1.start) }
      let whole = chain[0].hull(last)
      if Int(whole.end - whole.start) - wordCount <= slop { found.append(whole) }
    }
    found.keepMinimal()
    return found
  }

  /// One of each list before the next, each as late as can be; nil if there are none.
  static func chain(endingWith last: Interval, _ lists: [[Interval]]) -> [Interval]? {
    var chain = [last]
    for list in lists.dropLast().reversed() {
      let index = list.firstIndex(endingBehind: chain[chain.count - 1].start) - 1
      if index < 0 { return nil }
      chain.append(list[index])
    }
    return chain.reversed()
  }
}

extension Interval {
  /// The hulls of this and of others that lie in it, around it or astride of it; not of all, but of all that can be least.
  ///
  /// - Parameter others: Minimal intervals that overlap this.
  fileprivate func interlocked(
    with others: ArraySlice<Interval>, where holds: (Interval, Interval) -> Bool
  ) -> [Interval] {
    var hulls: [Interval] = []
    // The hull with one inside is this interval, whichever it is.
    if others.contains(where: { contains($0) && holds(self, $0) }) { hulls.append(self) }
    let before = others.last { $0.start < start && $0.end < end }
    let after = others.first { $0.start > start && $0.end > end }
    for other in [before, after].compactMap(\.self) where holds(self, other) { hulls.append(hull(other)) }
    return hulls
  }
}
