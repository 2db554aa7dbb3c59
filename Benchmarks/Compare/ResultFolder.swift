import Foundation

/// The folder into which a comparison is written: tables, charts, and the figures for programs.
struct ResultFolder {
  let path: String

  func write(_ comparison: Comparison) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw BenchmarkError("\(path): the folder cannot be made: \(error.localizedDescription)")
    }
    var charts: [(command: Command, file: String)] = []
    for command in Command.ofPeers {
      let file = "latency-\(command.rawValue.lowercased().replacing("_", with: "-")).svg"
      try write(LatencyChart(comparison: comparison, command: command).svg, to: file)
      charts.append((command, file))
    }
    try write(comparison.markdown(charts: charts), to: "compare.md")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try write(String(decoding: try encoder.encode(comparison), as: UTF8.self) + "\n", to: "compare.json")
  }

  private func write(_ text: String, to file: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(file)"), options: .atomic)
    } catch {
      throw BenchmarkError("\(path)/\(file): it cannot be written: \(error.localizedDescription)")
    }
  }
}
