extension InlineMarkup {
  /// How far apart the two ends of a code span may stand, in bytes.
  private static var reach: Int { 1_000 }

  /// Takes the backticks around a code span out, whose text is literal; returns where to go on.
  ///
  /// A span ends at a run of just as many backticks (CommonMark 0.31, section 6.1); without one, the backticks are text.
  mutating func code(at offset: Int, blockEnd: Int) -> Int {
    let opening = BacktickRun.end(from: offset, to: blockEnd, in: bytes)
    let limit = min(blockEnd, opening + Self.reach)
    guard let closing = BacktickRun.next(of: opening - offset, from: opening, to: limit, in: bytes) else {
      return opening
    }
    cut(offset, opening, .plain, .codeSign)
    cut(closing.lowerBound, closing.upperBound, .plain, .codeSign)
    return closing.upperBound
  }

  /// Takes a backslash before punctuation, or at a line's end, out; returns the offset behind what it protects.
  mutating func escape(at offset: Int, line: SourceLine) -> Int {
    guard offset + 1 == line.end || Self.isPunctuation(bytes[offset + 1]) else { return offset + 1 }
    cut(offset, offset + 1, .plain, .escape)
    return offset + 2
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !(0x30...0x39).contains(byte) && !(0x61...0x7A).contains(byte | 0x20)
  }
}

/// Runs of backticks.
enum BacktickRun {
  /// The end of the run that begins at `start`.
  static func end(from start: Int, to limit: Int, in bytes: [UInt8]) -> Int {
    var end = start
    while end < limit, bytes[end] == UInt8(ascii: "`") { end += 1 }
    return end
  }

  /// The next run of exactly `count` backticks.
  static func next(of count: Int, from start: Int, to limit: Int, in bytes: [UInt8]) -> Range<Int>? {
    var offset = start
    while offset < limit {
      guard bytes[offset] == UInt8(ascii: "`") else {
        offset += 1
        continue
      }
      let end = end(from: offset, to: limit, in: bytes)
      if end - offset == count { return offset..<end }
      offset = end
    }
    return nil
  }
}
