import Query
import Testing
import Text

@Suite struct DateFieldTests {
  @Test(
    arguments: [
      ("year:2009", years(2009)),
      ("year:2009..2013", dates((20_090_101, 20_131_231))),
      ("year:..2010", dates((DateInterval.earliestDay, 20_101_231))),
      ("year:2011..", dates((20_110_101, DateInterval.latestDay))),
      ("year:..", dates((DateInterval.earliestDay, DateInterval.latestDay))),
      ("date:2013-09-11", dates((20_130_911, 20_130_911))),
      ("date:2012-02", dates((20_120_201, 20_120_229))),
      ("date:2013-09..2013-10-15", dates((20_130_901, 20_131_015))),
      ("year:\"2009\"", years(2009)),
      ("year:(2009 OR 2012)", years(2009, 2012)),
      (
        "year:(2009 OR (2012 OR 2014..2015))",
        dates((20_090_101, 20_091_231), (20_120_101, 20_121_231), (20_140_101, 20_151_231))
      ),
      ("-year:2009", .not(years(2009))),
      ("year:(NOT 2009)", .not(years(2009))),
      // The comma of a list and the full stop of a sentence are no part of a date.
      ("year:2009, year:2012.", years(2009, 2012)),
      ("date:2013-09-11?", dates((20_130_911, 20_130_911))),
      ("year:2011..,", dates((20_110_101, DateInterval.latestDay))),
      ("year:2011...", dates((20_110_101, DateInterval.latestDay))),
      ("year:(2009, 2012;)", .and([years(2009), years(2012)])),
    ] as [(String, Query)])
  func values(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected)
    #expect(parsed.warnings.isEmpty)
  }

  @Test(
    arguments: [
      ("year:2009 veto year:2012", .and([years(2009, 2012), anyForm("veto")])),
      ("year:2009 year:(2012 OR 2013)", years(2009, 2012, 2013)),
      ("year:2009 -year:2012", .and([years(2009), .not(years(2012))])),
      ("year:2009 OR year:2012", years(2009, 2012)),
      ("year:2009 OR veto OR year:2012", .or([years(2009, 2012), anyForm("veto")])),
      ("-(year:2009 OR year:2012)", .not(years(2009, 2012))),
      // Each AND list for itself.
      (
        "a year:2009 OR b year:2012",
        .or([.and([anyForm("a"), years(2009)]), .and([anyForm("b"), years(2012)])])
      ),
      // Parentheses keep apart.
      ("(year:2009) (year:2012)", .and([years(2009), years(2012)])),
      ("year:(2009 AND 2012) veto", .and([years(2009), years(2012), anyForm("veto")])),
      ("year:(2009 2012)", .and([years(2009), years(2012)])),
    ] as [(String, Query)])
  func twiceMeansEither(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected)
    #expect(parsed.warnings.isEmpty)
  }

  @Test(
    arguments: [
      ("year:soon", anyForm("soon"), "soon"),
      ("date:2013-02-30", phrase("2013 02 30"), "2013-02-30"),
      ("year:2009-2013", phrase("2009 2013"), "2009-2013"),
      ("-year:soon", .not(anyForm("soon")), "soon"),
      ("veto date:2013-13", .and([anyForm("veto"), phrase("2013 13")]), "2013-13"),
      ("year:(2009 OR soon)", .or([years(2009), anyForm("soon")]), "soon"),
      ("year:(soon) year:2009", .and([anyForm("soon"), years(2009)]), "soon"),
      ("year: 2009", .and([anyForm("year"), anyForm("2009")]), "year:"),
      ("year:) a", .and([anyForm("year"), anyForm("a")]), "year:"),
    ] as [(String, Query, String)])
  func unreadableValuesAreWords(query: String, expected: Query, place: String) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected)
    #expect(parsed.places(in: query).first == place)
  }

  @Test func aRangeThatRunsBackwards() throws {
    let query = "veto year:2013..2009"
    let warnings = try parse(query).warnings
    #expect(warnings.map { $0.place(in: query) } == ["2013..2009"])
    #expect(warnings[0].hint == "put the earlier date first")
  }
}
