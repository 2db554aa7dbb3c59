/// A step of repair: finds links, tags and emphasis in a block of lines, and in Markdown code and escapes.
///
/// What is not balanced inside its block is text. Every search is bounded, so the time is linear whatever the bytes.
struct InlineMarkup {
  let bytes: [UInt8]
  /// Whether backticks and backslashes are signs, as in Markdown, or text.
  let isMarkdown: Bool
  /// The cuts of the block, in source order once the block is finished.
  private(set) var cuts: [MarkupCut] = []
  /// Offsets of `[` that wait for their `](`; the oldest go when there are too many.
  var brackets: [Int] = []
  /// By character and length, an opened run of `*` or `_` that waits for its twin.
  var openEmphasis: [Int?] = Array(repeating: nil, count: 6)

  init(_ bytes: [UInt8], isMarkdown: Bool) {
    self.bytes = bytes
    self.isMarkdown = isMarkdown
  }

  /// Finds the markup of `lines`, which stand one under the other without a blank one.
  mutating func scan(_ lines: ArraySlice<SourceLine>) -> [MarkupCut] {
    cuts.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    for slot in openEmphasis.indices { openEmphasis[slot] = nil }
    let blockEnd = lines.last?.end ?? 0
    var codeEnd = 0
    for line in lines { scan(line, blockEnd: blockEnd, codeEnd: &codeEnd) }
    if cuts.count > 1 { cuts.sort { $0.start < $1.start } }
    return cuts
  }

  mutating func cut(_ start: Int, _ end: Int, _ role: MarkupCut.Role, _ removal: Removal) {
    cuts.append(MarkupCut(start: start, end: end, role: role, removal: removal))
  }

  /// - Parameter codeEnd: Where a code span ends that an earlier sign opened, perhaps on an earlier line.
  private mutating func scan(_ line: SourceLine, blockEnd: Int, codeEnd: inout Int) {
    var offset = max(line.start, codeEnd)
    while true {
      offset = Self.passLetters(of: bytes.span, from: offset, to: line.end)
      guard offset < line.end else { return }
      switch bytes[offset] {
      case UInt8(ascii: "["):
        if brackets.count == 32 { brackets.removeFirst() }
        brackets.append(offset)
        offset += 1
      case UInt8(ascii: "]"): offset = closeLink(at: offset, line: line)
      case UInt8(ascii: "<"): offset = tag(at: offset, line: line)
      case UInt8(ascii: "*"), UInt8(ascii: "_"): offset = emphasis(at: offset, line: line)
      case UInt8(ascii: "`") where isMarkdown:
        codeEnd = code(at: offset, blockEnd: blockEnd)
        offset = codeEnd
      case UInt8(ascii: "\\") where isMarkdown: offset = escape(at: offset, line: line)
      default: offset += 1
      }
    }
  }

  /// The offset of the first byte that may be a sign: small letters and what stands below `*`, most of a text, are none.
  private static func passLetters(of bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end, bytes[offset] &- 0x2A > 0x36 { offset += 1 }
    return offset
  }
}
