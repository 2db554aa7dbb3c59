import Testing
import Text

@testable import Corpus

struct FrontMatterTests {
  private let body = "\n# Heading\n\nSome text.\n"

  @Test func `a text file has none, and is said to look as if it had`() throws {
    let text = "---\ntitle: A talk\ndate: 2013-09-11\n---\n\nThe veto is held.\n"
    let found = try document(text, path: "talk.txt")
    #expect(found.warnings.map(\.line) == [1])
    #expect(
      found.warnings[0].message.hasPrefix("front matter found in a .txt file")
        && found.warnings[0].message.contains("rename the file to .md"))
    #expect(try document(text, path: "talk.md").warnings.isEmpty)
    // A rule at the top is none; and what to do about the date is what can be done for such a file.
    for (path, advice) in [("talk.txt", "name one in corpus.yaml"), ("talk.md", "name one in front matter")] {
      let plain = try document("---\n\nThe veto is held.\n", path: path).warnings.map(\.message)
      #expect(plain.count == 1 && plain[0].contains(advice), "\(plain)")
    }
  }

  @Test func `known keys are read, others passed over`() throws {
    let text =
      "---\ntitle: \"A: B\"\ndate: 2013-09-11\nkind: report\npublisher: UN\nlanguage: en\nsymbol: A/67/929\nx: [1, 2]\n---"
      + body
    let found = try lawful(text, path: "a.md")
    #expect(found.title == "A: B")
    #expect(found.date?.description == "2013-09-11")
    #expect(
      [found.kind, found.publisher, found.language, found.symbol] == ["report", "UN", "en", "A/67/929"])
    #expect(found.paragraphs.map(\.text) == ["Heading", "Some text."])
    #expect(found.paragraphs[0].pieces[0].line == 10)
  }

  @Test(arguments: [("2013", "2013"), ("2013-09", "2013-09"), ("'2013-09-11'", "2013-09-11")])
  func `dates are kept as written`(yaml: String, date: String) throws {
    #expect(try document("---\ndate: \(yaml)\n---" + body, path: "a.md").date?.description == date)
  }

  @Test(arguments: [
    ("title: A\ndate: yesterday", 3), ("title: [a, b]", 2), ("title: A\nkind:\n  x: y", 4), ("title: \"A", 2),
    ("title: A\n\tkind: b", 3), ("title: A\ntitle: B", 2), ("x: " + String(repeating: "[", count: 20_000), 2),
    ("x:\n" + String(repeating: "- ", count: 9_000), 3), ("title: A\nkind: &a b", 3),
    ("title: A\nkind: *a", 3),
  ])
  func `errors name the file's line`(yaml: String, line: Int) throws {
    let error = #expect(throws: CorpusError.self) { try document("---\n\(yaml)\n---" + body, path: "a.md") }
    guard case .frontMatter(let path, let found, let reason) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(path == "a.md")
    #expect(abs(found - line) <= 1)
    #expect(!reason.isEmpty)
  }

  @Test func `a missing end is an error, a rule is none`() throws {
    #expect(throws: CorpusError.self) { try document("---\ntitle: A\n\nText.", path: "a.md") }
    #expect(
      try document("---\n\nText.\n\n---\n\nMore.", path: "a.md").paragraphs.map(\.text) == ["Text.", "More."])
  }

  @Test(arguments: ["\n", " \t\n\n", "\u{FEFF}\r\n"]) func `blank lines may stand before it`(start: String)
    throws
  {
    let found = try lawful(start + "---\ntitle: A\n---\n\nText.", path: "a.md")
    #expect(found.title == "A")
    #expect(found.paragraphs.map(\.text) == ["Text."])
    let error = #expect(throws: CorpusError.self) {
      try document(start + "---\ndate: yesterday\n---\n\nText.", path: "a.md")
    }
    let line = 2 + start.split(separator: /\r\n|\n/, omittingEmptySubsequences: false).count - 1
    #expect(error?.description.hasPrefix("a.md:\(line):") == true)
  }

  @Test func `text files have none`() throws {
    #expect(try document("---\ntitle: A\n---\n\nText.").title != "A")
  }
}
