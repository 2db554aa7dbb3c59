/// A step of repair: takes comments out.
///
/// `<!--` inside code is text, and so is one that never ends.
struct MarkdownComments {
  private let source: [UInt8]
  private var bytes: [UInt8]
  private var ledger = Ledger()
  /// Where the last comment ends.
  private var commentEnd = 0
  /// Where the last code span ends, if no block of code has begun since.
  private var codeEnd = 0
  /// Whether no `-->` is left.
  private var isExhausted = false

  /// How far apart the two ends of a code span may stand, in bytes.
  private static let reach = 1_000

  /// Overwrites every `<!-- … -->` behind `start` with spaces, so that offsets and lines stay.
  static func blank(in bytes: inout [UInt8], from start: LineScanner, ledger: inout Ledger) {
    var comments = MarkdownComments(bytes)
    comments.read(from: start)
    bytes = comments.bytes
    for entry in comments.ledger.entries { ledger.remove(entry.start, entry.end, as: .comment) }
  }

  private init(_ source: [UInt8]) {
    self.source = source
    bytes = source
  }

  private mutating func read(from start: LineScanner) {
    var scanner = start
    var markup = LineMarkup(isMarkdown: true)
    var unused = Ledger()
    while !isExhausted, var line = scanner.next() {
      guard line.end > commentEnd else { continue }
      line.start = max(line.start, commentEnd)
      let lineEnd = line.end
      let form = markup.strip(&line, of: source, ledger: &unused)
      if form == .code || form == .fence {
        codeEnd = 0
      } else {
        scan(from: max(line.start, codeEnd), to: lineEnd)
      }
    }
  }

  private mutating func scan(from start: Int, to end: Int) {
    var offset = start
    while offset < end, !isExhausted {
      switch source[offset] {
      case UInt8(ascii: "\\"): offset += 2
      case UInt8(ascii: "`"):
        codeEnd = endOfCode(at: offset)
        offset = codeEnd
      case UInt8(ascii: "<") where source[offset...].starts(with: "<!--".utf8):
        blankComment(at: offset)
        offset = commentEnd
      default: offset += 1
      }
    }
  }

  /// Returns the offset behind the code span that opens here, or behind its backticks if none does.
  private func endOfCode(at offset: Int) -> Int {
    let limit = min(source.count, offset + Self.reach)
    let opening = BacktickRun.end(from: offset, to: limit, in: source)
    let blockEnd = blankLine(from: opening, to: limit)
    return BacktickRun.next(of: opening - offset, from: opening, to: blockEnd, in: source)?.upperBound
      ?? opening
  }

  private func blankLine(from start: Int, to limit: Int) -> Int {
    var isBlank = false
    for offset in start..<limit {
      switch source[offset] {
      case 0x0A:
        if isBlank { return offset }
        isBlank = true
      case 0x20, 0x09, 0x0D: break
      default: isBlank = false
      }
    }
    return limit
  }

  private mutating func blankComment(at start: Int) {
    guard let end = end(ofCommentAt: start) else {
      isExhausted = true
      return
    }
    for index in start..<end where bytes[index] != 0x0A && bytes[index] != 0x0D { bytes[index] = 0x20 }
    ledger.remove(start, end, as: .comment)
    commentEnd = end
  }

  private func end(ofCommentAt start: Int) -> Int? {
    guard start + 7 <= source.count else { return nil }
    for offset in start + 4...source.count - 3
    where source[offset] == 0x2D && source[offset + 1] == 0x2D && source[offset + 2] == 0x3E {
      return offset + 3
    }
    return nil
  }
}
