import Corpus
import TestSupport
import Testing

@testable import Importing

/// What an import writes, the corpus reads back: just the same paragraphs, of the same kinds.
struct RoundTripTests {
  /// Pieces that mean something to Markdown, to YAML or to repair, and words between them.
  private static let pieces = [
    "#", "##", "-", "- ", "*", "**", "***", "_", "__", "`", "```", "~~~", ">", "<", "</p>", "<b>", "<!--",
    "-->", "[", "](", "]",
    "[a](b)", "![", "\\", "\\\\", "|", "1.", "12)", "2013.", "(a)", "IV.", "+", "=", "===", "---", ":", "\"",
    "'", "&amp;",
    "&#35;", "{", "}", "\u{2022}", "\u{F0B7}", "\u{2013}", "\u{2013} ", "\u{B7} ", "\u{AD}", "\u{A0}",
    "\u{2028}", "\u{200B}",
    "\u{0}", "\u{1B}", "\u{FB01}", "é", "中", "😀", "word", "snake_case", "The Council", "noted", "that", ".",
    ",", "date: 2013",
    "Mr. Gasana (Rwanda):", "http://a.b/c_d_e", "Page 3", "- 7 -", "\u{FFFE}", "\u{301}", "C#", "#1", "¬",
  ]

  private func randomText(_ generator: inout SeededGenerator) -> [UInt8] {
    var text = ""
    for _ in 0..<Int.random(in: 1...9, using: &generator) {
      text += Self.pieces.randomElement(using: &generator) ?? ""
      if Bool.random(using: &generator) { text += " " }
    }
    return Array(text.utf8)
  }

  private func randomBlock(_ generator: inout SeededGenerator) -> Block? {
    var text = BlockText()
    text.append(randomText(&generator))
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return Block(.bullet, text)
    case 1: return Block(.heading(level: Int.random(in: 1...6, using: &generator)), text)
    case 2:
      var numbered = BlockText()
      numbered.append(Array("\(Int.random(in: 1...40, using: &generator)). ".utf8) + text.bytes)
      return Block(.item, numbered)
    default: return Block(.prose, text)
    }
  }

  /// What the corpus does to a text on purpose: ligatures in letters, and `¬`, which stands for a soft hyphen within a word.
  private func asRead(_ text: [UInt8]) -> String {
    withoutNotSigns(String(decoding: text, as: UTF8.self)).unicodeScalars.map {
      $0 == "\u{FB01}" ? "fi" : String($0)
    }.joined()
  }

  private func withoutNotSigns(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "¬" }))
  }

  private func document(_ markdown: [UInt8]) throws -> Document {
    let source = SourceFile(path: "a.md", id: "a", byteCount: markdown.count)
    return try DocumentReader(bytes: markdown, source: source, configuration: CorpusConfiguration())
      .document()
  }

  @Test func paragraphsAreReadBackAsTheyWere() throws {
    var generator = SeededGenerator(seed: 20)
    var count = 0
    for _ in 0..<1_000 {
      let blocks = (0..<5).compactMap { _ in randomBlock(&generator) }
      var markdown = Array("---\nsource: \"a\"\n---\n".utf8)
      MarkdownWriter.append(blocks, to: &markdown)
      let read = try document(markdown)
      let shown = String(decoding: markdown, as: UTF8.self)
      #expect(read.paragraphs.map { withoutNotSigns($0.text) } == blocks.map { asRead($0.text) }, "\(shown)")
      for (paragraph, block) in zip(read.paragraphs, blocks) {
        #expect((paragraph.kind == .heading) == block.isHeading, "\(shown)")
        #expect((paragraph.kind == .bullet) == (block.kind == .bullet), "\(shown)")
      }
      count += blocks.count
    }
    #expect(count > 4_000)
  }

  @Test func factsAreReadBackAsTheyWere() throws {
    var generator = SeededGenerator(seed: 21)
    func value() -> String? {
      let text = (0..<3).map { _ in String(decoding: randomText(&generator), as: UTF8.self) }
      return DocumentFacts.line(text.joined())
    }
    for _ in 0..<500 {
      var facts = DocumentFacts()
      (facts.title, facts.kind, facts.publisher) = (value(), value(), value())
      (facts.language, facts.symbol) = (value(), value())
      facts.speakers = (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in value() }
      var markdown: [UInt8] = []
      facts.appendFrontMatter(source: value() ?? "a", to: &markdown)
      markdown += Array("\nText.\n".utf8)
      let read = try document(markdown)
      let shown = String(decoding: markdown, as: UTF8.self)
      #expect(facts.title == nil || read.title == facts.title, "\(shown)")
      #expect(read.kind == facts.kind && read.publisher == facts.publisher, "\(shown)")
      #expect(read.language == facts.language && read.symbol == facts.symbol, "\(shown)")
      #expect(read.speakers == facts.speakers, "\(shown)")
      #expect(read.paragraphs.map(\.text) == ["Text."], "\(shown)")
    }
  }

  @Test(arguments: [
    "[[[[[[[[[[[[[[[[[[[[", "- - - - - - - - - - - - - - - - - - - -", "null", "~", "true", "2013", "---",
    "a: b # c",
  ])
  func awkwardTitlesAreQuoted(title: String) throws {
    var facts = DocumentFacts()
    facts.title = String(repeating: title, count: 5)
    var markdown: [UInt8] = []
    facts.appendFrontMatter(source: title, to: &markdown)
    #expect(try document(markdown + Array("\nText.\n".utf8)).title == facts.title)
    facts.title = title
    markdown = []
    facts.appendFrontMatter(source: title, to: &markdown)
    #expect(try document(markdown + Array("\nText.\n".utf8)).title == title)
  }

  @Test func markdownStaysReadable() throws {
    func written(_ kind: Block.Kind, _ text: String) throws -> String {
      var gathered = BlockText()
      gathered.append(Array(text.utf8))
      var output: [UInt8] = []
      MarkdownWriter.append([try #require(Block(kind, gathered))], to: &output)
      return String(decoding: output, as: UTF8.self)
    }
    #expect(
      try written(.prose, "A plain sentence, 1.5 % of \"all\" (A/67/929).")
        == "\nA plain sentence, 1.5 % of \"all\" (A/67/929).\n")
    #expect(try written(.prose, "2013. That year") == "\n2013\\. That year\n")
    #expect(try written(.item, "3. Third") == "\n3. Third\n")
    #expect(try written(.prose, "- an item") == "\n- an item\n")
    #expect(try written(.prose, "\u{2022}\u{A0}an item") == "\n- an item\n")
    #expect(try written(.heading(level: 2), "Part #") == "\n## Part \\#\n")
    #expect(
      try written(.prose, "# *no* [link](x) `code` <b> snake_case")
        == "\n\\# \\*no\\* \\[link](x) \\`code\\` \\<b> snake_case\n")
    var rule = BlockText()
    rule.append(Array("* * *".utf8))
    #expect(Block(.prose, rule) == nil)
  }
}
