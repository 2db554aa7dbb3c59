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

  @Test func `a list goes on with any number, a paragraph is interrupted by 1 alone`() throws {
    #expect(
      try paragraphs("9. Nine\n10. Ten\n2. Two\n\n- A\n7. Seven\n", path: "a.md") == [
        "9. Nine", "10. Ten", "2. Two", "A", "7. Seven",
      ])
    #expect(
      try paragraphs("It was in May\n2005. Then came\n1. One\n2. Two\n", path: "a.md") == [
        "It was in May 2005. Then came", "1. One", "2. Two",
      ])
  }

  @Test func `a line under a paragraph makes all of it a heading`() throws {
    let found = try lawful(
      "# Title\n\nA heading of\ntwo lines\n=========\n\nText.\n\n- Item\n---\n\nMore.\n", path: "a.md")
    #expect(found.paragraphs.map(\.text) == ["Title", "A heading of two lines", "Text.", "Item", "More."])
    #expect(found.paragraphs.map(\.kind) == [.heading, .heading, .prose, .bullet, .prose])
    #expect(found.sections.map(\.headings) == [[], ["A heading of two lines"]])
  }

  @Test(arguments: [
    ("It is \\*not\\* emphasis, \\_nor\\_ this.", "It is *not* emphasis, _nor_ this."),
    ("A \\[bracket\\](here) and C:\\dir stay.", "A [bracket](here) and C:\\dir stay."),
    ("A line's end\\\ngoes too.", "A line's end goes too."),
    ("1986\\. A great wine.", "1986. A great wine."),
    ("Call `f(*a*, [b](c))` twice.", "Call f(*a*, [b](c)) twice."),
    ("Two ``a`b`` and `one\nline` more.", "Two a`b and one line more."),
    ("A lone ` stays.", "A lone ` stays."), ("So does ``this`.", "So does ``this`."),
  ])
  func `escapes and code spans`(source: String, text: String) throws {
    #expect(try paragraphs(source, path: "a.md") == [text])
  }

  @Test func `backslashes and backticks are text in a text file`() throws {
    #expect(try paragraphs("It is \\#1, he said, `quoted'.") == ["It is \\#1, he said, `quoted'."])
  }

  @Test func `nothing in a block of code is a sign`() throws {
    let code = "# not a heading\n- *not* a [bullet](x)\n> <!-- no comment --> \\*\n1. no item"
    for fence in ["```", "~~~~"] {
      let found = try lawful("Before it:\n\(fence)\n\(code)\n\(fence)\nBehind it.\n", path: "a.md")
      #expect(
        found.paragraphs.map(\.text) == ["Before it:", code.replacing("\n", with: " "), "Behind it."])
      #expect(found.paragraphs.allSatisfy { $0.kind == .prose })
    }
  }

  @Test func `a block of code ends at as long a fence of the same sign, or at the end`() throws {
    #expect(
      try paragraphs("````\n```\n~~~~\n````\n*a*", path: "a.md") == ["``` ~~~~", "a"])
    #expect(try paragraphs("*a*\n\n~~~ swift\n*b*\n\n*c*", path: "a.md") == ["a", "*b*", "*c*"])
    #expect(try paragraphs("> ```\n> # a\n> ```\n> b", path: "a.md") == ["# a", "b"])
  }

  @Test(arguments: [
    ("One <!-- two --> three.", ["One three."]),
    ("One.\n\n<!-- a\n\nb -->\n\nTwo.", ["One.", "Two."]),
    ("Write `<!-- a -->` in it.", ["Write <!-- a --> in it."]),
    ("```\n<!-- a\n```\n\nText -->.", ["<!-- a", "Text -->."]),
    ("<!-- ``` -->\n\n*One*.\n\n<!-- ``` -->", ["One."]),
    ("No end <!-- here.", ["No end <!-- here."]),
    ("A \\<!-- b --> c.", ["A <!-- b --> c."]),
    ("`a\n\n<!-- b -->`", ["`a", "`"]),
  ])
  func `comments go, but not those in code`(source: String, texts: [String]) throws {
    #expect(try paragraphs(source, path: "a.md") == texts)
  }

  @Test func `comments stay in a text file`() throws {
    #expect(try paragraphs("One <!-- two --> three.") == ["One <!-- two --> three."])
  }
}
