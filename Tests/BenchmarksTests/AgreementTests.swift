import TestSupport
import Testing

@testable import Benchmarks

/// A table of paragraphs through the whole way: as a corpus, as an index, and against the peers' answers.
struct AgreementTests {
  private let folder = try! TemporaryFolder()
  private let classes = [
    QueryClass(name: "term", queries: [PeerQuery(join: .or, clauses: [["cote"]])]),
    QueryClass(name: "phrase2", queries: [PeerQuery(join: .or, clauses: [["focal", "point"]])]),
  ]

  private func agreement(counts: [String: [Int]], _ top10: [String: [[PeerResults.Hit]]]) throws -> Agreement
  {
    let table = try folder.write(
      "A#1\tLa côte.\nA#2\t___\nA#3\tThe cote, a focal point\nB#1\tcote of a focal point\nB#2\tPoint, focal\n",
      to: "table.tsv")
    var corpus = PeerCorpus(of: ParagraphTable(path: table))
    try folder.write("", to: "corpus/.keep")
    try corpus.write(to: folder.path + "/corpus")
    let index = try BenchmarkIndex(building: folder.path + "/corpus", in: folder.path + "/index")
    try corpus.check(index.segments)
    #expect(index.figures.paragraphs == 4 && index.figures.documents == 2)
    var check = AgreementCheck(
      index, of: corpus, PeerResults(machine: "none", engines: [:], count: counts, top10: top10))
    return try check.run(classes)
  }

  /// What a scan by words gives, lines counted from 0: `cote` is no `côte` there.
  private let phrase = [PeerResults.Hit(line: 2, score: 0.275881), PeerResults.Hit(line: 3, score: 0.275881)]
  private let term = [PeerResults.Hit(line: 2, score: 0.268068), PeerResults.Hit(line: 3, score: 0.268068)]

  @Test func whatFoldingFindsIsExplained() throws {
    let agreement = try agreement(
      counts: ["term": [2], "phrase2": [2]], ["term": [term], "phrase2": [phrase]])
    #expect(agreement.queries == 2 && agreement.equalCounts == 1 && agreement.unexplained.isEmpty)
    #expect(agreement.explainedCounts.map(\.words) == [["côte": 1]])
    #expect(agreement.explainedCounts.map(\.ours) == [3] && agreement.explainedCounts.map(\.theirs) == [2])
    #expect(agreement.equalTopTens == 1 && agreement.explainedTopTens == 1)
  }

  @Test func whatNothingExplainsIsSaid() throws {
    let other = [PeerResults.Hit(line: 0, score: 0.275881), PeerResults.Hit(line: 3, score: 0.275881)]
    let agreement = try agreement(
      counts: ["term": [1], "phrase2": [2]], ["term": [term], "phrase2": [other]])
    #expect(agreement.unexplained.count == 2)
    #expect(agreement.explainedCounts.isEmpty)
  }
}
