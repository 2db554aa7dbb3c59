import Foundation

/// The folder into which results are written: tables, charts, and the figures for programs.
struct ResultFolder {
  let path: String

  func write(_ comparison: Comparison) throws {
    try makeFolder()
    var charts: [(command: Command, file: String)] = []
    for command in Command.ofPeers {
      let file = "latency-\(command.rawValue.lowercased().replacing("_", with: "-")).svg"
      try write(LatencyChart(comparison: comparison, command: command).svg, to: file)
      charts.append((command, file))
    }
    if let building = comparison.building {
      try write(building.buildChart.svg, to: "build.svg")
      try write(building.sizeChart.svg, to: "size.svg")
    }
    try write(comparison.markdown(charts: charts), to: "compare.md")
    try writeJSON(comparison, to: "compare.json")
  }

  func write(_ ablation: Ablation) throws {
    try makeFolder()
    try write(ablation.markdown, to: "ablation.md")
    try writeJSON(ablation, to: "ablation.json")
  }

  func write(_ quality: Quality) throws {
    try makeFolder()
    try write(quality.markdown, to: "quality.md")
    try writeJSON(quality, to: "quality.json")
  }

  func write(_ growth: Growth) throws {
    try makeFolder()
    for chart in Growth.Chart.allCases { try write(growth.chart(chart).svg, to: chart.file) }
    let charts = Dictionary(uniqueKeysWithValues: Growth.Chart.allCases.map { ($0, $0.file) })
    try write(growth.markdown(charts: charts), to: "growth.md")
    try writeJSON(growth, to: "growth.json")
  }

  private func makeFolder() throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw BenchmarkError("\(path): the folder cannot be made: \(error.localizedDescription)")
    }
  }

  private func writeJSON(_ figures: some Encodable, to file: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try write(String(decoding: try encoder.encode(figures), as: UTF8.self) + "\n", to: file)
  }

  private func write(_ text: String, to file: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(file)"), options: .atomic)
    } catch {
      throw BenchmarkError("\(path)/\(file): it cannot be written: \(error.localizedDescription)")
    }
  }
}
