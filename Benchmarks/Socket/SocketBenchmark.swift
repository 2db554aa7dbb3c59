import ArgumentParser
import Foundation
import Segment
import Wire

/// Measures what the socket adds to a search, beside a bare echo.
struct SocketBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "socket",
    abstract: "Measure what a request over the socket takes beside the search itself.",
    discussion: """
      For each query, one behind the other: the search in this process, from its text to the bytes of the reply; the request's bytes \
      sent to a bare echo over a Unix socket, a process of its own with one event loop; and the request itself, sent to the daemon \
      over its socket. Of several passes the median of each query counts, and of these the table shows percentiles over a class. \
      "over" is how many bare echoes the request takes longer than the search: (request − search) / echo, per query.
      """)

  @Argument(help: "The folder of the index.") var index: String
  @Argument(help: "A folder of query files CLASS.txt; without it queries are made of the collection's words.")
  var queries: String?
  @Option(help: "Passes over the queries of a class, of which the median counts.") var passes = 9
  @Option(help: "The daemon's program; without it the one beside this program.") var daemon: String?

  func validate() throws {
    guard passes > 0 else { throw ValidationError("--passes is \(passes); at least 1 is expected") }
  }

  func run() throws {
    let classes =
      try queries.map { try QueryClass.read(from: $0) }
      ?? QuerySampler(IndexDirectory(path: index).open().1).classes
    let program = FilePaths.real("/proc/self/exe")
    let beside = URL(fileURLWithPath: program).deletingLastPathComponent().appendingPathComponent("verbatimd")
      .path
    let work = try WorkFolder()
    defer { work.remove() }

    let echoServer = try ChildProcess(program, ["echo", work.socket("echo")])
    let server = try ChildProcess(
      daemon ?? beside,
      ["serve", "--index", index, "--corpus", work.corpus, "--socket", work.socket("daemon")],
      isQuiet: true)
    defer {
      echoServer.terminate()
      server.terminate()
    }
    let ways = Ways(
      search: try InProcessSearch(openingIndexAt: index),
      echo: try LineSocket(connectingTo: work.socket("echo")),
      daemon: try LineSocket(connectingTo: work.socket("daemon")))
    var table = MarkdownTable(header: [
      "class", "reply bytes", "search p50", "p99", "echo p50", "p99", "request p50", "p99", "over p50", "p99",
    ])
    for one in classes {
      let samples = try one.queries.map { try ways.measure($0.text, passes: passes) }
      func cells(_ values: [Double], _ digits: Int) -> [String] {
        let percentiles = Percentiles(of: values)
        return [percentiles.p50, percentiles.p99].map { String(format: "%.\(digits)f", $0) }
      }
      table.add(
        [one.name, "\(Int(Percentiles(of: samples.map { Double($0.replyByteCount) }).p50))"]
          + cells(samples.map(\.search), 0) + cells(samples.map(\.echo), 1) + cells(samples.map(\.request), 0)
          + cells(samples.map(\.over), 2))
    }
    print(table.text, terminator: "")
  }

  /// Medians of one query, in microseconds.
  private struct Sample {
    var search: Double
    var echo: Double
    var request: Double
    var replyByteCount: Int
    var over: Double { (request - search) / echo }
  }

  /// The three ways that a query is sent.
  private struct Ways {
    let search: InProcessSearch
    let echo: LineSocket
    let daemon: LineSocket

    func measure(_ text: String, passes: Int) throws -> Sample {
      let line = JSONWriter.line(
        Request(id: .integer(1), method: Method.search.name, parameters: SearchParameters(query: text)))
      var times = (search: [Double](), echo: [Double](), request: [Double]())
      var replyByteCount = 0
      // The first two passes warm everything up.
      for pass in -2..<passes {
        let start = ContinuousClock.now
        let replied = try search.reply(to: text).count
        let searched = ContinuousClock.now
        let echoed = try echo.roundTrip(line)
        let back = ContinuousClock.now
        replyByteCount = try daemon.roundTrip(line)
        let end = ContinuousClock.now
        guard echoed == line.count, replied > 0 else {
          throw BenchmarkError("the echo is \(echoed) bytes long")
        }
        if pass < 0 {
          if let error = try WireJSON.replyHead(daemon.received(replyByteCount)).error {
            throw BenchmarkError("\(text): the daemon replies: \(error.message)")
          }
          continue
        }
        times.search.append((searched - start) / .microseconds(1))
        times.echo.append((back - searched) / .microseconds(1))
        times.request.append((end - back) / .microseconds(1))
      }
      return Sample(
        search: Percentiles(of: times.search).p50, echo: Percentiles(of: times.echo).p50,
        request: Percentiles(of: times.request).p50, replyByteCount: replyByteCount)
    }
  }
}
