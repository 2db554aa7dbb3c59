#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A system call that failed, in the system's words.
struct SystemError: Error {
  let reason: String

  init(_ number: Int32) {
    // SAFETY: strerror always returns a string that ends with zero, copied here.
    reason = unsafe String(cString: strerror(number))
  }
}

/// The system calls of the client, but for its connection.
package enum System {
  /// Makes the three standard streams safe to use.
  ///
  /// A write to a pipe that nobody reads fails, rather than end the process. A stream that our starter has closed is opened
  /// the wrong way round: its use fails as before, and no file that we open later can take its place and get what we print.
  package static func prepareStreams() {
    _ = signal(SIGPIPE, SIG_IGN)
    for (stream, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
    where fcntl(stream, F_GETFD) < 0 {
      // SAFETY: the path is a literal; the lowest free descriptor, which the call returns, is the stream's.
      _ = unsafe open("/dev/null", mode)
    }
  }

  package static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of the terminal at `descriptor`; nil if it is none, or does not say.
  package static func terminalWidth(_ descriptor: Int32) -> Int? {
    var size = winsize()
    // SAFETY: TIOCGWINSZ fills in one winsize.
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// How a write ended.
  package enum WriteResult: Equatable {
    case done
    /// Nobody reads any more.
    case readerGone
    /// In the system's words.
    case failed(String)
  }

  /// Writes all of `bytes`.
  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> WriteResult {
    var rest = bytes[...]
    while !rest.isEmpty {
      // SAFETY: base address and count are those of one buffer, lent for the time of the call.
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 && errno == EAGAIN {
        waitUntilWritable(descriptor)
      } else if count < 0 && errno != EINTR {
        // SAFETY: strerror returns a C string of this thread's own (glibc 2.32, macOS), copied at once.
        return errno == EPIPE ? .readerGone : .failed(unsafe String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(max(0, count))
    }
    return .done
  }

  /// Waits for room in a stream that whoever gave it to us does not let wait.
  private static func waitUntilWritable(_ descriptor: Int32) {
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    // SAFETY: one entry, and the count says one.
    _ = unsafe poll(&entry, 1, -1)
  }

  package static func exit(_ code: ExitCode) -> Never { systemExit(code.rawValue) }

  static func pause(microseconds: UInt32) { usleep(microseconds) }

  static func close(_ descriptor: Int32) { _ = systemClose(descriptor) }
}

/// The system's `write`, `exit` and `close`, which ``System`` has functions of the same names beside.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  // SAFETY: the caller lends `count` bytes at `bytes` for the time of the call.
  unsafe write(descriptor, bytes, count)
}

private func systemExit(_ code: Int32) -> Never { exit(code) }

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
