import Foundation
import Testing
import Wire

@testable import Client

@Suite struct PrinterTests {
  private func hit(_ text: String, _ highlights: [[Int]], _ positions: [[Int]]) -> HitMessage {
    HitMessage(
      id: "d#p1", score: 1, document: DocumentMessage(id: "d", title: "t"), text: text,
      highlights: highlights, positions: positions,
      source: SourceMessage(path: "corpus/d.md", line: 3, column: 5, endLine: 4))
  }

  @Test func vimgrepHasALineForEachOccurrence() {
    let twice = hit("A veto\nand a veto", [[2, 6], [13, 17]], [[3, 7], [4, 12]])
    #expect(
      VimgrepSearchPrinter.lines(of: twice) == [
        "corpus/d.md:3:7:A veto and a veto\n", "corpus/d.md:4:12:A veto and a veto\n",
      ])
  }

  /// What matched only by what is not in it still has a place.
  @Test func vimgrepHasALineForTheStartOfAHitWithoutHighlights() {
    #expect(VimgrepSearchPrinter.lines(of: hit("None", [], [])) == ["corpus/d.md:3:5:None\n"])
    #expect(VimgrepSearchPrinter.lines(of: hit("a\u{1B}b", [], [[1]])) == ["corpus/d.md:3:5:a␛b\n"])
  }

  /// A member that a reply gets must get into the summary too.
  @Test func theSummaryIsTheReplyWithoutItsHits() throws {
    let reply = SearchReply(
      query: "q", interpreted: "i", generation: "g", total: 7, complete: false,
      warnings: [WarningMessage(message: "m")], elapsedMicroseconds: 5, offset: 2, cursor: "c")
    func members(_ value: some Encodable) throws -> [String: NSObject] {
      try #require(
        JSONSerialization.jsonObject(with: Data(WireJSON.line(value))) as? [String: NSObject])
    }
    var expected = try members(reply)
    expected["hits"] = nil
    expected["shown"] = 3 as NSNumber
    #expect(try members(SearchSummary(reply, shown: 3)) == expected)
    let unknown = SearchReply(query: "q", interpreted: "i", generation: "g", total: nil)
    #expect(try members(SearchSummary(unknown, shown: 0))["total"] == NSNull())
  }

  @Test func pagesAreAppended() {
    var whole = SearchReply(
      query: "q", interpreted: "i", generation: "g", total: 3, warnings: [WarningMessage(message: "m")],
      elapsedMicroseconds: 5, cursor: "c", hits: [hit("a", [], [])])
    whole.append(
      SearchReply(
        query: "q", interpreted: "i", generation: "g", total: 3, complete: false,
        warnings: [WarningMessage(message: "m"), WarningMessage(message: "n")], elapsedMicroseconds: 7,
        offset: 1, hits: [hit("b", [], [])]))
    #expect(
      whole
        == SearchReply(
          query: "q", interpreted: "i", generation: "g", total: nil, complete: false,
          warnings: [WarningMessage(message: "m"), WarningMessage(message: "n")], elapsedMicroseconds: 12,
          hits: [hit("a", [], []), hit("b", [], [])]))
  }
}
