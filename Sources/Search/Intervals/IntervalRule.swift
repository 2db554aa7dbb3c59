internal import Query

/// When two intervals are near each other.
struct IntervalRule {
  let proximity: Proximity
  /// Whether the intervals of each side may have gaps that something else stands in: not those of words and phrases.
  let isOpen: (left: Bool, right: Bool)
  let sentences: SentenceStarts

  /// Whether the two may be looked at together: they have no word in common, as far as that can be told from where they begin and end.
  ///
  /// What was found near each other may lie astride of something else, and around it.
  func areApart(_ left: Interval, _ right: Interval) -> Bool {
    guard left.overlaps(right) else { return true }
    guard left.start != right.start, left.last != right.last, left.start != right.last,
      left.last != right.start
    else { return false }
    if left.contains(right) { return isOpen.left }
    if right.contains(left) { return isOpen.right }
    return isOpen.left && isOpen.right
  }

  /// Whether the two are as near as they must be.
  func isWithinReach(_ left: Interval, _ right: Interval) -> Bool {
    proximity.reach.holds(left, right, sentences)
  }

  /// Whether the two are as NEAR or ADJ asks.
  func holds(_ left: Interval, _ right: Interval) -> Bool {
    guard areApart(left, right), isWithinReach(left, right) else { return false }
    return proximity.relation != .adjacent || left.distance(to: right) > 0
  }
}

extension Proximity.Reach {
  /// Whether two intervals of a paragraph are as near as that.
  @inline(__always)
  func holds(_ left: Interval, _ right: Interval, _ sentences: borrowing SentenceStarts) -> Bool {
    switch self {
    case .words(let most): max(left.distance(to: right), right.distance(to: left)) <= most
    case .sentence: sentences.isInOne(left.hull(right))
    case .paragraph: true
    }
  }
}
