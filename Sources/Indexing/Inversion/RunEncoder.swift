/// Writes the runs of a group; see ``InvertedGroup``.
struct RunEncoder: ~Copyable {
  private var bytes = FlatBuffer<UInt8>()

  init(occurrenceCount: Int) {
    bytes.reserve(occurrenceCount * 5 / 2)
  }

  var byteCount: Int { bytes.count }

  /// Appends the run of the occurrences in `range`, `unit << 32 | position` each, in order. One that stands twice counts once.
  mutating func append(_ occurrences: borrowing FlatBuffer<UInt64>, _ range: Range<Int>) {
    var index = range.lowerBound
    var nextUnit: UInt64 = 0
    while index < range.upperBound {
      let first = occurrences[index]
      let unit = first >> 32
      let end = Self.end(ofPostingAt: index, in: occurrences, range.upperBound)
      if end == index + 1 {
        appendVarint((unit - nextUnit) << 1 | 1)
        appendVarint(first & 0xFFFF_FFFF)
      } else {
        appendPosting(occurrences, index..<end, unitGap: unit - nextUnit)
      }
      nextUnit = unit + 1
      index = end
    }
  }

  consuming func finish() -> [UInt8] { bytes.array }

  @inline(__always)
  private static func end(
    ofPostingAt index: Int, in occurrences: borrowing FlatBuffer<UInt64>, _ runEnd: Int
  ) -> Int {
    let unit = occurrences[index] >> 32
    var end = index + 1
    while end < runEnd, occurrences[end] >> 32 == unit { end += 1 }
    return end
  }

  private mutating func appendPosting(
    _ occurrences: borrowing FlatBuffer<UInt64>, _ range: Range<Int>, unitGap: UInt64
  ) {
    var frequency = 1
    for index in range.dropFirst() where occurrences[index] != occurrences[index - 1] { frequency += 1 }
    appendVarint(unitGap << 1 | (frequency == 1 ? 1 : 0))
    if frequency > 1 { appendVarint(UInt64(frequency - 2)) }
    appendVarint(occurrences[range.lowerBound] & 0xFFFF_FFFF)
    for index in range.dropFirst() where occurrences[index] != occurrences[index - 1] {
      appendVarint(occurrences[index] - occurrences[index - 1] - 1)
    }
  }

  @inline(__always)
  private mutating func appendVarint(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest | 0x80))
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}
