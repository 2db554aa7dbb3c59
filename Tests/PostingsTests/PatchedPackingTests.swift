import Postings
import TestSupport
import Testing

struct PatchedPackingTests {
  /// 18 values of 2 bits are better than 18 of 10: the one at index 3, 0b10_0000_0001, has 8 bits apart.
  @Test func workedExample() {
    var values: [UInt32] = Array(repeating: 2, count: 18)
    values[3] = 0x201
    var bytes: [UInt8] = []
    PatchedPacking.append(values, isLong: false, to: &bytes)
    // 1 + 2 · 2 + 2⁶ · (8 − 1) + 2¹⁰ · 0 = 0x1C5
    #expect(bytes == [0xC5, 0x01, 3, 0x80, 0b01_10_10_10, 0xAA, 0xAA, 0xAA, 0x0A])

    bytes = []
    PatchedPacking.append(values, isLong: true, to: &bytes)
    #expect(bytes == [0xC5, 0x01, 0, 3, 0x80, 0b01_10_10_10, 0xAA, 0xAA, 0xAA, 0x0A])

    bytes = []
    PatchedPacking.append([1, 2, 3], isLong: false, to: &bytes)
    #expect(bytes == [4, 0b11_10_01])
  }

  /// The exceptions of the second and the fourth of four chunks.
  @Test func ranksTellWhereAChunksExceptionsAre() {
    var values = [UInt32](repeating: 0, count: 1024)
    values[260] = 7
    values[511] = 7
    values[1023] = 6
    var bytes: [UInt8] = []
    PatchedPacking.append(values, isLong: true, to: &bytes)
    // 1 + 2⁶ · (3 − 1) + 2¹⁰ · (3 − 1) = 0x881
    #expect(bytes == [0x81, 0x08, 3, 0, 2, 2, 4, 255, 255, 0b10_111_111, 0b1])
    Self.expectEveryValue(of: values, isLong: true)
  }

  private static let counts = [1, 2, 9, 127, 128]
  private static let longCounts = [255, 256, 257, 512, 513, 3000, 70_000]

  @Test(arguments: counts + longCounts)
  func everyValueComesBack(count: Int) {
    var generator = SeededGenerator(seed: UInt64(count))
    for values in Self.distributions(count: count, using: &generator) {
      if count <= 256 { Self.expectEveryValue(of: values, isLong: false) }
      Self.expectEveryValue(of: values, isLong: true)
    }
  }

  /// What the encoder chooses takes no more bytes than any other width would.
  @Test(arguments: counts + longCounts, [true, false])
  func noWidthTakesFewerBytes(count: Int, isLong: Bool) {
    if !isLong, count > 256 { return }
    var generator = SeededGenerator(seed: UInt64(count) + 100)
    for values in Self.distributions(count: count, using: &generator) {
      var bytes: [UInt8] = []
      PatchedPacking.append(values, isLong: isLong, to: &bytes)
      #expect(bytes.count == Self.leastByteCount(values, isLong: isLong))
    }
  }

  /// A few great values among many small ones cost little more than the small ones.
  @Test func exceptionsStandApart() {
    var values = [UInt32](repeating: 3, count: 128)
    for (index, value) in [(0, 4), (63, 900), (64, 65_000), (127, 200_000)] { values[index] = UInt32(value) }
    var bytes: [UInt8] = []
    PatchedPacking.append(values, isLong: false, to: &bytes)
    #expect(bytes.count == 2 + 4 + 8 + 32)
    Self.expectEveryValue(of: values, isLong: false)
  }

  /// Whatever stands in front of the values, an array is refused or each of its values can be read.
  @Test func damagedHeadsAreFoundOrHarmless() {
    var generator = SeededGenerator(seed: 5)
    var accepted = 0
    for round in 0..<20_000 {
      let isLong = round % 2 == 0
      let byteCount = Int.random(in: 0...60, using: &generator)
      var bytes = (0..<byteCount).map { _ in UInt8.random(in: 0...255, using: &generator) }
      // An even head says no exceptions.
      if round % 4 < 2, !bytes.isEmpty { bytes[0] |= 1 }
      if round % 8 < 4, bytes.count > 2 { bytes[2] &= 3 }
      // SAFETY: every byte of an array of bytes is initialized.
      let span = unsafe bytes.span.bytes
      guard let array = try? PatchedPacking(at: 0, before: byteCount, isLong: isLong, in: span) else {
        continue
      }
      accepted += 1
      for index in 0..<2000 {
        guard array.end(count: index + 1) <= byteCount else { break }
        _ = array.value(at: index, in: span)
      }
    }
    #expect(accepted > 1000)
  }

  @Test func everyCutHeadIsFound() throws {
    var generator = SeededGenerator(seed: 6)
    for count in [1, 128, 600] {
      for values in Self.distributions(count: count, using: &generator) {
        var bytes: [UInt8] = []
        PatchedPacking.append(values, isLong: true, to: &bytes)
        for end in bytes.indices {
          // SAFETY: every byte of an array of bytes is initialized.
          let array = try? unsafe PatchedPacking(at: 0, before: end, isLong: true, in: bytes.span.bytes)
          #expect(array == nil || array!.end(count: count) > end)
        }
      }
    }
    // A width of 33 bits; 20 bits and 13 more; 17 exceptions.
    for bytes: [UInt8] in [[66], [0x29, 0x03, 1, 0, 0, 0], [0x01, 0x40] + Array(0..<20)] {
      #expect(throws: PostingsError.self) {
        // SAFETY: as above.
        try unsafe PatchedPacking(at: 0, before: bytes.count, isLong: false, in: bytes.span.bytes)
      }
    }
  }

  // MARK: - Values

  private static func distributions(
    count: Int, using generator: inout SeededGenerator
  ) -> [[UInt32]] {
    func values(_ value: (inout SeededGenerator) -> UInt32) -> [UInt32] {
      (0..<count).map { _ in value(&generator) }
    }
    var all: [[UInt32]] = [0, 1, 77, UInt32.max].map { Array(repeating: $0, count: count) }
    for (outlier, common) in [(UInt32.max, UInt32(0)), (1, 0), (70_000, 30), (1 << 16, 0), (1 << 17, 1)] {
      for place in [0, count / 2, count - 1] {
        var one = [UInt32](repeating: common, count: count)
        one[place] = outlier
        all.append(one)
      }
    }
    // Geometric: half of them need one bit less.
    all.append(values { UInt32.max >> UInt32(min(31, ($0.next() | 1 << 31).trailingZeroBitCount)) })
    all.append(values { 1 << UInt32(($0.next() | 1 << 31).trailingZeroBitCount) })
    for share in [1, 3, 8, 20, 50, 100] as [UInt64] {
      for bits in [0, 4, 7, 16, 28] as [UInt32] {
        all.append(
          values { generator in
            let isFar = generator.next() % 100 < share
            return UInt32(truncatingIfNeeded: generator.next()) >> (32 - bits - (isFar ? 4 : 0))
          })
      }
    }
    return all
  }

  /// The bytes of an array in the best of all widths, as its drawing says.
  private static func leastByteCount(_ values: [UInt32], isLong: Bool) -> Int? {
    var countsByWidth = [Int](repeating: 0, count: 33)
    for value in values { countsByWidth[32 - value.leadingZeroBitCount] += 1 }
    let greatest = countsByWidth.lastIndex { $0 > 0 } ?? 0
    return (0...greatest).compactMap { width in
      let packed = (values.count * width + 7) / 8
      if width == greatest { return 1 + packed }
      let exceptions = countsByWidth[(width + 1)...].reduce(0, +)
      guard greatest - width <= 16, exceptions <= (isLong ? 64 : 16), values.count <= 65_536 else {
        return nil
      }
      let ranks = isLong ? 1 + (values.count - 1) / 256 : 0
      return 2 + ranks + exceptions + (exceptions * (greatest - width) + 7) / 8 + packed
    }.min()
  }

  /// Encodes values between other bytes, with none behind them and with many, and reads each.
  private static func expectEveryValue(of values: [UInt32], isLong: Bool) {
    for behind in [0, 40] {
      var bytes: [UInt8] = [0xAB, 0xCD, 0xEF]
      PatchedPacking.append(values, isLong: isLong, to: &bytes)
      let end = bytes.count
      bytes += Array(repeating: 3, count: behind)
      // SAFETY: every byte of an array of bytes is initialized.
      let span = unsafe bytes.span.bytes
      guard let array = try? PatchedPacking(at: 3, before: end, isLong: isLong, in: span) else {
        Issue.record("\(values.count) values were refused")
        return
      }
      #expect(array.end(count: values.count) == end)
      let read = values.indices.map { array.value(at: $0, in: span) }
      #expect(read == values)
    }
  }
}
