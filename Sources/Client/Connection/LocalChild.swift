import Wire

/// A `verbatimd serve --stdio` of our own: asked over a pair of sockets, it answers for as long as we do not let it go.
///
/// Its input ends when our socket is closed, however we come to our own end, and with its input it ends too. One that does
/// not is killed.
struct LocalChild: ~Copyable {
  private var process: ChildProcess
  /// What it has said on standard error.
  private let log: Int32
  /// How long it may take to end after its input has.
  private static let grace = Duration.seconds(1)
  /// How long after its last word we wait to learn how it ended.
  private static let patience = Duration.seconds(2)

  /// Starts a child for `place`, and connects to it.
  static func start(_ place: Place) throws(ClientError) -> DaemonLink {
    let program = try DaemonProgram.path()
    var peer: Int32 = -1
    let connection: UnixConnection
    do throws(SocketError) {
      connection = try UnixConnection(pairedWith: &peer, named: program)
    } catch {
      throw .socket(error)
    }
    defer { System.close(peer) }
    do throws(SystemError) {
      let log = try System.temporaryFile()
      let streams = System.Streams(input: peer, output: peer, errors: log)
      let arguments = [
        program, "serve", "--stdio", "--corpus", place.corpusRoot, "--index", place.indexDirectory,
      ]
      let pid = try System.spawn(program, arguments, streams, isDetached: false)
      return DaemonLink(connection, to: LocalChild(pid, log: log))
    } catch {
      throw .spawnFailed(path: program, reason: error.reason)
    }
  }

  private init(_ pid: Int32, log: Int32) {
    self.process = ChildProcess(pid, grace: Self.grace)
    self.log = log
  }

  deinit { System.close(log) }

  /// What to say of a child that has closed its output and still owes an answer.
  mutating func failure() -> ClientError {
    let lines = System.lastLines(of: log, from: 0, count: 5)
    return switch process.waitForEnd(atMost: Self.patience) {
    case .signal(let number): .childKilled(signal: Int(number), lastLines: lines)
    case .exit, nil: .childRefused(lastLines: lines)
    }
  }
}
