import Testing

@testable import Corpus

/// More marks on a letter than text has are refused in whatever way they come; fewer are text.
struct MarkCheckTests {
  /// A letter with so many marks, in two classes that canonical order would part.
  private func letter(_ count: Int) -> String {
    "e" + String(repeating: "\u{323}\u{301}", count: count / 2)
  }

  @Test(arguments: ["note.txt", "note.md"]) func `a letter with many marks is text`(path: String) throws {
    let text = "Mr. Gasana\(letter(MarkCheck.limit)) (Rwanda): yes \(letter(MarkCheck.limit))"
    #expect(try document(text, path: path).paragraphs.count == 1)
  }

  @Test(arguments: ["note.txt", "note.md"]) func `more are refused with their line`(path: String) throws {
    let text = "It was said.\n\nMr. Gasana\(letter(MarkCheck.limit + 2)) (Rwanda): yes"
    let error = #expect(throws: CorpusError.tooManyMarks(path: path, line: 3)) {
      try document(text, path: path)
    }
    #expect(error?.description.hasPrefix("\(path):3: more than 128 combining marks in a row") == true)
  }

  @Test func `front matter has no more either`() throws {
    let escaped = String(repeating: "\\u0301", count: 4_097)
    #expect(throws: CorpusError.self) {
      try document("---\ntitle: x\n\"a\(escaped)\": x\n---\nSaid.", path: "a.md")
    }
  }

  @Test func `escapes of JSON make no more`() throws {
    let line = { (count: Int) in
      Array("{\"text\": \"e\(String(repeating: "\\u0301", count: count))\"}".utf8)[...]
    }
    #expect(try JSONLineRow.cells(of: line(MarkCheck.limit), line: 1)["text"] != nil)
    #expect(throws: TableError.self) { try JSONLineRow.cells(of: line(MarkCheck.limit + 1), line: 1) }
  }

  @Test func `other signs in a row are no marks`() {
    for sign in ["a", "é", "漢", "\u{AD}", "\u{200D}", "😀", "\u{E000}"] {
      let text = Array(String(repeating: sign, count: 1_000).utf8)
      #expect(MarkCheck.firstOffsetBeyondLimit(in: text.span) == nil, "\(sign)")
    }
  }
}
