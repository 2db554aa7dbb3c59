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
      guard let (found, account) = try? account(bytes: Array(text.utf8), path: path) else { continue }
      expectLaws(found, account, source: Array(text.utf8))
    }
  }

  /// Ranges of scalars that something happens to, or nothing.
  private static let scalars: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x20...0x7E, 0x61...0x7A, 0x09...0x0D, 0x00...0x1F, 0x7F...0xAF, 0xC0...0x17F,
    0x2000...0x206F,
    0x25A0...0x25FF, 0xE000...0xE010, 0xFB00...0xFB06, 0xFFF0...0xFFFD, 0x1F600...0x1F64F,
    0x10FFF0...0x10FFFF,
  ]

  @Test(arguments: ["note.txt", "note.md"]) func `random scalars`(path: String) throws {
    var generator = SeededGenerator(seed: 43)
    var count = 0
    for _ in 0..<800 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<200, using: &generator) {
        let range = try #require(Self.scalars.randomElement(using: &generator))
        text.append(try #require(Unicode.Scalar(UInt32.random(in: range, using: &generator))))
      }
      let bytes = Array(String(text).utf8)
      guard let (found, account) = try? account(bytes: bytes, path: path) else { continue }
      expectLaws(found, account, source: bytes)
      count += 1
    }
    #expect(count > 700)
  }

  /// A page with everything on it, a few of its bytes changed, taken out or doubled.
  @Test(arguments: ["note.txt", "note.md"]) func `broken pages`(path: String) throws {
    let page = Array(
      """
      # Title of a **Note**

      25 September 2009

      The government of

      [France](#)

      raised its [proposal](http://a.b/c "d") on inter-
      group talks\u{A0}— “so be it” —, which the inter¬group o\u{FB03}ce…

      12 08-51570
      \u{0C}
      - One of `these`;
        \u{F0B7} another <u>one</u>.

      > quoted <!-- or not --> ``` code
      ```
      *x*
      ```
      Under
      =====
      """.utf8)
    var generator = SeededGenerator(seed: 44)
    var valid = 0
    for _ in 0..<1_500 {
      var bytes = page
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...0x7F, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: page.dropFirst(place).prefix(8), at: place)
        default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &generator))
        }
      }
      guard let (found, account) = try? account(bytes: bytes, path: path) else { continue }
      expectLaws(found, account, source: bytes)
      valid += 1
    }
    #expect(valid > 700)
  }

  /// Each of these would take hours if any step were quadratic.
  @Test(
    .timeLimit(.minutes(2)), .serialized,
    arguments: [
      ("word, ", 50_000), ("\n", 500_000), ("- x\n", 30_000), ("[", 50_000), ("[a](", 20_000),
      ("*a ", 30_000),
      ("<u>", 20_000), ("<!--", 30_000), ("of\n\n", 20_000), ("Inter-\ngroup", 50_000), ("# H\n", 20_000),
      ("Name\n\n", 20_000), ("7\n\n", 20_000), ("(in\n\n", 50_000), ("_\u{AD}", 20_000),
      ("Name\n\nA b.\n\n", 10_000),
      ("\u{F0B7}\n", 20_000), (">", 50_000), ("`a``b", 20_000), ("\\", 50_000), ("~~~\n~~~~\n", 10_000),
      ("7\n\nThe word of\n\n", 10_000), ("[A](#) [B](#)\n\n", 10_000), ("1. A b c. 2. ", 15_000),
      ("A/63/PV.13\n12\n", 10_000), ("¬a", 30_000),
      ("A line of a column that is wrapped to its width\n", 10_000),
      ("<!-- a -->", 15_000), ("`<!--` ", 15_000),
    ] as [(String, Int)])
  func `large files take linear time`(part: String, count: Int) throws {
    let text = String(repeating: part, count: count)
    for path in ["note.txt", "note.md"] {
      let (found, account) = try account(bytes: Array(text.utf8), path: path)
      #expect(found.paragraphs.count <= text.utf8.count)
      #expect(account.runs.last?.end == text.utf8.count)
    }
  }
}
