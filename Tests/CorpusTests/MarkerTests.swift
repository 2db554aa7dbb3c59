import Testing

@testable import Corpus

struct MarkerTests {
  private func kinds(_ text: String) throws -> [Paragraph.Kind] { try document(text).paragraphs.map(\.kind) }

  @Test(arguments: ["-", "*", "•", "–", "\u{F0B7}", "▪", "+", "·"]) func `bullets go from the text`(
    glyph: String
  ) throws {
    let text =
      "The priorities were:\n\n\(glyph) Early warning\n\(glyph) More mediation\nof disputes\n\nMany agreed to that."
    #expect(
      try paragraphs(text) == [
        "The priorities were:", "Early warning", "More mediation of disputes", "Many agreed to that.",
      ])
    #expect(try kinds(text) == [.prose, .bullet, .bullet, .prose])
  }

  @Test func `a glyph may stand alone on its line`() throws {
    #expect(
      try paragraphs("They ask for:\n\n\u{F0B7}\n\nEarly action.") == ["They ask for:", "Early action."])
  }

  @Test func `numbers are kept`() throws {
    let text = "12.\tThe Council met.\n13.\tIt did not agree.\n(a) Not at all;\n(iv) not once."
    #expect(
      try paragraphs(text) == [
        "12. The Council met.", "13. It did not agree.", "(a) Not at all;", "(iv) not once.",
      ])
  }

  @Test func `a number in the midst of a sentence begins nothing`() throws {
    let lines = [
      "As all of us who were there have said in paragraph",
      "1. of the text that we have before us on this day,", "that is so.",
    ]
    #expect(try paragraphs(lines.joined(separator: "\n")) == [lines.joined(separator: " ")])
  }

  @Test func `a dash in the midst of a sentence is no bullet`() throws {
    let text = "It was agreed by all of them\n- and this is new - that action\nis needed."
    #expect(
      try paragraphs(text) == ["It was agreed by all of them - and this is new - that action is needed."])
  }

  @Test func `a lost glyph leaves an indented bullet`() throws {
    let text =
      prose("one") + "\n\n The first point stands.\n\n" + prose("two") + "\n\n- A second.\n\n"
      + prose("three")
    #expect(try kinds(text) == [.prose, .bullet, .prose, .bullet, .prose])
  }

  @Test func `a lone glyph before a name's second word is a speck`() throws {
    let start = prose("it") + " We are committed to the concept of United"
    #expect(try paragraphs(start + "\n■ Nations peace-keeping.") == [start + " Nations peace-keeping."])
    #expect(try kinds("They ask for\n\n■ Peace\n■ Bread") == [.prose, .bullet, .bullet])
  }

  @Test func `a year in parentheses is no enumerator`() throws {
    let text =
      "We have read with great care what stands in resolution 1325\n\n(2000) and in the report on it."
    #expect(try paragraphs(text) == [text.replacing("\n\n", with: " ")])
  }
}
