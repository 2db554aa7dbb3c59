#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A blocking connection to a daemon; closed when it goes.
package struct UnixConnection: ~Copyable {
  private let descriptor: Int32
  private let path: String
  /// How long a send, or a connection to a daemon whose queue is full, may take.
  private static let sendTimeoutSeconds = 5
  private static let chunkByteCount = 64 * 1024

  /// Connects to `socket`.
  /// - Throws: ``SocketError/nobodyListens(path:)`` if no daemon is there.
  package init(connectingTo socket: SocketPath) throws(SocketError) {
    let descriptor = UnixSocket.make()
    guard descriptor >= 0 else { throw Self.failure("socket", socket.path) }
    Self.limitSends(of: descriptor)
    guard UnixSocket.connect(descriptor, to: socket) else {
      let number = errno
      _ = close(descriptor)
      switch number {
      case ENOENT, ECONNREFUSED: throw .nobodyListens(path: socket.path)
      case EAGAIN: throw .silent(path: socket.path, afterMilliseconds: Self.sendTimeoutSeconds * 1000)
      default: throw .system(call: "connect", path: socket.path, reason: SystemCalls.reason(number))
      }
    }
    self.descriptor = descriptor
    self.path = socket.path
  }

  /// Makes a pair of connected sockets and keeps one of them.
  ///
  /// - Parameters:
  ///   - peer: Gets the other one, which is closed on exec too and is the caller's to close.
  ///   - name: What errors call whoever gets it.
  package init(pairedWith peer: inout Int32, named name: String) throws(SocketError) {
    guard let (ours, theirs) = UnixSocket.makePair() else { throw Self.failure("socketpair", name) }
    peer = theirs
    Self.limitSends(of: ours)
    self.descriptor = ours
    self.path = name
  }

  deinit { _ = close(descriptor) }

  /// Sends all of `bytes`.
  package borrowing func send(_ bytes: [UInt8]) throws(SocketError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // SAFETY: base address and count are those of one buffer, lent for the time of the call.
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe sendWithoutSignal(descriptor, buffer.baseAddress, buffer.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        throw .silent(path: path, afterMilliseconds: Self.sendTimeoutSeconds * 1000)
      } else if errno != EINTR {
        throw Self.failure("send", path)
      }
    }
  }

  /// Says that nothing more will be sent; replies can still be received.
  package borrowing func finishSending() {
    _ = shutdown(descriptor, Int32(SHUT_WR))
  }

  /// Receives what is there, waiting at most `milliseconds` for the first byte; nothing at the end of the stream.
  package borrowing func receive(waitingAtMost milliseconds: Int) throws(SocketError) -> [UInt8] {
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    while true {
      guard waitForInput(until: deadline) else {
        throw .silent(path: path, afterMilliseconds: milliseconds)
      }
      var result = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Self.chunkByteCount) { buffer, count in
        // SAFETY: recv writes at most the buffer's count of bytes; as many as it returns are initialized.
        result = unsafe recv(descriptor, buffer.baseAddress, buffer.count, 0)
        count = max(0, result)
      }
      if result >= 0 { return bytes }
      // A daemon that closes while bytes of ours are unread resets the connection: its end all the same.
      if errno == ECONNRESET { return [] }
      if errno != EINTR { throw Self.failure("recv", path) }
    }
  }

  // MARK: System calls

  /// Waits until there is something to receive; false if the time is up first.
  private borrowing func waitForInput(until deadline: ContinuousClock.Instant) -> Bool {
    while true {
      let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      // SAFETY: one entry, and the count says one.
      let count = unsafe poll(&entry, 1, Int32(min(max(0, left.rounded(.up)), 3_600_000)))
      if count > 0 { return true }
      if count == 0 && left <= 0 { return false }
      if count < 0 && errno != EINTR { return true }
    }
  }

  /// Has the sends of a socket time out.
  private static func limitSends(of descriptor: Int32) {
    var timeout = timeval(tv_sec: sendTimeoutSeconds, tv_usec: 0)
    // SAFETY: the option's value is one timeval, and the length says so.
    _ = unsafe setsockopt(
      descriptor, SOL_SOCKET, SO_SNDTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
    #if canImport(Darwin)
      var on: Int32 = 1
      // SAFETY: the option's value is one Int32, and the length says so.
      _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  private static func failure(_ call: String, _ path: String) -> SocketError {
    .system(call: call, path: path, reason: SystemCalls.reason(errno))
  }
}

/// `send` that fails with EPIPE rather than raising a signal.
private func sendWithoutSignal(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  #if canImport(Darwin)
    let flags: Int32 = 0
  #else
    let flags = Int32(MSG_NOSIGNAL)
  #endif
  // SAFETY: the caller lends `count` bytes at `bytes` for the time of the call.
  return unsafe send(descriptor, bytes, count, flags)
}
