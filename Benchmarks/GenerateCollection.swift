import ArgumentParser
import Foundation

/// Writes a table of paragraphs of any size, to measure on.
struct GenerateCollection: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Write a table of paragraphs of made-up words.",
    discussion: """
      Writes a line `id TAB text` a paragraph to standard output, for --paragraphs of the other commands. Words are as frequent as \
      Zipf's law has it, lengths are log-normal, and the same seed gives the same table.
      """)

  @Option(help: "How many paragraphs; a real one has 80 words or so, and so have these.") var paragraphs: Int
  @Option(help: "Any number; another one gives another table.") var seed: UInt64 = 1

  func validate() throws {
    guard paragraphs > 0 else {
      throw ValidationError("--paragraphs is \(paragraphs); at least 1 is expected")
    }
  }

  func run() throws {
    var table = SyntheticTable(paragraphCount: paragraphs, seed: seed)
    try table.write { try FileHandle.standardOutput.write(contentsOf: Data($0)) }
  }
}
