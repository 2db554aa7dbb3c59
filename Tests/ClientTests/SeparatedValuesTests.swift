import Testing
import Wire

@testable import Client

@Suite struct SeparatedValuesTests {
  @Test func valuesAreQuotedWhereTheyMustBe() {
    var table = SeparatedValues()
    table.append(["a", "b,c", "say \"x\"", nil, "two\nlines", " space ", "\r\u{1B}", "", "\"\u{301}"])
    let row = "a,\"b,c\",\"say \"\"x\"\"\",,\"two\nlines\", space , ␛,,\"\"\"\u{301}\"\r\n"
    #expect(table.text.utf8.elementsEqual(row.utf8))
  }

  @Test func hitsBelowTheNamesOfTheColumns() {
    let hit = HitMessage(
      id: "d#p1", score: 1.5, document: DocumentMessage(id: "d", title: "On \"it\"", date: "2013-09"),
      section: ["A", "B"], speakers: ["France", "Chile"], text: "No, never",
      source: SourceMessage(path: "corpus/d.md", line: 3, column: 5, endLine: 4))
    let page = SearchReply(query: "q", interpreted: "i", generation: "g", total: 2, hits: [hit])
    var printer = SeparatedSearchPrinter()
    let row = "d#p1,2013-09,\"On \"\"it\"\"\",France; Chile,A › B,\"No, never\",corpus/d.md,3,5,1.5\r\n"
    #expect(
      printer.rows(of: page) == "id,date,title,speakers,section,text,path,line,column,score\r\n" + row)
    #expect(printer.rows(of: page) == row)
  }

  @Test func trends() {
    let rows = [
      TrendRowMessage(year: 2013, hits: 1, units: 4, occurrences: 2, tokens: 1_000),
      TrendRowMessage(year: nil, hits: 0, units: 0, occurrences: nil, tokens: 0),
    ]
    let reply = TrendReply(query: "q", interpreted: "i", generation: "g", rows: rows, total: 1)
    #expect(
      reply.separatedValues
        == "year,hits,units,share,occurrences,tokens,per_million\r\n2013,1,4,0.25,2,1000,2000.0\r\n,0,0,,,0,\r\n"
    )
  }

  @Test func facets() {
    var reply = FacetReply(query: "", interpreted: "", level: "statement", generation: "g", field: "speaker")
    reply.rows = [
      FacetRowMessage(
        value: "Korea, Republic of", id: "KOR", hits: 3,
        modes: FacetModesMessage(speech: 1, turn: 2, reported: 0)),
      FacetRowMessage(value: nil, id: nil, hits: 1),
    ]
    #expect(
      reply.separatedValues
        == "speaker,id,hits,speech,turn,reported\r\n\"Korea, Republic of\",KOR,3,1,2,0\r\n,,1,,,\r\n")
    reply.field = "kind"
    #expect(reply.separatedValues.hasPrefix("kind,id,hits\r\n\"Korea, Republic of\",KOR,3\r\n"))
  }

  @Test func markdownHasWhatMatchedInBold() {
    var hit = HitMessage(
      id: "d#p12", score: 1, document: DocumentMessage(id: "d", title: "T*", date: "2013-09-11"),
      speakers: ["France"], text: "- the veto, a *veto*", highlights: [[6, 10], [15, 19]],
      source: SourceMessage(path: "d.md", line: 1, column: 1, endLine: 1))
    var printer = MarkdownSearchPrinter()
    func page(_ hits: [HitMessage]) -> SearchReply {
      SearchReply(query: "q", interpreted: "i", generation: "g", total: 2, hits: hits)
    }
    let first =
      "> \\- the **veto**, a \\***veto**\\*\n\n— France, in “T\\*”, 11 September 2013, para. 12, d#p12\n"
    #expect(printer.text(of: page([hit])) == first)
    #expect(printer.text(of: page([hit, hit])) == "\n" + first + "\n" + first)
    (hit.id, hit.level, hit.highlights) = ("d", "document", [[-1, 99]])
    var other = MarkdownSearchPrinter()
    #expect(
      other.text(of: page([hit])) == "> \\- the veto, a \\*veto\\*\n\n— “T\\*”, 11 September 2013, d\n")
    #expect(other.text(of: page([])).isEmpty)
  }
}
