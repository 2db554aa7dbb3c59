import Testing
import Wire

@testable import Client

@Suite struct FirstTextTests {
  private func page(_ dates: [String?], offset: Int = 0) -> SearchReply {
    SearchReply(
      query: "q", interpreted: "i", generation: "g", total: dates.count, offset: offset,
      hits: dates.map { date in
        HitMessage(
          id: "d#p1", score: 1, document: DocumentMessage(id: "d", title: "A dialogue", date: date),
          text: "the veto", highlights: [[4, 8]],
          source: SourceMessage(path: "d.md", line: 3, column: 1, endLine: 3))
      })
  }

  private func firstLines(_ dates: [String?], offset: Int = 0) -> [String] {
    TextLayout(width: 80, hasColors: false).textByDate(of: page(dates, offset: offset))
      .split(separator: "\n").filter { $0.contains("said") || $0.hasPrefix("then") }.map(String.init)
  }

  @Test func theDateComesFirst() {
    #expect(
      TextLayout(width: 80, hasColors: false).textByDate(of: page(["2013-09-11"])) == """
        first said on 11 September 2013
        A dialogue (2013-09-11)
        the veto
        d#p1 · d.md:3:1


        """)
  }

  @Test func aDateIsAsExactAsItIsKnown() {
    #expect(
      firstLines(["2012", "2013-09", "2013-09-11..2013-09-12", nil]) == [
        "first said in 2012", "then in September 2013", "then within 11 September 2013 – 12 September 2013",
        "said on an unknown day",
      ])
    #expect(firstLines(["2013"], offset: 1) == ["then in 2013"])
  }
}
