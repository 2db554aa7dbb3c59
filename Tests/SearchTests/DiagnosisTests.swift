import Indexing
import Query
import TestSupport
import Testing

@testable import Search

struct DiagnosisTests {
  private let corpus = try! TemporaryFolder()
  private let index = try! TemporaryFolder()

  private func diagnosis(_ text: String, level: Level = .paragraph) throws -> Diagnosis {
    try corpus.write(
      """
      ---
      date: 2013-09-11
      title: Dialogue on the veto
      kind: dialogue
      language: en
      symbol: A/67/929
      ---

      # Crises

      The veto was used by the council.

      The council met on sanctions.

      Vetoes of the council hold back the assembly. The representative of France stressed that the veto must go.
      """, to: "talks/dialogue-2013.md")
    try corpus.write(
      """
      ---
      date: 2016
      title: Report
      kind: report
      language: fr
      ---

      The representative of the Republic of Korea stressed that a bad day is no end.
      """, to: "b.md")
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build()
    let snapshot = try Snapshot(openingIndexAt: index.path)
    let query = try #require(try QueryParser().parse(text).query)
    var options = SearchOptions()
    options.level = level
    #expect(try snapshot.count(query, options).total == 0)
    return try snapshot.diagnose(query, options)
  }

  /// What stands in other units, as a rule larger ones, is said to be found there.
  @Test(
    arguments: [
      ("sanctions assembly", Level.paragraph, "within a document (level:document)", 1),
      ("representative council", .statement, "within a paragraph (level:paragraph)", 1),
      ("mode:speech peace security", .paragraph, "within a statement (level:statement)", 1),
      ("peace security", .paragraph, "within a statement (level:statement)", 1),
      ("mode:reported peace security", .paragraph, nil, 0), ("sanctions korea", .paragraph, nil, 0),
      ("(peace security elephant) OR (sanctions assembly zebra)", .paragraph, nil, 0),
      ("(peace security) OR elephant", .paragraph, "within a statement (level:statement)", 1),
      ("sanctions korea", .document, nil, 0), ("council elephant", .paragraph, nil, 0),
    ] as [(String, Level, String?, Int)])
  func otherUnitsMayHaveItAll(query: String, level: Level, text: String?, total: Int) throws {
    try corpus.write(
      """
      ---
      date: 2014
      speaker: Chile
      ---

      We came for peace.

      We stay for security.
      """, to: "speech.md")
    #expect(
      try diagnosis(query, level: level).relaxations
        == (text.map { [Diagnosis.Relaxation(text: $0, total: total)] } ?? []))
  }

  private func clause(_ text: String, _ total: Int, _ without: Int?) -> Diagnosis.Clause {
    Diagnosis.Clause(text: text, total: total, totalWithout: without)
  }

  @Test func theClauseToBlameIsSeen() throws {
    let diagnosis = try diagnosis("veto council elephant")
    #expect(
      diagnosis.clauses == [
        clause("veto (any form)", 2, 0), clause("council (any form)", 3, 0),
        clause("elephant (any form)", 0, 2),
      ])
    #expect(diagnosis.missingWords == [Diagnosis.MissingWord(word: "elephant", nearest: [])])
    #expect(diagnosis.relaxations.isEmpty)
  }

  @Test func twoClausesMayBeToBlameOnlyTogether() throws {
    let diagnosis = try diagnosis("sanctions assembly")
    #expect(
      diagnosis.clauses == [clause("sanctions (any form)", 1, 1), clause("assembly (any form)", 1, 1)])
    #expect(diagnosis.missingWords.isEmpty)
  }

  /// Where even the words of a phrase stand together nowhere, each is told.
  @Test func partsThatStandApartAreTold() throws {
    func relaxed(_ text: String) throws -> [String] {
      try diagnosis(text).relaxations.map { "\($0.text): \($0.total)" }
    }
    #expect(
      try relaxed("\"sanctions assembly\"") == [
        "sanctions (any form) AND assembly (any form): 0", "sanctions (any form): 1",
        "assembly (any form): 1",
      ])
    #expect(try relaxed("\"sanctions elephant sanctions\"") == ["sanctions (any form): 1"])
    #expect(
      try relaxed("\"council veto\" NEAR/3 sanctions")
        == ["council (any form) AND veto (any form): 2", "sanctions (any form): 1"])
  }

  /// Of a long phrase no more than some words are told, and each once, however deep they are asked for.
  @Test func partsAreToldToALimit() throws {
    let many = (0..<20).map { _ in "council" } + ["elephant"]
    #expect(
      try diagnosis("\"\(many.joined(separator: " "))\"").relaxations.map(\.text) == ["council (any form)"])
    let near = try diagnosis("(\"sanctions zebra\" NEAR \"sanctions elephant\") NEAR sanctions")
    #expect(near.relaxations.map(\.text) == ["sanctions (any form)"])
  }

  /// What is asked of the statement is told as such, and counted.
  @Test func whatTheStatementMustNotBeIsTold() throws {
    let texts = try diagnosis("mode:reported -speaker:Korea elephant").clauses.map {
      "\($0.text): \($0.total)"
    }
    #expect(texts == ["mode reported: 2", "NOT by Korea: 1", "elephant (any form): 0"])
  }

  @Test func aMissingWordIsToldOnce() throws {
    let diagnosis = try diagnosis("elephant \"elephant herd\" Elephant")
    #expect(diagnosis.missingWords.map(\.word) == ["elephant", "herd"])
  }

  @Test func whatNoWordIsLikeIsMissing() throws {
    let diagnosis = try diagnosis("vetpo* zzzqq~1 vetpo* =vetpo")
    #expect(diagnosis.missingWords.map(\.word) == ["vetpo*", "zzzqq~1", "vetpo"])
    #expect(diagnosis.missingWords.map { $0.nearest.map(\.term) } == [["veto"], [], ["veto"]])
  }

  @Test func aMisspeltWordIsNoticed() throws {
    let diagnosis = try diagnosis("vteo")
    #expect(diagnosis.clauses == [clause("vteo (any form)", 0, nil)])
    #expect(diagnosis.missingWords.map(\.word) == ["vteo"])
    #expect(diagnosis.missingWords[0].nearest.map(\.term) == ["veto"])
  }

  @Test func lessIsAskedInstead() throws {
    #expect(
      try diagnosis("\"council veto\"").relaxations
        == [Diagnosis.Relaxation(text: "council (any form) AND veto (any form)", total: 2)])
    #expect(
      try diagnosis("veto NEAR/1 council").relaxations
        == [Diagnosis.Relaxation(text: "veto (any form) AND council (any form)", total: 2)])
    #expect(
      try diagnosis("=council =vetoed").relaxations
        == [Diagnosis.Relaxation(text: "vetoed (any form)", total: 2)])
  }

  @Test func filtersAreClauses() throws {
    #expect(
      try diagnosis("veto year:1990").clauses
        == [clause("veto (any form)", 2, 0), clause("year 1990", 0, 2)])
    #expect(
      try diagnosis("speaker:Chile veto").clauses
        == [clause("by Chile", 0, 2), clause("veto (any form)", 2, 0)])
  }

  /// The values of a field that nothing has, with what is said of them.
  @Test(
    arguments: [
      ("title:dialoge", "title with dialoge (any form): dialogue 4"),
      ("title:dialogs", "title with dialogs (any form): dialogue 4"),
      ("title:(dialoge report)", "title with dialoge (any form): dialogue 4"),
      ("title:\"vetto dialoge\"", "title with \"vetto dialoge\": veto 4, dialogue 4"),
      ("title:dialoge*", "title with dialoge… (any ending): dialogue 4"),
      ("title:elephant", "title with elephant (any form):"),
      ("section:crissis", "section with crissis (any form): crises 4"),
      ("kind:dialog", "kind dialog: dialogue 4 of dialogue 4, report 1"),
      ("kind:elephant", "kind elephant: of dialogue 4, report 1"),
      ("lang:English", "language English: of en 4, fr 1"),
      ("mode:turn", "mode turn: of reported 2"),
      ("speaker:Frence", "by Frence: France 1"), ("speaker:Korae", "by Korae: Republic of Korea 1"),
      ("speaker:\"the delegation of Frence\"", "by the delegation of Frence: France 1"),
      ("about:Frence", "about Frence:"), ("speaker:FRX", "by FRX:"),
      ("doc:dialogue-2012", "document dialogue-2012: talks/dialogue-2013 4"),
      ("doc:dialogue", "document dialogue: talks/dialogue-2013 4"),
      ("symbol:A/67/92", "symbol A/67/92: A/67/929 4"),
      ("year:1990", "year 1990: 2013-09-11 to 2016"),
      ("date:2014-01..2014-03", "date 2014-01..2014-03: 2013-09-11 to 2016"),
      ("-kind:dialogue kind:dialogue", nil),
    ] as [(String, String?)])
  func valuesThatNothingHas(query: String, expected: String?) throws {
    let missing = try diagnosis(query).missingValues
    let texts = missing.map { value in
      func list(_ values: [Diagnosis.Value]) -> String {
        values.map { "\($0.text) \($0.total)" }.joined(separator: ", ")
      }
      let parts = [
        value.nearest.isEmpty ? nil : list(value.nearest),
        value.values.isEmpty ? nil : "of " + list(value.values),
        value.dates.map { "\($0.first) to \($0.last)" },
      ]
      return ([value.text + ":"] + parts.compactMap(\.self)).joined(separator: " ")
    }
    #expect(texts == (expected.map { [$0] } ?? []))
  }

  @Test func valuesAreCountedAtTheLevelAsked() throws {
    let values = try diagnosis("kind:dialog", level: .document).missingValues[0].values
    #expect(
      values == [Diagnosis.Value(text: "dialogue", total: 1), Diagnosis.Value(text: "report", total: 1)])
  }
}
