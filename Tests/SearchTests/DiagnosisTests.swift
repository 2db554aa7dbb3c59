import Indexing
import Query
import TestSupport
import Testing

@testable import Search

struct DiagnosisTests {
  private let corpus = try! TemporaryFolder()
  private let index = try! TemporaryFolder()

  private func diagnosis(_ text: String) throws -> Diagnosis {
    try corpus.write(
      """
      ---
      date: 2013-09-11
      ---

      The veto was used by the council.

      The council met on sanctions.

      Vetoes of the council hold back the assembly.
      """, to: "a.md")
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build()
    let snapshot = try Snapshot(openingIndexAt: index.path)
    let query = try #require(try QueryParser().parse(text).query)
    #expect(try snapshot.count(query).total == 0)
    return try snapshot.diagnose(query, SearchOptions())
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
      try diagnosis("speaker:France veto").clauses
        == [clause("by France", 0, 0), clause("veto (any form)", 0, 0)])
  }
}
