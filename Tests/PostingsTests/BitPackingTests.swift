import Postings
import TestSupport
import Testing

struct BitPackingTests {
  @Test func workedExample() {
    var bytes: [UInt8] = []
    BitPacking.append([1, 2, 3], bitWidth: 3, to: &bytes)
    #expect(bytes == [0xD1, 0x00])
  }

  @Test(arguments: 0...32)
  func everyWidthComesBack(bitWidth: Int) {
    var generator = SeededGenerator(seed: UInt64(bitWidth))
    for count in [0, 1, 2, 7, 8, 9, 31, 127, 128] {
      let mask = bitWidth == 0 ? 0 : UInt32.max >> UInt32(32 - bitWidth)
      let values = (0..<count).map { _ in UInt32.random(in: 0...UInt32.max, using: &generator) & mask }
      // In front of the array stand bytes of something else, and behind it none: the last loads are the narrow ones.
      var bytes: [UInt8] = [0xAB, 0xCD, 0xEF]
      BitPacking.append(values, bitWidth: bitWidth, to: &bytes)
      #expect(bytes.count == 3 + BitPacking.byteCount(count: count, bitWidth: bitWidth))

      var unpacked = [UInt32](repeating: 7, count: 128)
      // SAFETY: every byte of an array of bytes is initialized.
      unsafe BitPacking.unpack(bytes.span.bytes, at: 3, count: count, bitWidth: bitWidth, into: &unpacked)
      #expect(Array(unpacked[..<count]) == values)
      for (index, value) in values.enumerated() {
        // SAFETY: as above.
        #expect(unsafe BitPacking.value(bytes.span.bytes, at: 3, index: index, bitWidth: bitWidth) == value)
        #expect(Self.slowValue(bytes, at: 3, index: index, bitWidth: bitWidth) == value)
      }
    }
  }

  /// Bit by bit, as the documentation says it.
  static func slowValue(_ bytes: [UInt8], at offset: Int, index: Int, bitWidth: Int) -> UInt32 {
    (0..<bitWidth).reduce(0) { value, bit in
      let place = offset * 8 + index * bitWidth + bit
      return value | UInt32(bytes[place / 8] >> UInt8(place % 8) & 1) << UInt32(bit)
    }
  }

  @Test func widthIsThatOfTheGreatest() {
    #expect(BitPacking.bitWidth(of: [UInt32]()) == 0)
    #expect(BitPacking.bitWidth(of: [0, 0]) == 0)
    #expect(BitPacking.bitWidth(of: [1, 0]) == 1)
    #expect(BitPacking.bitWidth(of: [4, 3]) == 3)
    #expect(BitPacking.bitWidth(of: [.max]) == 32)
  }
}
