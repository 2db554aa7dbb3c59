import TestSupport
import Testing

@testable import Corpus

/// Statements against what a reader marked in real documents; prints the figures of each rule.
@Suite(.enabled(if: Shared.hasSeeds, "the collections are not beside the repository"))
struct StatementGoldTests {
  static let papers: [StatementGold] = [.dialogue, .ministerialRoundTable]

  private static func score(
    _ golds: [StatementGold], in root: String, configuration: String
  ) throws -> StatementScore {
    var score = StatementScore()
    for (folder, golds) in Dictionary(grouping: golds, by: \.folder) {
      let reader = try CorpusReader(
        root: root + "/" + folder,
        configurationPath: Repository.root + "/Benchmarks/collections/\(configuration).yaml")
      for gold in golds {
        let source = try #require(reader.sources.first { $0.path.hasPrefix(gold.file) }, "\(gold.file)")
        let document = try reader.documents(in: reader.read(source), of: source)[0]
        score.add(gold, document, StatementFinder.standard.statements(of: document))
      }
    }
    return score
  }

  private static func check(_ score: StatementScore) {
    print(score.report)
    #expect(score.recall.share >= 0.95)
    #expect(score.precision.share >= 0.95)
    #expect(score.unnamedRecall.share >= 0.95)
  }

  @Test(arguments: [StatementGold.dialogue, .ministerialRoundTable])
  func `every marked word of a paper is found`(gold: StatementGold) throws {
    let reader = try CorpusReader(root: Shared.folder + "/" + gold.folder)
    let source = try #require(reader.sources.first { $0.path.hasPrefix(gold.file) })
    let document = try reader.documents(in: reader.read(source), of: source)[0]
    #expect(gold.items.count == gold.lines.split(separator: "\n").count)
    for item in gold.items where item.sign == .said {
      #expect(
        document.place(line: item.line, column: item.column, length: item.length) != nil,
        "\(gold.file):\(item.line):\(item.column)")
    }
  }

  @Test func `papers`() throws {
    Self.check(try Self.score(Self.papers, in: Shared.folder, configuration: "seeds"))
  }

  @Test func `records of the Security Council`() throws {
    let golds = StatementGold.samples(StatementGold.securityCouncil, folder: "corpora/unsc-speeches/raw")
    Self.check(try Self.score(golds, in: Shared.folder, configuration: "unsc-speeches"))
  }

  @Test(.enabled(if: UNGDC.folder != nil, "VERBATIM_UNGDC names no folder"))
  func `speeches of the General Debate`() throws {
    let golds = StatementGold.samples(StatementGold.generalDebate, folder: "")
    Self.check(try Self.score(golds, in: UNGDC.folder ?? "", configuration: "ungdc"))
  }
}
