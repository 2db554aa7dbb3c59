extension PatchedPacking {
  /// Appends an array in the width in which it takes the fewest bytes; of equals, the greatest.
  ///
  /// - Parameter isLong: Whether the array may have more than 256 values.
  package static func append(_ values: [UInt32], isLong: Bool, to bytes: inout [UInt8]) {
    let choice = Choice(of: values, isLong: isLong)
    let low = 2 * choice.bitWidth
    if choice.exceptionCount == 0 {
      bytes.append(UInt8(low))
    } else {
      bytes.appendInteger(UInt16(1 + low + (choice.highBits - 1) << 6 + (choice.exceptionCount - 1) << 10))
      appendExceptions(of: values, choice, isLong: isLong, to: &bytes)
    }
    BitPacking.append(values, bitWidth: choice.bitWidth, to: &bytes)
  }

  private static func appendExceptions(
    of values: [UInt32], _ choice: Choice, isLong: Bool, to bytes: inout [UInt8]
  ) {
    let chunkCount = isLong ? (values.count - 1) / chunkSize : 0
    let ranksStart = bytes.count + 1
    if isLong { bytes.append(contentsOf: repeatElement(UInt8(chunkCount), count: 1 + chunkCount)) }
    var highs: [UInt32] = []
    highs.reserveCapacity(choice.exceptionCount)
    var rankCount = 0
    for index in values.indices where values[index] >> UInt32(choice.bitWidth) != 0 {
      while rankCount < (isLong ? index / chunkSize : 0) {
        bytes[ranksStart + rankCount] = UInt8(highs.count)
        rankCount += 1
      }
      bytes.append(UInt8(truncatingIfNeeded: index))
      highs.append(values[index] >> UInt32(choice.bitWidth))
    }
    for rank in rankCount..<chunkCount { bytes[ranksStart + rank] = UInt8(highs.count) }
    BitPacking.append(highs, bitWidth: choice.highBits, to: &bytes)
  }

  /// How an array is written: a function of its values alone.
  private struct Choice {
    var bitWidth: Int
    var highBits = 0
    var exceptionCount = 0

    init(of values: [UInt32], isLong: Bool) {
      let greatest = BitPacking.bitWidth(of: values)
      bitWidth = greatest
      var least = 1 + BitPacking.byteCount(count: values.count, bitWidth: greatest)
      // With an exception nothing takes less than four bytes.
      guard least > 4, values.count <= PatchedPacking.mostPatched else { return }
      let widths = Self.countsByWidth(values)
      let fixed = 2 + (isLong ? 1 + (values.count - 1) / PatchedPacking.chunkSize : 0)
      var exceptions = 0
      for width in stride(from: greatest - 1, through: max(0, greatest - PatchedPacking.mostHighBits), by: -1)
      {
        exceptions += widths[width + 1]
        if exceptions > PatchedPacking.mostExceptions(isLong: isLong) { return }
        let byteCount =
          fixed + exceptions + BitPacking.byteCount(count: exceptions, bitWidth: greatest - width)
          + BitPacking.byteCount(count: values.count, bitWidth: width)
        if byteCount < least {
          least = byteCount
          (bitWidth, highBits, exceptionCount) = (width, greatest - width, exceptions)
        }
      }
    }

    /// How many values need 0 bits, how many need 1, and so on.
    private static func countsByWidth(_ values: [UInt32]) -> [Int] {
      var counts = [Int](repeating: 0, count: 33)
      for value in values { counts[32 - value.leadingZeroBitCount] += 1 }
      return counts
    }
  }
}
