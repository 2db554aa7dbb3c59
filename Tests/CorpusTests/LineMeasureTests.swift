import TestSupport
import Testing

@testable import Corpus

/// Random paragraphs, set in lines and read again.
struct LineMeasureTests {
  private static let words = [
    "a", "the", "of", "it", "in", "by", "peace", "States", "little", "willing", "commitment", "mammoth",
    "Assembly",
    "responsibility", "that", "with", "ill", "which", "world", "from", "United", "will", "international",
    "to", "and",
  ]

  /// Sentences enough for a paragraph; none of the words that end one calls for another.
  private func paragraph(_ generator: inout SeededGenerator) -> [String] {
    (0..<Int.random(in: 1...5, using: &generator)).flatMap { _ in
      let count = Int.random(in: 8...24, using: &generator)
      let inner = (0..<count).map { _ in Self.words.randomElement(using: &generator) ?? "" }
      return ["They"] + inner + ["agreed."]
    }
  }

  /// The lines of a paragraph, no wider than `width`.
  private func lines(of words: [String], width: Int, indent: Int, measure: (String) -> Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      let longer = line.isEmpty ? word : line + " " + word
      if measure(longer) + (lines.isEmpty ? indent : 0) <= width {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    return lines + [line]
  }

  /// How many of the paragraphs' starts are found again, how many are not, and how many starts are found that are none.
  private func read(
    width: Int, indent: Int, seed: UInt64, measure: (String) -> Int
  ) throws -> (found: Int, missed: Int, wrong: Int) {
    var generator = SeededGenerator(seed: seed)
    var result = (found: 0, missed: 0, wrong: 0)
    for _ in 0..<20 {
      let written = (0..<16).map { _ in paragraph(&generator) }
      let text = written.flatMap { lines(of: $0, width: width, indent: indent, measure: measure) }
      let read = try paragraphs(text.joined(separator: "\n"))
      let starts = { (texts: [String]) in
        Set(texts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count + 1) })
      }
      let (truth, answer) = (starts(written.map { $0.joined(separator: " ") }), starts(read))
      result.found += truth.intersection(answer).count
      result.missed += truth.subtracting(answer).count
      result.wrong += answer.subtracting(truth).count
    }
    return result
  }

  /// What is missed are last lines that were full, behind which the next word had no room.
  @Test(arguments: [40, 50, 66, 80]) func `typewritten lines`(width: Int) throws {
    let (found, missed, wrong) = try read(width: width, indent: 0, seed: UInt64(width)) { $0.count }
    #expect(found > 4 * missed, "\(found) found, \(missed) missed")
    #expect(wrong == 0)
  }

  /// Widths of a made-up face, near enough to the one that is measured by.
  private func width(_ text: String) -> Int {
    text.reduce(0) { sum, letter in
      sum + ("iljtf. ".contains(letter) ? 28 : "mwM".contains(letter) ? 76 : letter.isUppercase ? 66 : 48)
    }
  }

  @Test func `printed lines whose paragraphs stand in`() throws {
    let (found, missed, wrong) = try read(width: 2_200, indent: 220, seed: 7, measure: width)
    #expect(found > 9 * missed, "\(found) found, \(missed) missed")
    #expect(found > 49 * wrong, "\(found) found, \(wrong) wrong")
  }

  @Test func `lines without a common width have no measure`() throws {
    let rows = (0..<40).map { String(repeating: "word ", count: 4 + $0 * 7 % 12) + "of" }
    let (read, cleaner) = RowReader.rows(
      of: Array(rows.joined(separator: "\nthe ").utf8),
      from: LineScanner(Array(rows.joined(separator: "\nthe ").utf8)),
      isMarkdown: false, ledger: Ledger())
    #expect(LineMeasure(of: read, in: cleaner.text) == nil)
  }
}
