internal import Postings

/// The units `base ..< base + 4,096`: which of them match, and a value for each.
///
/// A query is answered one window after another, every clause for the same window, so memory is bounded and the deadline is
/// looked at often. The value is a score, a number of occurrences, or not used, as the plan's ``Measure`` says.
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

  /// Moves to `base` and forgets everything.
  mutating func reset(base: DocID, end: DocID) {
    self.base = base
    self.end = end
    for word in matches.indices where matches[word] != 0 {
      matches[word] = 0
      if hasValues { for slot in Self.slots(word) { values[slot] = 0 } }
    }
    hasValues = false
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

  /// Marks the units of the window at `run` of `ids`, and adds to their values.
  ///
  /// - Parameter value: Of the unit at an index.
  @inline(__always)
  mutating func add(_ run: Range<Int>, of ids: [DocID], value: (Int) -> Int) {
    // As spans, so that whether an array is shared is looked at once for the whole run.
    let base = base
    var marks = matches.mutableSpan
    for index in run {
      let slot = Int(ids[index] - base)
      marks[slot >> 6] |= 1 << UInt64(slot & 63)
    }
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

  /// Visits the matching units in order, each with its value.
  func forEachMatch<Failure>(_ body: (DocID, Int) throws(Failure) -> Void) throws(Failure) {
    for index in matches.indices {
      var rest = matches[index]
      while rest != 0 {
        let slot = index * 64 + rest.trailingZeroBitCount
        try body(base + DocID(slot), values[slot])
        rest &= rest - 1
      }
    }
  }
}
