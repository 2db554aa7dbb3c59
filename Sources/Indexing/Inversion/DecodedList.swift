internal import Postings

/// Postings as numbers: those of one term in one segment, or lists of several terms behind one another.
struct DecodedList: ~Copyable, Sendable {
  var units = FlatBuffer<UInt32>()
  var frequencies = FlatBuffer<UInt32>()
  /// Those of each unit, one behind the other.
  private(set) var positions = FlatBuffer<UInt32>()

  /// Where a list starts or ends.
  struct Place: BitwiseCopyable, Sendable {
    var unit = 0
    var position = 0
  }

  var end: Place { Place(unit: units.count, position: positions.count) }

  mutating func removeAll() {
    units.removeAll()
    frequencies.removeAll()
    positions.removeAll()
  }

  /// Appends a list without positions.
  mutating func append(_ union: borrowing ListUnion) {
    units.append(union.units, 0..<union.units.count)
    frequencies.append(union.frequencies, 0..<union.frequencies.count)
  }

  /// Appends the postings of a run; see ``InvertedGroup``.
  ///
  /// - Parameter firstUnit: The number in the segment of the group's first unit.
  mutating func append(_ run: Range<Int>, of runs: RawSpan, firstUnit: UInt32) {
    var offset = run.lowerBound
    var unit = firstUnit
    while offset < run.upperBound {
      let head = Self.varint(runs, &offset)
      unit &+= head >> 1
      units.append(unit)
      unit &+= 1
      var position = 0 as UInt32
      if head & 1 == 1 {
        frequencies.append(1)
        positions.append(Self.varint(runs, &offset))
      } else {
        let frequency = Self.varint(runs, &offset) + 2
        frequencies.append(frequency)
        for _ in 0..<frequency {
          position &+= Self.varint(runs, &offset)
          positions.append(position)
          position &+= 1
        }
      }
    }
  }

  @inline(__always)
  private static func varint(_ bytes: RawSpan, _ offset: inout Int) -> UInt32 {
    var byte = bytes.byte(at: offset)
    offset &+= 1
    if byte < 0x80 { return UInt32(byte) }
    var value = UInt32(byte & 0x7F)
    var shift: UInt32 = 7
    while true {
      byte = bytes.byte(at: offset)
      offset &+= 1
      value |= UInt32(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }
}
