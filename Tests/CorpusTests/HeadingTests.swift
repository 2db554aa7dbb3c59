import Testing

@testable import Corpus

struct HeadingTests {
  private func sections(_ text: String, path: String = "note.txt") throws -> [[String]] {
    try document(text, path: path).sections.map(\.headings)
  }

  @Test(arguments: [
    "Overview", "1. Early action", "3. When and how?", "**Bold words**", "<u>Underlined words</u>",
    "## Marked",
  ])
  func `a short line with room around it`(heading: String) throws {
    let text = "A Title of a Note\n\n" + prose("one") + "\n\n" + heading + "\n\n" + prose("two")
    let found = try document(text)
    #expect(found.paragraphs.map(\.kind) == [.heading, .prose, .heading, .prose])
    #expect(found.sections.count == 2)
    #expect(found.paragraphs[3].section == 1)
    #expect(found.sections[1].headings == [found.paragraphs[2].text])
  }

  @Test(arguments: [
    "The government of", "A sentence ends.", "Mr. President", "Dear colleagues", "We have come far", "12",
    "V.' '", "«T",
    "“And to the end", "Regrettably, the pretext for foreign", "A/PV.2047",
    "The regime is also a threat to the peoples and countries of southern",
    "The line was drawn by those whom he",
  ])
  func `no heading`(line: String) throws {
    let text = prose("one") + "\n\n" + line + "\n\n" + prose("two")
    #expect(try !document(text).paragraphs.contains { $0.kind == .heading })
  }

  @Test(arguments: [
    "US policy", "The ICT sector", "OUR COMMON FUTURE", "For a minority of states, questions remain",
  ])
  func `words in capitals are no pronouns`(heading: String) throws {
    let found = try document(prose("one") + "\n\n" + heading + "\n\n" + prose("two"))
    #expect(found.paragraphs[1].kind == .heading)
  }

  @Test func `a line in a document without blank lines is a heading if others are, or if it is very short`()
    throws
  {
    let line = "Regional cooperation and the road to recovery"
    let dense = { (headings: [String]) in
      headings.flatMap { [$0, prose("a") + " " + prose("b")] }.joined(separator: "\n")
    }
    let kinds = { (text: String) in
      try document(prose("one") + "\n" + prose("x") + "\n" + text).paragraphs.map(\.kind)
    }
    #expect(try kinds(dense([line])) == [.prose, .prose, .prose, .prose])
    #expect(try kinds(dense([line, "Climate"])) == [.prose, .prose, .heading, .prose, .heading, .prose])
    #expect(try kinds(dense(["Closing remarks"])) == [.prose, .prose, .heading, .prose])
  }

  @Test func `marked headings stand above numbers, numbers above bold letters`() throws {
    let text = [
      "# Title", "## Part", "**1. One**", "**Bold**", "**Other**", "**1.1 Two**", "### Below", "**2. Three**",
      "## End",
    ]
    .map { $0 + "\n\n" + prose("x") + "\n\n" }.joined()
    #expect(
      try sections(text, path: "a.md") == [
        [], ["Part"], ["Part", "1. One"], ["Part", "1. One", "Bold"], ["Part", "1. One", "Other"],
        ["Part", "1. One", "1.1 Two"], ["Part", "Below"], ["Part", "Below", "2. Three"], ["End"],
      ])
  }

  @Test func `bold headings are siblings`() throws {
    let text =
      "A Title of a Note\n\n" + ["**One**", "**Two**"].map { $0 + "\n\n" + prose("x") + "\n\n" }.joined()
    #expect(try sections(text) == [[], ["One"], ["Two"]])
  }

  @Test func `numbers nest`() throws {
    let text = ["1. One", "1.1 Two", "1.2 Three", "2. Four"].map { $0 + "\n\n" + prose("x") + "\n\n" }
      .joined()
    #expect(
      try sections("A Title of a Note\n\n" + prose("one") + "\n\n" + text) == [
        [], ["1. One"], ["1. One", "1.1 Two"], ["1. One", "1.2 Three"], ["2. Four"],
      ])
  }

  @Test func `numbered paragraphs are no headings`() throws {
    let text =
      (1...5).map { "\($0). " + prose("it") + "\n\n" }.joined() + "6. And what came of it?\n\n" + prose("x")
    #expect(try !document(text).paragraphs.contains { $0.kind == .heading })
  }

  @Test func `a run-in heading stays in the text and names a sub-section`() throws {
    let text = [
      "A Title of a Note", "1. Action", "<u>Analysis:</u> " + prose("a"), "- A bullet.",
      "On the Council: The point stands.",
      "2. Ways", "Improving Ways. " + prose("b"), "Ending impunity. " + prose("c"), prose("d"),
    ].joined(separator: "\n\n")
    let found = try document(text)
    #expect(found.paragraphs[2].text == "Analysis: " + prose("a"))
    let path = { (index: Int) in found.sections[found.paragraphs[index].section].headings }
    #expect(path(2) == ["1. Action", "Analysis"])
    #expect(path(3) == ["1. Action", "Analysis"])
    #expect(path(4) == ["1. Action", "On the Council"])
    #expect(path(6) == ["2. Ways", "Improving Ways"])
    #expect(path(8) == ["2. Ways", "Ending impunity"])
  }

  @Test func `a speaker before a colon is no heading`() throws {
    let text =
      "A Title of a Note\n\nDebate\n\nMr. Smith (Chad): The point stands.\n\nThe President: It does not."
    #expect(try sections(text) == [[], ["Debate"]])
  }

  @Test func `short sentences in a speech are no headings`() throws {
    let text = (1...4).map { _ in "Time flies. " + prose("it") }.joined(separator: "\n\n")
    #expect(try sections(text) == [[]])
  }
}
