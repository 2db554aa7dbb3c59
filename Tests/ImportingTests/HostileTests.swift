import TestSupport
import Testing

@testable import Importing

/// Nothing in a file traps, recurses or takes more than linear time.
struct HostileTests {
  private static let pieces = [
    "<", ">", "</", "/>", "<!", "<!--", "-->", "--!>", "<?", "&", "&#", "&#x", ";", "&amp", "&notin;",
    "&#xD800;", "&#0;", "=", "\"", "'",
    " ", "\n", "\u{0}", "a", "div", "<div>", "</div>", "<p hidden>", "<p>", "</p>", "<ul>",
    "<ol start=99999999999999999999>",
    "<ol start=999999999>", "<li value=-1>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>",
    "<script>", "</script>",
    "<script", "<style>", "</style>", "<title>", "</title>", "<svg>", "</svg>", "<math/>", "<main>",
    "</main>", "<article>",
    "<form>", "</form>", "<h1>", "</h1>", "<h7>", "<br>", "<pre>", "</pre>", "<plaintext>", "<meta charset=",
    "<meta name=date content=",
    "2013-09-11", "<time datetime=", "<html lang=", "é", "\u{2022}", "\u{AD}", "text", "<header>", "<nav>",
    "</nav>", "<select>",
  ]

  @Test func noBytesTrap() {
    var generator = SeededGenerator(seed: 22)
    for number in 0..<10_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        if Int.random(in: 0..<8, using: &generator) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &generator))
        } else {
          bytes += Array((Self.pieces.randomElement(using: &generator) ?? "").utf8)
        }
      }
      let declared = HTMLEncoding.declared(in: bytes)
      guard let text = try? SourceText(bytes, declared: declared) else { continue }
      check(text.utf8, "case \(number)")
    }
  }

  /// Tokens stand one behind the other, and what is read is text.
  private func check(_ bytes: [UInt8], _ comment: String) {
    var tokenizer = HTMLTokenizer(bytes)
    var end = 0
    while let token = tokenizer.next() {
      #expect(tokenizer.offset > end && tokenizer.offset <= bytes.count, "\(comment)")
      if case .text(let range) = token {
        #expect(range.lowerBound >= end && range.upperBound <= tokenizer.offset)
      }
      end = tokenizer.offset
    }
    for block in HTMLImport(bytes).blocks {
      #expect(!block.text.isEmpty && String(validating: block.text, as: UTF8.self) != nil, "\(comment)")
    }
  }

  private func repeated(_ piece: String, _ count: Int, then end: String = "") -> [UInt8] {
    Array(String(repeating: piece, count: count).utf8) + Array(end.utf8)
  }

  @Test(arguments: [
    "<div>", "<ul><li>", "<table><tr><td>", "<p hidden>", "<svg>", "<nav>", "<b>", "</div>", "<article>",
    "<h1>",
  ])
  func aMillionAreNoTrouble(piece: String) {
    let count = 1_000_000 / (piece.utf8.count(where: { $0 == UInt8(ascii: "<") }))
    let html = HTMLImport(repeated(piece, count, then: "end"))
    #expect(html.blocks.count <= 1)
    // The nesting of what is left out holds the text as well.
    if ["<div>", "<b>", "</div>"].contains(piece) { #expect(html.blocks.map(\.text) == [Array("end".utf8)]) }
  }

  @Test(arguments: ["<a href=\"", "<!--", "<script>", "<title>", "x", "&", "&#", "<", "<p "])
  func longRunsAreNoTrouble(start: String) {
    let html = HTMLImport(Array(start.utf8) + [UInt8](repeating: 0x61, count: 2_000_000))
    #expect(html.blocks.count == (["x", "&", "&#"].contains(start) ? 1 : 0))
  }

  /// Twice the bytes, twice the steps: tokens, and containers opened and closed.
  @Test(arguments: [
    "<div></p>", "<ul><li></ol>", "<div><section></div>", "</div><div>", "<!-- - --><b>", "<script></script>",
    "&&amp;<",
  ])
  func stepsAreLinear(piece: String) {
    func steps(_ count: Int) -> Int {
      let bytes = repeated(piece, count)
      var tokenizer = HTMLTokenizer(bytes)
      var tokens = 0
      while tokenizer.next() != nil { tokens += 1 }
      return tokens + HTMLRenderer(bytes, taking: nil, pageForm: nil).stepCount
    }
    let (once, twice) = (steps(2_000), steps(4_000))
    #expect(twice <= 2 * once + 2 && twice <= 4 * 4_000 * piece.utf8.count)
  }
}
