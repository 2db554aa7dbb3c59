extension InlineMarkup {
  /// The most bytes of a link's target.
  private static var targetLimit: Int { 2_048 }

  /// Takes `](target)` out, and the `[` or `![` before its text; returns where to go on.
  mutating func closeLink(at offset: Int, line: SourceLine) -> Int {
    guard let opening = brackets.popLast() else { return offset + 1 }
    guard offset + 1 < line.end, bytes[offset + 1] == UInt8(ascii: "("),
      let end = targetEnd(from: offset + 2, line: line)
    else { return offset + 1 }
    let isImage = opening > 0 && bytes[opening - 1] == UInt8(ascii: "!")
    cut(isImage ? opening - 1 : opening, opening + 1, .linkOpen, .link)
    cut(offset, end, .linkClose, .link)
    return end
  }

  /// Just past the parenthesis that closes the target, which has no white space but before a title.
  private func targetEnd(from start: Int, line: SourceLine) -> Int? {
    var depth = 1
    var isInTitle = false
    for offset in start..<min(line.end, start + Self.targetLimit) {
      if bytes[offset] == UInt8(ascii: "(") { depth += 1 }
      if bytes[offset] == UInt8(ascii: ")") { depth -= 1 }
      if depth == 0 { return offset + 1 }
      let isTitle = offset + 1 < line.end && bytes[offset + 1] == UInt8(ascii: "\"")
      if bytes[offset] == 0x20, !isTitle, !isInTitle { return nil }
      if bytes[offset] == UInt8(ascii: "\"") { isInTitle.toggle() }
    }
    return nil
  }
}
