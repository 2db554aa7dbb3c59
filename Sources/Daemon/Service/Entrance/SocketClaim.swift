import Synchronization
import Wire

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The right to listen at a socket's path: a lock on the file beside it, held until it is given back.
///
/// The system lets the lock go when its process ends, however it ends, so a lock is never stale. Whoever holds it may
/// remove a socket that a dead daemon left. The lock file itself stays: removing it would let two daemons lock two
/// files of one name.
final class SocketClaim: Sendable {
  let socket: SocketPath
  /// nil once the lock was given back.
  private let descriptor: Mutex<Int32?>
  /// How long another daemon, which holds the lock and does not answer yet or any more, is waited for.
  private static let patience = Duration.seconds(5)
  private static let pauseMicroseconds: UInt32 = 20_000

  /// Makes the socket's folder if need be, takes the lock, and removes a socket that nobody listens at.
  /// - Throws: ``DaemonError/alreadyRunning(socket:)`` if another daemon answers, or keeps the lock.
  init(_ socket: SocketPath) throws(DaemonError) {
    do throws(SocketError) {
      try SocketDirectory.prepare(for: socket)
    } catch {
      throw .socket(error)
    }
    // SAFETY: the path is lent to the call as a string that ends with zero.
    let descriptor = unsafe open(socket.lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    self.socket = socket
    self.descriptor = Mutex(descriptor >= 0 ? descriptor : nil)
    guard descriptor >= 0 else { throw Self.failure("open", socket.lockPath) }
    try Self.lock(descriptor, socket)
    if try Self.answers(socket) { throw .alreadyRunning(socket: socket.path) }
    removeSocket()
  }

  deinit { unlock() }

  /// Removes the socket, so that nobody finds it any more; only before the lock is given back.
  func removeSocket() {
    // SAFETY: the path is lent to the call as a string that ends with zero.
    _ = unsafe unlink(socket.path)
  }

  /// Gives the lock back: from now on another daemon may listen at the path.
  func unlock() {
    descriptor.withLock { descriptor in
      if let descriptor { _ = close(descriptor) }
      descriptor = nil
    }
  }

  private static func lock(_ descriptor: Int32, _ socket: SocketPath) throws(DaemonError) {
    let deadline = ContinuousClock.now + patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else { throw failure("flock", socket.lockPath) }
      if try answers(socket) || ContinuousClock.now > deadline {
        throw .alreadyRunning(socket: socket.path)
      }
      usleep(pauseMicroseconds)
    }
  }

  private static func answers(_ socket: SocketPath) throws(DaemonError) -> Bool {
    do throws(SocketError) {
      _ = try UnixConnection(connectingTo: socket)
      return true
    } catch {
      if case .nobodyListens = error { return false }
      throw .socket(error)
    }
  }

  private static func failure(_ call: String, _ path: String) -> DaemonError {
    .socket(.system(call: call, path: path, reason: SystemError.current.reason))
  }
}
