import Testing
import Wire

@testable import Client

@Suite struct HitTextTests {
  private let hit = HitMessage(
    id: "2013-dialogue#p24", score: 7.31,
    document: DocumentMessage(
      id: "2013-dialogue", title: "A dialogue on the veto", date: "2013-09-11", year: 2013),
    section: ["Crises", "Use of the veto"],
    text: "Several delegations called for restraint in the use of the veto, and for a code.",
    highlights: [[59, 63]],
    source: SourceMessage(path: "corpus/2013-dialogue.md", line: 41, column: 97, endLine: 43))

  private func text(width: Int, colors: Bool) -> String {
    TextLayout(width: width, hasColors: colors).text(of: hit, rank: 1)
  }

  @Test func width80() {
    #expect(
      text(width: 80, colors: false) == """
        1. A dialogue on the veto (2013-09-11)
           Crises › Use of the veto
           Several delegations called for restraint in the use of the veto, and for a
           code.
           2013-dialogue#p24 · corpus/2013-dialogue.md:41:97


        """)
  }

  @Test func width40() {
    #expect(
      text(width: 40, colors: false) == """
        1. A dialogue on the veto (2013-09-11)
           Crises › Use of the veto
           Several delegations called for
           restraint in the use of the veto, and
           for a code.
           2013-dialogue#p24
           corpus/2013-dialogue.md:41:97


        """)
  }

  @Test func width20() {
    #expect(
      text(width: 20, colors: false) == """
        1. A dialogue on the
           veto (2013-09-11)
           Crises › Use of
           the veto
           Several
           delegations
           called for
           restraint in the
           use of the veto,
           and for a code.
           2013-dialogue#p24
        corpus/2013-dialogue.md:41:97


        """)
  }

  @Test func colors() {
    let escape = "\u{1B}"
    #expect(
      text(width: 80, colors: true) == """
        1. \(escape)[1mA dialogue on the veto (2013-09-11)\(escape)[0m
           \(escape)[2mCrises › Use of the veto\(escape)[0m
           Several delegations called for restraint in the use of the \(escape)[1;31mveto\(escape)[0m, and for a
           code.
           \(escape)[2m2013-dialogue#p24 · corpus/2013-dialogue.md:41:97\(escape)[0m


        """)
  }

  @Test(arguments: [1, 20, 40, 80, 200])
  func keepsToTheWidth(_ width: Int) {
    for line in text(width: width, colors: false).split(separator: "\n") where !line.contains("2013-dialogue")
    {
      #expect(line.count <= max(width, TextLayout.leastWidth))
    }
  }

  @Test func keepsControlCharactersFromTheTerminal() {
    var hit = hit
    hit.text = "a\u{1B}[31mb\u{7}\u{9B}c\u{202E}d\te\nf\u{7F}"
    hit.highlights = [[-1, 3], [2, 1], [0, 10_000], [0]]
    hit.document.title = "t\u{1B}]0;x\u{7}"
    hit.source.path = "p\u{1B}"
    let text = TextLayout(width: 80, hasColors: false).text(of: hit, rank: 1)
    let controls = text.unicodeScalars.filter {
      $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value))
    }
    #expect(controls.isEmpty)
    #expect(text.contains("a␛[31mb␇�c�d e f␡"))
  }

  @Test func cutsLongWords() {
    let lines = StyledText(String(repeating: "x", count: 45) + " y").wrapped(to: 20)
    #expect(lines.map(\.count) == [20, 20, 7])
    let whole = StyledText("a " + String(repeating: "x", count: 45) + " y").wrapped(to: 20, cutsWords: false)
    #expect(whole.map(\.count) == [1, 45, 1])
  }

  /// Lines are as many columns as the terminal gives them, not as many characters.
  @Test func wideAndCombiningCharacters() {
    let wide = StyledText(String(repeating: "会", count: 25)).wrapped(to: 21)
    #expect(wide.map(\.count) == [10, 10, 5])
    let marked = StyledText(String(repeating: "e\u{301}", count: 20) + " y").wrapped(to: 20)
    #expect(marked.map(\.count) == [40, 1])
    #expect(StyledText("会").wrapped(to: 1).map(\.count) == [1])
  }

  @Test func theParagraphAskedForStandsOutOfItsContext() {
    func neighbour(_ number: Int, _ place: ContextMessage.Place, _ text: String) -> ContextMessage {
      var hit = hit
      (hit.id, hit.text) = ("2013-dialogue#p\(number)", text)
      return ContextMessage(place: place, citation: "c", hit: hit)
    }
    let item = GetItem(
      asked: "x", hit: hit, citation: "2013-dialogue#p24@3f9a1c",
      context: [
        neighbour(9, .before, "What stands before it is a paragraph too."), neighbour(25, .after, "Behind."),
      ])
    #expect(
      TextLayout(width: 40, hasColors: false).text(of: item) == """
        A dialogue on the veto (2013-09-11)
        Crises › Use of the veto
          p9   What stands before it is a
               paragraph too.
        > p24  Several delegations called for
               restraint in the use of the veto,
               and for a code.
          p25  Behind.
        2013-dialogue#p24@3f9a1c
        corpus/2013-dialogue.md:41:97


        """)
    let colored = TextLayout(width: 80, hasColors: true).text(of: item)
    #expect(colored.contains("\u{1B}[1m> p24\u{1B}[0m  Several delegations called"))
    #expect(colored.contains("\u{1B}[2m  p25\u{1B}[0m  \u{1B}[2mBehind.\u{1B}[0m"))
  }

  @Test func paragraphsAreWhole() {
    var hit = hit
    hit.text = String(repeating: "Several delegations called for restraint. ", count: 20) + "The end."
    let item = GetItem(asked: "x", hit: hit, citation: "2013-dialogue#p24@3f9a1c")
    let text = TextLayout(width: 80, hasColors: false).text(of: item)
    #expect(
      text.hasPrefix("A dialogue on the veto (2013-09-11)\nCrises › Use of the veto\nSeveral delegations"))
    #expect(text.contains("The end.\n2013-dialogue#p24@3f9a1c · corpus/2013-dialogue.md:41:97\n"))
    #expect(!text.contains("…"))
    #expect(TextLayout(width: 80, hasColors: false).text(of: GetItem(asked: "x")).isEmpty)
  }
}
