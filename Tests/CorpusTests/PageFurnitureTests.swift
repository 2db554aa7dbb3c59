import Testing

@testable import Corpus

struct PageFurnitureTests {
  /// A page that ends inside a sentence, and how the next one begins.
  private let page =
    ["the road", "the bridge", "it", "that"].map(prose).joined(separator: " ") + " After that the delegates"
  private let rest =
    "went on to speak of it. " + ["the rest", "this", "more"].map(prose).joined(separator: " ")

  private func pages(_ furniture: [String]) -> String {
    furniture.map { page + "\n\n" + $0 + "\n\n" + rest }.joined(separator: "\n\n")
  }

  private func expectClean(_ furniture: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let expected = Array(repeating: page + " " + rest, count: furniture.count)
    #expect(try paragraphs(pages(furniture)) == expected, sourceLocation: sourceLocation)
  }

  @Test func `numbers that run from page to page go`() throws { try expectClean(["4", "5", "6"]) }

  @Test func `one page may be missing`() throws { try expectClean(["4", "6"]) }

  @Test func `a number alone is no page's`() throws {
    #expect(try paragraphs(page + "\n\n4\n\n" + rest).joined(separator: " ").contains("delegates 4 went"))
  }

  @Test func `counts of votes stay`() throws {
    let text =
      "The result of the vote was as follows:\n\nIn favour\n\n12\n\nAgainst\n\n3\n\nAbstaining\n\n2\n\n"
      + prose("it")
    let found = try paragraphs(text).joined(separator: " ")
    #expect(found.contains("In favour 12 Against 3 Abstaining 2"))
  }

  @Test func `numbers of chapters stay`() throws {
    let text = (1...4).map { "\($0)\n\n" + prose("it") + " " + prose("that") + " " + prose("this") }.joined(
      separator: "\n\n")
    #expect(try paragraphs(text).filter { $0.count == 1 } == ["1", "2", "3", "4"])
  }

  @Test(arguments: [
    "- 7 -", "Page 3", "PAGE 12:", "### Page 4:", "Page 3 (continued):", "Page 2|6", "Page 3 of 10",
    "13 08-51570", "08-51570 13",
    "15-29431 11/51",
    "363 A/PV.2371", "283\nA/36/PV. 15", "A/63/PV.13\n\n08-53122 24", "\u{0C}12",
    "7\nGeneral Assembly 22nd meeting",
    "6 General Assembly - Forty-eighth session", "Forty-eighth session - 12 October l993 3",
    "Digitized by a Library",
  ])
  func `what can be nothing but a page's goes`(furniture: String) throws { try expectClean([furniture]) }

  @Test func `the account says what went`() throws {
    let receipt = try receipt(of: "delegates", in: pages(["7\nGeneral Assembly 22nd meeting"]))
    #expect(receipt.count(of: .pageNumber) == 1)
    #expect(receipt.count(of: .runningHead) == 1)
    #expect(receipt.joins.map(\.cause) == [.pageBreak])
  }

  @Test func `running heads that come again go`() throws {
    try expectClean(["4\nReport of the Group", "5\nReport of the Group", "6\nReport of the Group"])
  }

  @Test func `a line beside a page's number that comes once stays`() throws {
    let found = try paragraphs(pages(["Page 4\nReport of the Group"])).joined(separator: " ")
    #expect(found.contains("Report of the Group"))
  }

  @Test func `a number in a wrapped line goes if the sentence runs on`() throws {
    let lines = [
      "The world has grown in complexity, with many", "challenges and risks. This calls for an increase",
      "of cooperation, and for more of the collective", "responsibility that all of us share. It demands",
      "better from the", "Organization and its members in all that they do.",
    ]
    let block = lines[..<4] + ["9"] + lines[4...]
    let found = try paragraphs((block + lines + lines).joined(separator: "\n"))
    #expect(found.joined(separator: " ").contains("It demands better from the Organization"))
    let counts = [
      "Of the States that took part in it that day, these", "were for it:", "9", "and against:", "7",
    ]
    #expect(
      try paragraphs((lines + lines + counts + lines).joined(separator: "\n")).joined(separator: " ")
        .contains("9 and against: 7"))
  }

  @Test func `a document's own symbol and the number in its title stay`() throws {
    let text = "A/67/929\n\n12\n\nReport of the Secretary-General\n\n" + prose("one") + "\n\n" + prose("two")
    #expect(try paragraphs(text).prefix(3) == ["A/67/929", "12", "Report of the Secretary-General"])
  }

  @Test func `a year or a sum is no page's number`() throws {
    #expect(try paragraphs(pages(["2005", "2006"])).joined().contains("2005"))
  }

  @Test func `Markdown has no pages`() throws {
    #expect(try paragraphs("One.\n\nPage 3\n\nTwo.", path: "a.md") == ["One.", "Page 3", "Two."])
  }
}
