/// Turns offsets of bytes in a UTF-8 text into offsets of Unicode scalars, in any order.
struct ScalarOffsets {
  private static let blockSize = 64

  private let text: [UInt8]
  /// Scalars that begin before each block of the text.
  private let before: [Int]

  /// - Complexity: O(*n*) for *n* bytes.
  init(_ text: [UInt8]) {
    self.text = text
    var before: [Int] = []
    before.reserveCapacity(text.count / Self.blockSize + 1)
    var count = 0
    for start in stride(from: 0, through: text.count, by: Self.blockSize) {
      before.append(count)
      count += Self.scalarCount(text, start..<min(start + Self.blockSize, text.count))
    }
    self.before = before
  }

  /// - Parameter offset: At most the text's byte count.
  subscript(offset: Int) -> Int {
    let block = offset / Self.blockSize
    return before[block] + Self.scalarCount(text, block * Self.blockSize..<offset)
  }

  subscript(range: Range<Int>) -> Range<Int> { self[range.lowerBound]..<self[range.upperBound] }

  private static func scalarCount(_ text: [UInt8], _ range: Range<Int>) -> Int {
    let bytes = text.span
    var count = 0
    // A scalar begins at every byte that is no continuation byte.
    for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
