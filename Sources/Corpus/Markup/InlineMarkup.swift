/// Step 3 of reading: finds links, tags and emphasis in a block of lines.
///
/// What is not balanced inside its block is text. Every search is bounded, so the time is linear whatever the bytes.
struct InlineMarkup {
  let bytes: [UInt8]
  /// The cuts of the block, in source order once the block is finished.
  private(set) var cuts: [MarkupCut] = []
  /// Offsets of `[` that wait for their `](`; the oldest go when there are too many.
  var brackets: [Int] = []
  /// By character and length, an opened run of `*` or `_` that waits for its twin.
  var openEmphasis: [Int?] = Array(repeating: nil, count: 6)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Finds the markup of `lines`, which stand one under the other without a blank one.
  mutating func scan(_ lines: ArraySlice<SourceLine>) -> [MarkupCut] {
    cuts.removeAll(keepingCapacity: true)
    brackets.removeAll(keepingCapacity: true)
    for slot in openEmphasis.indices { openEmphasis[slot] = nil }
    for line in lines { scan(line, blockEnd: lines.last?.end ?? line.end) }
    if cuts.count > 1 { cuts.sort { $0.start < $1.start } }
    return cuts
  }

  mutating func cut(_ start: Int, _ end: Int, _ role: MarkupCut.Role) {
    cuts.append(MarkupCut(start: start, end: end, role: role))
  }

  private mutating func scan(_ line: SourceLine, blockEnd: Int) {
    var offset = line.start
    while offset < line.end {
      switch bytes[offset] {
      case UInt8(ascii: "["):
        if brackets.count == 32 { brackets.removeFirst() }
        brackets.append(offset)
        offset += 1
      case UInt8(ascii: "]"): offset = closeLink(at: offset, line: line)
      case UInt8(ascii: "<"): offset = tag(at: offset, line: line)
      case UInt8(ascii: "*"), UInt8(ascii: "_"): offset = emphasis(at: offset, line: line)
      default: offset += 1
      }
    }
  }
}
