#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One end of a pair of connected sockets, for two threads that wait for it.
final class SocketEnd: Sendable {
  let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { _ = close(descriptor) }

  /// - Returns: An end for us, and the other as a plain descriptor whose owner is to close it.
  static func makePair() throws(DaemonError) -> (ours: SocketEnd, theirs: Int32) {
    var pair: [Int32] = [-1, -1]
    #if canImport(Glibc)
      let type = Int32(SOCK_STREAM.rawValue)
    #else
      let type = SOCK_STREAM
    #endif
    // SAFETY: the call fills in two descriptors, and the array has room for two.
    guard unsafe socketpair(AF_UNIX, type, 0, &pair) == 0 else {
      throw .pair(reason: SystemError.current.reason)
    }
    for descriptor in pair { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    return (SocketEnd(pair[0]), pair[1])
  }

  /// Sends all of `bytes`; false if nobody receives any more.
  func send(_ bytes: [UInt8]) -> Bool {
    do throws(SystemError) {
      try BlockingFile.write(bytes, to: descriptor)
      return true
    } catch {
      return false
    }
  }

  /// Says that nothing more will be sent.
  func finishSending() { _ = shutdown(descriptor, Int32(SHUT_WR)) }

  /// Neither sends nor receives any more.
  func shutDown() { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }
}
