internal import Postings

/// A bit for each of 65,536 units, for counting what stands in lists without a look at how often.
///
/// Frequent words give their bits 64 units at a time. (Culpepper and Moffat, "Efficient Set Intersection for Inverted Indexing",
/// ACM TOIS 29, 2010.)
struct UnitBits {
  private var words = [UInt64](repeating: 0, count: wordCount)

  static let unitCount = 1 << 16
  private static let wordCount = unitCount / 64

  /// Adds the units of a list in the window from `base` on, a multiple of 256.
  mutating func formUnion(
    _ cursor: inout PostingsCursor, from base: DocID, in bytes: RawSpan
  ) throws(PostingsError) {
    if let directory = cursor.directory {
      try directory.formUnion(into: &words, at: 0, count: Self.wordCount, from: base, in: bytes)
      return
    }
    let end = DocID(min(UInt64(base) + UInt64(Self.unitCount), UInt64(DocID.end)))
    try cursor.advance(to: base, in: bytes)
    var run = try cursor.run(below: end, in: bytes)
    while !run.isEmpty {
      for index in run {
        let slot = Int(cursor.ids[index] - base)
        words[slot >> 6] |= 1 << UInt64(slot & 63)
      }
      try cursor.pass(run, in: bytes)
      run = try cursor.run(below: end, in: bytes)
    }
  }

  /// Keeps the units that `other` has too.
  mutating func formIntersection(_ other: UnitBits) {
    for word in 0..<Self.wordCount { words[word] &= other.words[word] }
  }

  /// Keeps the units that a list has too, asking for one after the other.
  mutating func formIntersection(
    asking cursor: inout PostingsCursor, from base: DocID, in bytes: RawSpan
  ) throws(PostingsError) {
    for word in 0..<Self.wordCount where words[word] != 0 {
      var rest = words[word]
      while rest != 0 {
        let bit = rest.trailingZeroBitCount
        rest &= rest - 1
        let unit = base + DocID(word << 6 + bit)
        if try !cursor.seek(unit, in: bytes) { words[word] &= ~(1 << UInt64(bit)) }
      }
    }
  }

  mutating func removeAll() {
    for word in 0..<Self.wordCount { words[word] = 0 }
  }

  /// The number of units.
  var count: Int {
    var count = 0
    for word in stride(from: 0, to: Self.wordCount, by: Row.scalarCount) {
      // SAFETY: wordCount is a multiple of the row's scalars, and there are that many words.
      let row = unsafe words.withUnsafeBytes {
        unsafe $0.loadUnaligned(fromByteOffset: 8 * word, as: Row.self)
      }
      count += Self.count(row)
    }
    return count
  }

  private typealias Row = SIMD8<UInt64>

  /// The bits set in a row: those of pairs, of four and of eight neighbours side by side.
  private static func count(_ row: Row) -> Int {
    var sums = row &- (row &>> 1 & 0x5555_5555_5555_5555)
    sums = sums & 0x3333_3333_3333_3333 &+ (sums &>> 2 & 0x3333_3333_3333_3333)
    sums = (sums &+ (sums &>> 4)) & 0x0F0F_0F0F_0F0F_0F0F
    // A byte is 8 at most, so the sum of eight words has bytes of 64 at most.
    let bytes = sums.wrappedSum()
    let pairs = bytes & 0x00FF_00FF_00FF_00FF &+ (bytes &>> 8 & 0x00FF_00FF_00FF_00FF)
    return Int((pairs &* 0x0001_0001_0001_0001) &>> 48)
  }
}
