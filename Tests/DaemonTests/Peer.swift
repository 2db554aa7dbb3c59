import Testing
import Wire

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

/// The result of a reply.
func result<Reply: Decodable>(_ type: Reply.Type, _ line: String?) throws -> Reply {
  let bytes = try bytes(line)
  do {
    return try WireJSON.result(type, of: bytes)
  } catch {
    throw NoResult(line: line ?? "", reason: error)
  }
}

/// A reply of which the one asked for could not be read.
struct NoResult: Error {
  var line: String
  var reason: WireError
}

let veto = #"{"query":"veto"}"#
