import TestSupport
import Testing
import Wire

@testable import Client

@Suite struct ExcerptTests {
  private func hit(_ text: String, _ highlights: [[Int]]) -> HitMessage {
    HitMessage(
      id: "d#p1", score: 1, document: DocumentMessage(id: "d", title: "t"), text: text,
      highlights: highlights,
      source: SourceMessage(path: "d.md", line: 1, column: 1, endLine: 1))
  }

  private func shown(_ text: String, _ highlights: [[Int]]) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: Excerpt.of(hit(text, highlights)).cells.map(\.scalar))
    return String(scalars)
  }

  private let filler = String(repeating: "lorem ", count: 200)

  @Test func showsAShortParagraphWhole() {
    #expect(shown("One veto more.", [[4, 8]]) == "One veto more.")
  }

  @Test func cutsAroundAMatchInTheMiddle() {
    let text = shown(filler + "veto " + filler, [[1200, 1204]])
    #expect(text.hasPrefix("… lorem ") && text.hasSuffix(" lorem …"))
    #expect(text.contains(" veto "))
    #expect((300...410).contains(text.count))
  }

  @Test func showsTwoPassagesForDistantMatches() {
    let text = shown("veto " + filler + "veto " + filler + "veto", [[0, 4], [1205, 1209], [2410, 2414]])
    #expect(text.hasPrefix("veto lorem") && text.hasSuffix(" …"))
    #expect(text.split(separator: " … ").count == 2)
  }

  @Test func showsTheBeginningWithoutAMatch() {
    let text = shown(filler, [])
    #expect(text.hasPrefix("lorem ") && text.hasSuffix("lorem …"))
  }

  /// Marks survive cutting: what is marked is what matched.
  @Test func marksWhatMatched() {
    let cells = Excerpt.of(hit(filler + "veto " + filler, [[1200, 1204]])).cells
    #expect(cells.filter(\.isMarked).map { Character($0.scalar) } == Array("veto"))
  }

  @Test func neverTrapsOnAnyHighlights() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<2_000 {
      let text = String(
        repeating: Bool.random(using: &generator) ? "ab " : "x",
        count: Int.random(in: 0...900, using: &generator))
      let highlights = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        [Int.random(in: -5...1200, using: &generator), Int.random(in: -5...1200, using: &generator)]
      }
      let layout = TextLayout(width: Int.random(in: 0...100, using: &generator), hasColors: true)
      _ = layout.text(of: hit(text, highlights), rank: 1)
    }
  }

  /// Highlights may touch and overlap, and many may match the same words.
  @Test func showsThePassagesWithTheMostHighlights() {
    let text = "veto " + filler + "one two three " + filler + "veto veto"
    let crowd = [[1205, 1208], [1209, 1212], [1213, 1218]]
    let pair = [[2419, 2423], [2424, 2428]]
    let cut = shown(text, [[0, 4]] + crowd + pair)
    #expect(cut.hasPrefix("… lorem") && cut.contains("one two three") && cut.hasSuffix("veto veto"))
    // Overlapping ones are one: three times the same words do not outweigh two different ones.
    let same = [[0, 4], [0, 4], [0, 3], [1, 4]]
    let other = shown(text, same + crowd + pair)
    #expect(other == cut)
  }

  /// A word that stands everywhere in a long document: whoever compares each with each has billions of pairs.
  @Test func excerptsAVeryLongParagraph() {
    let count = 50_000
    let words = String(repeating: "veto ", count: count)
    let cells = Excerpt.of(hit(words, (0..<count).map { [$0 * 5, $0 * 5 + 4] })).cells
    #expect((300...410).contains(cells.count))
  }

  @Test func wrapsAVeryLongWord() {
    let word = StyledText(String(repeating: "決", count: 100_001) + "a")
    let lines = word.wrapped(to: 11)
    #expect(lines.count == 20_001)
    #expect(lines.dropLast().allSatisfy { $0.columnWidth == 10 })
    #expect(lines.last?.columnWidth == 3)
    #expect(lines.flatMap(\.self) == word.cells)
  }
}
