import Testing
import Text

@Suite("Folding")
struct FoldingTests {
  private func folded(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var bytes: [UInt8] = []
    for scalar in scalars {
      bytes +=
        Folding.byteRange(for: scalar.value)?.map(Folding.byte) ?? Array(String(Character(scalar)).utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(
    "Examples",
    arguments: [
      ("Côte", "cote"), ("CÔTE", "cote"), ("Co\u{302}te", "cote"), ("Ångström", "angstrom"),
      ("Øresund", "oresund"),
      ("Łódź", "lodz"), ("Đorđe", "dorde"), ("Straße", "strasse"), ("STRAẞE", "strasse"), ("Æsop", "aesop"),
      ("Œuvre", "oeuvre"), ("Diyarbakır", "diyarbakir"), ("İzmir", "izmir"), ("Ħal", "hal"), ("Þór", "thor"),
      ("Sigurðr", "sigurdr"), ("ŧ", "t"), ("ﬁn", "fin"), ("ΣΊΣΥΦΟΣ", "σισυφοσ"), ("σίσυφος", "σισυφοσ"),
      ("Йод", "иод"), ("ё", "е"), ("\u{212A}elvin", "kelvin"), ("’‘ʼ＇", "''''"), ("co\u{AD}op", "coop"),
      ("a\u{200D}b\u{FEFF}c\u{FE0F}", "abc"), ("مُحَمَّد", "محمد"), ("שָׁלוֹם", "שלום"), ("किताब", "किताब"),
      ("한국", "한국"),
      ("1,000", "1,000"), ("ŉ", "'n"),
    ])
  func examples(text: String, expected: String) {
    #expect(folded(text.unicodeScalars).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test("Composed and decomposed voicing marks fold alike, and stay")
  func voicing() {
    #expect(folded("が".unicodeScalars) == folded("か\u{3099}".unicodeScalars))
    #expect(folded("が".unicodeScalars) != folded("か".unicodeScalars))
  }

  @Test("Folding what is folded changes nothing")
  func idempotent() {
    for value in 0...UInt32(0x10FFFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = folded(CollectionOfOne(scalar))
      if folded(once.unicodeScalars) != once {
        Issue.record("U+\(String(value, radix: 16)) folds to \(once)")
      }
    }
  }

  @Test(
    "Unicode's case folding is part of ours",
    .enabled(if: SharedData.has(SharedData.caseFolding), "no shared data"))
  func caseFolding() throws {
    var count = 0
    for line in try SharedData.lines(of: SharedData.caseFolding) where !line.hasPrefix("#") && !line.isEmpty {
      let fields = line.split(separator: ";").map {
        $0.split(separator: " ").compactMap { UInt32($0, radix: 16) }
      }
      let status = line.split(separator: ";")[1]
      guard status == " C" || status == " F" else { continue }
      let (from, to) = (fields[0].compactMap(Unicode.Scalar.init), fields[2].compactMap(Unicode.Scalar.init))
      #expect(folded(from) == folded(to), "\(line)")
      count += 1
    }
    #expect(count > 1_400)
  }
}
