import Query
import Testing
import Text

/// `level:`, which says what is ranked and asks for nothing.
@Suite struct LevelFieldTests {
  private static let (a, b) = (anyForm("a"), anyForm("b"))

  @Test(
    arguments: [
      ("level:paragraph a", .paragraph, a), ("level:statement a", .statement, a),
      ("a level:document", .document, a),
      ("level:\"document\" a", .document, a),
      ("level:document, a", .document, a),
      ("a level:document b", .document, .and([a, b])),
      ("a level:document OR b", .document, .or([a, b])),
      ("a OR b level:document", .document, .or([a, b])),
      ("a AND level:document", .document, a),
      ("level:document AND a", .document, a),
      ("a AND level:document AND b", .document, .and([a, b])),
      ("a NEAR/s b level:document", .document, .near(Proximity(.near, .sentence), a, b)),
      ("level:document level:document a", .document, a),
      ("level:document year:2009 -a", .document, .and([years(2009), .not(a)])),
    ] as [(String, Level, Query)])
  func isNoPartOfTheQuestion(query: String, level: Level, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.level == level)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.interpreted == expected.interpreted)
    #expect(parsed.warnings.isEmpty)
  }

  @Test func noneIsGiven() throws {
    #expect(try parse("a").level == nil)
    #expect(try parse("\"level:document\"").level == nil)
  }

  @Test(
    arguments: [
      ("(level:document a)", a, nil, ["level:document"]),
      ("a (b level:document)", .and([a, b]), nil, ["level:document"]),
      ("(level:document)", nil, nil, ["level:document"]),
      ("-level:document a", a, nil, ["level:document"]),
      ("NOT level:document", nil, nil, ["level:document"]),
      ("title:(a level:document)", heading(.title, "a"), nil, ["level:document"]),
      ("level:page a", .and([anyForm("page"), a]), nil, ["page"]),
      ("level:Document a", .and([anyForm("Document"), a]), nil, ["Document"]),
      ("level:document* a", .and([prefix("document"), a]), nil, ["document*"]),
      ("level:(document) a", .and([anyForm("document"), a]), nil, ["level:"]),
      ("level: document", .and([anyForm("level"), anyForm("document")]), nil, ["level:"]),
      ("level:document level:paragraph a", a, .paragraph, ["level:paragraph"]),
      // It is nothing to choose from, and nothing can be near to it.
      ("level:document OR a", a, .document, ["OR"]),
      ("a OR level:document", a, .document, ["OR"]),
      ("a NEAR level:document", a, .document, ["NEAR"]),
    ] as [(String, Query?, Level?, [String])])
  func whereItCannotBe(query: String, expected: Query?, level: Level?, places: [String]) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.level == level)
    #expect(parsed.places(in: query) == places)
  }

  /// Alone it asks for all that is of the level, or for what was given besides.
  @Test func alone() throws {
    let parsed = try parse("level:document")
    #expect(
      parsed == ParsedQuery(query: .everything, level: .document))
    let parser = QueryParser(dates: DateInterval("2013"), speakers: ["Chile"])
    let expected = Query.and([.inStatement(.speaker(name("Chile"))), years(2013)])
    #expect(try parser.parse("level:document").query == expected)
    #expect(try parser.parse("level:document level:document").query == expected)
    #expect(try parser.parse("").query == expected)
    // But not beside what cannot be read.
    #expect(try parser.parse("level:document ()").query == nil)
    #expect(try parser.parse("(level:document)").query == nil)
  }
}
