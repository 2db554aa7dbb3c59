import Wire

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A connection that sends a line and waits for one: the fewest system calls that a client can do with.
final class LineSocket {
  private let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)

  /// Connects, waiting for a while until somebody listens.
  init(connectingTo path: String) throws {
    let socket = try SocketPath(path)
    for _ in 0..<500 {
      let descriptor = UnixSocket.make()
      if UnixSocket.connect(descriptor, to: socket) {
        self.descriptor = descriptor
        return
      }
      _ = close(descriptor)
      usleep(10_000)
    }
    throw BenchmarkError("\(path): nobody listens there after 5 s")
  }

  deinit { _ = close(descriptor) }

  /// Sends `line`, which ends with a line's end, and returns the size of the line that comes back.
  func roundTrip(_ line: [UInt8]) throws -> Int {
    // SAFETY: base address and count are those of one buffer, lent for the time of the call.
    let sent = unsafe line.withUnsafeBytes { unsafe send(descriptor, $0.baseAddress, $0.count, 0) }
    guard sent == line.count else { throw BenchmarkError("the socket took \(sent) of \(line.count) bytes") }
    var count = 0
    repeat {
      if count == buffer.count { buffer += [UInt8](repeating: 0, count: count) }
      // SAFETY: recv writes at most the bytes that the buffer has behind `count`.
      let received = unsafe buffer.withUnsafeMutableBytes {
        unsafe recv(descriptor, $0.baseAddress.map { unsafe $0 + count }, $0.count - count, 0)
      }
      guard received > 0 else { throw BenchmarkError("the socket ended in a reply, error \(errno)") }
      count += received
    } while buffer[count - 1] != 0x0A
    return count
  }

  /// The line that came back last, of `count` bytes.
  func received(_ count: Int) -> [UInt8] { Array(buffer[..<count]) }
}
