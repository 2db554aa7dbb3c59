import Testing
import Wire

@testable import Client

@Suite struct SaidTextTests {
  private let hit = HitMessage(
    id: "d#p1", score: 1, document: DocumentMessage(id: "d", title: "D", date: "2013"), text: "No.",
    source: SourceMessage(path: "d.md", line: 1, column: 1, endLine: 1),
    said: SaidMessage(
      paragraphs: 12, documents: 9, from: "2009-03-01", to: "2018-10", others: ["a#p1", "b#p2"]))

  @Test func aHitSaysWhereItIsSaid() {
    func words(_ paragraphs: Int, _ documents: Int, _ from: String?, _ to: String?) -> String {
      SaidMessage(paragraphs: paragraphs, documents: documents, from: from, to: to, others: []).inWords
    }
    #expect(words(9, 9, "2009-03-01", "2018") == "said in 9 documents, 2009–2018")
    #expect(words(12, 9, "2009-03-01", "2018-10") == "said 12 times in 9 documents, 2009–2018")
    #expect(words(2, 1, "2013", "2013") == "said twice in one document, 2013")
    var some = hit.said!
    some.undated = 3
    #expect(some.inWords == "said 12 times in 9 documents, 2009–2018; 3 of them undated")
    #expect(words(5, 1, nil, nil) == "said 5 times in one document, undated")
  }

  @Test func narrowLinesWrap() {
    #expect(
      TextLayout(width: 24, hasColors: false).text(of: hit, rank: 1) == """
        1. D (2013)
           No.
           d#p1 · d.md:1:1
           said 12 times in 9
           documents, 2009–2018


        """)
  }

  @Test func otherFormatsHaveItToo() {
    var alone = hit
    alone.said = nil
    var undated = alone
    undated.document.date = nil
    let page = SearchReply(
      query: "q", interpreted: "i", generation: "g", total: 13, groups: 2, hits: [hit, alone, undated])
    var table = SeparatedSearchPrinter()
    let rows = table.rows(of: page).split(separator: "\r\n").map(String.init)
    #expect(rows[0].hasSuffix(",score,paragraphs,documents,from,to,undated,others"))
    #expect(rows[1].hasSuffix(",1.0,12,9,2009-03-01,2018-10,0,a#p1; b#p2"))
    #expect(rows[2].hasSuffix(",1.0,1,1,2013,2013,0,"))
    #expect(rows[3].hasSuffix(",1.0,1,1,,,1,"))
    var markdown = MarkdownSearchPrinter()
    #expect(markdown.text(of: page).contains("d#p1\n\nSaid 12 times in 9 documents, 2009–2018.\n\n> No."))
  }
}
