import Query
import Testing

/// What is asked of documents and sections: `doc:`, `title:`, `section:`, `kind:`, `symbol:`, `lang:`, and of whom is spoken.
@Suite struct DocumentFieldTests {
  private static let veto = anyForm("veto")

  private static func titled(_ text: String, _ field: DocumentTest.Field = .title) -> Query {
    .document(
      DocumentTest(field, .phrase(text.split(separator: " ").map { word(String($0), .exact) }), text: text))
  }

  @Test(
    arguments: [
      ("doc:un-2013", named(.doc, "un-2013", key: "un 2013")),
      ("doc:2013*", named(.doc, "2013", isPrefix: true)),
      ("doc:\"a b\"", named(.doc, "a b")),
      ("doc:=a", named(.doc, "a")),
      ("doc:a:b", named(.doc, "a:b")),
      ("kind:speech", named(.kind, "speech")),
      ("kind:\"meeting record\"", named(.kind, "meeting record")),
      ("kind:spe*", named(.kind, "spe", isPrefix: true)),
      ("symbol:A/67/929", named(.symbol, "A/67/929", key: "a 67 929")),
      ("symbol:A/67*", named(.symbol, "A/67", key: "a 67", isPrefix: true)),
      ("symbol:A/67*,", named(.symbol, "A/67", key: "a 67", isPrefix: true)),
      ("symbol:\"S/RES/1973 (2011)\"", named(.symbol, "S/RES/1973 (2011)", key: "s res 1973 2011")),
      ("lang:EN", named(.lang, "EN")),
      // The comma of a list is no part of a value.
      ("kind:speech, veto", .and([named(.kind, "speech"), veto])),
      ("title:dialogue.", heading(.title, "dialogue")),
      ("about:Chile; veto", .and([.about(name("Chile")), veto])),
      ("lang:(en OR fr)", .or([named(.lang, "en"), named(.lang, "fr")])),
      ("title:dialogue", heading(.title, "dialogue")),
      ("title:\"interactive dialogue\"", titled("interactive dialogue")),
      (
        "title:=dialogue",
        .document(DocumentTest(.title, .words([word("dialogue", .exact)]), text: "dialogue"))
      ),
      (
        "title:\"dialogue\"",
        .document(DocumentTest(.title, .words([word("dialogue", .exact)]), text: "dialogue"))
      ),
      ("title:R2P", heading(.title, "R2P")),
      ("title:dialog*", headingLike(.title, prefix("dialog"))),
      ("title:dialog*,", headingLike(.title, prefix("dialog"))),
      ("section:vetto~1", headingLike(.section, fuzzy("vetto", 1))),
      ("title:(a* OR b)", .or([headingLike(.title, prefix("a")), heading(.title, "b")])),
      ("section:veto", heading(.section, "veto")),
      ("section:\"the veto\"", titled("the veto", .section)),
      ("title:(a b)", .and([heading(.title, "a"), heading(.title, "b")])),
      ("title:(a OR \"b c\")", .or([heading(.title, "a"), titled("b c")])),
      ("title:(a -b)", .and([heading(.title, "a"), .not(heading(.title, "b"))])),
      (
        "title:(a (b OR c))",
        .and([heading(.title, "a"), .or([heading(.title, "b"), heading(.title, "c")])])
      ),
      ("-title:a", .not(heading(.title, "a"))),
      ("NOT kind:speech veto", .and([.not(named(.kind, "speech")), veto])),
      ("about:Chile", .about(name("Chile"))),
      ("about:\"Ban Ki moon\"", .about(name("Ban Ki moon"))),
      ("about:(Chile OR Peru)", .or([.about(name("Chile")), .about(name("Peru"))])),
      ("about:(Chile AND Peru)", .and([.about(name("Chile")), .about(name("Peru"))])),
      ("-about:Chile veto", .and([.not(.about(name("Chile"))), veto])),
    ] as [(String, Query)])
  func values(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.warnings.isEmpty)
  }

  /// As bare text is a phrase where the analyzer cuts it, so is it here.
  @Test func aHyphenatedWordIsAPhrase() throws {
    let expected = DocumentTest(
      .title, .phrase([word("follow", .exact), word("up", .exact)]), text: "follow-up")
    #expect(try parse("title:follow-up").query == .document(expected))
  }

  @Test(
    arguments: [
      ("title:a veto title:b", .and([.or([heading(.title, "a"), heading(.title, "b")]), veto])),
      ("kind:speech AND kind:debate", .or([named(.kind, "speech"), named(.kind, "debate")])),
      ("kind:speech -kind:debate", .and([named(.kind, "speech"), .not(named(.kind, "debate"))])),
      ("title:a section:a", .and([heading(.title, "a"), heading(.section, "a")])),
      ("about:Chile about:Peru", .or([.about(name("Chile")), .about(name("Peru"))])),
      ("(title:a) (title:b)", .and([heading(.title, "a"), heading(.title, "b")])),
      (
        "title:a title:(b c)",
        .or([heading(.title, "a"), .and([heading(.title, "b"), heading(.title, "c")])])
      ),
    ] as [(String, Query)])
  func twiceMeansEither(query: String, expected: Query) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.warnings.isEmpty)
  }

  private static let chile = Query.speaker(name("Chile"))

  /// What is asked of documents stays outside the statement; sections and names are inside.
  @Test(
    arguments: [
      ("title:a veto", .and([.inStatement(.and([chile, veto])), heading(.title, "a")])),
      ("section:a veto", .inStatement(.and([chile, heading(.section, "a"), veto]))),
      ("about:Peru veto", .inStatement(.and([chile, .about(name("Peru")), veto]))),
      ("-title:a", .and([.inStatement(chile), .not(heading(.title, "a"))])),
      ("-section:a", .inStatement(.and([chile, .not(heading(.section, "a"))]))),
      (
        "doc:a kind:b symbol:c lang:d",
        .and([
          .inStatement(chile), named(.doc, "a"), named(.kind, "b"), named(.symbol, "c"), named(.lang, "d"),
        ])
      ),
      (
        "title:a title:b veto",
        .and([.inStatement(.and([chile, veto])), .or([heading(.title, "a"), heading(.title, "b")])])
      ),
      ("(title:a OR kind:b)", .and([.inStatement(chile), .or([heading(.title, "a"), named(.kind, "b")])])),
      (
        "-(title:a year:2009)", .and([.inStatement(chile), .not(.and([heading(.title, "a"), years(2009)]))])
      ),
      ("(title:a OR veto)", .inStatement(.and([chile, .or([heading(.title, "a"), veto])]))),
      ("prevent* \"a b\"~2", .inStatement(.and([chile, prefix("prevent"), sloppy("a b", 2)]))),
    ] as [(String, Query)])
  func besideASpeaker(query: String, expected: Query) throws {
    let parsed = try parse("speaker:Chile " + query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.warnings.isEmpty)
    // Given besides, the speaker means the same.
    let restricted = try QueryParser(speakers: ["Chile"]).parse(query)
    #expect(restricted.query == expected, "read as \(restricted.interpreted)")
  }

  private static let council = anyForm("council")

  @Test(
    arguments: [
      ("veto council title:a", .and([.or([veto, council]), heading(.title, "a")])),
      ("veto section:a council", .and([.or([veto, council]), heading(.section, "a")])),
      ("veto council about:Chile", .and([.or([veto, council]), .about(name("Chile"))])),
      ("veto council -kind:b", .and([.or([veto, council]), .not(named(.kind, "b"))])),
      (
        "veto council kind:a kind:b",
        .and([.or([veto, council]), .or([named(.kind, "a"), named(.kind, "b")])])
      ),
      (
        "veto council (title:a OR kind:b)",
        .and([.or([veto, council]), .or([heading(.title, "a"), named(.kind, "b")])])
      ),
      ("veto AND title:a council", .or([.and([veto, heading(.title, "a")]), council])),
      ("title:(veto council)", .or([heading(.title, "veto"), heading(.title, "council")])),
    ] as [(String, Query)])
  func amongAlternatives(query: String, expected: Query) throws {
    let parsed = try QueryParser(match: .any).parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.warnings.isEmpty)
  }

  @Test(
    arguments: [
      ("title:", anyForm("title"), ["title:"]),
      ("kind: speech", .and([anyForm("kind"), anyForm("speech")]), ["kind:"]),
      ("about:\"Chile", .and([anyForm("about"), anyForm("Chile")]), ["about:", "\""]),
      ("doc:… veto", veto, ["…"]),
      ("title:\"\" veto", veto, ["\"\""]),
      ("about:🎉", nil, ["🎉"]),
      ("title:() veto", veto, ["()"]),
      ("-section:(…)", nil, ["…"]),
      // Marks that mean nothing there.
      ("kind:-speech", named(.kind, "-speech", key: "speech"), ["-"]),
      (
        "speaker:-Chile", .inStatement(.speaker(SpeakerName(text: "-Chile", key: Array("chile".utf8)))),
        ["-"]
      ),
      ("speaker:Chile*", .inStatement(chile), ["*"]),
      ("about:Chile~1", .about(name("Chile")), ["~1"]),
      ("about:\"Chile\"~2", .about(name("Chile")), ["~2"]),
      ("title:veto~3", headingLike(.title, fuzzy("veto", 2)), ["~3"]),
      ("title:=veto*", headingLike(.title, prefix("veto")), ["="]),
      ("title:veto~0", .document(DocumentTest(.title, .words([word("veto", .exact)]), text: "veto")), ["~0"]),
      (
        "title:a,b*",
        .document(DocumentTest(.title, .phrase([word("a", .exact), word("b", .exact)]), text: "a,b")), ["*"]
      ),
      ("title:\"a b\"~2", titled("a b"), ["~2"]),
      ("kind:speech~1", named(.kind, "speech"), ["~1"]),
      // A field in the value of another.
      ("title:(year:2009)", years(2009), ["year:"]),
      ("title:(a section:b)", .and([heading(.title, "a"), heading(.section, "b")]), ["section:"]),
      ("title:(title:a)", heading(.title, "a"), []),
      ("speaker:(Chile year:2009)", .inStatement(.and([chile, years(2009)])), ["year:"]),
      ("-speaker:(Chile title:a)", .not(.inStatement(.and([chile, heading(.title, "a")]))), ["title:"]),
      ("mode:(turn sung)", .inStatement(.and([.mode(.turn), anyForm("sung")])), ["sung"]),
      ("speaker:(year:2009)", years(2009), ["year:"]),
    ] as [(String, Query?, [String])])
  func whatIsNoValue(query: String, expected: Query?, places: [String]) throws {
    let parsed = try parse(query)
    #expect(parsed.query == expected, "read as \(parsed.interpreted)")
    #expect(parsed.places(in: query) == places)
  }

  @Test(
    arguments: [
      ("Title:veto", ["Title:veto"]), ("YEAR:2009", ["YEAR:2009"]), ("Speaker:\"Chile\"", ["Speaker:"]),
      ("autor:France", ["autor:France"]), ("-foo:bar", ["foo:bar"]), ("veto autor:(a OR b)", ["autor:"]),
      ("foo:bar*", ["foo:bar*"]), ("note:this", ["note:this"]), ("publisher:UN", ["publisher:UN"]),
      // Ordinary text.
      ("Re: Title: veto", []), ("note: this", []), ("well:", []), ("a:b", []), ("C:\\x", []),
      ("http://un.org", []), ("file:/x", []), ("10:30", []), ("1:2", []), ("John 3:16", []),
      ("\"note:this\"", []), ("follow-up:this", []), ("std::sort", []), ("Note:, a", []),
      ("title:a:b", []),
    ] as [(String, [String])])
  func otherNamesAreWords(query: String, places: [String]) throws {
    #expect(try parse(query).places(in: query) == places)
  }

  @Test(
    arguments: [
      ("Title:veto", "fields are written in small letters: title:"),
      ("autor:Annan", "did you mean speaker:Annan?"),
      ("speker:a", "did you mean speaker:a?"), ("tilte:a", "did you mean title:a?"),
      ("language:en", "did you mean lang:en?"), ("knd:a", "did you mean kind:a?"),
      ("autor:\"a b\"", "did you mean speaker:?"),
      (
        "foo:bar",
        "the fields are year, date, speaker, about, mode, doc, title, section, kind, symbol, lang, level"
      ),
    ] as [(String, String)])
  func theFieldThatMayBeMeantIsNamed(query: String, hint: String) throws {
    let warning = try #require(try parse(query).warnings.first)
    #expect(warning.message.hasPrefix("there is no field “"))
    #expect(warning.hint == hint)
  }
}
