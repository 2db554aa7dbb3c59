import TestSupport
import Testing

@testable import Corpus

struct SpeakerWordTests {
  private struct Word: Equatable {
    var text: String
    var folded: String
    var gap: Gap
    var shape: WordShape
  }

  private func words(_ text: String) -> [Word] {
    let utf8 = Array(text.utf8)
    var reader = WordReader(keepsFolded: true)
    var words: [Word] = []
    while reader.next(in: utf8.span) {
      words.append(
        Word(
          text: String(decoding: utf8[reader.start..<reader.end], as: UTF8.self),
          folded: String(decoding: reader.folded, as: UTF8.self), gap: reader.gap, shape: reader.shape))
    }
    return words
  }

  @Test(arguments: [
    ("France's veto", "france veto"), ("France’s veto", "france veto"),
    ("the states' rights", "the states rights"),
    ("Côte d’Ivoire", "cote d ivoire"), ("Cote d'Ivoire", "cote d ivoire"), ("U.S.A. and U.S.", "usa and us"),
    ("Ban Ki-moon", "ban ki moon"), ("R2P/RtoP", "r2p rtop"), ("A. B. Smith", "a b smith"),
    ("don't", "don t"),
    ("P5’s", "p5"), ("Türkiye", "turkiye"), ("TÜRKİYE", "turkiye"), ("Kőrösi", "korosi"),
    ("e\u{301}tat", "etat"), ("", ""),
    ("… —", ""), ("Šimonović, Ø", "simonovic o"), ("日本", "日本"),
  ])
  func `words are folded`(text: String, expected: String) {
    #expect(words(text).map(\.folded).joined(separator: " ") == expected)
  }

  @Test func `shapes`() {
    #expect(words("UK").map(\.shape) == [[.capital, .capitals]])
    #expect(words("Uk").map(\.shape) == [[.capital]])
    #expect(words("R2P").map(\.shape) == [[.capital, .capitals, .digit]])
    #expect(words("2013").map(\.shape) == [[.digit]])
    #expect(words("I").map(\.shape) == [[.capital]])
    #expect(words("Éire's").map(\.shape) == [[.capital, .possessive]])
    #expect(words("U.S.").map(\.shape) == [[.capital, .capitals]])
  }

  @Test func `gaps`() {
    #expect(words("a, b").map(\.gap) == [[], [.comma, .space]])
    #expect(words("(a) b").map(\.gap) == [[.openParenthesis], [.closeParenthesis, .space]])
    #expect(words("he said \"no\" to it").map(\.gap)[2] == [.space, .openQuote])
    #expect(words("he said \"no\" to it").map(\.gap)[3] == [.space, .closeQuote])
    #expect(words("he said “no” to").map(\.gap)[2...] == [[.space, .openQuote], [.space, .closeQuote]])
    #expect(words("by-law – x—y").map(\.gap) == [[], .hyphen, [.space, .dash], .dash])
    #expect(words("end. Next").map(\.gap) == [[], [.stop, .space]])
  }

  @Test func `any bytes are read to their end`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
        [0x20, 0x27, 0x2E, 0x41, 0x73, 0xE2, 0x80, 0x99, 0xC3, 0xFF, 0xF4, 0x22][
          Int.random(in: 0..<12, using: &generator)]
          as UInt8
      }
      var reader = WordReader(keepsFolded: true)
      var last = 0
      while reader.next(in: bytes.span) {
        #expect(reader.start >= last && reader.end > reader.start && reader.end <= bytes.count)
        last = reader.end
      }
    }
  }
}
