import Corpus
import TestSupport
import Testing
import Text

@testable import Indexing

/// The counts of a build, held to counts of another kind.
struct IngestCountsTests {
  /// Two reports, a speech, a table, and a file without a date; what is in each is counted by hand below.
  private static func corpus() throws -> TemporaryFolder {
    let corpus = try TemporaryFolder()
    try corpus.write(
      """
      ---
      title: A report
      date: 2013-09-11
      form: report
      ---

      # Opening

      France raised its concern. The weather was fine that day.

      - Several delegations noted the cost.
      - Kenya said that [the veto](#) was old.

      """, to: "report.md")
    try corpus.write(
      "---\ndate: 2012\nspeaker: France\nform: speech\n---\n\nWe met in the hall. We shall meet again.\n",
      to: "speech.md")
    try corpus.write("One e\u{FB00}ort of many was\nmade. It su\u{FB03}ced.", to: "undated.txt")
    try corpus.write("rules:\n  - files: \"*.csv\"\n    columns: {text: text, id: id}\n", to: "corpus.yaml")
    try corpus.write("id,text\n1,The first row. It has two sentences.\n2,The second row.\n", to: "table.csv")
    return corpus
  }

  private static func counts(_ corpus: TemporaryFolder, _ index: TemporaryFolder) throws -> (
    BuildReport, IngestCounts
  ) {
    let report = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path).build(counting: true)
    return (report, try #require(report.counts))
  }

  @Test func areThoseCountedByHand() throws {
    let (report, counts) = try Self.counts(Self.corpus(), TemporaryFolder())
    #expect(counts.documents == 5 && counts.documents == report.documentCount)
    // The file, and both rows.
    #expect(counts.undatedDocuments == 3)
    #expect(counts.sections == 1)
    #expect(counts.paragraphs == [.heading: 1, .bullet: 2, .prose: 5])
    #expect(counts.paragraphCount == report.paragraphCount)
    // Heading 1, prose 2, bullets 2; speech 2; undated 2; rows 3.
    #expect(counts.sentences == 12)
    #expect(counts.statements == [.speech: 1, .reported: 3])
    #expect(counts.statementRules == [.wholeSpeech: 1, .subject: 3])
    #expect(counts.statementCount == 4 && counts.unnamedStatements == 1)
    // France speaks twice.
    #expect(counts.speakerCount == 2)
    #expect(counts.repairs.count(of: Join.Cause.wrap) == 1)
    #expect(counts.repairs.count(of: Removal.link) == 2)
    #expect(counts.repairs.count(of: Removal.bullet) == 2)
    #expect(counts.repairs.count(of: Removal.headingSign) == 1)
    #expect(counts.repairs.ligatures == 2 && counts.repairs.mojibake == 0)
    // No date in undated.txt; both rows are one warning.
    #expect(report.warnings.map(\.path) == ["table.csv", "undated.txt"] && counts.warnings == 2)
  }

  /// An index that stands already gives the same counts, written or not, and the same bytes as without counting.
  @Test func doNotDependOnTheIndex() throws {
    let (corpus, index, other) = (try Self.corpus(), try TemporaryFolder(), try TemporaryFolder())
    let (built, counts) = try Self.counts(corpus, index)
    let before = try IndexBuilderTests.files(of: index)
    var progress: [BuildProgress] = []
    let again = try IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path)
      .build(counting: true) { progress.append($0) }
    #expect(!built.wasFresh && again.wasFresh)
    #expect(again.counts == counts && again.warnings == built.warnings)
    #expect(progress.map(\.documentsDone) == [1, 2, 3, 4])
    #expect(progress.allSatisfy(\.onlyCounts) && progress.last?.bytesDone == progress.last?.byteCount)
    let plain = try IndexBuilderTests.build(corpus, other)
    #expect(plain.counts == nil)
    #expect(try IndexBuilderTests.files(of: index) == before)
    #expect(try IndexBuilderTests.files(of: other) == before)
  }

  /// What is counted of the whole is the sum over documents that were read by themselves.
  @Test func areTheSumOverDocuments() throws {
    let corpus = try Self.corpus()
    let (_, counts) = try Self.counts(corpus, TemporaryFolder())
    let reader = try CorpusReader(root: corpus.path)
    let finder = StatementFinder(table: reader.speakers)
    var repairs = RepairCounts()
    var (paragraphs, statements, sentences) = (0, 0, 0)
    for source in reader.sources {
      for document in try reader.documents(in: try reader.read(source), of: source) {
        repairs += document.repairs
        paragraphs += document.paragraphs.count
        statements += finder.statements(of: document).statements.count
        for paragraph in document.paragraphs {
          sentences += SentenceBreaker().sentences(in: paragraph.utf8).count
        }
      }
    }
    #expect(counts.repairs == repairs)
    #expect(
      (counts.paragraphCount, counts.statementCount, counts.sentences) == (paragraphs, statements, sentences))
  }
}
