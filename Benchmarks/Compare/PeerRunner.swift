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
    try writeWords(of: collection)
    for engine in engines { try prepare(engine) }
  }

  /// Lets one of them build its index of the words that are written, if it keeps one.
  func prepare(_ engine: String) throws { try run("prepare", engine, []) }

  /// What every engine needs for the queries of a class, one engine behind the other.
  func measure(_ one: QueryClass) throws -> [PeerRun] {
    try engines.map { try measure([one], by: $0, named: one.name) }
  }

  /// What an engine needs for the queries of some classes, in one process; `name` tells its files from those of others.
  func measure(_ classes: [QueryClass], by engine: String, named name: String) throws -> PeerRun {
    let queries = "\(work)/queries/\(name)"
    try FileManager.default.createDirectory(atPath: queries, withIntermediateDirectories: true)
    for one in classes {
      let lines = one.queries.map { $0.line + "\n" }.joined()
      try Data(lines.utf8).write(to: URL(fileURLWithPath: "\(queries)/\(one.name).txt"))
    }
    let results = "\(work)/\(engine)-\(name).json"
    try run("measure", engine, [queries, results])
    return try PeerRun.read(from: results)
  }

  /// What their builds took, of those that tell.
  func builds() throws -> [EngineBuild] {
    try engines.map { "\(work)/\($0).build.json" }.filter { FileManager.default.fileExists(atPath: $0) }
      .map { try EngineBuild.read(from: $0) }
  }

  /// Writes a collection's words where the peers read them.
  func writeWords(of collection: ParagraphTable) throws {
    try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
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
