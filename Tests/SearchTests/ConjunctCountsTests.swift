import Indexing
import Query
import TestSupport
import Testing

@testable import OracleSupport
@testable import Search

/// What is counted of all clauses together is what a search for each, and for all but it, counts.
struct ConjunctCountsTests {
  @Test(arguments: 0..<10)
  func countsAreThoseOfSearches(seed: UInt64) throws {
    let corpus = SampleCorpus(seed: seed)
    let snapshot = try Oracle(corpus).snapshot
    for number in 0..<16 {
      let question = Question(number: number, about: corpus, seed: seed)
      guard let query = try question.parser.parse(question.text).query else { continue }
      let conjuncts = query.conjuncts
      let counts = try ConjunctCounts(of: conjuncts, in: snapshot, question.options)
      for index in conjuncts.indices.prefix(Diagnosis.clauseLimit) {
        #expect(
          try counts.total(of: index) == Self.count([conjuncts[index]], snapshot, question.options),
          "clause \(index) of \(question)")
        var others = conjuncts
        others.remove(at: index)
        let expected = try others.isEmpty ? nil : Self.count(others, snapshot, question.options)
        #expect(try counts.total(without: index) == expected, "all but clause \(index) of \(question)")
      }
    }
  }

  /// A word beside a speaker is asked of that speaker's statement; by itself, and without the speaker, of any text.
  @Test func withoutASpeakerWordsAreThoseOfAllText() throws {
    let corpus = try TemporaryFolder()
    let index = try TemporaryFolder()
    let text = "- The veto stands!\n\n- A veto, said Chile!\n\n- France: peace!"
    try corpus.write(text, to: "2013-09-11-a.txt")
    _ = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build()
    let snapshot = try Snapshot(openingIndexAt: index.path)
    let query = try #require(QueryParser().parse("speaker:nobody veto").query)
    let clauses = try snapshot.diagnose(query, SearchOptions()).clauses
    #expect(clauses.map(\.total) == [0, 2])
    #expect(clauses.map(\.totalWithout) == [2, 0])
  }

  /// Of more clauses than are told the others are held to the query together.
  @Test func clausesThatAreNotToldCount() throws {
    let corpus = SampleCorpus(seed: 1)
    let snapshot = try Oracle(corpus).snapshot
    let word = { (text: String) in Query.word(QueryWord(text: text, term: Array(text.utf8), form: .exact)) }
    let said = Conjunct(part: .or(StatementMode.allCases.map(Query.mode)), isOfStatement: true)
    for isOfStatement in [false, true] {
      let known = isOfStatement ? said : Conjunct(part: .everything)
      let missing = Conjunct(part: word("xylophone"), isOfStatement: isOfStatement)
      let many = Array(repeating: known, count: Diagnosis.clauseLimit + 3) + [missing]
      let counts = try ConjunctCounts(of: many, in: snapshot, SearchOptions())
      #expect(try counts.total(of: 0) > 0)
      #expect(try counts.total(without: 0) == 0)
    }
  }

  private static func count(
    _ conjuncts: [Conjunct], _ snapshot: Snapshot, _ options: SearchOptions
  ) throws -> Int {
    // Without who speaks, or how, nothing is asked of a statement.
    let isOfStatement = conjuncts.contains(where: \.saysOfStatement)
    let inside = conjuncts.filter { isOfStatement && $0.isOfStatement }.map(\.part)
    var parts = conjuncts.filter { !isOfStatement || !$0.isOfStatement }.map(\.part)
    if !inside.isEmpty { parts.append(.inStatement(inside.count > 1 ? .and(inside) : inside[0])) }
    return try snapshot.count(parts.count > 1 ? .and(parts) : parts[0], options).total
  }
}
