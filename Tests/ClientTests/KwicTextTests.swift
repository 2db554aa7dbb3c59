import Foundation
import TestSupport
import Testing
import Wire

@testable import Client

@Suite struct KwicTextTests {
  private func row(
    _ left: String, _ match: String, _ right: String, id: String = "d#p1", date: String? = "2013-09-11"
  ) -> KwicRowMessage {
    KwicRowMessage(
      id: id, document: DocumentMessage(id: "d", title: "T, 1", date: date), left: left, match: match,
      right: right,
      source: SourceMessage(path: "corpus/d.md", line: 3, column: 5, endLine: 4))
  }

  private var rows: [KwicRowMessage] {
    [
      row(
        "Several delegations called for restraint in the use of the ", "veto", ", and for a code of conduct."),
      row("The ", "vetoes", " were cast.", id: "other#p12", date: "2013"), row("", "veto", "", date: nil),
    ]
  }

  private func text(_ rows: [KwicRowMessage], width: Int, context: Int? = nil, colors: Bool = false) -> String
  {
    TextLayout(width: width, hasColors: colors).text(of: rows, contextWidth: context)
  }

  @Test func matchesStandBelowEachOther() {
    let lines = text(rows, width: 90).split(separator: "\n")
    #expect(lines[0].hasPrefix("2013-09-11  d#p1       ") && lines[1].hasPrefix("2013        other#p12  "))
    #expect(lines[2].hasPrefix("undated     d#p1       "))
    let columns = lines.map { line in
      line.ranges(of: "veto").first.map { line.distance(from: line.startIndex, to: $0.lowerBound) }
    }
    #expect(Set(columns).count == 1 && columns[0] == 23 + 67 * 2 / 5)
  }

  @Test func withoutRoomForIdsTheyAreLeftOut() {
    #expect(
      text(rows, width: 40) == """
        2013-09-11  use of the veto, and for a c
        2013               The vetoes were cast.
        undated                veto

        """)
  }

  @Test func whereItIsVeryNarrowDatesAndIdsStandAbove() {
    let two = [rows[0], row("and the ", "veto", " of all"), rows[1]]
    #expect(
      text(two, width: 24) == """
        2013-09-11 d#p1
           of the veto, and for
          and the veto of all
        2013 other#p12
              The vetoes were ca

        """)
  }

  /// What is near each other shows both ends, and only what was asked for is in colour.
  @Test func whatIsNearEachOther() {
    var near = row("To the ", "veto of which nothing more was said in the council", " it came.")
    near.highlights = [[0, 4], [43, 50]]
    #expect(
      text([near], width: 100).hasSuffix("To the veto of which nothing more was said in the council\n"))
    #expect(text([near], width: 50) == "2013-09-11          To the veto of whi…the council\n")
    #expect(
      text([near], width: 50, colors: true).hasSuffix(
        "To the \u{1B}[1;31mveto\u{1B}[0m of whi…the \u{1B}[1;31mcouncil\u{1B}[0m\n"))
    near.highlights = [[0, 4], [3, 900], [-1, 2], [5]]
    #expect(text([near], width: 100, colors: true).contains("\u{1B}[1;31mveto\u{1B}[0m of"))
  }

  @Test func rowsAsPlaces() {
    var reply = KwicReply(query: "q", interpreted: "i", generation: "g", total: 2)
    reply.rows = [row("a: ", "veto", "\tb"), row("", "veto", "")]
    #expect(reply.vimgrepLines == "corpus/d.md:3:5:a: veto b\ncorpus/d.md:3:5:veto\n")
  }

  @Test func linesMayBeAskedToBeLonger() {
    let lines = text(rows, width: 40, context: 100).split(separator: "\n")
    #expect(
      lines[0].hasSuffix(
        "Several delegations called for restraint in the use of the veto, and for a code of conduct."))
    #expect(lines[0].hasPrefix("2013-09-11  d#p1 "))
    #expect(text(rows, width: 40, context: 0).hasPrefix("2013-09-11  d#p1       veto\n"))
  }

  @Test func matchesAreInColour() {
    let colored = text(rows, width: 40, colors: true)
    #expect(colored.contains("use of the \u{1B}[1;31mveto\u{1B}[0m, and"))
    #expect(colored.hasPrefix("\u{1B}[2m2013-09-11\u{1B}[0m  "))
  }

  /// Columns are what the terminal gives, whatever the script.
  @Test func wideAndCombiningCharacters() {
    let wide = [
      row("会会会会会会会会会会", "veto", "会会会会会会会会会会会会"),
      row(String(repeating: "e\u{301}", count: 30), "veto", String(repeating: "e\u{301}", count: 30)),
      row("e\u{301}", "会e\u{301}", ""),
    ]
    for width in 20...100 {
      let lines = text(wide, width: width).split(separator: "\n").map { StyledText(String($0)).cells }
      #expect(lines.allSatisfy { $0.columnWidth <= width })
      let starts = lines.compactMap { cells in
        cells.firstIndex { $0.scalar == "v" }.map { cells[..<$0].columnWidth }
      }
      #expect(starts.count == 2 && starts[0] == starts[1])
      // No mark without its letter.
      for cells in lines {
        for (before, cell) in zip(cells, cells.dropFirst()) where cell.scalar == "\u{301}" {
          #expect(before.scalar == "e")
        }
      }
    }
  }

  @Test func hostileTextNeverReachesTheTerminal() {
    let hostile = row("a\u{1B}[31m\nb", "v\u{7}\te", "\u{202E}c", id: "d\u{1B}", date: "2\u{9B}")
    for width in [20, 40, 80, 200] {
      let text = text([hostile], width: width)
      let controls = text.unicodeScalars.filter {
        $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value))
      }
      #expect(controls.isEmpty && text.split(separator: "\n").count == (width < 40 ? 2 : 1))
    }
  }

  @Test func rowsAsSeparatedValues() {
    var reply = KwicReply(query: "q", interpreted: "i", generation: "g", total: 2)
    reply.rows = [row("a, b ", "veto", " \"c\"")]
    let line = "d#p1,2013-09-11,\"T, 1\",\"a, b \",veto,\" \"\"c\"\"\",corpus/d.md,3,5\r\n"
    #expect(
      reply.separatedValues(withHeadings: true) == "id,date,title,left,match,right,path,line,column\r\n"
        + line)
    #expect(reply.separatedValues(withHeadings: false) == line)
  }

  /// A member that a reply gets must get into the summary too.
  @Test func theSummaryIsTheReplyWithoutItsRows() throws {
    let reply = KwicReply(
      query: "q", interpreted: "i", generation: "g", total: 7, occurrences: 9, complete: false,
      warnings: [WarningMessage(message: "m")], elapsedMicroseconds: 5, cursor: "c", rows: rows)
    func members(_ value: some JSONWritable) throws -> [String: NSObject] {
      try #require(JSONSerialization.jsonObject(with: Data(JSONWriter.line(value))) as? [String: NSObject])
    }
    var expected = try members(reply)
    expected["rows"] = nil
    expected["shown"] = 3 as NSNumber
    #expect(try members(KwicSummary(reply: reply, shown: 3)) == expected)
  }

  @Test func pagesAreAppended() {
    var whole = KwicReply(
      query: "q", interpreted: "i", generation: "g", total: 3, occurrences: 4, elapsedMicroseconds: 5,
      cursor: "c",
      rows: [rows[0]])
    whole.append(
      KwicReply(
        query: "q", interpreted: "i", generation: "g", total: 3, occurrences: 4, complete: false,
        warnings: [WarningMessage(message: "m")], elapsedMicroseconds: 7, rows: [rows[1]]))
    #expect(
      whole
        == KwicReply(
          query: "q", interpreted: "i", generation: "g", total: nil, complete: false,
          warnings: [WarningMessage(message: "m")], elapsedMicroseconds: 12, rows: Array(rows.prefix(2))))
  }
}
