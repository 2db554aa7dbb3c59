import Testing

@testable import Corpus

struct MarkdownTests {
  @Test func `headings give the path`() throws {
    let text = "# Title\n\nIntro.\n\n## One\n\nText.\n\n### Deep ##\n\nText.\n\nTwo\n---\n\nEnd of it.\n"
    let found = try document(text, path: "a.md")
    #expect(found.title == "Title")
    #expect(found.sections.map(\.headings) == [[], ["One"], ["One", "Deep"], ["Two"]])
    #expect(
      found.paragraphs.map(\.kind) == [
        .heading, .prose, .heading, .prose, .heading, .prose, .heading, .prose,
      ])
  }

  @Test func `a title in front matter leaves the first heading a section`() throws {
    let text = "---\ntitle: Title\n---\n\n## One\n\n### Deep\n\nText.\n"
    let found = try document(text, path: "a.md")
    #expect(found.title == "Title")
    #expect(found.sections.map(\.headings) == [[], ["One"], ["One", "Deep"]])
    let repeated = try document("---\ntitle: Title\n---\n\n# Title\n\n## One\n\nText.\n", path: "a.md")
    #expect(repeated.sections.map(\.headings) == [[], ["One"]])
  }

  @Test func `blank lines are trusted`() throws {
    #expect(try paragraphs("A line of the\n\nnext one.", path: "a.md") == ["A line of the", "next one."])
    #expect(try paragraphs("A line of the\nNext one.", path: "a.md") == ["A line of the Next one."])
  }

  @Test func `lists, quotes, comments and code`() throws {
    let text =
      "* One\n* Two\n  goes on\n\n1. Three\n2. Four\n\n> A quote\n> goes on.\n\n<!-- not\n\nthis -->\n\n```\ncode\n```\n"
    #expect(
      try paragraphs(text, path: "a.md") == [
        "One", "Two goes on", "1. Three", "2. Four", "A quote goes on.", "code",
      ])
  }
}
