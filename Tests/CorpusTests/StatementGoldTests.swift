import Testing

@testable import Corpus

/// Statements against what a reader marked in real documents; prints the figures of each rule.
@Suite(.enabled(if: Shared.hasSeeds, "the collections are not beside the repository"))
struct StatementGoldTests {
  static let papers: [StatementGold] = [.dialogue, .ministerialRoundTable]

  private static func score(
    _ golds: [StatementGold], in root: String, speaker: (SourceFile) -> String? = { _ in nil }
  ) throws -> StatementScore {
    var score = StatementScore()
    for (folder, golds) in Dictionary(grouping: golds, by: \.folder) {
      let reader = try CorpusReader(root: root + "/" + folder)
      for gold in golds {
        let source = try #require(reader.sources.first { $0.path.hasPrefix(gold.file) }, "\(gold.file)")
        let document = try reader.document(from: reader.read(source), of: source)
        score.add(gold, document, StatementFinder.standard.statements(of: document, speaker: speaker(source)))
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
    let document = try reader.document(from: reader.read(source), of: source)
    #expect(gold.items.count == gold.lines.split(separator: "\n").count)
    for item in gold.items where item.sign == .said {
      #expect(
        document.place(line: item.line, column: item.column, length: item.length) != nil,
        "\(gold.file):\(item.line):\(item.column)")
    }
  }

  @Test func `papers`() throws {
    Self.check(try Self.score(Self.papers, in: Shared.folder))
  }

  @Test func `records of the Security Council`() throws {
    let golds = StatementGold.samples(StatementGold.securityCouncil, folder: "corpora/unsc-speeches/raw")
    Self.check(try Self.score(golds, in: Shared.folder))
  }

  @Test(.enabled(if: SpeakerShared.debate != nil, "the UN General Debate is not unpacked"))
  func `speeches of the General Debate`() throws {
    let golds = StatementGold.samples(StatementGold.generalDebate, folder: "")
    let pattern = try FileNamePattern("{speaker:iso3}_{session}_{year}")
    let score = try Self.score(golds, in: SpeakerShared.debate ?? "") { pattern.match($0.path)?["speaker"] }
    Self.check(score)
  }
}
