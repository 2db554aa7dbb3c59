import Postings

/// Blocks of 128 packed integers, of every width.
struct PackingKernels {
  let timer: KernelTimer
  let seed: UInt64

  private static let blockCount = 64
  private static let integerCount = blockCount * VerticalPacking.count

  func table() -> MarkdownTable {
    var table = MarkdownTable(
      header: [
        "bits", "four lanes, sums: ns a block", "ns an integer", "in a row: ns a block", "ns an integer",
        "one value: ns",
      ])
    for bitWidth in 0...32 {
      let vertical = verticalUnpack(bitWidth)
      let horizontal = unpack(bitWidth)
      table.add([
        "\(bitWidth)", vertical.rounded(to: 1), Self.perInteger(vertical), horizontal.rounded(to: 1),
        Self.perInteger(horizontal), value(bitWidth).rounded(to: 2),
      ])
    }
    return table
  }

  private static func perInteger(_ block: Double) -> String {
    (block / Double(VerticalPacking.count)).rounded(to: 3)
  }

  /// Integers of a width, all of its values alike likely.
  private func integers(_ bitWidth: Int) -> [UInt32] {
    var generator = SplitMix64(seed: seed)
    return (0..<Self.integerCount).map { _ in
      UInt32(truncatingIfNeeded: generator.next() & (1 << bitWidth - 1))
    }
  }

  private func verticalUnpack(_ bitWidth: Int) -> Double {
    let integers = integers(bitWidth)
    var bytes: [UInt8] = []
    for block in 0..<Self.blockCount {
      VerticalPacking.append(
        integers[block * VerticalPacking.count..<(block + 1) * VerticalPacking.count], bitWidth: bitWidth,
        to: &bytes)
    }
    var values = [UInt32](repeating: 0, count: VerticalPacking.count)
    return timer.nanoseconds(for: Self.blockCount) {
      // SAFETY: every byte of an array of bytes is initialized.
      let bytes = unsafe bytes.span.bytes
      var sum = 0
      for block in 0..<Self.blockCount {
        VerticalPacking.unpackSums(
          bytes, at: block * VerticalPacking.byteCount(bitWidth: bitWidth), bitWidth: bitWidth, previous: 0,
          into: &values)
        sum &+= Int(values[block])
      }
      return sum
    }
  }

  /// As in a list of positions: the blocks lie one behind the other, with bytes behind the last.
  private func packed(_ bitWidth: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    BitPacking.append(integers(bitWidth), bitWidth: bitWidth, to: &bytes)
    return bytes + [UInt8](repeating: 0, count: 8)
  }

  private func unpack(_ bitWidth: Int) -> Double {
    let bytes = packed(bitWidth)
    let stride = BitPacking.byteCount(count: VerticalPacking.count, bitWidth: bitWidth)
    var values = [UInt32](repeating: 0, count: VerticalPacking.count)
    return timer.nanoseconds(for: Self.blockCount) {
      // SAFETY: every byte of an array of bytes is initialized.
      let bytes = unsafe bytes.span.bytes
      var sum = 0
      for block in 0..<Self.blockCount {
        BitPacking.unpack(
          bytes, at: block * stride, count: VerticalPacking.count, bitWidth: bitWidth, into: &values)
        sum &+= Int(values[block])
      }
      return sum
    }
  }

  /// One value here, one there: each waits for nothing but its bytes.
  private func value(_ bitWidth: Int) -> Double {
    let bytes = packed(bitWidth)
    var generator = SplitMix64(seed: seed &+ 1)
    let indexes = (0..<1_024).map { _ in Int(generator.next() % UInt64(Self.integerCount)) }
    return timer.nanoseconds(for: indexes.count) {
      // SAFETY: every byte of an array of bytes is initialized.
      let bytes = unsafe bytes.span.bytes
      var sum = 0
      for index in indexes {
        sum &+= Int(BitPacking.value(bytes, at: 0, index: index, bitWidth: bitWidth))
      }
      return sum
    }
  }
}
