import TestSupport
import Testing
import Text

@testable import Corpus

/// Text that no author wrote: words of the grammar in any order, bytes in any order, very long runs.
struct StatementHostileTests {
  private static let vocabulary = [
    "France", "the", "government", "of", "Mali", ",", "and", "noted", "that", "\"", "“", "”", "(", ")", ":",
    ";", ".", "Mr.",
    "Dr.", "Jane", "Roe", "Secretary-General", "with", "noting", "by", "was", "been", "stressed", "including",
    "among",
    "others", "them", "several", "delegations", "she", "They", "'s", "’s", "statement", "on", "behalf",
    "While", "as",
    "according", "to", "in", "view", "Minister", "for", "Foreign", "Affairs", "United", "States", "—", "-",
    "U.S.", "no", "not",
    "should", "took", "opportunity", "there", "were", "some", "who", "É", "🙂", "\u{301}", "Special",
    "Advisers", "\n", "\n\n",
    "- ", "The President:", "Ban", "Ki-moon", "R2P", "2013", "A/67/929", "H.E.", "et", "such", "call", "upon",
  ]

  /// Every range lies in its paragraph, on whole scalars, and no statement shares a byte with another.
  private func check(_ document: Document, _ found: Statements) {
    var covered: [[Bool]] = document.paragraphs.map { [Bool](repeating: false, count: $0.utf8.count) }
    for statement in found.statements {
      #expect(!statement.ranges.isEmpty)
      for range in statement.ranges {
        let utf8 = document.paragraphs[range.paragraph].utf8
        #expect(!range.utf8.isEmpty && range.utf8.upperBound <= utf8.count)
        #expect(utf8[range.utf8.lowerBound] & 0xC0 != 0x80)
        #expect(range.utf8.upperBound == utf8.count || utf8[range.utf8.upperBound] & 0xC0 != 0x80)
        #expect(!covered[range.paragraph][range.utf8].contains(true))
        for index in range.utf8 { covered[range.paragraph][index] = true }
      }
      if let place = statement.evidence.place {
        #expect(place.utf8.upperBound <= document.paragraphs[place.paragraph].utf8.count)
      }
      let ids = Set(found.speakers.map(\.id))
      for voice in statement.voices {
        #expect(!voice.speakers.isEmpty && !voice.name.isEmpty)
        #expect(voice.speakers.allSatisfy { ids.contains($0) })
      }
    }
  }

  @Test func `words of the grammar in any order`() throws {
    var generator = SeededGenerator(seed: 20_130_911)
    for round in 0..<1_500 {
      var text = ""
      for _ in 0..<Int.random(in: 1..<120, using: &generator) {
        text += Self.vocabulary[Int.random(in: 0..<Self.vocabulary.count, using: &generator)]
        if Int.random(in: 0..<8, using: &generator) > 0 { text += " " }
      }
      var document = try document(text, path: round % 2 == 0 ? "a.txt" : "a.md")
      document.date = round % 3 == 0 ? DateInterval("2013") : nil
      check(
        document, StatementFinder.standard.statements(of: document, speaker: round % 11 == 0 ? text : nil))
    }
  }

  @Test(arguments: ["Was noted.", "Were also mentioned to France.", "Was", "is noted", "Been said: no."])
  func `sentences that begin in their midst`(text: String) throws {
    _ = StatementFinder.standard.statements(of: try document(text))
  }

  @Test func `bytes in any order`() {
    var generator = SeededGenerator(seed: 77)
    for _ in 0..<500 {
      let utf8 = (0..<Int.random(in: 1..<200, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let paragraph = Paragraph(
        kind: .prose, section: 0, utf8: utf8, pieces: [SourcePiece(textOffset: 0, line: 1, column: 1)],
        endLine: 1)
      let document = Document(
        id: "a", path: "a.txt", title: "", date: nil, kind: nil, publisher: nil, language: nil, symbol: nil,
        speakers: [], form: nil, sections: [Section(headings: [])], paragraphs: [paragraph],
        repairs: RepairCounts(), warnings: [])
      for statement in StatementFinder.standard.statements(of: document).statements {
        for range in statement.ranges { #expect(range.utf8.upperBound <= utf8.count) }
      }
    }
  }

  @Test(arguments: [
    "France, ", "France and ", "Mr. Roe, ", "“France noted ", "Minister of ", "(", "the ",
    "France noted that ", "some of ",
    "with France noting ", "by ", "as France noted, ", "Mr. Roe, Minister of Mali, ", "including France, ",
    "A. B. ",
  ])
  func `long runs end`(words: String) throws {
    let text = String(repeating: words, count: 4_000) + "noted that it was late."
    let document = try document(text)
    check(document, StatementFinder.standard.statements(of: document))
  }

  @Test func `a document without text has no statements`() throws {
    let found = StatementFinder.standard.statements(of: try document(""), speaker: "FRA")
    #expect(found == Statements())
  }
}
