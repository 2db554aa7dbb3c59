import Query
import Testing

/// `NEAR`, `ADJ` and `NOTNEAR`.
@Suite struct ProximityTests {
  private static let (a, b, c, d) = (anyForm("a"), anyForm("b"), anyForm("c"), anyForm("d"))

  private static func near(
    _ left: Query, _ right: Query, _ relation: Proximity.Relation = .near,
    _ reach: Proximity.Reach = .words(10)
  ) -> Query {
    .near(Proximity(relation, reach), left, right)
  }

  @Test(
    arguments: [
      ("a NEAR b", .near, .words(10)), ("a NEAR/1 b", .near, .words(1)), ("a NEAR/5 b", .near, .words(5)),
      ("a NEAR/s b", .near, .sentence), ("a NEAR/p b", .near, .paragraph),
      ("a ADJ b", .adjacent, .words(10)), ("a ADJ/1 b", .adjacent, .words(1)),
      ("a ADJ/12 b", .adjacent, .words(12)), ("a ADJ/s b", .adjacent, .sentence),
      ("a ADJ/p b", .adjacent, .paragraph),
      ("a NOTNEAR b", .notNear, .words(10)), ("a NOTNEAR/3 b", .notNear, .words(3)),
      ("a NOTNEAR/s b", .notNear, .sentence), ("a NOTNEAR/p b", .notNear, .paragraph),
      ("a NEAR/007 b", .near, .words(7)), ("a\tNEAR/5\n b", .near, .words(5)),
      ("(a)NEAR/5(b)", .near, .words(5)),
    ] as [(String, Proximity.Relation, Proximity.Reach)])
  func everyRelationAndReach(query: String, relation: Proximity.Relation, reach: Proximity.Reach) throws {
    let parsed = try parse(query)
    #expect(parsed.query == Self.near(Self.a, Self.b, relation, reach))
    #expect(parsed.warnings.isEmpty)
  }

  @Test(
    arguments: [
      // Tighter than AND, which is tighter than OR.
      ("a NEAR b c", .and([near(a, b), c])),
      ("a b NEAR c", .and([a, near(b, c)])),
      ("a AND b NEAR c AND d", .and([a, near(b, c), d])),
      ("a NEAR b OR c NEAR d", .or([near(a, b), near(c, d)])),
      ("a OR b NEAR c d", .or([a, .and([near(b, c), d])])),
      // Tighter than NOT.
      ("NOT a NEAR b", .not(near(a, b))),
      ("-a NEAR b", .not(near(a, b))),
      ("NOT NOT a NEAR b", near(a, b)),
      ("c NOT a NEAR b d", .and([c, .not(near(a, b)), d])),
      ("-a NEAR b NEAR c", .not(near(near(a, b), c))),
      ("-(a NEAR b) c", .and([.not(near(a, b)), c])),
      // Left to right.
      ("a NEAR b ADJ c", near(near(a, b), c, .adjacent)),
      ("a NEAR b NEAR/3 c NOTNEAR/s d", near(near(near(a, b), c, .near, .words(3)), d, .notNear, .sentence)),
      ("a NEAR (b NEAR c)", near(a, near(b, c))),
      ("(a NEAR b) NEAR c", near(near(a, b), c)),
      // Groups and all that asks for words.
      ("a NEAR (b OR c)", near(a, .or([b, c]))),
      ("(a b) NEAR (c AND d)", near(.and([a, b]), .and([c, d]))),
      ("((a OR b) c) ADJ d", near(.and([.or([a, b]), c]), d, .adjacent)),
      ("\"a b\" NEAR \"c d\"~2", near(phrase("a b"), sloppy("c d", 2))),
      ("=a NEAR prevent*", near(exact("a"), prefix("prevent"))),
      ("color~ NEAR =S/RES/1973", near(fuzzy("color", 1), symbol("S/RES/1973"))),
      ("focal-point NEAR a", near(phrase("focal point"), a)),
    ] as [(String, Query)])
  func binding(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.warnings.isEmpty)
  }

  /// What has no place in the text cannot be near to anything.
  @Test(
    arguments: [
      ("a NEAR year:2009", .and([a, years(2009)]), "NEAR"),
      ("year:2009 NEAR/5 a", .and([years(2009), a]), "NEAR/5"),
      ("a ADJ -b", .and([a, .not(b)]), "ADJ"),
      ("a NOTNEAR NOT b c", .and([a, .not(b), c]), "NOTNEAR"),
      ("(a -b) NEAR c", .and([a, .not(b), c]), "NEAR"),
      ("a NEAR (b OR -c)", .and([a, .or([b, .not(c)])]), "NEAR"),
      ("a NEAR title:b", .and([a, heading(.title, "b")]), "NEAR"),
      ("a NEAR (b kind:speech)", .and([a, b, named(.kind, "speech")]), "NEAR"),
      ("about:Chile NEAR a", .and([.about(name("Chile")), a]), "NEAR"),
      ("a NEAR speaker:Chile", .inStatement(.and([a, .speaker(name("Chile"))])), "NEAR"),
      ("a OR b NEAR year:2009", .or([a, .and([b, years(2009)])]), "NEAR"),
      ("a NEAR b NEAR year:2009", .and([near(a, b), years(2009)]), "NEAR"),
      ("year:2009 NEAR year:2010", years(2009, 2010), "NEAR"),
      ("title:(b ADJ c)", .and([heading(.title, "b"), heading(.title, "c")]), "ADJ"),
    ] as [(String, Query, String)])
  func whatCannotBeNearIsJoinedByAnd(query: String, expected: Query, place: String) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.places(in: query) == [place])
    #expect(parsed.warnings[0].message.contains("read as AND"))
  }

  @Test(
    arguments: [
      ("NEAR", nil, ["NEAR"]),
      ("NEAR the", anyForm("the"), ["NEAR"]),
      ("a ADJ/5", a, ["ADJ/5"]),
      ("a NEAR b NEAR", near(a, b), ["NEAR"]),
      ("a NEAR ADJ/2 b", near(a, b, .adjacent, .words(2)), ["NEAR"]),
      ("a NEAR OR b", .or([a, b]), ["NEAR"]),
      ("a NEAR AND b", .and([a, b]), ["NEAR"]),
      ("a OR NEAR b", .or([a, b]), ["NEAR"]),
      ("a AND NEAR b", .and([a, b]), ["NEAR"]),
      ("(a NEAR) b", .and([a, b]), ["NEAR"]),
      ("(NEAR a) b", .and([a, b]), ["NEAR"]),
      ("(a NEAR b", near(a, b), ["("]),
      ("OR NEAR a", a, ["OR", "NEAR"]),
      ("a ADJ NOT", a, ["ADJ", "NOT"]),
      ("a NOT ADJ b", near(a, b, .adjacent), ["NOT"]),
      // What holds no word was reported; the operator goes on to the next operand, or goes with it.
      ("a NEAR & b", near(a, b), ["&"]),
      ("a & NEAR b", near(a, b), ["&"]),
      ("a NEAR () b", near(a, b), ["()"]),
      ("a NEAR &", a, ["&"]),
      ("& NEAR a", a, ["&"]),
      ("a NEAR & OR b", .or([a, b]), ["&"]),
    ] as [(String, Query?, [String])])
  func operatorsWithoutOperands(query: String, expected: Query?, places: [String]) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.places(in: query) == places)
  }

  @Test(
    arguments: [
      ("a NOT NEAR b", near(a, b, .notNear), "NOT NEAR"),
      ("a NOT NEAR/s b", near(a, b, .notNear, .sentence), "NOT NEAR/s"),
      ("-(a NOT NEAR/5 b)", .not(near(a, b, .notNear, .words(5))), "NOT NEAR/5"),
    ] as [(String, Query, String)])
  func twoWordsForOne(query: String, expected: Query, place: String) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.places(in: query) == [place])
  }

  @Test func distances() throws {
    #expect(try parse("a NEAR/0 b").query == Self.near(Self.a, Self.b, .near, .words(1)))
    #expect(try parse("a NOTNEAR/00 b").places(in: "a NOTNEAR/00 b") == ["NOTNEAR/00"])
    let greatest = Self.near(Self.a, Self.b, .near, .words(1 << 30))
    for digits in ["1073741824", "1073741825", "9223372036854775808", String(repeating: "9", count: 2_000)] {
      let parsed = try parse("a NEAR/\(digits) b")
      #expect(parsed.query == greatest && parsed.warnings.isEmpty)
    }
  }

  /// What is no operator is text, with a hint for who meant one.
  @Test(
    arguments: [
      ("a NEAR/x b", .and([a, phrase("NEAR x"), b]), ["NEAR/x"]),
      ("a NEAR/ b", .and([a, anyForm("NEAR"), b]), ["NEAR/"]),
      ("a NEAR/S b", .and([a, phrase("NEAR S"), b]), ["NEAR/S"]),
      ("a ADJ/5x b", .and([a, phrase("ADJ 5x"), b]), ["ADJ/5x"]),
      ("a NOTNEAR/-1 b", .and([a, phrase("NOTNEAR 1"), b]), ["NOTNEAR/-1"]),
      ("a near/5 b", .and([a, phrase("near 5"), b]), ["near/5"]),
      ("a Near/s b", .and([a, phrase("Near s"), b]), ["Near/s"]),
      ("a near b", .and([a, anyForm("near"), b]), []),
      ("near/far", phrase("near far"), []),
      ("adj. NEARLY", .and([.word(word("adj", .anyForm)), anyForm("NEARLY")]), []),
      ("NEAR5 NEARS", .and([anyForm("NEAR5"), anyForm("NEARS")]), ["NEAR5"]),
      ("\"a NEAR b\"", phrase("a NEAR b"), []),
      ("=NEAR", .word(word("NEAR", .exact, term: "NEAR")), []),
      ("-NEAR", .not(anyForm("NEAR")), []),
      ("title:NEAR", heading(.title, "NEAR"), []),
    ] as [(String, Query, [String])])
  func textThatIsNoOperator(query: String, expected: Query, places: [String]) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.places(in: query) == places)
  }

  @Test func amongAlternatives() throws {
    let parser = QueryParser(match: .any)
    #expect(
      try parser.parse("veto NEAR council turn").query
        == .or([Self.near(anyForm("veto"), anyForm("council")), anyForm("turn")]))
    // Stop words that something is near to are meant.
    #expect(
      try parser.parse("the NEAR/1 end of").query
        == Self.near(anyForm("the"), anyForm("end"), .near, .words(1)))
    #expect(
      try parser.parse("(the veto) NEAR council").query == Self.near(anyForm("veto"), anyForm("council")))
    #expect(
      try parser.parse("veto council NEAR -turn").query
        == .or([anyForm("veto"), .and([anyForm("council"), .not(anyForm("turn"))])]))
  }

  @Test func positiveLeaves() throws {
    let query = try #require(try parse("a NEAR (b OR \"c d\") -(e NEAR f) g NOTNEAR h prevent*").query)
    var leaves: [Query] = []
    query.forEachPositiveLeaf { leaves.append($0) }
    #expect(leaves == [Self.a, Self.b, phrase("c d"), anyForm("g"), prefix("prevent")])
    #expect(query.clauseCount == 39)
    #expect(!query.standsInText)
    #expect(try #require(try parse("a NEAR (b OR \"c d\"~1) =S/RES/1").query).standsInText)
  }
}
