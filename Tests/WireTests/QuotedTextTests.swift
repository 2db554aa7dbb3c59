import Testing
import Wire

struct QuotedTextTests {
  private let paragraph = "A – said: “x”. B said y. A said z."

  @Test func runsThatStandApart() {
    let quoted = QuotedText(paragraph, [[0, 14], [25, 34]])
    #expect(quoted.text == "A – said: “x”. … A said z.")
    // Of `A` and `said` in both runs, and of what is not quoted, or only in part.
    #expect(
      quoted.ranges([[0, 1], [4, 8], [15, 16], [13, 16], [25, 26], [32, 33]]) == [
        [0, 1], [4, 8], [17, 18], [24, 25],
      ])
  }

  @Test func allOfIt() {
    for ranges in [nil, [], [[0, 34]]] as [[[Int]]?] {
      let quoted = QuotedText(paragraph, ranges)
      #expect(quoted.text == paragraph)
      #expect(quoted.ranges([[3, 5], [33, 34]]) == [[3, 5], [33, 34]])
    }
  }

  /// What a daemon sends may be anything.
  @Test(arguments: [[[5, 3]], [[-1, 2]], [[0, 99]], [[0]], [[]], [[1, 1]]] as [[[Int]]])
  func whatIsNoRange(ranges: [[Int]]) {
    #expect(QuotedText(paragraph, ranges).text == paragraph)
    let quoted = QuotedText(paragraph, [[0, 1], [15, 24]])
    #expect(quoted.ranges(ranges.filter { $0 != [1, 1] } + [[22, .min], [.max, 0], [.min, .max]]) == [])
    #expect(QuotedText(paragraph, ranges + [[0, 1], [0, 2], [15, 16]]).text == "A … B")
  }

  @Test func hits() {
    var hit = HitMessage(
      id: "d#s1", score: 1, document: DocumentMessage(id: "d", title: ""), text: paragraph,
      statement: [[15, 24]],
      highlights: [[22, 23]], source: SourceMessage(path: "d.md", line: 1, column: 16, endLine: 1))
    #expect(hit.quoted.text == "B said y." && hit.quoted.highlights == [[7, 8]])
    hit.statement = nil
    #expect(hit.quoted == hit)
  }
}
