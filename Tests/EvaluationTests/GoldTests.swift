import Corpus
import TestSupport
import Testing

@testable import Evaluation

/// Gold of a small corpus: what is right is counted as right, what is wrong as wrong, and what cannot be read is an error.
struct GoldTests {
  private static let text = """
    # Report

    France welcomed the draft of the text.
    Several delegations regretted the
    delay in the plans. Germany was in the room.

    - The first point
    """

  private static func evaluate(_ gold: String) throws -> EvaluationReport {
    let folder = try TemporaryFolder()
    _ = try folder.write(text, to: "corpus/report.md")
    let reader = try CorpusReader(root: folder.path + "/corpus")
    return try Gold(gold, path: "gold.tsv").evaluate(GoldDocuments(reader))
  }

  private static let statementColumns = "file\tline\tcolumn\tlength\tsign\tspeakers\trule\n"
  private static let breakColumns = "kind\tfile\tline\tcolumn\twords\tline\tcolumn\twords\n"

  private static func share(_ right: Int, _ all: Int) -> Share {
    var share = Share()
    for index in 0..<all { share.add(index < right) }
    return share
  }

  private func measure(_ name: String, in report: EvaluationReport) throws -> EvaluationReport.Measure {
    try #require(report.measures.first { $0.name == name })
  }

  @Test func `words are found as their speaker's, and attributions borne out`() throws {
    let report = try Self.evaluate(
      "# A remark.\n\nat-least\trecall\t100\nexhaustive\n" + Self.statementColumns
        + "report.md\t3\t21\t9\t+\tFRA|somebody-else\tsubject\n"
        + "report.md\t4\t31\t3\t+\tnobody\tsubject\n"
        + "report.md\t5\t21\t7\t-\tDEU\t-\n")
    #expect(try measure("recall", in: report).share == Self.share(1, 1))
    #expect(try measure("recall-nobody", in: report).share == Self.share(1, 1))
    #expect(try measure("precision", in: report).share == Self.share(1, 1))
    #expect(report.rules == [.init(name: "subject", precision: Self.share(1, 1), recall: Self.share(1, 1))])
    #expect(report.misses.isEmpty && report.passes)
  }

  @Test func `what is another's is a miss in recall and in precision`() throws {
    let report = try Self.evaluate(
      "at-least\trecall\t50\nat-least\tprecision\t50\n" + Self.statementColumns
        + "report.md\t3\t21\t9\t+\tDEU\tsubject\n")
    #expect(try measure("recall", in: report).share == Self.share(0, 1))
    #expect(try measure("precision", in: report).share == Self.share(0, 1))
    #expect(!report.passes && report.misses.count == 2)
    #expect(report.misses[0].line == 3 && report.misses[0].column == 21)
  }

  @Test func `a statement without marks counts only in files that are exhaustive`() throws {
    let row = "report.md\t4\t31\t3\t+\tnobody\t-\n"
    let sampled = try Self.evaluate(Self.statementColumns + row)
    #expect(try measure("precision", in: sampled).share == Self.share(0, 0))
    let exhaustive = try Self.evaluate("exhaustive\n" + Self.statementColumns + row)
    #expect(try measure("precision", in: exhaustive).share == Self.share(0, 1))
  }

  @Test func `words that may be either's bear an attribution out and are not asked for`() throws {
    let report = try Self.evaluate(
      "exhaustive\n" + Self.statementColumns + "report.md\t3\t21\t9\t?\tFRA\t-\n")
    #expect(try measure("recall", in: report).share == Self.share(0, 0))
    #expect(try measure("precision", in: report).share == Self.share(1, 1))
  }

  @Test func `breaks inside a paragraph are joined, others are not`() throws {
    let report = try Self.evaluate(
      "at-least\ttogether\t100\n" + Self.breakColumns
        + "together\treport.md\t4\t31\t1\t5\t1\t2\n" + "apart\treport.md\t1\t3\t1\t3\t1\t1\n"
        + "apart\treport.md\t3\t30\t2\t4\t1\t1\n")
    #expect(try measure("together", in: report).share == Self.share(1, 1))
    #expect(try measure("apart", in: report).share == Self.share(1, 2))
    #expect(report.passes)
    #expect(report.misses.map(\.line) == [3])
  }

  @Test(arguments: [
    ("", 1), ("a\tb\n", 1), ("at-least\trecall\n", 1), ("at-least\trecall\t101\n", 1),
    ("# x\nat-least\tluck\t5\n" + statementColumns, 2),
    (statementColumns + "report.md\t3\t21\n", 2),
    (statementColumns + "report.md\t3\t0\t9\t+\tFRA\t-\n", 2),
    (statementColumns + "report.md\t3\t1\t9\t*\tFRA\t-\n", 2),
    (statementColumns + "report.md\t3\t1\t9\t+\t\t-\n", 2),
    (statementColumns + "report.md\t3\t9223372036854775807\t9\t+\tFRA\t-\n", 2),
    (statementColumns + "report.md\t3\t1\t9\t+\tFRA\tsubjct\n", 2),
    (breakColumns + "maybe\treport.md\t4\t31\t1\t5\t1\t2\n", 2),
    (breakColumns + "apart\treport.md\t4\t31\tone\t5\t1\t2\n", 2),
  ])
  func `a gold file that cannot be read is an error with its line`(gold: String, line: Int) throws {
    let error = try #require(throws: GoldError.self) { try Gold(gold, path: "gold.tsv") }
    #expect(error.line == line && error.path == "gold.tsv" && !error.reason.isEmpty)
  }

  @Test func `a measure of nothing passes only where nothing is asked of it`() throws {
    #expect(try Self.evaluate(Self.statementColumns).passes)
    #expect(try !Self.evaluate("at-least\tprecision\t5\n" + Self.statementColumns).passes)
  }

  @Test func `line ends of another system are line ends`() throws {
    let gold = "at-least\trecall\t100\n" + Self.statementColumns + "report.md\t3\t21\t9\t+\tFRA\t-\n"
    #expect(try Self.evaluate(gold.replacing("\n", with: "\r\n")).passes)
  }

  @Test func `a document that the corpus lacks is an error that names it`() throws {
    let error = try #require(throws: GoldError.self) {
      try Self.evaluate(Self.statementColumns + "other.md\t3\t1\t9\t+\tFRA\t-\n")
    }
    #expect("\(error)".hasPrefix("other.md: the gold names it"))
  }
}
