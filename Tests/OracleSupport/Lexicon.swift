/// The words that sample texts and questions are made of: few, so that they meet often.
///
/// Forms of one stem, stop words, accents in both spellings, apostrophes, elided particles, hyphenated words, document
/// symbols, capitals, numbers and ideographs. A test holds the table to the analyzer.
package enum Lexicon {
  package static let lexemes: [Lexeme] = [
    Lexeme("the", isStopWord: true), Lexeme("of", isStopWord: true), Lexeme("and", isStopWord: true),
    Lexeme("to", isStopWord: true), Lexeme("not"), Lexeme("or", isStopWord: true),
    Lexeme("The", term: "the", isStopWord: true),
    Lexeme("veto"), Lexeme("vetoes", family: "veto"), Lexeme("vetoed", family: "veto"),
    Lexeme("VETO", term: "veto", isInCapitals: true),
    Lexeme("state"), Lexeme("states", family: "state"), Lexeme("States", term: "states", family: "state"),
    Lexeme("states'", term: "states", family: "state", dropping: 1),
    Lexeme("State's", term: "state", dropping: 2),
    Lexeme("protect"), Lexeme("protection", family: "protect"), Lexeme("protected", family: "protect"),
    Lexeme("focal"), Lexeme("point"), Lexeme("points", family: "point"),
    Lexeme(
      "focal-point", words: [("focal", 0..<5), ("point", 6..<11)],
      extras: [Lexeme.Extra(term: "focal-point", word: 0, range: 0..<11)]),
    Lexeme(
      "follow\u{2011}up", words: [("follow", 0..<6), ("up", 7..<9)],
      extras: [Lexeme.Extra(term: "follow-up", word: 0, range: 0..<9)]),
    Lexeme("up", isStopWord: true),
    Lexeme("us", isStopWord: true), Lexeme("US", term: "us", isInCapitals: true),
    Lexeme("who", isStopWord: true),
    Lexeme("WHO", term: "who", isInCapitals: true),
    Lexeme(
      "UN-led", words: [("un", 0..<2), ("led", 3..<6)],
      extras: [
        Lexeme.Extra(term: "un-led", word: 0, range: 0..<6), Lexeme.Extra(term: "UN", word: 0, range: 0..<2),
      ]),
    Lexeme("R2P", term: "r2p"),
    Lexeme("cote"), Lexeme("Côte", term: "cote"), Lexeme("co\u{302}te", term: "cote"),
    Lexeme("d'Ivoire", words: [("d", 0..<1), ("ivoire", 2..<8)]),
    Lexeme("d’Ivoire", words: [("d", 0..<1), ("ivoire", 2..<8)]),
    Lexeme("France", term: "france"), Lexeme("France’s", term: "france", dropping: 2),
    Lexeme("don't"), Lexeme("naïve", term: "naive"), Lexeme("1,000"), Lexeme("1973"),
    Lexeme(
      "A/67/929", words: [("a", 0..<1), ("67", 2..<4), ("929", 5..<8)],
      extras: [Lexeme.Extra(term: "a/67/929", word: 0, range: 0..<8)]),
    Lexeme(
      "S/RES/1973 (2011)", words: [("s", 0..<1), ("res", 2..<5), ("1973", 6..<10), ("2011", 12..<16)],
      extras: [
        Lexeme.Extra(term: "s/res/1973(2011)", word: 0, range: 0..<17),
        Lexeme.Extra(term: "RES", word: 1, range: 2..<5),
      ]),
    Lexeme(
      "S/RES/1973", words: [("s", 0..<1), ("res", 2..<5), ("1973", 6..<10)],
      extras: [
        Lexeme.Extra(term: "s/res/1973", word: 0, range: 0..<10),
        Lexeme.Extra(term: "RES", word: 1, range: 2..<5),
      ]),
    Lexeme("日本", words: [("日", 0..<1), ("本", 1..<2)]),
    rwanda, keller, gasana,
  ]

  /// Those of which a report may be made: no words that name somebody, and none that say that somebody speaks.
  static let plainLexemes = lexemes.filter { lexeme in
    Set(lexeme.words.map(\.family)).isDisjoint(with: namingFamilies)
      && lexeme.extras.allSatisfy { $0.term != lexeme.written || lexeme.written.contains("/") }
  }

  private static let namingFamilies: Set<String> = [
    "state", "point", "france", "un", "cote", "ivoire", "rwanda", "keller", "gasana",
  ]

  /// Asked for now and then, and in no text.
  package static let absent = [Lexeme("absent"), Lexeme("Sahel", term: "sahel")]

  /// In headings only: what stands there and nowhere else tells sections apart.
  static let headings = [
    Lexeme("Background", term: "background"), Lexeme("chapter"),
    Lexeme("Chapters", term: "chapters", family: "chapter"),
  ]

  /// What says who speaks, and what says that nobody does.
  package static let framing: [Lexeme] = [
    mister, miss, government, several, delegations, stressed, noted, that, meanwhile, later, today, stands,
    gasana,
    araud, keller, rwanda,
    switzerland,
  ]

  static let mister = Lexeme("Mr", term: "mr")
  static let miss = Lexeme("Ms", term: "ms")
  static let government = Lexeme("government")
  static let several = Lexeme("Several", term: "several")
  static let delegations = Lexeme("delegations")
  static let stressed = Lexeme("stressed")
  static let noted = Lexeme("noted")
  static let that = Lexeme("that", isStopWord: true)
  static let meanwhile = Lexeme("Meanwhile", term: "meanwhile")
  static let later = Lexeme("Later", term: "later")
  static let today = Lexeme("today")
  static let stands = Lexeme("stands", family: "stand")
  static let gasana = Lexeme("Gasana", term: "gasana")
  static let araud = Lexeme("Araud", term: "araud")
  static let keller = Lexeme("Keller", term: "keller")
  static let france = Lexeme("France", term: "france")
  static let rwanda = Lexeme("Rwanda", term: "rwanda")
  static let switzerland = Lexeme("Switzerland", term: "switzerland")
  static let the = Lexeme("The", term: "the", isStopWord: true)
  static let of = Lexeme("of", isStopWord: true)
  static let and = Lexeme("and", isStopWord: true)

  /// All that may stand in a text or a question.
  package static let all = lexemes + framing + headings + absent
}
