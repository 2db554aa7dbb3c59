/// The parts, seen so far, of what may become a `.compound` token.
///
/// A chain is a run of word segments, each but the first behind a single hyphen or slash.
struct CompoundChain {
  /// The most parts of a whole.
  static let mostParts = 8
  /// The most bytes of a whole's term.
  static let mostBytes = 64

  /// The index of the first part's token.
  var firstToken = 0
  /// The number of hyphens and slashes between the parts.
  var joinerCount = 0
  /// The offset just past the last part's segment.
  var end = 0
  /// Where the next part must start; -1 when no joiner follows `end`.
  var nextStart = -1

  /// The length in bytes of the hyphen or slash at `offset`: `-`, `/`, U+2010 or U+2011; 0 when none is there.
  @inline(__always)
  static func joinerByteCount(at offset: Int, in text: Span<UInt8>) -> Int {
    guard offset < text.count else { return 0 }
    let byte = text[offset]
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") { return 1 }
    guard byte == 0xE2, offset + 3 <= text.count, text[offset + 1] == 0x80 else { return 0 }
    return text[offset + 2] == 0x90 || text[offset + 2] == 0x91 ? 3 : 0
  }

  /// What a whole's term has between two words, seen from what the text has there: `/` for a slash, `-` for a
  /// hyphen, else the apostrophe of an elided particle.
  ///
  /// An apostrophe-s or an apostrophe at the end of a word may stand in `gap` beside the hyphen or slash.
  static func joiner(in gap: Range<Int>, of text: Span<UInt8>) -> UInt8 {
    for offset in gap where joinerByteCount(at: offset, in: text) > 0 {
      return text[offset] == UInt8(ascii: "/") ? UInt8(ascii: "/") : UInt8(ascii: "-")
    }
    return UInt8(ascii: "'")
  }

  /// The offset of the `(` of a symbol's year, ` (2011)`, at `offset`, with at most one space before it; nil when
  /// none is there.
  static func yearStart(at offset: Int, in text: Span<UInt8>) -> Int? {
    var start = offset
    if start < text.count, text[start] == 0x20 {
      start += 1
    } else if start + 2 <= text.count, text[start] == 0xC2, text[start + 1] == 0xA0 {
      start += 2  // no-break space
    }
    guard start + 6 <= text.count, text[start] == UInt8(ascii: "("), text[start + 5] == UInt8(ascii: ")")
    else { return nil }
    for place in start + 1..<start + 5 where ASCIIClass.of(text[place]) != ASCIIClass.digit { return nil }
    return start
  }
}
