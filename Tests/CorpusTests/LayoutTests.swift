import Testing

@testable import Corpus

struct LayoutTests {
  private let first = [
    "The world has grown in complexity, with many", "challenges and risks. This calls for an increase",
    "of cooperation, and for more of the collective", "responsibility that all of us share. It demands",
    "better from the Organization.",
  ]
  private let second = [
    "It is going through a profound crisis in which", "finance, energy and food play a part. Indeed, we",
    "face an environment of instability, in the short", "and in the long term, and so there is risk to the",
    "security of all. It is not for one State to decide", "what has to be done about that.",
  ]
  private var expected: [String] { [first.joined(separator: " "), second.joined(separator: " ")] }

  @Test func `a short line that ends a sentence ends the paragraph`() throws {
    #expect(try paragraphs((first + second + first).joined(separator: "\n")) == expected + [expected[0]])
  }

  @Test func `an indented line opens a paragraph`() throws {
    let lines =
      first[..<4] + ["better from the whole of the Organization today."] + [" " + second[0]] + second[1...]
    let found = try paragraphs((lines + [" " + first[0]] + first[1...]).joined(separator: "\n"))
    #expect(found.count == 3)
    #expect(found[1] == expected[1])
  }

  @Test func `a page number between lines goes`() throws {
    let lines = first + second[..<3] + ["9", "", ""] + second[3...]
    #expect(try paragraphs((lines + first).joined(separator: "\n")) == expected + [expected[0]])
  }

  @Test func `numbers with tabs open paragraphs`() throws {
    let lines = first[..<4] + ["better from", "103.\t" + second[0]] + second[1...] + first
    let found = try paragraphs(lines.joined(separator: "\n"))
    #expect(found.count == 3)
    #expect(found[1] == "103. " + expected[1])
  }

  @Test func `lines set with a blank one between them`() throws {
    let lines = first + second + first + second
    #expect(try paragraphs(lines.joined(separator: "\n\n")) == expected + expected)
  }

  @Test func `a wrapped block in a document that is not`() throws {
    let text =
      prose("one") + "\n\n" + first.joined(separator: "\n") + "\n\n" + prose("two") + "\n" + prose("three")
    #expect(try paragraphs(text) == [prose("one"), expected[0], prose("two"), prose("three")])
  }

  @Test func `two lines of one sentence in a short document`() throws {
    let text = "The President: I now call on the representative of the United\nKingdom of Great Britain."
    #expect(try paragraphs(text) == [text.replacing("\n", with: " ")])
  }

  @Test func `a block of two lines is as wide as the blocks around it`() throws {
    let text =
      prose("one") + "\n\n" + first.joined(separator: "\n")
      + "\n\nHe spoke for those who live in the South and\n"
      + "East of the land\n\n" + prose("two")
    #expect(try paragraphs(text)[2] == "He spoke for those who live in the South and East of the land")
  }

  @Test func `numbered paragraphs on one long line are parted where the numbers run on`() throws {
    let parts = (3...9).map { "\($0). " + prose("it") + " It was 1991. Nobody came in 5. " + prose("that") }
    #expect(try paragraphs(parts.joined(separator: " ")) == parts)
    let wild = [12, 4, 30, 8, 2, 50, 1].map { "\($0). " + prose("it") + " " + prose("that") }
    #expect(try paragraphs(wild.joined(separator: " ")).count == 1)
  }
}
