import Testing

@testable import Corpus

/// Statements against what a reader marked in real documents; prints the figures of each rule.
@Suite(.enabled(if: Shared.hasSeeds, "the collections are not beside the repository"))
struct StatementGoldTests {
  static let papers: [StatementGold] = [.dialogue, .ministerialRoundTable]

  private static func score(_ golds: [StatementGold]) throws -> StatementScore {
    var score = StatementScore()
    let finder = StatementFinder()
    for (folder, golds) in Dictionary(grouping: golds, by: \.folder) {
      let reader = try CorpusReader(root: Shared.folder + "/" + folder)
      for gold in golds {
        let source = try #require(reader.sources.first { $0.path.hasPrefix(gold.file) }, "\(gold.file)")
        let document = try reader.documents(in: reader.read(source), of: source)[0]
        score.add(gold, document, finder.statements(of: document, speaker: gold.speaker))
      }
    }
    return score
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
    let score = try Self.score(Self.papers)
    print(score.report)
    #expect(score.recall.share >= 0.95)
    #expect(score.precision.share >= 0.95)
    #expect(score.unnamedRecall.share >= 0.95)
  }
}
