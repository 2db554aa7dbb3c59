import Query
import Testing
import Text

/// Neighbours as alternatives, and dates that restrict the whole query.
@Suite struct MatchTests {
  private static let (a, b, c, d) = (anyForm("alpha"), anyForm("beta"), anyForm("gamma"), anyForm("delta"))

  @Test(
    arguments: [
      ("alpha beta", .or([a, b])),
      ("alpha AND beta", .and([a, b])),
      ("alpha AND beta gamma", .or([.and([a, b]), c])),
      ("alpha beta OR gamma", .or([a, b, c])),
      ("alpha (beta gamma) OR delta", .or([a, b, c, d])),
      ("alpha (beta AND gamma)", .or([a, .and([b, c])])),
      ("alpha \"beta gamma\"", .or([a, phrase("beta gamma")])),
      // What must not be, and when, holds for all alternatives.
      ("alpha beta -gamma", .and([.or([a, b]), .not(c)])),
      ("-gamma alpha beta", .and([.or([a, b]), .not(c)])),
      ("alpha (NOT beta)", .and([a, .not(b)])),
      ("alpha NOT NOT beta", .or([a, b])),
      ("alpha AND NOT beta gamma", .or([.and([a, .not(b)]), c])),
      ("-alpha -beta", .and([.not(a), .not(b)])),
      ("alpha beta year:2009", .and([.or([a, b]), years(2009)])),
      ("alpha year:2009 beta year:2012", .and([.or([a, b]), years(2009, 2012)])),
      ("alpha AND year:2009 beta", .or([.and([a, years(2009)]), b])),
      ("year:(2009 2012) alpha", .and([a, years(2009, 2012)])),
    ] as [(String, Query)])
  func neighboursAreAlternatives(query: String, expected: Query) throws {
    let parsed = try QueryParser(match: .any).parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.warnings.isEmpty)
  }

  @Test(
    arguments: [
      ("the alpha of beta", .or([a, b]), ["the", "of"]),
      ("The alpha", a, ["The"]),
      ("the of alpha (and the)", a, ["the", "of", "and"]),
      ("the the alpha", a, ["the"]),
      // Meant as written.
      ("\"the\" alpha", .or([exact("the"), a]), []),
      ("=the alpha", .or([exact("the"), a]), []),
      ("WHO alpha", .or([.word(word("WHO", .anyForm, term: "who")), a]), []),
      // Nothing else is left.
      ("the of", .or([anyForm("the"), anyForm("of")]), []),
      ("the year:2009", .and([anyForm("the"), years(2009)]), []),
      // No alternatives of neighbours.
      ("the AND alpha", .and([anyForm("the"), a]), []),
      ("alpha -the", .and([a, .not(anyForm("the"))]), []),
    ] as [(String, Query, [String])])
  func stopWordsAreLeftOut(query: String, expected: Query, leftOut: [String]) throws {
    let parsed = try QueryParser(match: .any).parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    let without = leftOut.map { "\"\($0)\"" }.joined(separator: ", ")
    #expect(parsed.interpreted == expected.interpreted + (leftOut.isEmpty ? "" : ", without \(without)"))
    // All words count where all must be there.
    #expect(try parse(query).interpreted.contains(", without") == false)
  }

  @Test func datesJoinByAnd() throws {
    let parser = QueryParser(dates: DateInterval("2013"))
    #expect(try parser.parse("alpha").query == .and([Self.a, years(2013)]))
    #expect(try parser.parse("alpha beta").query == .and([Self.a, Self.b, years(2013)]))
    #expect(try parser.parse("alpha OR beta").query == .and([.or([Self.a, Self.b]), years(2013)]))
    #expect(try parser.parse("year:2009").query == .and([years(2009), years(2013)]))
    #expect(try parser.parse("alpha").interpreted == "alpha (any form) AND year 2013")
    // Days are something to ask for, but not beside what cannot be read.
    #expect(try parser.parse(" ").query == years(2013))
    #expect(try parser.parse("!").query == nil)
    #expect(try QueryParser().parse("").query == nil)
  }

  @Test func theDepthLimitCountsTheDates() throws {
    // The deepest query that is read without dates; with them it is one level deeper.
    var query = "a"
    for level in 1..<QueryParser.depthLimit {
      query = level.isMultiple(of: 2) ? "b (\(query))" : "b OR (\(query))"
    }
    #expect(try QueryParser().parse(query).query?.depth == QueryParser.depthLimit)
    #expect(throws: QueryError.self) { try QueryParser(dates: DateInterval("2013")).parse("(\(query)) OR b") }
  }
}
