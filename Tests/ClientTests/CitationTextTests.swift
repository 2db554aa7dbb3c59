import Testing
import Wire

@testable import Client

@Suite struct CitationTextTests {
  private func reply(_ style: CitationStyle, _ texts: [String?]) -> CiteReply {
    CiteReply(
      generation: "g", style: style,
      items: texts.map { text in
        CiteItem(
          asked: "x", text: style == .csl ? nil : text,
          csl: style == .csl ? text.map { CSLItem(id: $0, type: "report", title: "t") } : nil)
      })
  }

  @Test func footnotesAreLines() {
    #expect(reply(.footnote, ["a", nil, "b", "a"]).text == "a\nb\na\n")
    #expect(reply(.footnote, [nil]).text.isEmpty)
    #expect(reply(.footnote, ["a\u{1B}"]).text == "a␛\n")
  }

  @Test func entriesArePrintedOnce() {
    #expect(reply(.bibtex, ["@a", "@b", "@a"]).text == "@a\n\n@b\n")
    #expect(reply(.csl, ["a", nil, "b", "a"]).itemsForCSL.map(\.id) == ["a", "b"])
    #expect(reply(.markdown, ["> a\n\nb", "> a\n\nb"]).text == "> a\n\nb\n\n> a\n\nb\n")
  }
}
