import Query
import Testing
import Text

@Suite struct StatementFieldTests {
  private static let veto = anyForm("veto")

  private static func by(_ name: String) -> Query {
    .speaker(SpeakerName(text: name, key: Array(name.lowercased().utf8)))
  }

  @Test(
    arguments: [
      ("speaker:France", .inStatement(by("France"))),
      ("speaker:France, mode:turn.", .inStatement(.and([by("France"), .mode(.turn)]))),
      ("speaker:France veto", .inStatement(.and([by("France"), veto]))),
      ("veto speaker:\"Ban Ki moon\"", .inStatement(.and([veto, by("Ban Ki moon")]))),
      ("speaker:France speaker:Chile veto", .inStatement(.and([.or([by("France"), by("Chile")]), veto]))),
      ("speaker:(France AND Chile) veto", .inStatement(.and([by("France"), by("Chile"), veto]))),
      ("speaker:(France OR Chile)", .inStatement(.or([by("France"), by("Chile")]))),
      ("speaker:France mode:reported", .inStatement(.and([by("France"), .mode(.reported)]))),
      ("speaker:France -veto", .inStatement(.and([by("France"), .not(veto)]))),
      (
        "speaker:France (veto OR council)",
        .inStatement(.and([by("France"), .or([veto, anyForm("council")])]))
      ),
      ("veto -speaker:France", .and([veto, .not(.inStatement(by("France")))])),
      ("speaker:France OR veto", .or([.inStatement(by("France")), veto])),
      (
        "veto OR speaker:France council",
        .or([veto, .inStatement(.and([by("France"), anyForm("council")]))])
      ),
      // Parentheses with nothing else in them.
      ("(speaker:France) veto", .inStatement(.and([by("France"), veto]))),
      (
        "(speaker:France OR (mode:turn)) AND veto year:2013",
        .and([.inStatement(.and([.or([by("France"), .mode(.turn)]), veto])), years(2013)])
      ),
      (
        "veto (speaker:France -speaker:Chile)",
        .inStatement(.and([veto, by("France"), .not(.inStatement(by("Chile")))]))
      ),
      ("(speaker:France) (speaker:Chile)", .and([.inStatement(by("France")), .inStatement(by("Chile"))])),
      (
        "(speaker:France OR council) veto",
        .and([.or([.inStatement(by("France")), anyForm("council")]), veto])
      ),
      (
        "(speaker:France) veto (speaker:Chile council)",
        .and([
          .inStatement(.and([by("France"), veto])), .inStatement(.and([by("Chile"), anyForm("council")])),
        ])
      ),
      (
        "(speaker:France) -(speaker:Chile veto)",
        .and([.inStatement(by("France")), .not(.inStatement(.and([by("Chile"), veto])))])
      ),
      (
        "(speaker:France) (speaker:Chile) veto",
        .and([.inStatement(by("France")), .inStatement(by("Chile")), veto])
      ),
      (
        "(speaker:France OR speaker:Chile) (mode:turn) veto",
        .inStatement(.and([.or([by("France"), by("Chile")]), .mode(.turn), veto]))
      ),
      (
        "mode:turn (speaker:France OR speaker:Chile)",
        .inStatement(.and([.mode(.turn), .or([by("France"), by("Chile")])]))
      ),
      ("NOT (NOT speaker:France) veto", .and([.inStatement(by("France")), veto])),
      ("-(speaker:France) veto", .and([.not(.inStatement(by("France"))), veto])),
      // Dates are the document's.
      ("speaker:France veto year:2013", .and([.inStatement(.and([by("France"), veto])), years(2013)])),
      ("speaker:France -year:2013", .and([.inStatement(by("France")), .not(years(2013))])),
    ] as [(String, Query)])
  func speakersAndModes(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.warnings.isEmpty)
  }

  /// Where neighbours mean OR, who speaks restricts them all, in parentheses too.
  @Test(arguments: ["speaker:France veto council", "(speaker:France) veto council"])
  func whoSpeaksRestrictsAlternatives(query: String) throws {
    let parsed = try QueryParser(match: .any).parse(query)
    let asked = parsed.query.map { "\($0.interpreted)" }
    #expect(
      asked == "a statement ((veto (any form) OR council (any form)) AND by France)")
  }

  @Test func alternativesInStatements() throws {
    let parsed = try QueryParser(match: .any).parse("veto council speaker:France")
    #expect(parsed.query == .inStatement(.and([.or([Self.veto, anyForm("council")]), Self.by("France")])))
    #expect(parsed.interpreted == "a statement ((veto (any form) OR council (any form)) AND by France)")
  }

  @Test func aSpeakerGivenBesides() throws {
    let parser = QueryParser(dates: DateInterval("2013"), speakers: ["France"])
    #expect(
      try parser.parse("veto").query
        == .and([.inStatement(.and([Self.by("France"), Self.veto])), years(2013)]))
    #expect(
      try QueryParser(speakers: ["France"]).parse("speaker:Chile veto").query
        == .inStatement(.and([Self.by("France"), Self.by("Chile"), Self.veto])))
    #expect(try QueryParser(speakers: ["…"]).parse("veto").query == Self.veto)
    #expect(
      try QueryParser(speakers: ["France", "Chile"]).parse("veto").query
        == .inStatement(.and([.or([Self.by("France"), Self.by("Chile")]), Self.veto])))
    #expect(
      try QueryParser(speakers: ["France", "Chile"]).parse("").query
        == .inStatement(.or([Self.by("France"), Self.by("Chile")])))
  }

  @Test func namesAreFolded() throws {
    let query = try parse("speaker:\"Côte d'Ivoire\"").query
    #expect(
      query == .inStatement(.speaker(SpeakerName(text: "Côte d'Ivoire", key: Array("cote d ivoire".utf8)))))
  }

  /// What is no value is searched for, without the field's name; what holds no word is left out.
  @Test(
    arguments: [
      ("mode:sung veto", .and([anyForm("sung"), veto]), ["sung"]),
      ("mode:reprted", anyForm("reprted"), ["reprted"]),
      ("-mode:sung veto", .and([.not(anyForm("sung")), veto]), ["sung"]),
      ("mode:(turn OR sung)", .inStatement(.or([.mode(.turn), anyForm("sung")])), ["sung"]),
      ("speaker:… veto", veto, ["…"]), ("veto speaker:*", veto, ["*"]),
      ("veto OR about:*", veto, ["*"]), ("veto -speaker:*", veto, ["*"]),
      ("speaker:(France OR *) veto", .inStatement(.and([by("France"), veto])), ["*"]),
      ("veto title:...", veto, ["..."]), ("kind:* veto", veto, ["*"]),
      ("speaker:*", nil, ["*"]),
    ] as [(String, Query?, [String])])
  func whatIsNoValue(query: String, expected: Query?, places: [String]) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.places(in: query) == places)
  }

  @Test func whichValuesThereAre() throws {
    let modes = "the modes are speech, turn, reported"
    #expect(try parse("mode:sung").warnings.map(\.hint) == [modes])
    #expect(try parse("mode:reprted").warnings.map(\.hint) == ["did you mean mode:reported? " + modes])
    #expect(try parse("mode:Turn").warnings.map(\.hint) == ["did you mean mode:turn? " + modes])
    #expect(
      try parse("level:paragrph").warnings.map(\.hint) == [
        "did you mean level:paragraph? the levels are paragraph, statement, document"
      ])
    #expect(
      try parse("date:2013-13").warnings.map(\.message) == [
        "“2013-13” is no date and is searched for as words"
      ])
  }
}
