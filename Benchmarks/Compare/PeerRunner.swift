import Foundation

/// Runs the peers, through a script that knows how each of them is called.
struct PeerRunner {
  /// Our script, `Benchmarks/peers.py`.
  var script: String
  /// Where the peers are installed.
  var home: String
  /// The folder of the programs that run them.
  var runners: String
  var engines: [String]
  /// A folder of the run's own.
  var work: String

  private var table: String { work + "/table.tsv" }

  /// Gives the peers a collection's words, and lets those that keep an index build it.
  func prepare(_ collection: ParagraphTable) throws {
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
    try writeWords(of: collection)
    for engine in engines { try run("prepare", engine, []) }
  }

  /// What every engine needs for the queries of a class, one engine behind the other.
  func measure(_ one: QueryClass) throws -> [PeerRun] {
    let queries = "\(work)/queries/\(one.name)"
    try FileManager.default.createDirectory(atPath: queries, withIntermediateDirectories: true)
    let lines = one.queries.map { $0.line + "\n" }.joined()
    try Data(lines.utf8).write(to: URL(fileURLWithPath: "\(queries)/\(one.name).txt"))
    return try engines.map { engine in
      let results = "\(work)/\(engine)-\(one.name).json"
      try run("measure", engine, [queries, results])
      return try PeerRun.read(from: results)
    }
  }

  private func writeWords(of collection: ParagraphTable) throws {
    guard FileManager.default.createFile(atPath: table, contents: nil),
      let file = FileHandle(forWritingAtPath: table)
    else { throw BenchmarkError("\(table): it cannot be written") }
    var buffer: [UInt8] = []
    try collection.forEachParagraph { paragraph in
      buffer += paragraph.document
      buffer.append(0x09)
      buffer += PeerWords.joined(PeerCorpus.spelled(paragraph.text))
      buffer.append(0x0A)
      if buffer.count >= 1 << 20 {
        try file.write(contentsOf: Data(buffer))
        buffer.removeAll(keepingCapacity: true)
      }
    }
    try file.write(contentsOf: Data(buffer))
    try file.close()
  }

  private func run(_ step: String, _ engine: String, _ rest: [String]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", script, home, runners, step, engine, table, work] + rest
    process.standardOutput = FileHandle.standardError
    do {
      try process.run()
    } catch {
      throw BenchmarkError("\(script) cannot be run: \(error.localizedDescription)")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw BenchmarkError(
        "\(engine) failed at the step \(step), with status \(process.terminationStatus); what it says stands above. "
          + "Name the engines that are installed with --engine")
    }
  }
}
