import Postings
import TestSupport
import Testing

struct VerticalPackingTests {
  /// One gap after the other, in 64 bits.
  @Test(arguments: 0...32)
  func sumsAreThoseOfTheGaps(bitWidth: Int) {
    var generator = SeededGenerator(seed: UInt64(bitWidth))
    for previous in [UInt32.max, 0, 77] {
      let gaps = (0..<128).map { _ in
        UInt32(truncatingIfNeeded: generator.next() & (1 << UInt64(bitWidth) - 1))
      }
      var bytes: [UInt8] = [0xEE]
      VerticalPacking.append(gaps[...], bitWidth: bitWidth, to: &bytes)
      #expect(bytes.count == 1 + VerticalPacking.byteCount(bitWidth: bitWidth))
      var sums = [UInt32](repeating: 9, count: 130)
      // SAFETY: every byte of an array of bytes is initialized.
      unsafe VerticalPacking.unpackSums(
        bytes.span.bytes, at: 1, bitWidth: bitWidth, previous: previous, into: &sums)
      var sum = UInt64(previous)
      for index in 0..<128 {
        sum += UInt64(gaps[index]) + 1
        #expect(sums[index] == UInt32(truncatingIfNeeded: sum))
      }
      #expect(sums[128...] == [9, 9])
    }
  }
}
