internal import Postings

/// The units of a list with many postings, a bit each, and how often its term stands in them.
struct DenseRanges: Sendable {
  /// 64 units.
  struct Units {
    /// Those that the list has, a bit each.
    var present: UInt64 = 0
    /// Those in which the term stands twice or more.
    var repeated: UInt64 = 0
    /// The number of such units in the ranges before.
    var repeatedBefore: UInt32 = 0
  }

  private(set) var ranges: [Units]
  /// Of the units in which the term stands twice or more, at most ``RangeBounds/manyTimes``.
  private var frequencies: [UInt8] = []

  init(rangeCount: Int) { ranges = Array(repeating: Units(), count: rangeCount) }

  var byteCount: Int { ranges.count * MemoryLayout<Units>.stride + frequencies.count }

  /// Inserts a unit behind all others.
  mutating func append(_ unit: DocID, frequency: UInt32) {
    let range = Int(unit) / RangeBounds.unitCount
    let bit: UInt64 = 1 << UInt64(unit & 63)
    ranges[range].present |= bit
    if frequency < 2 { return }
    if ranges[range].repeated == 0 { ranges[range].repeatedBefore = UInt32(frequencies.count) }
    ranges[range].repeated |= bit
    frequencies.append(UInt8(min(RangeBounds.manyTimes, frequency)))
  }

  /// Tells that nothing follows: no more memory is held than ``byteCount`` says.
  mutating func close() { frequencies = frequencies.map { $0 } }

  /// As ``RangeBounds/frequency(of:)``.
  @inline(__always)
  func frequency(of unit: DocID) -> UInt32 {
    let bit: UInt64 = 1 << UInt64(unit & 63)
    let range = ranges[Int(unit) / RangeBounds.unitCount]
    if range.present & bit == 0 { return 0 }
    if range.repeated & bit == 0 { return 1 }
    return UInt32(frequencies[Int(range.repeatedBefore) + (range.repeated & (bit - 1)).nonzeroBitCount])
  }
}
