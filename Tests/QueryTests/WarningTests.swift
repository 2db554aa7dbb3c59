import Query
import Testing

@Suite struct WarningTests {
  /// A query, how it is read, and the places of its warnings.
  @Test(
    arguments: [
      // Quotes and parentheses.
      ("\"focal point", "focal (any form) AND point (any form)", ["\""]),
      ("a “b c” d\"", "a (any form) AND \"b c\" AND d (any form)", ["\""]),
      ("(a OR b", "a (any form) OR b (any form)", ["("]),
      ("a (b OR c", "a (any form) AND (b (any form) OR c (any form))", ["("]),
      ("a) b", "a (any form) AND b (any form)", [")"]),
      ("a)))", "a (any form)", [")))"]),
      ("(((a", "a (any form)", ["((("]),
      ("a ()", "a (any form)", ["()"]),
      ("( ) a", "a (any form)", ["( )"]),
      ("((()))", "", ["()"]),
      ("\"\" a", "a (any form)", ["\"\""]),
      ("\"...\" a", "a (any form)", ["\"...\""]),
      // Operators that lack an operand.
      ("veto AND", "veto (any form)", ["AND"]),
      ("OR veto", "veto (any form)", ["OR"]),
      ("a AND OR b", "a (any form) OR b (any form)", ["AND"]),
      ("a NOT OR b", "a (any form) OR b (any form)", ["NOT"]),
      ("a OR NOT", "a (any form)", ["OR", "NOT"]),
      ("a OR NOT NOT", "a (any form)", ["OR", "NOT NOT"]),
      ("(a AND) b", "a (any form) AND b (any form)", ["AND"]),
      ("AND", "", ["AND"]),
      // No words; the operators around them are not reported again.
      ("a & b", "a (any form) AND b (any form)", ["&"]),
      ("a OR & b", "a (any form) OR b (any form)", ["&"]),
      ("a AND ...", "a (any form)", ["..."]),
      ("... OR a", "a (any form)", ["..."]),
      ("a ... AND", "a (any form)", ["...", "AND"]),
      ("a AND ... OR b", "a (any form) OR b (any form)", ["..."]),
      ("a NOT ?", "a (any form)", ["?"]),
      ("a AND ()", "a (any form)", ["()"]),
      // AND between values of one field, which mean either.
      ("symbol:a AND symbol:b", "symbol a OR symbol b", ["AND"]),
      ("symbol:a AND c AND (symbol:b)", "symbol a AND c (any form) AND symbol b", []),
      ("symbol:a AND c AND symbol:b", "(symbol a OR symbol b) AND c (any form)", ["AND"]),
      ("symbol:a AND symbol:(b OR c)", "symbol a OR symbol b OR symbol c", ["AND"]),
      ("speaker:a AND speaker:b", "a statement (by a OR by b)", ["AND"]),
      ("symbol:a symbol:b", "symbol a OR symbol b", []),
      ("year:2010.. AND year:..2015", "year (2010.. or ..2015)", ["AND"]),
      ("symbol:(a AND b)", "symbol a AND symbol b", []),
      ("symbol:a AND doc:b", "symbol a AND document b", []),
      ("kind:a AND kind:b", "kind a OR kind b", []),
      ("NOT symbol:a AND symbol:b", "NOT symbol a AND symbol b", []),
      ("symbol:a AND NOT symbol:b", "symbol a AND NOT symbol b", []),
      // Small letters.
      ("veto and france", "veto (any form) AND and (any form) AND france (any form)", ["and"]),
      ("veto Or \"a b\"", "veto (any form) AND Or (any form) AND \"a b\"", ["Or"]),
      ("(a) not (b)", "a (any form) AND not (any form) AND b (any form)", ["not"]),
      ("not now", "not (any form) AND now (any form)", []),
      ("now or", "now (any form) AND or (any form)", []),
    ] as [(String, String, [String])])
  func places(query: String, interpreted: String, places: [String]) throws {
    let parsed = try parse(query)
    #expect(parsed.interpreted == interpreted)
    #expect(parsed.places(in: query) == places)
  }

  /// Where neighbours mean OR, what is written between two values may keep them apart.
  @Test(
    arguments: [
      ("symbol:a AND symbol:b", ["AND"]), ("symbol:a symbol:b", []), ("symbol:a veto AND symbol:b", []),
      ("symbol:a AND veto AND symbol:b", ["AND"]),
    ] as [(String, [String])])
  func conjunctionsAmongAlternatives(query: String, places: [String]) throws {
    #expect(try QueryParser(match: .any).parse(query).places(in: query) == places)
  }

  /// Marks that mean something elsewhere.
  @Test(
    arguments: [
      ("veto || use", "||", "write OR for either"), ("veto && use", "&&", "drop it, or write AND"),
      ("speaker:(France || Chile)", "||", "write OR for either"),
      ("veto !\"use\"", "!", "what must not be there is written NOT or -"), ("veto … use", "…", "drop it"),
      ("use !veto", "!", "what must not be there is written NOT or -"),
    ] as [(String, String, String)])
  func marksOfOtherLanguages(query: String, place: String, hint: String) throws {
    let parsed = try parse(query)
    #expect(parsed.places(in: query) == [place])
    #expect(parsed.warnings.map(\.hint) == [hint])
  }

  @Test(arguments: ["veto!", "¡Hola!", "wow!veto", "\"!veto\""]) func exclamationsInText(query: String) throws
  {
    #expect(try parse(query).warnings.isEmpty)
  }

  /// What is written nearly as the language has it: read as words, and said so.
  @Test(
    arguments: [
      ("NEAR/x", "how near is written NEAR/5, NEAR/s or NEAR/p"),
      ("ADJ/", "how near is written ADJ/5, ADJ/s or ADJ/p"), ("NEAR5", "how near is written NEAR/5"),
      ("NOTNEAR10", "how near is written NOTNEAR/10"), ("NEAR:5", "how near is written NEAR/5"),
      ("near/5", "as an operator it is written in capitals: NEAR/5"),
      ("/s", "how near is written NEAR/s"), ("/5", "how near is written NEAR/5"),
      ("w/5", "how near is written NEAR/5"), ("W/P", "how near is written NEAR/p"),
      ("pre/3", "how near is written ADJ/3"),
    ] as [(String, String)])
  func nearlyAnOperator(written: String, hint: String) throws {
    let query = "veto \(written) use"
    let parsed = try parse(query)
    #expect(parsed.places(in: query) == [written])
    #expect(parsed.warnings.first?.hint == hint)
  }

  @Test(arguments: ["AND/OR", "un.org/~smith", "NEAREST", "NEAR12345", "near5", "NEARBY/5", "5~a"])
  func ordinary(query: String) throws {
    #expect(try parse("veto \(query) use").warnings.isEmpty)
  }

  @Test func rangesCountScalars() throws {
    let query = "e\u{301}🇫🇷 “x” AND"
    let warning = try #require(try parse(query).warnings.last)
    #expect(warning.start == 9 && warning.end == 12)
    #expect(warning.place(in: query) == "AND")
  }

  /// Two or four bytes, or two UTF-16 units, are one scalar all the same.
  @Test(
    arguments: [
      ("🎉 a NEAR/0 b", "NEAR/0"), ("é🎉 title:x,y*", "*"), ("👩🏽‍🚀 \"é\"~2", "~2"), ("🎉🎉 color~3", "~3"),
      ("🇨🇱 a NEAR year:2009", "NEAR"), ("日本 (level:document)", "level:document"), ("🎉 a near/5 b", "near/5"),
      ("🎉 pre*vent", "*"), ("🎉 kind:", "kind:"), ("“🎉” a NOT  NEAR b", "NOT  NEAR"),
    ] as [(String, String)])
  func rangesBehindEmoji(query: String, place: String) throws {
    #expect(try parse(query).warnings.last?.place(in: query) == place)
  }

  /// What is wrong with a place is said once.
  @Test(arguments: ["speaker:… a", "title:\"\" a", "about:🎉"])
  func onePlaceOneWarning(query: String) throws {
    #expect(try parse(query).warnings.count == 1)
  }

  /// Each is a sentence without capital and full stop about what was found, and says what to do.
  @Test(
    arguments: [
      "a NEAR", "a NEAR/0 b", "a NEAR -b", "a NOT NEAR b", "color~3", "color~0", "=color~1", "this,that*",
      "title:\"x y\"~2", "level:page", "(level:document)", "level:document level:paragraph",
      "title:(year:2009)", "about:", "speaker:…", "doc:…", "kind:x~1", "\"a\"~2", "a NEAR/x b", "NEAR5 a",
      "Title:x", "foo:bar", "autor:x", "pre*vent", "a & b", "\"a b\"~", "\"a b\" ~2", "(a)*", "a and b",
      "\"a",
      "(a", "a)", "()", "\"\"", "year:x", "year:2013..2009", "mode:sung", "kind:-x", "level:(a)",
    ])
  func style(query: String) throws {
    let warnings = try parse(query).warnings
    #expect(!warnings.isEmpty)
    for warning in warnings {
      let hint = try #require(warning.hint)
      for text in [warning.message, hint] {
        #expect(text.first?.isUppercase == false && text.last != "." && !text.contains("; it "), "\(text)")
      }
    }
  }

  @Test func manyAreCut() throws {
    let query = String(repeating: "a ) & ", count: 100)
    let warnings = try parse(query).warnings
    #expect(warnings.count == QueryWarning.limit)
    #expect(try #require(warnings.last).message.hasSuffix(" (and 168 more places)"))
  }
}
