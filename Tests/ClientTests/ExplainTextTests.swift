import Testing
import Wire

@testable import Client

@Suite struct ExplainTextTests {
  private let veto = PartMessage(
    text: "veto (any form)", occurrences: 2, frequency: 2,
    terms: [WeighedTermMessage(text: "veto (any form)", units: 6, idf: 3.1)], units: 140, idf: 3.1,
    averageLength: 55.25, portions: [PortionMessage(frequency: 2, length: 96, score: 1.75)], score: 1.75)
  private let phrase = PartMessage(
    text: "\"security council\"", occurrences: 1, frequency: 1,
    terms: [
      WeighedTermMessage(text: "\"security\"", units: 8, idf: 2.75),
      WeighedTermMessage(text: "\"council\"", units: 20, idf: 1.9),
    ], units: 140, idf: 4.65, averageLength: 55.25,
    portions: [PortionMessage(frequency: 1, length: 96, score: 1.5)], score: 1.5)

  private func absent(_ text: String, occurrences: Int = 0) -> PartMessage {
    PartMessage(
      text: text + " (any form)", occurrences: occurrences, frequency: 0,
      terms: [WeighedTermMessage(text: text, units: 3, idf: 3.7)], units: 140, idf: 3.7, averageLength: 55.25,
      portions: [], score: 0)
  }

  private func explanation(_ parts: [PartMessage]) -> ExplanationMessage {
    ExplanationMessage(
      matches: true, score: parts.reduce(0) { $0 + $1.score }, k1: 1.2, b: 0.75, parts: parts)
  }

  @Test func oneLine() {
    #expect(
      TextLayout.line(of: explanation([veto, phrase]))
        == "3.25 = veto 1.75 (2× in 96 words, in 6 of 140 paragraphs) + \"security council\" 1.50 "
        + "(1× in 96 words, its words in 8 and 20 of 140 paragraphs)")
    #expect(TextLayout.line(of: explanation([veto, absent("peace")])).hasSuffix("; nothing from peace"))
    let many = ["a", "b", "c", "d"].map { absent($0) }
    #expect(TextLayout.line(of: explanation([veto] + many)).hasSuffix("; 4 others add nothing"))
    #expect(TextLayout.line(of: explanation([])) == "0.00 = no word adds to the score")
  }

  @Test func whatDoesNotMatchSaysWhy() {
    let explanation = ExplanationMessage(
      matches: false, score: 0, k1: 1.2, b: 0.75, parts: [veto],
      unmet: [UnmetMessage(clause: "peace (any form)", reason: "it does not stand here")])
    #expect(
      TextLayout(width: 80, hasColors: false).text(of: explanation) == """
        no match: peace (any form)
          peace (any form)  it does not stand here

        """)
  }

  @Test(arguments: [20, 40, 60, 80, 120])
  func fitsEveryWidth(width: Int) {
    let text = TextLayout(width: width, hasColors: false)
      .text(of: explanation([veto, phrase, absent("peace"), absent("war", occurrences: 3)]))
    for line in text.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    #expect(text.contains("1.7500") && text.contains("here"))
  }

  @Test func table() {
    let text = TextLayout(width: 80, hasColors: false)
      .text(of: explanation([veto, phrase, absent("peace"), absent("war", occurrences: 3)]))
    let table = text.split(separator: "\n\n")[1]
    #expect(
      table == """
         score  times  words    idf  units  part of the query
        1.7500      2     96  3.100      6  veto (any form)
        1.5000      1     96  4.650         "security council"
                              2.750      8  "security"
                              1.900     20  "council"
        0.0000      0      –  3.700      3  peace (any form): not here
        0.0000      0      –  3.700      3  war (any form): here 3×, but not as it is
                                            asked for
        """)
  }

  @Test func manyThatAddNothingShareARow() {
    let text = TextLayout(width: 80, hasColors: false)
      .text(of: explanation((0..<40).map { absent("w\($0)") } + [veto]))
    #expect(text.contains("30 others add nothing") && text.split(separator: "\n").count < 25)
    #expect(text.split(separator: "\n\n")[1].split(separator: "\n")[1].hasSuffix("veto (any form)"))
  }

  @Test func aPlanInWords() {
    let plan = PlanMessage(
      total: 6, steps: [PlanStepMessage(best: .leaders, count: .listLength, segments: 2)],
      leaves: [
        PlanLeafMessage(
          text: "veto (any form)",
          lists: [
            PlanListMessage(
              text: "veto (any form)", kind: .word, lists: 2, paragraphs: 6, blocks: 2, bytes: 40,
              forms: ["gaps": 1, "bytes": 1])
          ]), PlanLeafMessage(text: "absent (any form)", lists: []),
      ])
    #expect(
      TextLayout(width: 80, hasColors: false).text(of: plan, query: "veto (any form)", level: "paragraph")
        == """
        veto (any form): 6 paragraphs
          best   read off the head of the one list, which keeps its best paragraphs
          total  the length of the list

        paragraphs  blocks  bytes             form  list
                 6       2     40  1 bytes, 1 gaps  veto (any form) (2 lists)
                 0                                  absent (any form): no list, it is
                                                    nowhere

        """)
    for width in [20, 40] {
      let narrow = TextLayout(width: width, hasColors: false)
        .text(of: plan, query: "veto (any form)", level: "paragraph")
      for line in narrow.split(separator: "\n") { #expect(line.count <= width, "\(line)") }
    }
  }
}
