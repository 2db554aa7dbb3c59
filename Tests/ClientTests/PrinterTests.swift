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

  private func lines(of hit: HitMessage) -> [String] { Array(VimgrepSearchPrinter.lines(of: hit)) }

  @Test func vimgrepHasALineForEachOccurrence() {
    let twice = hit("A veto\nand a veto", [[2, 6], [13, 17]], [[3, 7], [4, 12]])
    #expect(
      lines(of: twice) == [
        "corpus/d.md:3:7:A veto and a veto\n", "corpus/d.md:4:12:A veto and a veto\n",
      ])
  }

  /// What matched only by what is not in it still has a place.
  @Test func vimgrepHasALineForTheStartOfAHitWithoutHighlights() {
    #expect(lines(of: hit("None", [], [])) == ["corpus/d.md:3:5:None\n"])
    #expect(lines(of: hit("a\u{1B}b", [], [[1]])) == ["corpus/d.md:3:5:a␛b\n"])
  }

  /// A member that a reply gets must get into the summary too.
  @Test func theSummaryIsTheReplyWithoutItsHits() throws {
    let reply = SearchReply(
      query: "q", interpreted: "i", generation: "g", total: 7, complete: false,
      warnings: [WarningMessage(message: "m")], elapsedMicroseconds: 5, offset: 2, cursor: "c")
    func members(_ value: some JSONWritable) throws -> [String: NSObject] {
      try #require(
        JSONSerialization.jsonObject(with: Data(JSONWriter.line(value))) as? [String: NSObject])
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

  @Test func vimgrepShowsAParagraphOf300ScalarsWhole() {
    let text = String(repeating: "lorem ", count: 49) + "a veto"
    #expect(lines(of: hit(text, [[296, 300]], [[3, 301]])) == ["corpus/d.md:3:301:\(text)\n"])
    #expect(lines(of: hit(text + "!", [[296, 300]], [[3, 301]])) != ["corpus/d.md:3:301:\(text)!\n"])
  }

  @Test func vimgrepCutsALongParagraphAroundEachOccurrence() {
    let filler = String(repeating: "lorem ", count: 100)
    let text = "veto " + filler + "veto " + filler + "veto"
    let shown = lines(of: hit(text, [[0, 4], [605, 609], [1210, 1214]], [[3, 5], [4, 1], [5, 2]]))
    let few = String(repeating: "lorem ", count: 49)
    #expect(shown.first == "corpus/d.md:3:5:veto \(few.dropLast(1)) …\n")
    let half = String(repeating: "lorem ", count: 24)
    #expect(shown.dropFirst().first == "corpus/d.md:4:1:… \(half)veto \(half.dropLast(1)) …\n")
    #expect(shown.last == "corpus/d.md:5:2:… \(few)veto\n")
  }

  /// A script without spaces, and highlights that are not in the text or longer than a line.
  @Test func vimgrepLinesAreNeverLong() {
    let text = String(repeating: "決", count: 5_000)
    let highlights = [[2_000, 2_002], [-1, 3], [4_990, 5_001], [3], [10, 4_000]]
    let shown = lines(of: hit(text, highlights, Array(repeating: [1, 1], count: 6)))
    let whole = String(repeating: "決", count: 300)
    #expect(shown.count == 6)
    for (number, line) in shown.enumerated() {
      let start = number == 0 || number == 4 ? "… " : ""
      #expect(line == "corpus/d.md:1:1:\(start)\(whole) …\n", "\(number)")
    }
  }

  /// What is written grows with the occurrences, not with the length of their paragraph as well.
  @Test func vimgrepOfManyOccurrencesInOneParagraph() {
    let count = 10_000
    let text = String(repeating: "veto ", count: count)
    let shown = lines(
      of: hit(text, (0..<count).map { [$0 * 5, $0 * 5 + 4] }, (0..<count).map { [1, $0 * 5 + 1] }))
    #expect(shown.count == count)
    #expect(shown.allSatisfy { $0.utf8.count < 340 })
  }
}
