import Corpus
import TestSupport
import Testing

@testable import Indexing

/// However many rows of a table are odd, a build says so in a bounded number of lines.
struct WarningLogTests {
  @Test func `of each source the first ones, and how many more`() throws {
    let (corpus, index) = (try TemporaryFolder(), try TemporaryFolder())
    try corpus.write("rules:\n  - files: '*.csv'\n    columns: {text: text, date: date}\n", to: "corpus.yaml")
    try corpus.write("text,date\n" + String(repeating: ",2013\n", count: 1_000), to: "many.csv")
    try corpus.write("text,date\n" + String(repeating: ",2013\n", count: 100), to: "some.csv")
    let warnings = try IndexBuilderTests.build(corpus, index).warnings
    #expect(warnings.count == 201)
    #expect(warnings[99] == Warning(path: "many.csv", line: 101, message: "no text found"))
    #expect(warnings[100].path == "many.csv" && warnings[100].message.hasPrefix("900 more warnings"))
    #expect(warnings[101...].allSatisfy { $0.path == "some.csv" && $0.message == "no text found" })
  }
}
