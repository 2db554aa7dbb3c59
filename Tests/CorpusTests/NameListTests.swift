import Testing

@testable import Corpus

struct NameListTests {
  private let links =
    "[Chad](#)\n\n[Peru](#)\n\n(in Spanish)\n\n[Republic\nof Korea](#)\n\n[Cote d'Ivoire](#)\n\n(in\n\n[French](#)\n\n)\n\nFiji"

  @Test func `each name is a paragraph, with its note`() throws {
    let found = try document(prose("one") + "\n\n" + links)
    #expect(
      found.paragraphs.dropFirst().map(\.text) == [
        "Chad", "Peru (in Spanish)", "Republic of Korea", "Cote d'Ivoire (in French)", "Fiji",
      ])
    #expect(found.paragraphs.dropFirst().allSatisfy { $0.kind == .names })
  }

  @Test func `remnants of links do no harm`() throws {
    let text =
      prose("one") + "\n\n" + links
      + "\n\n[Belg](#) (in French) [Mali](#) [Urugu](#)\n[ay](#) [hailand](#) [I](#)\n\n[Togo](#)"
    let found = try document(text)
    expectVerbatim(found, source: Array(text.utf8))
    #expect(found.paragraphs[0].text == prose("one"))
    #expect(found.paragraphs.last?.text == "Togo")
  }

  @Test func `a list is not glued to prose behind it`() throws {
    let found = try document(links + "\n\n" + prose("two"))
    #expect(found.paragraphs.last?.text == prose("two"))
    #expect(found.paragraphs.last?.kind == .prose)
  }

  @Test func `links in a sentence are no list`() throws {
    let text =
      "Many, including\n\n[Chad](#)\n\n,\n\n[Peru](#)\n\n,\n\n[Mali](#)\n\nand\n\n[Fiji](#)\n\n, agreed to it."
    #expect(try document(text).paragraphs.map(\.kind) == [.prose])
  }
}
