#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system's stream sockets with a path for an address.
package enum UnixSocket {
  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
  #else
    private static let stream = SOCK_STREAM
  #endif

  /// Two sockets that are connected to each other and closed on exec; nil on failure.
  static func makePair() -> (Int32, Int32)? {
    var pair: [Int32] = [-1, -1]
    // SAFETY: the call fills in two descriptors, and the array has room for two.
    guard unsafe socketpair(AF_UNIX, stream, 0, &pair) == 0 else { return nil }
    for descriptor in pair { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    return (pair[0], pair[1])
  }

  /// A socket that is closed on exec; negative on failure.
  package static func make() -> Int32 {
    let descriptor = socket(AF_UNIX, stream, 0)
    if descriptor >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    return descriptor
  }

  /// Makes a socket that stands at `path` and is closed to everyone else; nobody can connect before somebody listens.
  /// - Returns: A descriptor whose owner is to close it.
  package static func make(boundTo path: SocketPath) throws(SocketError) -> Int32 {
    let descriptor = make()
    guard descriptor >= 0 else { throw failure("socket", path) }
    // Linux gives the file the socket's own mode, so that it is closed from its first moment. Other systems refuse this, and
    // have just the folder, which is closed too.
    _ = fchmod(descriptor, 0o600)
    guard bind(descriptor, to: path) else {
      let error = failure("bind", path)
      _ = close(descriptor)
      throw error
    }
    do throws(SocketError) {
      try SocketDirectory.restrict(path)
    } catch {
      _ = close(descriptor)
      throw error
    }
    return descriptor
  }

  /// Lets so many connections wait to be let in, or as many as the system allows.
  package static func listen(_ descriptor: Int32, backlog: Int) {
    _ = systemListen(descriptor, Int32(clamping: backlog))
  }

  /// Whether somebody listens at `path`.
  package static func connect(_ descriptor: Int32, to path: SocketPath) -> Bool {
    // SAFETY: the address is lent to the call with its length.
    unsafe UnixAddress.lend(path.path) { unsafe systemConnect(descriptor, $0, $1) } == 0
  }

  private static func bind(_ descriptor: Int32, to path: SocketPath) -> Bool {
    // SAFETY: the address is lent to the call with its length.
    unsafe UnixAddress.lend(path.path) { unsafe systemBind(descriptor, $0, $1) } == 0
  }

  private static func failure(_ call: String, _ path: SocketPath) -> SocketError {
    .system(call: call, path: path.path, reason: SystemCalls.reason(errno))
  }
}

/// The system's calls that ``UnixSocket`` has functions of the same names beside.
private func systemConnect(_ socket: Int32, _ address: UnsafePointer<sockaddr>, _ size: socklen_t) -> Int32 {
  // SAFETY: the caller lends an address of this size for the time of the call.
  unsafe connect(socket, address, size)
}

private func systemListen(_ socket: Int32, _ backlog: Int32) -> Int32 { listen(socket, backlog) }

private func systemBind(_ socket: Int32, _ address: UnsafePointer<sockaddr>, _ size: socklen_t) -> Int32 {
  // SAFETY: the caller lends an address of this size for the time of the call.
  unsafe bind(socket, address, size)
}
