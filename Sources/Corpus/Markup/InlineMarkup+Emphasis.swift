extension InlineMarkup {
  /// How far apart the two ends of an emphasis may stand, in bytes.
  private static var reach: Int { 1_000 }

  /// Takes a balanced pair of `*`, `**`, `***` or `_` runs out once its second end is found; returns where to go on.
  ///
  /// An end must stand at the edge of a word, so that `2*3*4` and `snake_case_name` stay whole.
  mutating func emphasis(at offset: Int, line: SourceLine) -> Int {
    let sign = bytes[offset]
    var end = offset
    while end < line.end, bytes[end] == sign { end += 1 }
    let length = end - offset
    guard length <= 3 else { return end }
    let slot = (sign == UInt8(ascii: "*") ? 0 : 3) + length - 1

    let before = offset > line.start ? bytes[offset - 1] : 0x20
    let after = end < line.end ? bytes[end] : 0x20
    let mayOpen = !Self.isSpace(after) && !Self.isWord(before)
    let mayClose = !Self.isSpace(before) && !Self.isWord(after)
    if mayClose, let opening = openEmphasis[slot], offset - opening <= Self.reach {
      cut(opening, opening + length, length == 1 ? .plain : .strongOpen, .emphasis)
      cut(offset, end, length == 1 ? .plain : .strongClose, .emphasis)
      openEmphasis[slot] = nil
    } else if mayOpen {
      openEmphasis[slot] = offset
    }
    return end
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
  }
}
