/// A run of the source between two line breaks of any kind, without the breaks.
struct SourceLine: Equatable, Sendable {
  /// Offset of its first byte in the source.
  var start: Int
  /// Offset just past its last byte.
  var end: Int
  /// The line an editor shows, from 1. Two runs share it where a form feed parts them.
  var number: Int
  /// Offset of the editor's line, from which columns count.
  var lineStart: Int
  /// Whether a form feed, U+2028 or U+2029 stands before it: a break that is not a line's end.
  var followsPageBreak = false
}

/// A step of repair: where lines begin and end.
///
/// LF, CRLF and a lone CR each end a line, as editors count (Visual Studio Code; Vim for the first two). A form feed,
/// U+2028 and U+2029 break the text without ending the editor's line. A byte order mark is not part of the first line,
/// so its columns are those an editor shows.
struct LineScanner {
  private var bytes: [UInt8]
  /// Where the next line begins.
  private(set) var offset: Int
  private var number = 1
  private var lineStart: Int
  private var followsPageBreak = false
  private var isFinished = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = offset
  }

  /// The scanner at the same place in other bytes, whose lines are the same.
  func reading(_ bytes: [UInt8]) -> LineScanner {
    var scanner = self
    scanner.bytes = bytes
    return scanner
  }

  /// The next run; nil after the last.
  mutating func next() -> SourceLine? {
    if isFinished { return nil }
    var end = offset
    while true {
      end = Self.passText(of: bytes.span, from: end)
      if end == bytes.count || breaks(at: end) { break }
      end += 1
    }
    let line = SourceLine(
      start: offset, end: end, number: number, lineStart: lineStart, followsPageBreak: followsPageBreak)
    pass(breakAt: end)
    return line
  }

  /// The offset of the first byte that may be a break, or of the end.
  private static func passText(of bytes: Span<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count, bytes[offset] > 0x0D, bytes[offset] != 0xE2 { offset += 1 }
    return offset
  }

  private func breaks(at index: Int) -> Bool {
    switch bytes[index] {
    case 0x0A, 0x0C, 0x0D: true
    case 0xE2: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] | 1 == 0xA9
    default: false
    }
  }

  private mutating func pass(breakAt end: Int) {
    guard end < bytes.count else {
      isFinished = true
      return
    }
    switch bytes[end] {
    case 0x0A, 0x0D:
      let isPair = bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A
      offset = end + (isPair ? 2 : 1)
      number += 1
      lineStart = offset
      followsPageBreak = false
    default:
      offset = end + (bytes[end] == 0xE2 ? 3 : 1)
      followsPageBreak = true
    }
  }
}
