internal import Postings
internal import Query
internal import Segment

/// How often two terms stand near each other in a paragraph, told from their positions alone.
///
/// What ``IntervalExpression`` says of two words that are one term each, without lists: for very frequent words, which half of all paragraphs
/// have.
struct TermPair {
  private enum Rule {
    case near, adjacent, notNear
    /// One before the other, as in a phrase; it alone is counted.
    case inOrder
  }

  private var left: PostingsCursor
  private var right: PostingsCursor
  private let rule: Rule
  /// The most positions that the two may be apart.
  private let most: UInt32

  /// - Returns: nil if the expression is another one, or asks where sentences begin, or more of it is to be counted than is here.
  init?(
    _ expression: IntervalExpression, of leaves: [[LeafPlaces.Source]], in segment: SegmentReader,
    value: IntervalClause.Value
  ) throws(SegmentError) {
    let numbers: (first: Int, second: Int)
    switch expression {
    case .near(let proximity, .leaf(let first), .leaf(let second)) where value == .ofOperand:
      switch proximity.reach {
      case .words(let count): most = UInt32(clamping: count)
      case .paragraph: most = .max
      case .sentence: return nil
      }
      rule =
        switch proximity.relation {
        case .near: .near
        case .adjacent: .adjacent
        case .notNear: .notNear
        }
      numbers = (first, second)
    case .ordered(let leaves, let slop) where leaves.count == 2:
      (rule, most) = (.inOrder, UInt32(clamping: slop + 1))
      numbers = (leaves[0], leaves[1])
    default: return nil
    }
    guard case .term(let left)? = leaves[numbers.first].first, leaves[numbers.first].count == 1,
      case .term(let right)? = leaves[numbers.second].first, leaves[numbers.second].count == 1
    else { return nil }
    self.left = try segment.cursor(over: left, withPositions: true)
    self.right = try segment.cursor(over: right, withPositions: true)
  }

  /// How often the terms stand so among these words of a paragraph; 1 for any number of times, but for words in order.
  /// - Precondition: No paragraph before one asked for earlier.
  mutating func count(
    in paragraph: DocID, _ words: Range<UInt32>, in bytes: RawSpan
  ) throws(PostingsError) -> Int {
    let withoutOther = rule == .notNear ? 1 : 0
    guard try left.seek(paragraph, in: bytes) else { return 0 }
    var one = Walk(try left.positionWalk(in: bytes, postings: bytes), end: words.upperBound)
    guard try one.advance(to: words.lowerBound, in: bytes) else { return 0 }
    guard try right.seek(paragraph, in: bytes) else { return withoutOther }
    var other = Walk(try right.positionWalk(in: bytes, postings: bytes), end: words.upperBound)
    guard try other.advance(to: words.lowerBound, in: bytes) else { return withoutOther }
    return switch rule {
    case .inOrder: try orderedCount(&one, &other, in: bytes)
    case .notNear: try isOneAlone(&one, &other, in: bytes) ? 1 : 0
    case .near, .adjacent: try areNear(&one, &other, in: bytes) ? 1 : 0
    }
  }

  /// How often the one comes before the other with none of either between.
  private func orderedCount(
    _ one: inout Walk, _ other: inout Walk, in bytes: RawSpan
  ) throws(PostingsError) -> Int {
    var count = 0
    var isMoreOfOne = true
    while true {
      // The last of the one before the other.
      var last: UInt32?
      while isMoreOfOne, one.position < other.position {
        last = one.position
        isMoreOfOne = try one.next(in: bytes)
      }
      if let last, other.position - last <= most { count += 1 }
      guard isMoreOfOne, try other.next(in: bytes) else { return count }
    }
  }

  private func areNear(_ one: inout Walk, _ other: inout Walk, in bytes: RawSpan) throws(PostingsError)
    -> Bool
  {
    while true {
      if one.position == other.position {
        // One place is not two; each may be near the next of the other.
        let place = one.position
        let isMoreOfOther = try other.next(in: bytes)
        if isMoreOfOther, other.position - place <= most { return true }
        let isMoreOfOne = try one.next(in: bytes)
        if rule == .near, isMoreOfOne, one.position - place <= most { return true }
        guard isMoreOfOne, isMoreOfOther else { return false }
      } else if one.position < other.position {
        if other.position - one.position <= most { return true }
        guard try one.next(in: bytes) else { return false }
      } else {
        if rule == .near, one.position - other.position <= most { return true }
        guard try other.next(in: bytes) else { return false }
      }
    }
  }

  /// Whether some place of the one has none of the other near it but itself.
  private func isOneAlone(
    _ one: inout Walk, _ other: inout Walk, in bytes: RawSpan
  ) throws(PostingsError) -> Bool {
    /// The last place of the other before the present one.
    var before: UInt32?
    var isMore = true
    repeat {
      while isMore, other.position < one.position {
        before = other.position
        isMore = try other.next(in: bytes)
      }
      var next = other
      var isNext = isMore
      if isMore, other.position == one.position { isNext = try next.next(in: bytes) }
      let isNear =
        before.map { one.position - $0 <= most } ?? false || isNext && next.position - one.position <= most
      if !isNear { return true }
    } while try one.next(in: bytes)
    return false
  }

  /// Positions up to an end.
  private struct Walk {
    private var walk: PositionWalk
    private let end: UInt32
    var position: UInt32 { walk.position }

    init(_ walk: PositionWalk, end: UInt32) {
      self.walk = walk
      self.end = end
    }

    @inline(__always)
    mutating func next(in bytes: RawSpan) throws(PostingsError) -> Bool {
      try walk.next(in: bytes) && walk.position < end
    }

    @inline(__always)
    mutating func advance(to target: UInt32, in bytes: RawSpan) throws(PostingsError) -> Bool {
      try walk.advance(to: UInt64(target), in: bytes) && walk.position < end
    }
  }
}
