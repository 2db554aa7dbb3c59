import TestSupport
import Testing
import Text

@Suite("Analyzer against the reference tokenizer")
struct AnalyzerPropertyTests {
  /// Pieces that meet each other in ways the rules care about.
  static let pieces: [[UInt8]] = {
    let texts = [
      "a", "b", "s", "S", "d", "Qu", "The", "US", "WHO", "A", "RES", "1", "67", "1973", "R2P", " ", " ", " ",
      "\n",
      "\r\n", "'", "’", "ʼ", "‘", "＇", "'s", "’S", "d'", "qu’", "-", "-", "/", "/", "‐", "‑", ".", ",", ":",
      ";",
      "_", "\"", "(", ")", " (2011)", "\u{A0}(1999)", "(2005)", "é", "e\u{301}", "\u{301}", "É", "Ø", "ß",
      "ﬁ", "Ł",
      "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{FE0F}", "\u{202F}", "\u{FEFF}", "א", "ב", "カ", "タ",
      "ひ",
      "漢", "ไ", "ก็", "한", "й", "कि", "٣", "🇫", "🇷", "🛑", "👩", "½", "²", "Ⅳ", "ª", "\u{FFFD}", "\u{85}",
      String(repeating: "x", count: 90), String(repeating: "é", count: 70), String(repeating: "ΐ", count: 70),
    ]
    let illFormed: [[UInt8]] = [
      [0x80], [0xFF], [0xC3], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F], [0xC0, 0xAF],
    ]
    return texts.map { Array($0.utf8) } + illFormed
  }()

  static func randomText(_ generator: inout SeededGenerator) -> [UInt8] {
    // Now and then only a few pieces are used, so that long chains and runs come up.
    let choice = (0..<Int.random(in: 2...12, using: &generator)).map { _ in
      pieces.randomElement(using: &generator)
    }
    let isNarrow = Bool.random(using: &generator)
    var text: [UInt8] = []
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      let piece =
        isNarrow ? choice.randomElement(using: &generator) ?? nil : pieces.randomElement(using: &generator)
      text += piece ?? []
    }
    return text
  }

  @Test("The same tokens for random texts", arguments: 0..<20)
  func matchesReference(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var buffer = TokenBuffer()
    for _ in 0..<1_000 {
      let text = Self.randomText(&generator)
      Analyzer().analyze(text.span, into: &buffer)
      let expected = ReferenceTokenizer(text).words
      let found = words(of: buffer)
      if found != expected {
        Issue.record("\(text) \(String(decoding: text, as: UTF8.self)): found \(found), expected \(expected)")
        return
      }
      #expect(buffer.wordCount == found.filter { $0.kind == .word }.count)
    }
  }

  @Test("The same tokens for random bytes and random ASCII", arguments: [0x7F, 0xFF] as [UInt8])
  func randomBytes(highest: UInt8) {
    var generator = SeededGenerator(seed: UInt64(highest))
    var buffer = TokenBuffer()
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...64, using: &generator)).map { _ in
        UInt8.random(in: 0...highest, using: &generator)
      }
      Analyzer().analyze(text.span, into: &buffer)
      #expect(words(of: buffer) == ReferenceTokenizer(text).words, "\(text)")
    }
  }

  @Test("A buffer used before gives what a new one gives")
  func reusedBuffer() {
    var generator = SeededGenerator(seed: 7)
    var used = TokenBuffer()
    for _ in 0..<500 {
      let text = Self.randomText(&generator)
      var new = TokenBuffer()
      Analyzer().analyze(text.span, into: &used)
      Analyzer().analyze(text.span, into: &new)
      #expect(used.tokens == new.tokens && used.termBytes == new.termBytes && used.wordCount == new.wordCount)
    }
  }

  private func words(of buffer: TokenBuffer) -> [ReferenceTokenizer.Word] {
    buffer.tokens.map {
      ReferenceTokenizer.Word(
        kind: $0.kind, range: Int($0.start)..<Int($0.end), position: Int($0.position),
        term: Array(buffer.term(of: $0)))
    }
  }
}
