import ArgumentParser
import Foundation
import Wire

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Measures a new process, from its start to the answer of its first query.
struct StartBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start",
    abstract: "Measure how soon a new process answers.",
    discussion: """
      Starts a process again and again that opens the index, answers one query with the ten best hits as JSON, and ends; and \
      beside it the daemon over standard input and output, from its start to the reply. Each time --query is another one of the \
      queries given. With --evict the system is asked to forget the files of the index before, so that they come from the disk. \
      Prints the median and the 90th percentile of microseconds.
      """)

  @Argument(help: "The folder of the index.") var index: String
  @Option(name: .customLong("query"), parsing: .upToNextOption, help: "Queries.")
  var queries = ["veto", "\"climate change\"", "nuclear weapons", "peace OR security", "responsibility"]
  @Option(help: "How many processes are started.") var times = 50
  @Flag(help: "Ask the system to forget the files of the index before each.") var evict = false
  @Option(help: "The daemon's program; without it the one beside this program, if there is one.")
  var daemon: String?

  func validate() throws {
    guard times > 0, !queries.isEmpty else {
      throw ValidationError("--times and --query: at least one is expected")
    }
  }

  func run() throws {
    let program = FilePaths.real("/proc/self/exe")
    let beside = URL(fileURLWithPath: program).deletingLastPathComponent().appendingPathComponent("verbatimd")
      .path
    let daemon = daemon ?? (FileManager.default.isExecutableFile(atPath: beside) ? beside : nil)
    let work = try WorkFolder()
    defer { work.remove() }
    var figures: [StartProbe.Figures] = []
    var totals: [Double] = []
    var daemonTotals: [Double] = []
    for time in 0..<times {
      let query = queries[time % queries.count]
      if evict { try forgetFiles() }
      let start = ContinuousClock.now
      let probe = try ChildProcess(program, ["start-probe", "--index", index, "--query", query])
      let line = try probe.readLine()
      try probe.wait()
      totals.append((ContinuousClock.now - start) / .microseconds(1))
      figures.append(try JSONDecoder().decode(StartProbe.Figures.self, from: Data(line)))
      guard let daemon else { continue }
      if evict { try forgetFiles() }
      daemonTotals.append(try microseconds(of: daemon, query, work.corpus))
    }
    var table = MarkdownTable(header: ["µs", "p50", "p90"])
    func add(_ name: String, _ values: [Double]) {
      guard !values.isEmpty else { return }
      let percentiles = Percentiles(of: values)
      table.add([name, "\(Int(percentiles.p50))", "\(Int(percentiles.p90))"])
    }
    add("open", figures.map(\.open))
    add("first query", figures.map(\.answer))
    add("open and first query", figures.map { $0.open + $0.answer })
    add("process, to its end", totals)
    add("verbatimd --stdio, to its reply", daemonTotals)
    add("pages mapped while opening", figures.map { Double($0.openFaults) })
    add("pages mapped by the first query", figures.map { Double($0.answerFaults) })
    print(table.text, terminator: "")
  }

  /// From the daemon's start to the reply to one search.
  private func microseconds(of daemon: String, _ query: String, _ corpus: String) throws -> Double {
    let request = Request(
      id: .integer(1), method: Method.search.name, parameters: SearchParameters(query: query))
    let start = ContinuousClock.now
    let child = try ChildProcess(
      daemon, ["serve", "--stdio", "--index", index, "--corpus", corpus], isQuiet: true)
    try child.send(JSONWriter.line(request))
    let reply = try child.readLine()
    let time = (ContinuousClock.now - start) / .microseconds(1)
    guard try WireJSON.replyHead(reply).error == nil else {
      throw BenchmarkError("the daemon replies: \(String(decoding: reply, as: UTF8.self))")
    }
    child.finishSending()
    try child.wait()
    return time
  }

  /// Asks the system to drop the pages of every file of the index. It keeps those that another process has mapped.
  private func forgetFiles() throws {
    #if canImport(Darwin)
      throw BenchmarkError("--evict: this system cannot be asked to forget a file")
    #else
      let segments = index + "/segments"
      let names = try FileManager.default.contentsOfDirectory(atPath: segments).map { segments + "/" + $0 }
      for path in names + [index + "/manifest.json"] {
        // SAFETY: the path is lent to the call as a string that ends with zero.
        let descriptor = unsafe open(path, O_RDONLY)
        guard descriptor >= 0 else { throw BenchmarkError("\(path): it cannot be opened, error \(errno)") }
        _ = posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
        _ = close(descriptor)
      }
    #endif
  }
}
