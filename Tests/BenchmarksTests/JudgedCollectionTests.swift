import Foundation
import Search
import TestSupport
import Testing

@testable import Benchmarks

@Suite struct JudgedCollectionTests {
  private let folder = try! TemporaryFolder()

  private func write(documents: String, queries: String, judgements: String) throws {
    try folder.write(documents, to: "all/one/docs.tsv")
    try folder.write(queries, to: "all/one/queries.tsv")
    try folder.write(judgements, to: "all/one/qrels.txt")
  }

  @Test func aCollectionIsRead() throws {
    try write(
      documents: "1\tThe veto.\n", queries: "1\tWHO or what?\n2\tveto\tand more\n",
      judgements: "1 0 1 2\n1 0 7 0\n2 0 1 -1\n2 0 3 1\n")
    try folder.write("Not a collection", to: "all/two/note.txt")
    let collections = try JudgedCollection.all(in: folder.path + "/all")
    #expect(collections.map(\.name) == ["one"])
    #expect(collections[0].queries.map(\.text) == ["WHO or what?", "veto\tand more"])
    #expect(collections[0].grades == ["1": ["1": 2], "2": ["3": 1]])
  }

  @Test(arguments: [
    ("1 one\n", "1 0 1 1\n", "id TAB text"), ("1\tone\n", "1 0 1\n", "query 0 document grade"),
    ("1\tone\n", "1 0 1 x\n", "query 0 document grade"), ("1\tone\n", "1 0 1 0\n", "nothing is judged"),
  ])
  func whatIsNoCollectionIsRefused(queries: String, judgements: String, expected: String) throws {
    try write(documents: "1\tone\n", queries: queries, judgements: judgements)
    let error = #expect(throws: BenchmarkError.self) {
      try JudgedCollection.all(in: folder.path + "/all")
    }
    #expect(error?.description.contains(expected) == true)
    #expect(throws: BenchmarkError.self) { try JudgedCollection.all(in: folder.path + "/nowhere") }
  }

  @Test func queriesAreWordsInSmallLetters() {
    let query = JudgedCollection.Query(id: "1", text: "WHO -dash \"HOT LINE\" (i.e. A-B): BONN'S year:1963")
    #expect(query.plainText == "who  dash  hot line   i.e. a b   bonn's year 1963")
  }

  @Test func rankingsAreFoundAndWritten() throws {
    try write(
      documents: "1\tRivers and hills.\n2\tThe veto.\n3\tA veto, and the veto again.\n",
      queries: "1\tthe VETO!\n",
      judgements: "1 0 3 1\n")
    let collection = try JudgedCollection.all(in: folder.path + "/all")[0]
    let index = try JudgedIndex(
      of: collection, configuration: Repository.root + "/Benchmarks/collections/judged.yaml",
      in: folder.path + "/index")
    #expect(index.documentCount == 3)
    let rankings = try index.rankings(by: .plain)
    #expect(Set(rankings["1"]?.map(\.id) ?? []) == ["2", "3"])
    try RunFile.write(rankings, of: collection.queries, named: "v", to: folder.path + "/run")
    #expect(try RunFile.read(from: folder.path + "/run") == rankings.mapValues { $0.map(\.id) })
    try folder.write("1 Q0 b 2 0.5 x\n1 Q0 a 1 0.7 x\n2 Q0 c 1 1 x\n", to: "other")
    #expect(try RunFile.read(from: folder.path + "/other") == ["1": ["a", "b"], "2": ["c"]])
  }
}
