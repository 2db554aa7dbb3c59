/// The abbreviations of this field, and what each says about the full stop behind it.
///
/// Chosen by what stands behind them in the UN General Debate, 1946–2024, and in speeches of the Security Council.
enum Abbreviation {
  /// Never ends a sentence: Mr., H.E., e.g.
  case joining
  /// Ends none before a word, unless it is one that opens sentences: St. Lucia, sect. IV, but "Wall St. The".
  case leading
  /// Ends none before a number: No. 12, Art. IV, Jan. 1994, but "No. We do not".
  case numbered
  /// Capitals like those of initials, but the last word of a name: Washington, D.C.
  case trailing

  /// The abbreviation `word`, ASCII letters with full stops between them; nil when it is none.
  static func of(_ word: Range<Int>, in text: Span<UInt8>) -> Abbreviation? {
    guard !word.isEmpty, word.count <= ShortWord.mostBytes else { return nil }
    let key = ShortWord(word, in: text)
    let isCapital = text[word.lowerBound] & 0x20 == 0
    return anyCase[key] ?? (isCapital ? capitalized[key] : small[key])
  }

  /// Abbreviations whether they start with a capital or not.
  private static let anyCase = table([
    (.joining, "e.g i.e vs cf op viz"),
    (.leading, "para paras paragr sect chap chaps vol vols"),
    (.numbered, "pp res sec fig figs ibid cit al nos approx ca"),
  ])

  /// Abbreviations only with a capital: Art. 5, but "works of art. 12 museums".
  private static let capitalized = table([
    // Hr. and Nr. are Mr. in scans.
    (.joining, "mr mrs ms messrs dr h.e hr nr"),
    (.leading, "prof amb gen col lt capt maj brig sgt hon rt rev sr st sts mt sh"),
    (.numbered, "no art arts add corr suppl conf ser pv ac cn"),
    (.numbered, "jan feb mar apr jun jul aug sep sept oct nov dec"),
    (.trailing, "d.c b.c a.d"),
  ])

  /// Abbreviations only without a capital, which would make an initial of them.
  private static let small = table([(.joining, "v"), (.numbered, "p")])

  private static func table(_ lists: [(Abbreviation, String)]) -> [ShortWord: Abbreviation] {
    var table: [ShortWord: Abbreviation] = [:]
    for (abbreviation, list) in lists {
      for word in ShortWord.words(list) { table[word] = abbreviation }
    }
    return table
  }
}
