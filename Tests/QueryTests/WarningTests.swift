import Query
import Testing

@Suite struct WarningTests {
  /// A query, how it is read, and the places of its warnings (`!` = refused by `--strict`).
  @Test(
    arguments: [
      // Quotes and parentheses.
      ("\"focal point", "focal (any form) AND point (any form)", ["!\""]),
      ("a “b c” d\"", "a (any form) AND \"b c\" AND d (any form)", ["!\""]),
      ("(a OR b", "a (any form) OR b (any form)", ["!("]),
      ("a (b OR c", "a (any form) AND (b (any form) OR c (any form))", ["!("]),
      ("a) b", "a (any form) AND b (any form)", ["!)"]),
      ("a)))", "a (any form)", ["!)))"]),
      ("(((a", "a (any form)", ["!((("]),
      ("a ()", "a (any form)", ["!()"]),
      ("( ) a", "a (any form)", ["!( )"]),
      ("((()))", "", ["!()"]),
      ("\"\" a", "a (any form)", ["!\"\""]),
      ("\"...\" a", "a (any form)", ["!\"...\""]),
      // Operators that lack an operand.
      ("veto AND", "veto (any form)", ["!AND"]),
      ("OR veto", "veto (any form)", ["!OR"]),
      ("a AND OR b", "a (any form) OR b (any form)", ["!AND"]),
      ("a NOT OR b", "a (any form) OR b (any form)", ["!NOT"]),
      ("a OR NOT", "a (any form)", ["!OR", "!NOT"]),
      ("a OR NOT NOT", "a (any form)", ["!OR", "!NOT NOT"]),
      ("(a AND) b", "a (any form) AND b (any form)", ["!AND"]),
      ("AND", "", ["!AND"]),
      // No words; the operators around them are not reported again.
      ("a & b", "a (any form) AND b (any form)", ["&"]),
      ("a OR & b", "a (any form) OR b (any form)", ["&"]),
      ("a AND ...", "a (any form)", ["..."]),
      ("... OR a", "a (any form)", ["..."]),
      ("a ... AND", "a (any form)", ["...", "!AND"]),
      ("a AND ... OR b", "a (any form) OR b (any form)", ["..."]),
      ("a NOT ?", "a (any form)", ["?"]),
      ("a AND ()", "a (any form)", ["!()"]),
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

  @Test(arguments: ["NEAR/x", "NEAR/", "AND/OR", "un.org/~smith", "a*b", "*", "5~a", "Year:2009", "near/5"])
  func notSyntax(query: String) throws {
    #expect(try parse(query).warnings.allSatisfy { !$0.isSyntax })
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
      ("🎉 a NEAR/0 b", "NEAR/0"), ("é🎉 title:x*", "*"), ("👩🏽‍🚀 \"é\"~2", "~2"), ("🎉🎉 color~3", "~3"),
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

  /// Each says what to do, or that nothing needs doing.
  @Test(
    arguments: [
      ("a NEAR", true), ("a NEAR/0 b", true), ("a NEAR -b", true), ("a NOT NEAR b", true), ("color~3", true),
      ("this,that*", true), ("title:x*", true), ("level:page", true), ("(level:document)", true),
      ("level:document level:paragraph", true), ("title:(year:2009)", true), ("about:", true),
      ("doc:…", true),
      ("\"a\"~2", false), ("a NEAR/x b", false), ("Title:x", false), ("pre*vent", false), ("a & b", false),
    ] as [(String, Bool)])
  func whatStrictRefuses(query: String, isSyntax: Bool) throws {
    let warnings = try parse(query).warnings
    #expect(!warnings.isEmpty && warnings.allSatisfy { $0.isSyntax == isSyntax })
  }

  @Test func manyAreCut() throws {
    let query = String(repeating: "a ) & ", count: 100)
    let warnings = try parse(query).warnings
    #expect(warnings.count == QueryWarning.limit)
    #expect(warnings.allSatisfy { $0.isSyntax })
    #expect(try #require(warnings.last).message.hasSuffix(" (and 168 more places)"))
  }
}
