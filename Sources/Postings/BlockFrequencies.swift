/// The frequencies of a block's postings, asked one by one in constant time.
///
///     frequencies = bits u8 · mask · values
///     mask        = a bit a posting, set where the frequency is 2 or more; ⌈n / 8⌉ bytes
///     values      = for each of these frequency − 2, `bits` bits: 0 or a power of two
///
/// Most postings have frequency 1: where all of the block's have, `bits` is 255 and nothing follows.
struct BlockFrequencies: Sendable {
  /// Bits in one of the values; nil where all frequencies are 1.
  private var bitWidth: Int?
  private var maskStart = 0
  private var valuesStart = 0
  private var postingCount = 0
  /// Of a block, the mask's 128 bits.
  private var mask: (low: UInt64, high: UInt64) = (0, 0)

  /// The byte that says that all frequencies are 1.
  private static let allOnes: UInt8 = 255

  init() {}

  /// Reads and checks the frequencies that fill `range`.
  init(of postingCount: Int, at range: Range<Int>, in bytes: RawSpan) throws(PostingsError) {
    self.postingCount = postingCount
    let bits = bytes.byte(at: range.lowerBound)
    var end = range.lowerBound + 1
    if bits != Self.allOnes {
      maskStart = end
      let maskByteCount = (postingCount + 7) / 8
      guard bits <= 32, bits.nonzeroBitCount < 2, end + maskByteCount <= range.upperBound else {
        throw Self.wrong(bits, range)
      }
      mask = Self.mask(at: end, byteCount: maskByteCount, in: bytes)
      valuesStart = end + maskByteCount
      let set = mask.low.nonzeroBitCount + mask.high.nonzeroBitCount
      // Bits behind the last posting would be of no posting's.
      guard Self.fits(mask, postingCount) else { throw Self.wrong(bits, range) }
      end = valuesStart + BitPacking.byteCount(count: set, bitWidth: Int(bits))
      bitWidth = Int(bits)
    }
    guard end == range.upperBound else { throw Self.wrong(bits, range) }
  }

  private static func fits(_ mask: (low: UInt64, high: UInt64), _ count: Int) -> Bool {
    if count >= 128 { return true }
    if count >= 64 { return mask.high >> UInt64(count - 64) == 0 }
    return mask.high == 0 && mask.low >> UInt64(count) == 0
  }

  private static func mask(at offset: Int, byteCount: Int, in bytes: RawSpan) -> (UInt64, UInt64) {
    if byteCount == 16 {
      return (bytes.integer(at: offset), bytes.integer(at: offset + 8))
    }
    var (low, high) = (UInt64(0), UInt64(0))
    for index in 0..<byteCount {
      let byte = UInt64(bytes.byte(at: offset + index))
      if index < 8 { low |= byte << UInt64(8 * index) } else { high |= byte << UInt64(8 * index - 64) }
    }
    return (low, high)
  }

  private static func wrong(_ bits: UInt8, _ range: Range<Int>) -> PostingsError {
    PostingsError(
      offset: range.lowerBound, reason: "frequencies of \(bits) bits do not fill \(range.count) bytes")
  }

  /// Whether the posting at `index` has a frequency of 2 or more.
  @inline(__always)
  private func isMore(_ index: Int) -> Bool {
    (index < 64 ? mask.low >> UInt64(index) : mask.high >> UInt64(index & 63)) & 1 == 1
  }

  /// How many before `index` have.
  @inline(__always)
  private func moreCount(before index: Int) -> Int {
    if index < 64 { return (mask.low & (1 << UInt64(index) - 1)).nonzeroBitCount }
    return mask.low.nonzeroBitCount
      + (index == 128 ? mask.high : mask.high & (1 << UInt64(index & 63) - 1)).nonzeroBitCount
  }

  /// The frequency of the posting at `index`.
  @inline(__always)
  func frequency(at index: Int, in bytes: RawSpan) -> UInt32 {
    guard let bitWidth, isMore(index) else { return 1 }
    return 2
      &+ BitPacking.value(bytes, at: valuesStart, index: moreCount(before: index), bitWidth: bitWidth)
  }

  /// The sum of frequency − 1 over the postings before `index`.
  ///
  /// - Complexity: O(1): a few words of 64 bits, whose values are added up side by side.
  func surplus(before index: Int, in bytes: RawSpan) -> Int {
    guard let bitWidth else { return 0 }
    let count = moreCount(before: index)
    return count + BitPacking.sum(bytes, at: valuesStart, count: count, bitWidth: bitWidth)
  }

  /// No block of such frequencies has more occurrences beyond the first of each posting.
  var greatestSurplus: Int {
    guard let bitWidth else { return 0 }
    return moreCount(before: postingCount) << bitWidth
  }

  /// Writes all into the front of `frequencies`.
  ///
  /// - Parameter scratch: Room for a block's values.
  func decode(in bytes: RawSpan, into frequencies: inout [UInt32], scratch: inout [UInt32]) {
    precondition(postingCount <= frequencies.count)
    guard let bitWidth else {
      for index in 0..<postingCount { frequencies[index] = 1 }
      return
    }
    let count = moreCount(before: postingCount)
    if scratch.count <= PostingsFormat.blockSize {
      scratch = Array(repeating: 0, count: PostingsFormat.blockSize + 1)
    }
    BitPacking.unpack(bytes, at: valuesStart, count: count, bitWidth: bitWidth, into: &scratch)
    // Which postings have a value is hard to foresee, so one is read for each, and left out by a mask.
    let values = scratch.span
    var target = frequencies.mutableSpan
    var value = 0
    for (base, word) in [(0, mask.low), (64, mask.high)] {
      var bits = word
      for index in base..<max(base, min(base + 64, postingCount)) {
        let isMore = UInt32(truncatingIfNeeded: bits & 1)
        target[index] = 1 &+ (0 &- isMore) & (1 &+ values[value])
        value += Int(isMore)
        bits >>= 1
      }
    }
  }

  /// The bits that the greatest of `values` needs, or the next power of two, so that values can be added up side by side.
  private static func bitWidth(of values: some Sequence<UInt32>) -> Int {
    let least = BitPacking.bitWidth(of: values)
    return [0, 1, 2, 4, 8, 16, 32].first { $0 >= least } ?? 32
  }

  /// Appends the frequencies of a block.
  static func append(_ frequencies: ArraySlice<UInt32>, to bytes: inout [UInt8]) {
    let more = frequencies.lazy.filter { $0 > 1 }.map { $0 - 2 }
    guard frequencies.contains(where: { $0 > 1 }) else {
      bytes.append(allOnes)
      return
    }
    let bitWidth = Self.bitWidth(of: more)
    bytes.append(UInt8(bitWidth))
    BitPacking.append(frequencies.lazy.map { $0 > 1 ? 1 : 0 }, bitWidth: 1, to: &bytes)
    BitPacking.append(more, bitWidth: bitWidth, to: &bytes)
  }
}
