/// Step 3 of reading, on whole lines: heading signs, quote signs and fences.
enum LineMarkup {
  /// What a line was before its signs were taken off.
  enum Form: Equatable {
    case text
    /// `## Heading`, level 1 to 6.
    case heading(level: Int)
    /// A line that only opens or closes a block of code.
    case fence
  }

  /// Takes the signs off both ends of `line` and says what they meant.
  static func strip(_ line: inout SourceLine, of bytes: [UInt8]) -> Form {
    var start = line.start
    skipSpaces(&start, line.end, bytes)
    var quoted = false
    while start < line.end, bytes[start] == UInt8(ascii: ">") {
      start += 1
      skipSpaces(&start, line.end, bytes)
      quoted = true
    }
    if quoted { line.start = start }
    guard start < line.end else { return .text }
    if bytes[start] == UInt8(ascii: "#") { return heading(&line, from: start, bytes) }
    if bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~") {
      let sign = bytes[start]
      var end = start
      while end < line.end, bytes[end] == sign { end += 1 }
      if end - start >= 3, !bytes[end..<line.end].contains(sign) { return .fence }
    }
    return .text
  }

  private static func heading(_ line: inout SourceLine, from start: Int, _ bytes: [UInt8]) -> Form {
    var end = start
    while end < line.end, bytes[end] == UInt8(ascii: "#") { end += 1 }
    let level = end - start
    guard level <= 6, end < line.end, bytes[end] == 0x20 || bytes[end] == 0x09 else { return .text }
    line.start = end
    var tail = line.end
    while tail > end, bytes[tail - 1] == 0x20 || bytes[tail - 1] == 0x09 { tail -= 1 }
    var text = tail
    while text > end, bytes[text - 1] == UInt8(ascii: "#") { text -= 1 }
    // Closing signs stand behind a space: "## Title ##", but not "C#".
    if text < tail, bytes[text - 1] == 0x20 { line.end = text }
    return .heading(level: level)
  }

  private static func skipSpaces(_ offset: inout Int, _ end: Int, _ bytes: [UInt8]) {
    while offset < end, bytes[offset] == 0x20 || bytes[offset] == 0x09 { offset += 1 }
  }
}
