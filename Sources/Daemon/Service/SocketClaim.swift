import Wire

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The right to listen at a socket's path: a lock on the file beside it, held for as long as this object lives.
///
/// The system lets the lock go when its process ends, however it ends, so a lock is never stale. Whoever holds it may
/// remove a socket that a dead daemon left. The lock file itself stays: removing it would let two daemons lock two
/// files of one name.
final class SocketClaim: Sendable {
  let socket: SocketPath
  private let descriptor: Int32
  /// How long a daemon that is leaving is waited for.
  private static let patience = Duration.seconds(5)
  private static let pauseMicroseconds: UInt32 = 20_000

  /// Makes the socket's folder if need be, takes the lock, and removes a socket that nobody listens at.
  /// - Throws: ``DaemonError/alreadyRunning(socket:)`` if another daemon answers, or keeps the lock.
  init(_ socket: SocketPath) throws(DaemonError) {
    do throws(SocketError) {
      try SocketDirectory.prepare(for: socket)
    } catch {
      // Left by a daemon that died between bind and chmod; nobody else could reach it through the folder.
      guard case .openToOthers(socket.path, _, _) = error else { throw .socket(error) }
    }
    // SAFETY: the path is lent to the call as a string that ends with zero.
    descriptor = unsafe open(socket.lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    self.socket = socket
    guard descriptor >= 0 else {
      throw .socket(.system(call: "open", path: socket.lockPath, reason: Self.reason(errno)))
    }
    try takeLock()
    if try Self.answers(socket) { throw .alreadyRunning(socket: socket.path) }
    removeSocket()
  }

  deinit {
    if descriptor >= 0 { _ = close(descriptor) }
  }

  /// Removes the socket, so that nobody finds it any more.
  func removeSocket() {
    // SAFETY: the path is lent to the call as a string that ends with zero.
    _ = unsafe unlink(socket.path)
  }

  private func takeLock() throws(DaemonError) {
    let deadline = ContinuousClock.now + Self.patience
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw .socket(.system(call: "flock", path: socket.lockPath, reason: Self.reason(errno)))
      }
      if try Self.answers(socket) || ContinuousClock.now > deadline {
        throw .alreadyRunning(socket: socket.path)
      }
      usleep(Self.pauseMicroseconds)
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

  private static func reason(_ number: Int32) -> String {
    // SAFETY: strerror always returns a string that ends with zero, copied here.
    unsafe String(cString: strerror(number))
  }
}

/// Lets the process open as many files as the system allows it, so that the limit on connections is ours.
func raiseFileLimit() {
  var limit = rlimit()
  #if canImport(Glibc)
    let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
  #else
    let resource = RLIMIT_NOFILE
  #endif
  // SAFETY: `limit` is a whole rlimit for the calls to fill in and to read.
  guard unsafe getrlimit(resource, &limit) == 0 else { return }
  // Never lowered: someone may have raised it further.
  limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 16_384))
  _ = unsafe setrlimit(resource, &limit)
}

/// The id of this process.
func processID() -> Int { Int(getpid()) }
