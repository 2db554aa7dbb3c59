import Segment
import TestSupport
import Testing

@testable import Indexing

/// What builds make passes the verifier, and is counted rightly.
struct BuiltIndexTests {
  /// The sample corpus, and documents that are odd.
  private static func corpus() throws -> TemporaryFolder {
    let folder = try IndexBuilderTests.corpus()
    try folder.write("", to: "empty.txt")
    try folder.write("— — —", to: "no-words.txt")
    try folder.write("---\ndate: 1999-05\n---\n\nA word, a word.\n\na\n", to: "dated.md")
    try folder.write(
      "UN US UN-US un us Côte d’Ivoire’s 𝐀𝐁 ᎠᎡ ꭰꭱ S/RES/1973 (2011) e\u{301} x\u{AD}y", to: "odd.txt")
    // Many more postings than a block, units of all lengths.
    let lines = (0..<300).map { (number: Int) in
      (0...number % 50).map { "word\($0) vetoes veto \(number)" }.joined(separator: " ")
    }
    try folder.write(lines.joined(separator: "\n\n"), to: "long.txt")
    return folder
  }

  @Test(arguments: [1, 3_000, 1 << 25])
  func isVerified(segmentByteCount: Int) throws {
    let (corpus, index) = (try Self.corpus(), try TemporaryFolder())
    let built = try IndexBuilderTests.build(corpus, index, segmentByteCount: segmentByteCount)
    let report = try IndexDirectory(path: index.path).verify()
    #expect(report.damages == [])
    #expect(report.strayFiles == [])
    #expect(report.checked.segmentCount == built.segmentCount)
    #expect(report.checked.documentCount == built.documentCount)
    #expect(report.checked.unitCount == built.paragraphCount)
    #expect(report.checked.wordCount == built.wordCount)
    #expect(report.checked.byteCount == built.byteCount)
    // Each word is an occurrence of a term; compounds and capitals are more.
    #expect(report.checked.positionCount > built.wordCount)
  }

  @Test func isCounted() throws {
    let corpus = try Self.corpus()
    var statistics: [IndexStatistics] = []
    for segmentByteCount in [1, 3_000, 1 << 25] {
      let index = try TemporaryFolder()
      let built = try IndexBuilderTests.build(corpus, index, segmentByteCount: segmentByteCount)
      let found = try IndexDirectory(path: index.path).statistics()
      #expect(found.generation == built.generation && found.pipeline == IndexBuilder.pipeline)
      #expect(found.segmentCount == built.segmentCount && found.byteCount == built.byteCount)
      #expect(found.documentCount == built.documentCount && found.unitCount == built.paragraphCount)
      #expect(found.wordCount == built.wordCount && found.termCount == built.termCount)
      #expect(found.years == 1999...2013)
      #expect(found.undatedDocumentCount == 4)
      #expect(found.sections.map(\.section) == SegmentFormat.Section.allCases)
      let sectionByteCount = found.sections.reduce(0) { $0 + $1.byteCount }
      #expect(sectionByteCount < found.byteCount && sectionByteCount > found.byteCount / 2)
      statistics.append(found)
    }
    // However the corpus is cut.
    #expect(Set(statistics.map(\.generation)).count == 1)
    #expect(Set(statistics.map(\.termCount)).count == 1 && Set(statistics.map(\.stemCount)).count == 1)
    #expect(statistics[2].stemCount < statistics[2].termCount)
    #expect(Set(statistics.map { $0.sections[0].byteCount }).count == 1)
  }

  @Test func anIndexWithoutDatesHasNoYears() throws {
    let (corpus, index) = (try TemporaryFolder(), try TemporaryFolder())
    try corpus.write("No date here.", to: "a.txt")
    _ = try IndexBuilderTests.build(corpus, index)
    let statistics = try IndexDirectory(path: index.path).statistics()
    #expect(statistics.years == nil && statistics.undatedDocumentCount == 1)
  }
}
