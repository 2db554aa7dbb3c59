import ArgumentParser
import Foundation
import Wire

/// Builds a segment of words in a process of its own, so that its memory is the build's alone, and prints what that took as JSON.
struct PlainBuildProbe: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "plain-build-probe", shouldDisplay: false)

  @Option var words: String
  @Option var segment: String

  func run() throws {
    let figures = try PlainBuild(of: words, to: segment).run()
    print(String(decoding: try JSONEncoder().encode(figures), as: UTF8.self))
  }

  /// Starts such a process and waits for its figures; the files that it needs are made in `folder`, and removed.
  static func measure(_ table: ParagraphTable, in folder: String) throws -> PlainBuild.Figures {
    let (words, segment) = (folder + "/words.tsv", folder + "/plain.seg")
    defer {
      for path in [words, segment] { try? FileManager.default.removeItem(atPath: path) }
    }
    try WordTable.write(table, to: words)
    let child = try ChildProcess(
      FilePaths.real("/proc/self/exe"), ["plain-build-probe", "--words", words, "--segment", segment])
    let line = try child.readLine()
    try child.wait()
    return try JSONDecoder().decode(PlainBuild.Figures.self, from: Data(line))
  }
}
