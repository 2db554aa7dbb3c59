internal import Postings

/// The postings of a list with few of them, found by the group of 512 units that they stand in.
struct SparseRanges: Sendable {
  private struct Posting {
    /// The unit in its group.
    var place: UInt16
    var level: UInt8
    /// At most ``RangeBounds/manyTimes``.
    var frequency: UInt8
  }

  /// Units of a group.
  private static let groupUnitCount = 512

  /// The first posting of each group, and behind the last.
  private var firsts: [UInt32] = []
  private var postings: [Posting] = []

  init(postingCount: Int) { postings.reserveCapacity(postingCount) }

  var byteCount: Int { firsts.count * 4 + postings.count * MemoryLayout<Posting>.stride }

  /// Appends a posting behind all others.
  mutating func append(_ unit: DocID, frequency: UInt32, level: UInt8) {
    closeGroups(before: Int(unit) / Self.groupUnitCount)
    postings.append(
      Posting(
        place: UInt16(Int(unit) % Self.groupUnitCount), level: level,
        frequency: UInt8(min(RangeBounds.manyTimes, frequency))))
  }

  /// Tells that nothing follows.
  mutating func close(unitCount: Int) { closeGroups(before: unitCount / Self.groupUnitCount + 1) }

  private mutating func closeGroups(before group: Int) {
    while firsts.count <= group { firsts.append(UInt32(postings.count)) }
  }

  /// The levels of the units of an eighth.
  @inline(__always)
  func levels(ofEighth number: Int) -> SIMD8<UInt16> {
    var result = SIMD8<UInt16>()
    let (group, place) = (number * 8 / Self.groupUnitCount, UInt16(number * 8 % Self.groupUnitCount))
    var index = Int(firsts[group])
    let end = Int(firsts[group + 1])
    while index < end, postings[index].place < place { index += 1 }
    while index < end, postings[index].place < place + 8 {
      result[Int(postings[index].place & 7)] = UInt16(postings[index].level)
      index += 1
    }
    return result
  }

  /// As ``RangeBounds/frequency(of:)``.
  @inline(__always)
  func frequency(of unit: DocID) -> UInt32 {
    let (group, place) = (Int(unit) / Self.groupUnitCount, UInt16(Int(unit) % Self.groupUnitCount))
    for index in Int(firsts[group])..<Int(firsts[group + 1]) where postings[index].place == place {
      return UInt32(postings[index].frequency)
    }
    return 0
  }
}
