import Query
import Testing

@Suite struct OperatorTests {
  private static let (a, b, c, d) = (anyForm("a"), anyForm("b"), anyForm("c"), anyForm("d"))

  @Test(
    arguments: [
      ("a b", .and([a, b])),
      ("a AND b", .and([a, b])),
      ("a OR b", .or([a, b])),
      ("a b OR c d", .or([.and([a, b]), .and([c, d])])),
      ("a AND (b OR c) d", .and([a, .or([b, c]), d])),
      ("a(b)c", .and([a, b, c])),
      ("a OR b OR c", .or([a, b, c])),
      ("a OR (b OR (c OR d))", .or([a, b, c, d])),
      ("(a b) (c d)", .and([a, b, c, d])),
      ("((a) (b (c))) d", .and([a, b, c, d])),
      ("((((a))))", a),
      ("(a OR b) OR c d", .or([a, b, .and([c, d])])),
    ] as [(String, Query)])
  func connectives(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected)
    #expect(parsed.warnings.isEmpty)
  }

  @Test(
    arguments: [
      ("NOT a", .not(a)),
      ("-a", .not(a)),
      ("-\"a b\"", .not(phrase("a b"))),
      ("-=a", .not(exact("a"))),
      ("-(a b)", .not(.and([a, b]))),
      ("a -b", .and([a, .not(b)])),
      ("a NOT b c", .and([a, .not(b), c])),
      ("a AND NOT b", .and([a, .not(b)])),
      ("a OR NOT b", .or([a, .not(b)])),
      ("(-a)", .not(a)),
      ("NOT NOT a", a),
      ("NOT -a", a),
      ("NOT NOT NOT a", .not(a)),
      ("-(-(a b)) c", .and([a, b, c])),
      ("NOT (NOT (a OR b) ) OR c", .or([a, b, c])),
      ("-AND", .not(anyForm("AND"))),
    ] as [(String, Query)])
  func negation(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected)
    #expect(parsed.warnings.isEmpty)
  }

  @Test(
    arguments: [
      ("a-b", phrase("a b")),
      ("a --b", .and([a, b])),
      ("\"a\"-b", .and([exact("a"), b])),
      ("(a)-b", .and([a, b])),
      ("a- b", .and([a, b])),
    ] as [(String, Query)])
  func hyphens(query: String, expected: Query) throws {
    #expect(try parse(query).query == expected)
  }
}
