import Daemon
import Foundation
import Logging
import TestSupport
import Testing
import Wire

/// Runs a daemon of its own, at a socket in a folder of its own, for as long as `body` takes.
///
/// The body may block: it has a thread of its own, so that the daemon's tasks are never kept from running.
func withDaemon(
  _ source: CannedSource = CannedSource(), workerCount: Int = 2, connectionLimit: Int = 4096,
  idleTimeout: Duration? = nil,
  _ body: @escaping @Sendable (SocketPath) throws -> Void
) async throws {
  let folder = "/tmp/verbatim-\(UUID().uuidString.prefix(8))"
  try FileManager.default.createDirectory(
    atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
  defer { try? FileManager.default.removeItem(atPath: folder) }
  let socket = try SocketPath(folder + "/d.sock")
  var configuration = DaemonConfiguration(socket: socket)
  configuration.workerCount = workerCount
  configuration.limits.connections = connectionLimit
  configuration.idleTimeout = idleTimeout
  configuration.farewell = .seconds(1)
  let service = try DaemonService(
    configuration, source: source, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
  let running = Task { try await service.run() }
  let outcome = await withTaskExecutorPreference(ThreadExecutor.shared) {
    waitUntil { (try? UnixConnection(connectingTo: socket)) != nil }
    defer { stop(socket) }
    return Result { try body(socket) }
  }
  try await running.value
  try outcome.get()
}

/// Waits for what must come about sooner or later.
func waitUntil(_ condition: () -> Bool) {
  let start = ContinuousClock.now
  while !condition() {
    // Far beyond what the slowest machine needs.
    guard start.duration(to: .now) < .seconds(60) else {
      Issue.record("what was waited for has not come about in a minute")
      return
    }
    Thread.sleep(forTimeInterval: 0.005)
  }
}

/// Asks the daemon to leave until it does: it may be full, or have left already.
private func stop(_ socket: SocketPath) {
  while var peer = try? Peer(socket) {
    try? peer.send(request(1, "stop"))
    if let line = try? peer.next(), (try? result(StopReply.self, line)) != nil { return }
    Thread.sleep(forTimeInterval: 0.005)
  }
}

/// A request as text.
func request(_ id: Int, _ method: String, _ parameters: String = "{}") -> String {
  #"{"jsonrpc":"2.0","id":\#(id),"method":"\#(method)","params":\#(parameters)}"#
}

/// A client that sees everything.
struct Peer: ~Copyable {
  private let connection: UnixConnection
  private var splitter = LineSplitter(byteLimit: 64 << 20)
  private var lines: ArraySlice<String> = []

  init(_ socket: SocketPath) throws { connection = try UnixConnection(connectingTo: socket) }

  func send(_ lines: String...) throws {
    try connection.send(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  func send(raw bytes: [UInt8]) throws { try connection.send(bytes) }

  func finishSending() { connection.finishSending() }

  /// The next line that is no notification; nil at the end.
  mutating func next() throws -> String? {
    while let line = try nextOfAny() {
      if !line.contains(ProgressParameters.method) { return line }
    }
    return nil
  }

  /// The next line; nil at the end.
  mutating func nextOfAny() throws -> String? {
    while lines.isEmpty {
      let bytes = try connection.receive(waitingAtMost: 60_000)
      if bytes.isEmpty { return nil }
      for case .line(let line) in splitter.append(bytes) {
        lines.append(String(decoding: line, as: UTF8.self))
      }
    }
    return lines.removeFirst()
  }

  mutating func next(_ count: Int) throws -> [String] {
    var lines: [String] = []
    while lines.count < count, let line = try next() { lines.append(line) }
    #expect(lines.count == count)
    return lines
  }

  /// Everything up to the end.
  mutating func rest() throws -> [String] {
    var lines: [String] = []
    while let line = try next() { lines.append(line) }
    return lines
  }
}

/// The bytes of a line that must have come.
func bytes(_ line: String?) throws -> [UInt8] { Array(try #require(line).utf8) }

/// The error of a reply.
func error(_ line: String?) throws -> WireError { try #require(try WireJSON.replyHead(bytes(line)).error) }

/// The id of a reply.
func id(_ line: String?) throws -> RequestID? { try WireJSON.replyHead(bytes(line)).id }

func result<Reply: Decodable>(_ type: Reply.Type, _ line: String?) throws -> Reply {
  try WireJSON.result(type, of: bytes(line))
}

let veto = #"{"query":"veto"}"#
