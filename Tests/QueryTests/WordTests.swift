import Query
import Testing

@Suite struct WordTests {
  @Test(
    arguments: [
      ("veto", anyForm("veto")),
      ("Veto", anyForm("Veto")),
      ("veto,", .word(word("veto", .anyForm))),
      ("\u{3000}veto\u{2009}", anyForm("veto")),
      ("US", anyForm("US")),
      ("vetoes veto", .and([anyForm("vetoes"), anyForm("veto")])),
      ("focal-point", phrase("focal point")),
      ("A/67/929", phrase("A 67 929")),
      ("word(s)", .and([anyForm("word"), anyForm("s")])),
      ("a\"b c\"d", .and([anyForm("a"), phrase("b c"), anyForm("d")])),
      ("and", anyForm("and")),
      ("NOTE ORDER ANDES", .and([anyForm("NOTE"), anyForm("ORDER"), anyForm("ANDES")])),
    ] as [(String, Query)])
  func bareWords(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected)
    #expect(parsed.warnings.isEmpty)
  }

  @Test(
    arguments: [
      ("=state", exact("state")),
      ("=State", exact("State")),
      ("=US", .word(word("US", .exact, term: "US"))),
      ("=secretary-general", exact("secretary-general")),
      ("=A/67/929", symbol("A/67/929")),
      ("=S/RES/1973", symbol("S/RES/1973")),
      ("=and/or", exact("and/or")),
      ("=AND", .word(word("AND", .exact, term: "AND"))),
      ("=\"state\"", exact("state")),
      ("==state", exact("state")),
    ] as [(String, Query)])
  func exactWords(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected)
    #expect(parsed.warnings.isEmpty)
  }

  @Test(
    arguments: [
      ("\"focal point\"", phrase("focal point")),
      ("“Focal Point”", phrase("Focal Point")),
      ("„focal point“", phrase("focal point")),
      ("\"focal, point.\"", phrase("focal point")),
      ("\"veto\"", exact("veto")),
      ("\"US\"", exact("US")),
      ("\"AND\"", exact("AND")),
      ("\"secretary-general of\"", phrase("secretary general of")),
      ("\"a (b\" c", .and([phrase("a b"), anyForm("c")])),
      ("\"year:2009 -x\"", phrase("year 2009 x")),
    ] as [(String, Query)])
  func quotedWords(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected)
    #expect(parsed.warnings.isEmpty)
  }

  /// A comma or full stop behind a quotation mark or parenthesis is nothing to advise about.
  @Test(arguments: ["\"a\", \"b c\". (d); e", "(2011), which", "word(s).", "\"a\"?! b", "\"a b\"~2; c"])
  func punctuationBehindMarks(query: String) throws {
    #expect(try parse(query).warnings.isEmpty)
  }

  @Test(arguments: ["", " ", "\n\t\u{A0}"])
  func nothing(query: String) throws {
    #expect(try parse(query) == ParsedQuery(query: nil))
  }

  /// Text that people paste is read, whatever is said about it.
  @Test(arguments: [
    "foo:bar", "https://un.org/en/ga?id=1&x=2", "Côte d'Ivoire's", "U.S.A.", "it's", "50%", "#R2P @UN",
    "well-known—and yet", "12 October 2009", "S/RES/1973 (2011)", "Genève 日本語 мир سلام", "C++ \\d+ [a] {b}",
    "what~", "5~10", "C*", "**", "a:b", "well:", "near, far", "the Near East", "and/or", "-5°", "--",
    "he said: \"no\".",
    "\"yes\", \"no\"; (maybe). (s), it’s l'État", "‘single’ ‹quotes› «guillemets»", "rock'n'roll 'tis",
    "a/b\\c", "x=y", "=",
    "e.g. i.e. 3.14 1,000 $5 €6", "@home #tag", "नमस्ते ไทย 한국어 Ελληνικά", "a_b a__b", "5*3=15", "pre*vent",
    "footnote*.",
    "NEARLY ADJACENT NOTES", "NEAR/x", "Dr.Who?!", "¿Qué?", "…", "—", "\u{200B}a\u{FEFF}", "R2P?", "x~y",
    "a~b~c",
    "a & b | c", "veto 🎉", "Mr. Gasana (Rwanda): We meet today", "co-operation", "re- and up-", "-", "- veto",
  ])
  func ordinaryText(query: String) throws {
    let parsed = try parse(query)
    #expect(parsed.warnings.count <= 2)
  }
}
