import Testing

@testable import Corpus

struct InlineMarkupTests {
  @Test(arguments: [
    ("See [the report](http://x.org/a_(b)_c) today.", "See the report today."),
    ("An ![image](x.png) here.", "An image here."),
    ("A [bracket] stays, and so does [this](", "A [bracket] stays, and so does [this]("),
    ("<u>Framework:</u> It is <b>very</b> good.", "Framework: It is very good."),
    ("One<br/>two <5 % and <name> stay.", "One two <5 % and <name> stay."),
    ("These are *crimes* and **wrongs** and ***both***.", "These are crimes and wrongs and both."),
    ("Edges of _words_ only: snake_case_name and 2*3*4.", "Edges of words only: snake_case_name and 2*3*4."),
    ("A lone * star and a lone _ line.", "A lone * star and a lone _ line."),
    ("Not *balanced at all.", "Not *balanced at all."),
    ("An &amp; stays.", "An &amp; stays."),
    ("Nested [**bold** link](#).", "Nested bold link."),
    ("A [link](https://a.org/b_(c) \"with a title\") too.", "A link too."),
    ("No link: [see note](para. 4) it says.", "No link: [see note](para. 4) it says."),
  ])
  func `markup goes, text stays`(source: String, text: String) throws {
    #expect(try paragraphs(source) == [text])
  }

  @Test func `a row of signs alone is neither link nor bold`() throws {
    #expect(try paragraphs("They said\n\n—\n\nand meant it.") == ["They said — and meant it."])
  }

  @Test func `markup may run over a line's end, not over a blank line`() throws {
    #expect(
      try paragraphs("We met in the [Republic\nof Korea](#) then.") == [
        "We met in the Republic of Korea then."
      ])
    #expect(try paragraphs("An *open star.\n\nA closed* one.") == ["An *open star.", "A closed* one."])
  }
}
