internal import Postings

/// The units `base ..< end`, at most 4,096: which of them match, and a value for each.
///
/// A query is answered one window after another, every clause for the same window, so memory is bounded and the deadline is
/// looked at often. The value is a score, a number of occurrences, or not used, as the plan's ``Measure`` says.
///
/// A window may ask for some of its units only: whether the others match, and their values, are of no account, so that a clause may leave out
/// what it would cost to find them.
struct Window {
  static let unitCount = 4096

  /// The first unit.
  private(set) var base: DocID = 0
  /// One past the last unit that exists.
  private(set) var end: DocID = 0
  /// A bit a unit.
  private var matches = [UInt64](repeating: 0, count: unitCount / 64)
  /// 0 for every unit that does not match, so that what is sparse is skipped 64 units at a time.
  private var values = [Int](repeating: 0, count: unitCount)
  /// Whether any value may be other than 0.
  private var hasValues = false
  /// A bit a unit that is asked for; without meaning where all are.
  private var asked = [UInt64](repeating: 0, count: unitCount / 64)
  private(set) var asksForAll = true
  /// How many units are asked for.
  private(set) var askedCount = 0
  /// When to give up; nil for never.
  var deadline: ContinuousClock.Instant?

  init(before deadline: ContinuousClock.Instant? = nil) {
    self.deadline = deadline
  }

  /// Moves to `base`, forgets everything, and asks for all units.
  mutating func reset(base: DocID, end: DocID) {
    self.base = base
    self.end = end
    asksForAll = true
    askedCount = Int(end - base)
    for word in matches.indices where matches[word] != 0 {
      matches[word] = 0
      if hasValues { for slot in Self.slots(word) { values[slot] = 0 } }
    }
    hasValues = false
  }

  /// Moves to the units of another window, and asks for those that it asks for.
  mutating func reset(like other: borrowing Window) {
    reset(base: other.base, end: other.end)
    deadline = other.deadline
    asksForAll = other.asksForAll
    askedCount = other.askedCount
    if !asksForAll { asked = other.asked }
  }

  /// Moves to the units of another window, and asks for those that match in it.
  mutating func reset(askingForMatchesOf other: borrowing Window) {
    reset(base: other.base, end: other.end)
    deadline = other.deadline
    asksForAll = false
    askedCount = other.matchCount
    asked = other.matches
  }

  /// Asks for the units of `range` only, or for them besides others.
  mutating func ask(for range: Range<Int>) {
    if asksForAll {
      asksForAll = false
      askedCount = 0
      for word in asked.indices { asked[word] = 0 }
    }
    let first = max(range.lowerBound, Int(base)) - Int(base)
    let last = min(range.upperBound, Int(end)) - Int(base)
    for slot in first..<max(first, last) where asked[slot >> 6] >> UInt64(slot & 63) & 1 == 0 {
      asked[slot >> 6] |= 1 << UInt64(slot & 63)
      askedCount += 1
    }
  }

  /// Throws `deadlineExceeded` once the deadline has passed.
  func checkDeadline() throws(SearchError) {
    if let deadline, ContinuousClock.now >= deadline { throw .deadlineExceeded }
  }

  /// The units of one word of `matches`.
  private static func slots(_ word: Int) -> Range<Int> { word * 64..<word * 64 + 64 }

  func contains(_ unit: Int) -> Bool { unit >= Int(base) && unit < Int(end) }

  var isEmpty: Bool { matches.allSatisfy { $0 == 0 } }

  var matchCount: Int { matches.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Marks a unit of the window.
  mutating func add(_ unit: DocID) {
    let slot = Int(unit - base)
    matches[slot >> 6] |= 1 << UInt64(slot & 63)
  }

  /// Marks a unit of the window and adds to its value.
  mutating func add(_ unit: DocID, value: Int) {
    let slot = Int(unit - base)
    matches[slot >> 6] |= 1 << UInt64(slot & 63)
    values[slot] += value
    hasValues = true
  }

  /// Marks the units of the window at `run` of `ids`.
  mutating func add(_ run: Range<Int>, of ids: [DocID]) {
    // As a span, so that whether an array is shared is looked at once for the whole run.
    let base = base
    var marks = matches.mutableSpan
    for index in run {
      let slot = Int(ids[index] - base)
      marks[slot >> 6] |= 1 << UInt64(slot & 63)
    }
  }

  /// Marks the units of the window at `run` of `ids`, and adds to their values.
  ///
  /// - Parameter value: Of the unit at an index.
  @inline(__always)
  mutating func add(_ run: Range<Int>, of ids: [DocID], value: (Int) -> Int) {
    add(run, of: ids)
    let base = base
    var sums = values.mutableSpan
    for index in run { sums[Int(ids[index] - base)] += value(index) }
    hasValues = true
  }

  /// Marks all units of `range` that lie in the window.
  mutating func add(unitsIn range: Range<Int>) {
    let first = max(range.lowerBound, Int(base)) - Int(base)
    let last = min(range.upperBound, Int(end)) - Int(base)
    for slot in first..<max(first, last) { matches[slot >> 6] |= 1 << UInt64(slot & 63) }
  }

  /// Adds the matches and values of `other`, a window over the same units.
  mutating func formUnion(_ other: Window) {
    hasValues = hasValues || other.hasValues
    for word in matches.indices where other.matches[word] != 0 {
      matches[word] |= other.matches[word]
      guard other.hasValues else { continue }
      for slot in Self.slots(word) { values[slot] += other.values[slot] }
    }
  }

  /// Keeps the units that match in `other` too, with the sum of both values.
  mutating func formIntersection(_ other: Window) {
    hasValues = hasValues || other.hasValues
    for word in matches.indices where matches[word] != 0 {
      let both = matches[word] & other.matches[word]
      defer { matches[word] = both }
      guard hasValues else { continue }
      for slot in Self.slots(word) {
        values[slot] = both >> UInt64(slot & 63) & 1 == 0 ? 0 : values[slot] + other.values[slot]
      }
    }
  }

  /// Marks the units that do not match in `other`, a window over the same units.
  mutating func add(unitsNotIn other: Window) {
    let count = Int(end - base)
    for word in matches.indices {
      let valid = min(max(count - word * 64, 0), 64)
      matches[word] |= ~other.matches[word] & (valid == 64 ? .max : 1 << UInt64(valid) - 1)
    }
  }

  /// Writes the bits of the matching units to those of a segment.
  ///
  /// - Precondition: `base` is a multiple of 64.
  func copyMatches(to words: inout [UInt64]) {
    precondition(base % 64 == 0)
    for index in 0..<(Int(end - base) + 63) / 64 { words[Int(base) / 64 + index] = matches[index] }
  }

  /// Visits the matching units in order, each with its value.
  func forEachMatch<Failure>(_ body: (DocID, Int) throws(Failure) -> Void) throws(Failure) {
    try forEachMatch(in: 0..<Self.unitCount, body)
  }

  /// The same, of those with these numbers in the window: both ends multiples of 64.
  func forEachMatch<Failure>(
    in numbers: Range<Int>, _ body: (DocID, Int) throws(Failure) -> Void
  ) throws(Failure) {
    for index in numbers.lowerBound / 64..<numbers.upperBound / 64 {
      var rest = matches[index]
      while rest != 0 {
        let slot = index * 64 + rest.trailingZeroBitCount
        try body(base + DocID(slot), values[slot])
        rest &= rest - 1
      }
    }
  }

  /// Forgets the units that match and are not asked for.
  mutating func dropUnasked() {
    if asksForAll { return }
    for word in matches.indices where matches[word] & ~asked[word] != 0 {
      if hasValues {
        for slot in Self.slots(word) where asked[word] >> UInt64(slot & 63) & 1 == 0 { values[slot] = 0 }
      }
      matches[word] &= asked[word]
    }
  }

  /// What is asked for as ranges of units, ascending; all units where it would be many of them.
  var askedRanges: [Range<Int>] {
    let units = Int(base)..<Int(end)
    if asksForAll || askedCount > units.count / 8 { return units.isEmpty ? [] : [units] }
    var ranges: [Range<Int>] = []
    forEachAsked { unit in
      if let last = ranges.last, last.upperBound == Int(unit) {
        ranges[ranges.count - 1] = last.lowerBound..<Int(unit) + 1
      } else {
        ranges.append(Int(unit)..<Int(unit) + 1)
      }
    }
    return ranges
  }

  /// Visits the units that are asked for, in order.
  ///
  /// - Precondition: Not all are.
  func forEachAsked<Failure>(_ body: (DocID) throws(Failure) -> Void) throws(Failure) {
    precondition(!asksForAll)
    for index in asked.indices {
      var rest = asked[index]
      while rest != 0 {
        try body(base + DocID(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
    }
  }
}
