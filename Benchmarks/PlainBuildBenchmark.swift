import ArgumentParser
import Foundation

/// Measures the making of posting lists alone: from words to a segment file.
struct PlainBuildBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plain-build",
    abstract: "Measure how fast words become a segment: no analysis, no stems, no stored text.",
    discussion: """
      Writes the paragraphs of a table in the words that the peers are given, parted by spaces, then builds a segment of them with \
      positions on one thread, and prints what that took: reading the words, inverting, encoding and writing to the disk.
      """)

  @Option(help: "The table of paragraphs, a line `id TAB text` each.") var paragraphs: String
  @Option(help: "How often the segment is built, one time behind the other.") var times = 1

  func validate() throws {
    guard times > 0 else { throw ValidationError("--times is \(times); at least 1 is expected") }
  }

  func run() throws {
    let work = try WorkFolder()
    defer { work.remove() }
    let words = work.corpus + "/words.tsv"
    try WordTable.write(ParagraphTable(path: paragraphs), to: words)
    for _ in 0..<times {
      let figures = try PlainBuild(of: words, to: work.corpus + "/plain.seg").run()
      print(figures.text, terminator: "")
    }
  }
}
