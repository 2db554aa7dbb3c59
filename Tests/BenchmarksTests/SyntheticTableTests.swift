import TestSupport
import Testing

@testable import Benchmarks

struct SyntheticTableTests {
  private func text(paragraphs: Int, seed: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    var table = SyntheticTable(paragraphCount: paragraphs, vocabularyCount: 50_000, seed: seed)
    table.write { bytes += $0 }
    return bytes
  }

  @Test func aSeedGivesOneTable() {
    let table = text(paragraphs: 50, seed: 7)
    #expect(table == text(paragraphs: 50, seed: 7))
    #expect(table != text(paragraphs: 50, seed: 8))
    // More paragraphs only follow.
    #expect(text(paragraphs: 60, seed: 7).starts(with: table))
  }

  @Test func itIsATableOfParagraphs() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(decoding: text(paragraphs: 100, seed: 1), as: UTF8.self), to: "t.tsv")
    var documents: [String] = []
    try ParagraphTable(path: path).forEachParagraph { paragraph in
      documents.append(String(decoding: paragraph.document, as: UTF8.self))
      #expect(SyntheticTable.lengths.contains(paragraph.text.split(separator: 0x20).count))
    }
    #expect(documents.count == 100)
    #expect(documents == (0..<100).map { "D\($0 / SyntheticTable.paragraphsPerDocument)" })
  }

  /// Shares and lengths are sums of many draws: what is allowed is some ten times their standard deviation.
  @Test func wordsAreAsFrequentAsTheLawHasIt() {
    let lines = text(paragraphs: 1_000, seed: 3).split(separator: 0x0A)
    let words = lines.flatMap { $0.split(separator: 0x09)[1].split(separator: 0x20) }
    #expect(abs(Double(words.count) / 1_000 - 80) < 16)
    let counts = Dictionary(words.map { (Array($0), 1) }, uniquingKeysWith: +)
    func count(_ rank: Int) -> Double { Double(counts[SyntheticTable.word(rank: rank)] ?? 0) }
    // Weights are 1 / (rank + 2.7)^1.07, ranks from 1: 3.7^-1.07 to 12.7^-1.07 is 3.74 to 1.
    #expect(abs(count(0) / count(9) - 3.74) < 0.8)
    #expect(count(0) > count(1) && count(1) > count(5) && count(5) > count(50))
    #expect(counts.count > 5_000)
  }

  @Test func everyRankHasAWordOfItsOwn() {
    let words = (0..<50_000).map { SyntheticTable.word(rank: $0) }
    #expect(Set(words).count == words.count)
    #expect(String(decoding: words[0], as: UTF8.self) == "ba")
    #expect(words[99].count == 2 && words[100].count == 4 && words[10_100].count == 6)
  }

  @Test func ranksAreDrawnByTheirWeights() {
    let table = AliasTable(weights: [1, 0, 5, 2])
    var generator = SplitMix64(seed: 1)
    var counts = [0, 0, 0, 0]
    for _ in 0..<80_000 { counts[table.draw(from: &generator)] += 1 }
    #expect(counts[1] == 0)
    for (count, expected) in zip(counts, [10_000, 0, 50_000, 20_000]) {
      #expect(abs(count - expected) < 1_500)
    }
  }

  @Test func theGeneratorIsSplitMix64() {
    // The first numbers of the reference implementation for the seed 1234567.
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
  }
}
