import Wire

/// Starts the daemon that stands beside this program, and waits until it listens.
///
/// Clients that start one at the same time each start a process; the daemons agree among themselves, by the lock
/// beside the socket, which one stays. So a child that ends is no failure as long as some daemon listens.
enum DaemonLauncher {
  private static let patience = Duration.seconds(5)
  private static let pauseMicroseconds: UInt32 = 2_000
  private static let logByteLimit = 1024 * 1024
  /// How long a child may be gone before we stop hoping for another client's.
  private static let graceAfterEnd = Duration.milliseconds(500)

  static func start(_ place: Place, at socket: SocketPath) throws(ClientError) -> UnixConnection {
    let program = try DaemonProgram.path()
    let log = try openLog(socket)
    let arguments = [
      program, "serve", "--corpus", place.corpusRoot, "--index", place.indexDirectory, "--socket",
      socket.path,
    ]
    let child: Int32
    do throws(SystemError) {
      let streams = System.Streams(input: nil, output: log.descriptor, errors: log.descriptor)
      child = try System.spawn(program, arguments, streams, isDetached: true)
    } catch {
      throw .spawnFailed(path: program, reason: error.reason)
    }
    return try waitUntilListening(socket, child: child, log: log)
  }

  private struct Log: ~Copyable {
    let descriptor: Int32
    /// Its size before the daemon was started.
    let startOffset: Int
    deinit { System.close(descriptor) }
  }

  private static func openLog(_ socket: SocketPath) throws(ClientError) -> Log {
    do throws(SocketError) {
      try SocketDirectory.prepare(for: socket)
    } catch {
      throw .socket(error)
    }
    do throws(SystemError) {
      let (descriptor, size) = try System.openLog(socket.logPath, byteLimit: logByteLimit)
      return Log(descriptor: descriptor, startOffset: size)
    } catch {
      throw .socket(.system(call: "open", path: socket.logPath, reason: error.reason))
    }
  }

  private static func waitUntilListening(
    _ socket: SocketPath, child: Int32, log: borrowing Log
  ) throws(ClientError) -> UnixConnection {
    let start = ContinuousClock.now
    var deadline = start + patience
    var childHasEnded = false
    while ContinuousClock.now < deadline {
      do throws(SocketError) {
        return try UnixConnection(connectingTo: socket)
      } catch {
        guard case .nobodyListens = error else { throw .socket(error) }
      }
      if !childHasEnded && System.hasEnded(child) {
        childHasEnded = true
        deadline = min(deadline, .now + graceAfterEnd)
      }
      System.pause(microseconds: pauseMicroseconds)
    }
    throw .notReady(
      waitedSeconds: Int((start.duration(to: .now) / .seconds(1)).rounded(.up)), log: socket.logPath,
      lastLines: System.lastLines(of: socket.logPath, from: log.startOffset, count: 5))
  }
}
