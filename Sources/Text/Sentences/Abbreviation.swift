/// The abbreviations of this field, and what each says about the full stop behind it.
enum Abbreviation: Sendable {
  /// Stands before what it belongs to, so that its full stop never ends a sentence: Mr., H.E., e.g.
  case joining
  /// Its full stop ends no sentence when a number follows: No. 12, para. 3, Art. IV, Jan. 1994.
  case numbered
  /// Often the last word of a sentence; left to what follows: U.N., a.m., Jr.
  case either

  /// The longest abbreviation, in bytes.
  static let mostBytes = 8

  /// The abbreviation `word`, ASCII letters with full stops between them; nil when it is none.
  static func of(_ word: Range<Int>, in text: Span<UInt8>) -> Abbreviation? {
    guard word.count <= mostBytes, !word.isEmpty else { return nil }
    var key: UInt64 = 0
    for offset in word { key = key << 8 | UInt64(text[offset] | 0x20) }
    guard let entry = entries[key] else { return nil }
    let isCapital = text[word.lowerBound] & 0x20 == 0
    return entry.needsCapital && !isCapital ? nil : entry.abbreviation
  }

  private struct Entry {
    var abbreviation: Abbreviation
    /// Whether the word is an abbreviation only with a capital: Art. 5, but "works of art."
    var needsCapital: Bool
  }

  /// By the word's bytes in lower case, the last in the lowest bits. The full stop has bit 0x20 set already.
  private static let entries: [UInt64: Entry] = {
    var entries: [UInt64: Entry] = [:]
    func add(_ words: String, _ abbreviation: Abbreviation, needsCapital: Bool) {
      for word in words.utf8.split(separator: 0x20) {
        let key = word.reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
        entries[key] = Entry(abbreviation: abbreviation, needsCapital: needsCapital)
      }
    }
    add(
      "mr mrs ms messrs dr prof h.e amb gen col lt capt maj brig sgt hon rt sr st rev", .joining,
      needsCapital: true)
    add("e.g i.e vs cf op viz", .joining, needsCapital: false)
    add("no nos art arts add corr fig", .numbered, needsCapital: true)
    add("jan feb mar apr jun jul aug sep sept oct nov dec", .numbered, needsCapital: true)
    add(
      "para paras paragr res vol vols pp p sec sect chap chaps figs ibid cit", .numbered, needsCapital: false)
    add("a.m p.m u.n u.k u.s u.s.a u.s.s.r", .either, needsCapital: false)
    return entries
  }()
}
