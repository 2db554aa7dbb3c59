import TestSupport
import Testing

@testable import Corpus

/// Whatever the bytes: no trap, and the law of the verbatim quote holds.
struct HostileInputTests {
  private static let fragments = [
    "a", "The government of", " ", "\n", "\n\n", "\r\n", "\r", "\u{0C}", "\t", "\u{A0}", "\u{AD}", "-", "- ",
    "* ", "• ", "**", "*",
    "_", "[", "](", "](#)", ")", "<u>", "</u>", "<br>", "<!--", "-->", "12", "12. ", "# ", "## x", "---",
    "===", "> ", "\"", "’s", "‘",
    "(", ").", ", ", "inter-", "group", "intergroup", "Mr.", "\u{F0B7}", "\u{F0B7}\n", "é", "😀", "\u{FEFF}",
    "\u{2028}", "title: x", "```",
    "08-51570 2", "[Chad](#)", "On 11 September 2013, we met.", "(a) ", "IV. ", ":", ";", "\u{2010}\n",
    "\u{0}",
  ]

  @Test(arguments: ["note.txt", "note.md"]) func `random fragments`(path: String) throws {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<1_500 {
      let count = Int.random(in: 0..<60, using: &generator)
      let text = (0..<count).map { _ in Self.fragments.randomElement(using: &generator) ?? "" }.joined()
      guard let found = try? document(text, path: path) else { continue }
      expectVerbatim(found, source: Array(text.utf8))
    }
  }

  @Test(arguments: ["note.txt", "note.md"]) func `random bytes`(path: String) {
    var generator = SeededGenerator(seed: 43)
    for round in 0..<600 {
      let top: UInt8 = round % 2 == 0 ? 0x7F : 0xFF
      let bytes = (0..<300).map { _ in UInt8.random(in: 0...top, using: &generator) }
      guard let found = try? document(bytes: bytes, path: path) else { continue }
      expectVerbatim(found, source: bytes)
    }
  }

  /// Each of these would take hours if any step were quadratic.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      String(repeating: "word, ", count: 100_000), String(repeating: "\n", count: 1_000_000),
      String(repeating: "- x\n", count: 60_000),
      String(repeating: "[", count: 100_000), String(repeating: "[a](", count: 40_000),
      String(repeating: "*a ", count: 60_000),
      String(repeating: "<u>", count: 40_000), String(repeating: "<!--", count: 60_000),
      String(repeating: "of\n\n", count: 40_000),
      String(repeating: "Inter-\ngroup", count: 100_000), String(repeating: "# H\n", count: 40_000),
      String(repeating: "Name\n\n", count: 40_000),
      String(repeating: "7\n\n", count: 40_000), String(repeating: "(in\n\n", count: 100_000),
      String(repeating: "_\u{AD}", count: 40_000),
      String(repeating: "Name\n\nA b.\n\n", count: 20_000), String(repeating: "\u{F0B7}\n", count: 40_000),
      String(repeating: ">", count: 100_000),
    ])
  func `large files take linear time`(text: String) throws {
    for path in ["note.txt", "note.md"] {
      let found = try document(text, path: path)
      #expect(found.paragraphs.count <= text.utf8.count)
    }
  }
}
