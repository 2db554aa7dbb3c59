internal import Postings

/// Reads values one behind the other from bytes of a section, each checked against their end.
///
/// Values have one form only: what ``Swift/Array/appendVarint(_:)`` and ``Swift/Array/appendString(_:)`` write.
struct ByteReader {
  private let bytes: [UInt8]
  private var offset: Int
  private let endOffset: Int
  /// Makes the error for a value at an offset of `bytes`.
  private let corrupt: (Int, String) -> SegmentError

  init(_ bytes: [UInt8], corrupt: @escaping (Int, String) -> SegmentError) {
    self.init(bytes, in: bytes.indices, corrupt: corrupt)
  }

  /// Reads some of the bytes.
  init(_ bytes: [UInt8], in range: Range<Int>, corrupt: @escaping (Int, String) -> SegmentError) {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    self.bytes = bytes
    offset = range.lowerBound
    endOffset = range.upperBound
    self.corrupt = corrupt
  }

  /// A number below 2³².
  mutating func varint() throws(SegmentError) -> Int {
    var value = 0
    let start = offset
    for shift in stride(from: 0, to: 35, by: 7) {
      guard offset < endOffset else { throw corrupt(start, "a number runs over the end") }
      let byte = bytes[offset]
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 {
        guard value <= Int(UInt32.max) else { break }
        guard byte > 0 || shift == 0 else { throw corrupt(start, "a number is not in its shortest form") }
        return value
      }
    }
    throw corrupt(start, "a number is over 32 bits")
  }

  /// Eight bytes, the lowest first.
  mutating func word() throws(SegmentError) -> UInt64 {
    guard endOffset - offset >= 8 else { throw corrupt(offset, "a number of 8 bytes runs over the end") }
    defer { offset += 8 }
    return bytes[offset..<offset + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// One byte.
  mutating func byte() throws(SegmentError) -> UInt8 {
    guard offset < endOffset else { throw corrupt(offset, "a byte is missing") }
    defer { offset += 1 }
    return bytes[offset]
  }

  /// A length and that many bytes of UTF-8.
  mutating func string() throws(SegmentError) -> String {
    let start = offset
    let count = try varint()
    guard count <= endOffset - offset else {
      throw corrupt(start, "a string of \(count) bytes where \(endOffset - offset) are left")
    }
    defer { offset += count }
    guard let string = String(validating: bytes[offset..<offset + count], as: UTF8.self) else {
      throw corrupt(start, "a string is not UTF-8")
    }
    return string
  }

  var isAtEnd: Bool { offset == endOffset }

  /// - Throws: if there is more to read.
  func end() throws(SegmentError) {
    guard offset == endOffset else {
      throw corrupt(offset, "\(endOffset - offset) bytes are left behind the last value")
    }
  }
}
