import Query
import Testing

/// `prevent*`, `color~1` and `"two words"~2`.
@Suite struct PatternTests {
  @Test(
    arguments: [
      ("prevent*", prefix("prevent")),
      ("Prévent*", .pattern(QueryPattern(text: "Prévent", pattern: .prefix(Array("prevent".utf8))))),
      ("=prevent*", prefix("prevent")),
      ("US*", prefix("US")),
      ("C*", prefix("C")),
      ("(prevent*)", prefix("prevent")),
      ("-prevent*", .not(prefix("prevent"))),
      ("prevent*, disarm*.", .and([prefix("prevent"), prefix("disarm")])),
      ("secretary-gen*", prefix("secretary-gen")),
      ("=secretary-gen*", prefix("secretary-gen")),
      ("A/67*", prefix("A/67")),
      ("A/67/92*", prefix("A/67/92")),
      // Whole words in front of the hyphen or slash, not all that begins as they do.
      ("A/67/*", prefix("A/67/")),
      ("non-*", prefix("non-")),
    ] as [(String, Query)])
  func prefixes(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.places(in: query) == (query.hasPrefix("=") ? ["="] : []))
  }

  @Test(
    arguments: [
      ("color~", fuzzy("color", 1)), ("color~1", fuzzy("color", 1)), ("color~2", fuzzy("color", 2)),
      ("color~01", fuzzy("color", 1)), ("Color~, b", .and([fuzzy("Color", 1), anyForm("b")])),
      ("R2P~", fuzzy("R2P", 1)), ("-color~2", .not(fuzzy("color", 2))),
      ("don't~1", fuzzy("don't", 1)), ("1973~1", fuzzy("1973", 1)), ("1973~2", fuzzy("1973", 2)),
    ] as [(String, Query)])
  func edits(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.warnings.isEmpty)
  }

  @Test(
    arguments: [
      ("\"a b\"~1", sloppy("a b", 1)), ("\"a b\"~2", sloppy("a b", 2)), ("“a b”~12", sloppy("a b", 12)),
      ("=\"a b\"~2", sloppy("a b", 2)), ("\"a-b c\"~2", sloppy("a b c", 2)),
      ("\"a b\"~2 c", .and([sloppy("a b", 2), anyForm("c")])),
      ("(\"a b\"~2)", sloppy("a b", 2)), ("\"a b\"~2(c)", .and([sloppy("a b", 2), anyForm("c")])),
      ("\"a b\"~2, c", .and([sloppy("a b", 2), anyForm("c")])), ("\"a b\"~2.", sloppy("a b", 2)),
      ("-\"a b\"~2", .not(sloppy("a b", 2))),
      ("\"a b\"~0", phrase("a b")),
      ("\"a b\"~99999999999999999999", sloppy("a b", 1 << 30)),
    ] as [(String, Query)])
  func slop(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.warnings.isEmpty)
  }

  /// What the marks cannot do: the query, how it is read, and where that is said.
  @Test(
    arguments: [
      ("color~3", fuzzy("color", 2), ["~3"]),
      ("color~0", exact("color"), ["~0"]),
      ("=color~0", exact("color"), ["~0"]),
      ("=color~1", fuzzy("color", 1), ["="]),
      ("=color~3", fuzzy("color", 2), ["=", "~3"]),
      ("color~99999999999999999999", fuzzy("color", 2), ["~99999999999999999999"]),
      ("secretary-general~1", phrase("secretary general"), ["~1"]),
      ("A/67/929~", phrase("A 67 929"), ["~"]),
      ("this,that*", phrase("this that"), ["*"]),
      ("http://un.org/x*", phrase("http un.org x"), ["*"]),
      ("日本*", phrase("日 本"), ["*"]),
      ("\"a\"~2", exact("a"), ["~2"]),
      ("\"…\"~2", nil, ["\"…\"~2"]),
      ("prevent**", prefix("prevent"), ["*"]),
      // Where a mark may have been meant.
      ("pre*vent", phrase("pre vent"), ["*"]),
      ("*vent", anyForm("vent"), ["*"]),
      ("\"prevent* war\"", phrase("prevent war"), ["*"]),
      ("\"a b\"*", phrase("a b"), ["*"]),
      ("\"a b\"~", phrase("a b"), ["~"]),
      ("\"a b\" ~", phrase("a b"), ["~"]),
      ("(a b)~", .and([anyForm("a"), anyForm("b")]), ["~"]),
      ("(a)*", anyForm("a"), ["*"]),
      ("\"a b\"~x", .and([phrase("a b"), anyForm("x")]), ["~x"]),
      ("\"a b\" ~2", .and([phrase("a b"), .word(word("2", .anyForm))]), ["~2"]),
      ("(a)~2", .and([anyForm("a"), .word(word("2", .anyForm))]), ["~2"]),
      ("\"a b\"~2c", .and([phrase("a b"), .word(word("2c", .anyForm))]), ["~2c"]),
      ("**", nil, ["**"]),
      ("=*", nil, ["=*"]),
      ("🎉*", nil, ["🎉*"]),
      ("~", nil, ["~"]),
    ] as [(String, Query?, [String])])
  func whatIsIgnored(query: String, expected: Query?, places: [String]) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.places(in: query) == places)
  }

  /// Ordinary text that holds such marks.
  @Test(
    arguments: [
      ("5~10", phrase("5 10")), ("5~3", phrase("5 3")),
      ("1990~1995", phrase("1990 1995")),
      ("~2", .word(word("2", .anyForm))),
      ("5~a", phrase("5 a")),
      ("un.org/~smith", phrase("un.org smith")),
      ("R2P?", .word(word("R2P", .anyForm))),
      ("a ~2 b", .and([anyForm("a"), anyForm("2"), anyForm("b")])),
      ("* a", anyForm("a")),
    ] as [(String, Query)])
  func textThatIsNoPattern(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.interpreted == expected.interpreted)
    #expect(parsed.places(in: query) == (query.hasPrefix("*") ? ["*"] : []))
  }

  @Test func amongAlternatives() throws {
    let parser = QueryParser(match: .any)
    // A pattern is meant, though the word it is made of be a stop word.
    #expect(try parser.parse("the* of veto").query == .or([prefix("the"), anyForm("veto")]))
    #expect(try parser.parse("\"of the\"~2 the").query == sloppy("of the", 2))
  }
}
