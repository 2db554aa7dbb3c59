import Testing
import Text

@testable import Corpus

/// What becomes of single characters: soft hyphens, ligatures, glyphs, mojibake, quotation marks.
struct CharacterTests {
  @Test(arguments: [
    (
      "The o\u{FB03}ce of the \u{FB01}fth \u{FB02}oor, a\u{FB00}ord, wa\u{FB04}e, la\u{FB06}.",
      "The office of the fifth floor, afford, waffle, last."
    ),
    ("The de\u{AD}le\u{AD}gates met.", "The delegates met."),
    (
      "Interna¬tional co¬operation; not South¬East, 2¬3 or a ¬ b.",
      "International cooperation; not South¬East, 2¬3 or a ¬ b."
    ),
    ("The reali¬\nzation of it.", "The realization of it."),
    ("A\u{0} b\u{8}c\u{7F}d\u{200B}e\u{200E}f\u{FFFC}.", "A bcdef."),
    ("A \u{F0B7} glyph in\u{E000}side.", "A glyph inside."),
  ])
  func `in a line`(source: String, text: String) throws {
    #expect(try paragraphs(source) == [text])
  }

  @Test func `a ligature is found by its letters, at its column`() throws {
    let paragraph = try #require(try lawful("The o\u{FB03}ce met.").paragraphs.first)
    #expect(paragraph.pieces.map(\.textOffset) == [0, 5, 8])
    #expect(paragraph.pieces.map(\.column) == [1, 6, 9])
  }

  @Test(arguments: [
    "It\u{E2}\u{20AC}\u{2122}s true.", "Caf\u{C3}\u{A9} society.", "A \u{C2}\u{A0}space.",
    "BOM \u{EF}\u{BB}\u{BF}here.", "Lost \u{EF}\u{BF}\u{BD} byte.",
    "Caf\u{221A}\u{A9} on a Mac.", "It\u{201A}\u{C4}\u{F4}s too.", "Don\u{92}t.", "Lost \u{FFFD} here.",
    "\u{C3}\u{2030}tat.",
  ])
  func `mojibake is reported with its line, and stays`(line: String) throws {
    let found = try lawful("First.\n\n" + line + "\n\n" + line)
    let warning = try #require(found.warnings.first { $0.message.hasPrefix("mojibake") })
    #expect(warning.line == 3)
    #expect(found.repairs.mojibake >= 2)
    #expect(found.paragraphs.count == 3)
  }

  @Test(arguments: [
    "Café, Ålesund, Ångström, NÃO, pâté — naïve « là » “oui” ‘non’ É… 5 € £3 §2 °C ½ Ñandú",
    "Кириллица Ελληνικά العربية 中文",
    "√2 and √x", "‚quoted‘",
  ])
  func `foreign words are no mojibake`(line: String) throws {
    #expect(try document(line).repairs.mojibake == 0)
  }

  /// Curly and straight marks are one for whoever searches, and stay what they are for whoever quotes.
  @Test func `quotation marks stay as they stand, and match either way`() throws {
    let curly = "The ‘focal point’ of Côte d’Ivoire’s “policy”."
    let straight = "The 'focal point' of Côte d'Ivoire's \"policy\"."
    #expect(try paragraphs(curly) == [curly])
    #expect(try paragraphs(straight) == [straight])
    #expect(terms(curly) == terms(straight))
  }

  private func terms(_ text: String) -> [[UInt8]] {
    var buffer = TokenBuffer()
    Analyzer().analyze(Array(text.utf8).span, into: &buffer)
    return buffer.tokens.map { Array(buffer.term(of: $0)) }
  }
}
