import Testing

@testable import Corpus

struct DecodingTests {
  @Test(arguments: [
    ([0x61, 0xFF, 0x62], 1), ([0xC3], 0), ([0x61, 0x62, 0xE2, 0x80], 2), ([0xC0, 0x80], 0),
    ([0xED, 0xA0, 0x80], 0),
    ([0xF4, 0x90, 0x80, 0x80], 0), ([0xE0, 0x80, 0x80], 0), ([0xC3, 0xA9, 0x80], 2),
  ])
  func `the first bad byte is found`(bytes: [UInt8], offset: Int) {
    #expect(UTF8Check.firstInvalidOffset(in: bytes) == offset)
  }

  @Test func `the check agrees with the standard library on every pair and on scalars of each length`() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        for tail in [[], [0x80], [0x80, 0x80], [0x80, 0x80, 0x41]] as [[UInt8]] {
          let bytes = [first, second] + tail
          #expect(
            (UTF8Check.firstInvalidOffset(in: bytes) == nil)
              == (String(validating: bytes, as: UTF8.self) != nil))
        }
      }
    }
  }

  @Test func `an error names offset, line and remedy`() throws {
    let error = #expect(throws: CorpusError.self) { try document(bytes: Array("one\r\ntwo\n".utf8) + [0x80]) }
    #expect(error == .invalidUTF8(path: "note.txt", offset: 9, line: 3))
    #expect(error?.description.contains("iconv") == true)
  }

  @Test func `LF, CRLF and CR end a line, a form feed does not`() {
    var scanner = LineScanner(Array("\u{FEFF}a\nb\r\nc\rd\u{0C}e\u{2028}f".utf8))
    var lines: [(Int, Int)] = []
    while let line = scanner.next() { lines.append((line.number, line.start - line.lineStart)) }
    #expect(lines.map(\.0) == [1, 2, 3, 4, 4, 4])
    #expect(lines.map(\.1) == [0, 0, 0, 0, 2, 6])
  }

  @Test func `white space becomes one space, what has no shape goes`() throws {
    let text = "The\u{A0}\u{2003}del\u{AD}egates \t met\u{0} in\u{200B} Gene\u{7}va\u{F0B7} today."
    #expect(try paragraphs(text) == ["The delegates met in Geneva today."])
  }

  @Test func `pieces begin where the mapping changes`() throws {
    let paragraph = try #require(
      try document("\u{FEFF}  One  two\n\nmore, and so on, until the end.").paragraphs.first)
    #expect(paragraph.text == "One two more, and so on, until the end.")
    #expect(
      paragraph.pieces == [
        SourcePiece(textOffset: 0, line: 1, column: 3), SourcePiece(textOffset: 4, line: 1, column: 8),
        SourcePiece(textOffset: 8, line: 3, column: 1),
      ])
    #expect(paragraph.endLine == 3)
  }

  @Test(arguments: ["\n", "\r\n", "\r"]) func `lines and columns hold for every line end`(lineEnd: String)
    throws
  {
    let text = ["First of all.", "", "  Then the\u{A0}second  one.", ""].joined(separator: lineEnd)
    let document = try lawful(text)
    #expect(document.paragraphs.map { $0.pieces[0].line } == [1, 3])
    #expect(document.paragraphs.last?.pieces[0].column == 3)
  }
}
