/// The tables of the English (Porter2) algorithm; of two suffixes that end alike the longer comes first.
enum Porter2Rules {
  /// Beginnings behind which R1 starts, to keep apart what the general rule would join (universe, university).
  static let beginnings: [Suffix] = [
    "gener", "commun", "arsen", "past", "univers", "later", "emerg", "organ", "inter",
  ]

  static let possessives: [Suffix] = ["'s'", "'s", "'"]

  static let step1b: [Suffix] = ["eedly", "ingly", "edly", "eed", "ing", "ed"]

  /// What makes a noun with -ing: inning, outing, canning, herring, earring, evening.
  static let keepingIng: [Suffix] = ["inn", "out", "cann", "herr", "earr", "even"]

  /// What keeps -eed: proceed, exceed, succeed.
  static let keepingEed: [Suffix] = ["proc", "exc", "succ"]

  static let doubles: [Suffix] = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"]

  static let step2: [SuffixRule] = [
    SuffixRule("ational", "ate"), SuffixRule("fulness", "ful"), SuffixRule("iveness", "ive"),
    SuffixRule("ization", "ize"), SuffixRule("ousness", "ous"),
    SuffixRule("biliti", "ble"), SuffixRule("lessli", "less"), SuffixRule("tional", "tion"),
    SuffixRule("alism", "al"), SuffixRule("aliti", "al"), SuffixRule("ation", "ate"),
    SuffixRule("entli", "ent"), SuffixRule("fulli", "ful"), SuffixRule("iviti", "ive"),
    SuffixRule("ogist", "og"), SuffixRule("ousli", "ous"),
    SuffixRule("abli", "able"), SuffixRule("alli", "al"), SuffixRule("anci", "ance"),
    SuffixRule("ator", "ate"), SuffixRule("enci", "ence"), SuffixRule("izer", "ize"),
    SuffixRule("bli", "ble"), SuffixRule("ogi", "og", .afterL), SuffixRule("li", "", .afterLiEnding),
  ]

  static let step3: [SuffixRule] = [
    SuffixRule("ational", "ate"), SuffixRule("tional", "tion"),
    SuffixRule("alize", "al"), SuffixRule("ative", "", .inR2), SuffixRule("icate", "ic"),
    SuffixRule("iciti", "ic"), SuffixRule("ical", "ic"), SuffixRule("ness"), SuffixRule("ful"),
  ]

  static let step4: [SuffixRule] = [
    SuffixRule("ement"), SuffixRule("able"), SuffixRule("ance"), SuffixRule("ence"), SuffixRule("ible"),
    SuffixRule("ment"), SuffixRule("ant"), SuffixRule("ate"), SuffixRule("ent"),
    SuffixRule("ion", "", .afterSOrT),
    SuffixRule("ism"), SuffixRule("iti"), SuffixRule("ive"), SuffixRule("ize"), SuffixRule("ous"),
    SuffixRule("al"), SuffixRule("er"), SuffixRule("ic"),
  ]
}
