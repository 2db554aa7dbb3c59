internal import Postings

extension SegmentReader {
  /// Replaces `starts` with the positions of the words of unit `index` that each sentence but the first begins with, ascending.
  ///
  /// Nothing is copied: of a frequent query every paragraph is asked.
  package func readSentenceStarts(ofUnit index: Int, into starts: inout [UInt32]) throws(SegmentError) {
    let range = try piecesRange(ofUnit: index)
    starts.removeAll(keepingCapacity: true)
    let isWhole = try withBytes(of: .pieces, in: range) { (bytes: RawSpan) in
      var walk = VarintWalk(range)
      guard let pieceCount = walk.next(in: bytes), walk.skip(3 * pieceCount + 1, in: bytes) else {
        return false
      }
      var next = 1
      while !walk.isAtEnd {
        guard let gap = walk.next(in: bytes), next + gap <= wordCount else { return false }
        starts.append(UInt32(next + gap))
        next += gap + 1
      }
      return true
    }
    guard isWhole else {
      throw corrupt(.pieces, at: range.lowerBound, "the sentences of unit \(index) cannot be read")
    }
  }
}

/// Walks numbers of up to 32 bits as ``Swift/Array/appendVarint(_:)`` writes them; the bytes are lent to each call.
private struct VarintWalk {
  private var offset: Int
  private let end: Int

  init(_ range: Range<Int>) {
    offset = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { offset == end }

  /// The next number; nil if it runs over the end, or over 32 bits.
  @inline(__always)
  mutating func next(in bytes: RawSpan) -> Int? {
    var value = 0
    for shift in stride(from: 0, to: 35, by: 7) where offset < end {
      let byte = bytes.byte(at: offset)
      offset += 1
      value |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return value <= Int(UInt32.max) ? value : nil }
    }
    return nil
  }

  /// Skips some numbers; false if there are not so many.
  mutating func skip(_ count: Int, in bytes: RawSpan) -> Bool {
    var rest = count
    while rest > 0, offset < end {
      if bytes.byte(at: offset) < 0x80 { rest -= 1 }
      offset += 1
    }
    return rest == 0
  }
}
