/// A step of repair on whole lines: heading signs, quote signs and, in Markdown, blocks of code between fences.
struct LineMarkup {
  /// What a line was before its signs were taken off.
  enum Form: Equatable {
    case text
    /// `## Heading`, level 1 to 6.
    case heading(level: Int)
    /// A line that opens or closes a block of code.
    case fence
    /// A line inside a block of code: no sign in it means anything.
    case code
  }

  let isMarkdown: Bool
  private var fence: CodeFence?

  init(isMarkdown: Bool) { self.isMarkdown = isMarkdown }

  /// Takes the signs off both ends of `line`, the next one of `bytes`, and says what they meant.
  mutating func strip(_ line: inout SourceLine, of bytes: [UInt8], ledger: inout Ledger) -> Form {
    if let fence, !fence.isQuoted { return read(line.start, of: line, in: bytes, ledger: &ledger) }
    let start = Self.passQuoteSigns(of: line, in: bytes)
    if let start {
      ledger.remove(line.start, start, as: .quoteSign)
      line.start = start
    }
    if fence != nil || isMarkdown {
      let form = read(line.start, of: line, in: bytes, isQuoted: start != nil, ledger: &ledger)
      if form != .text { return form }
    }
    return Self.heading(&line, bytes, &ledger)
  }

  /// Opens, closes or passes over a block of code.
  private mutating func read(
    _ start: Int, of line: SourceLine, in bytes: [UInt8], isQuoted: Bool = false, ledger: inout Ledger
  ) -> Form {
    if let open = fence {
      guard open.isClosed(by: bytes[start..<line.end]) else { return .code }
      fence = nil
    } else {
      fence = CodeFence(opening: bytes[start..<line.end], isQuoted: isQuoted)
      if fence == nil { return .text }
    }
    ledger.remove(start, line.end, as: .codeSign)
    return .fence
  }

  /// The offset behind the `>` signs that open the line and the white space between them; nil if none do.
  private static func passQuoteSigns(of line: SourceLine, in bytes: [UInt8]) -> Int? {
    var start = skipSpaces(line.start, line.end, bytes)
    guard start < line.end, bytes[start] == UInt8(ascii: ">") else { return nil }
    while start < line.end, bytes[start] == UInt8(ascii: ">") {
      start = skipSpaces(start + 1, line.end, bytes)
    }
    return start
  }

  private static func heading(_ line: inout SourceLine, _ bytes: [UInt8], _ ledger: inout Ledger) -> Form {
    let start = skipSpaces(line.start, line.end, bytes)
    var end = start
    while end < line.end, bytes[end] == UInt8(ascii: "#") { end += 1 }
    let level = end - start
    guard (1...6).contains(level), end < line.end, bytes[end] == 0x20 || bytes[end] == 0x09 else {
      return .text
    }
    ledger.remove(start, end, as: .headingSign)
    line.start = end
    var tail = line.end
    while tail > end, bytes[tail - 1] == 0x20 || bytes[tail - 1] == 0x09 { tail -= 1 }
    var text = tail
    while text > end, bytes[text - 1] == UInt8(ascii: "#") { text -= 1 }
    // Closing signs stand behind a space: "## Title ##", but not "C#".
    if text < tail, bytes[text - 1] == 0x20 {
      ledger.remove(text, tail, as: .headingSign)
      line.end = text
    }
    return .heading(level: level)
  }

  private static func skipSpaces(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
    var offset = start
    while offset < end, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
    return offset
  }
}

/// The line that opens a block of code, and what closes it (CommonMark 0.31, section 4.5).
struct CodeFence: Equatable {
  private let sign: UInt8
  private let count: Int
  /// Whether the block stands in a quotation, so that `>` opens each of its lines.
  let isQuoted: Bool

  /// Nil if the line opens none: three or more backticks or tildes do, and no backtick follows backticks.
  init?(opening line: ArraySlice<UInt8>, isQuoted: Bool) {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 }
    guard let sign = text.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
    let count = text.prefix { $0 == sign }.count
    guard count >= 3, sign == UInt8(ascii: "~") || !text.dropFirst(count).contains(sign) else { return nil }
    self.sign = sign
    self.count = count
    self.isQuoted = isQuoted
  }

  /// As many of the same sign, and nothing behind them.
  func isClosed(by line: ArraySlice<UInt8>) -> Bool {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 }
    let signs = text.prefix { $0 == sign }.count
    return signs >= count && text.dropFirst(signs).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
