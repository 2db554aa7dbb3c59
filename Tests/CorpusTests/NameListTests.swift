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

  @Test func `names on one line are parted`() throws {
    let text =
      prose("one") + "\n\n" + links + "\n\n[Belgium](#) (in French) [Mali](#) [Sri Lanka](#)\n\n[Togo](#)"
    let found = try lawful(text).paragraphs
    #expect(found[0].text == prose("one"))
    #expect(found.suffix(4).map(\.text) == ["Belgium (in French)", "Mali", "Sri Lanka", "Togo"])
    #expect(found.suffix(4).map { $0.pieces[0].column } == [2, 27, 37, 2])
  }

  @Test func `a link cut in two is one name if it stands elsewhere`() throws {
    let text =
      "The delegate of\n\n[Uruguay](#)\n\nspoke of it to all of them.\n\n" + links
      + "\n\n[Mali](#) [Urugu](#)\n[ay](#) [hailand](#) [I](#)\n\n[Togo](#)"
    #expect(try paragraphs(text).suffix(5) == ["Mali", "Uruguay", "hailand", "I", "Togo"])
  }

  @Test func `a line of names that stand elsewhere is parted`() throws {
    let text =
      "They heard the\n\n[Centre for Peace](#)\n\nand the\n\n[Council of the East](#)\n\nat length.\n\n"
      + links
      + "\n\nCentre for Peace Council of the East"
    #expect(try paragraphs(text).suffix(3) == ["Fiji", "Centre for Peace", "Council of the East"])
    let unknown = prose("one") + "\n\n" + links + "\n\nCentre for Peace Council of the East"
    #expect(try paragraphs(unknown).last == "Centre for Peace Council of the East")
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
