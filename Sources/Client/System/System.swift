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
  /// Lets a write to a pipe that nobody reads fail, rather than end the process.
  package static func ignoreBrokenPipes() {
    _ = signal(SIGPIPE, SIG_IGN)
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
      if count < 0 && errno != EINTR {
        // SAFETY: strerror returns a C string of this thread's own (glibc 2.32, macOS), copied at once.
        return errno == EPIPE ? .readerGone : .failed(unsafe String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(max(0, count))
    }
    return .done
  }

  package static func exit(_ code: ExitCode) -> Never { systemExit(code.rawValue) }

  /// Waits for a child to end, and returns its exit code; 128 and the signal's number if a signal ended it.
  package static func wait(for child: Int32) -> Int32 {
    var status: Int32 = 0
    // SAFETY: `status` is one Int32 for the call to fill in.
    while unsafe waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return ExitCode.error.rawValue }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }

  static func hasEnded(_ child: Int32) -> Bool {
    var status: Int32 = 0
    // SAFETY: `status` is one Int32 for the call to fill in.
    return unsafe waitpid(child, &status, WNOHANG) != 0
  }

  static func pause(microseconds: UInt32) { usleep(microseconds) }

  static func close(_ descriptor: Int32) { _ = systemClose(descriptor) }

  // MARK: Files

  /// This program's own file.
  package static var executablePath: String {
    var buffer = [CChar](repeating: 0, count: 4096)
    #if canImport(Darwin)
      var byteCount = UInt32(buffer.count)
      // SAFETY: the call writes at most as many bytes as the buffer has, a zero last.
      guard unsafe _NSGetExecutablePath(&buffer, &byteCount) == 0 else { return "" }
    #else
      // SAFETY: the call writes at most one byte less than the buffer has, so that a zero follows.
      guard unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1) > 0 else { return "" }
    #endif
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  package static func isExecutable(_ path: String) -> Bool {
    // SAFETY: the path is lent to the call as a string that ends with zero.
    unsafe access(path, X_OK) == 0
  }

  /// Opens a log to append to, emptied first if it has grown over `byteLimit`; with its size.
  static func openLog(_ path: String, byteLimit: Int) throws(SystemError) -> (descriptor: Int32, size: Int) {
    // SAFETY: the path is lent to the call as a string that ends with zero.
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw SystemError(errno) }
    let size = Int(lseek(descriptor, 0, Int32(SEEK_END)))
    guard size > byteLimit else { return (descriptor, max(0, size)) }
    _ = ftruncate(descriptor, 0)
    return (descriptor, 0)
  }

  /// The last lines of a file, of those that start at `offset` or later; none if it cannot be read.
  static func lastLines(of path: String, from offset: Int, count: Int) -> [String] {
    // SAFETY: the path is lent to the call as a string that ends with zero.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    let end = Int(lseek(descriptor, 0, Int32(SEEK_END)))
    let start = max(offset, end - 8192)
    guard end > start else { return [] }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: end - start) { buffer, filled in
      // SAFETY: pread writes at most the buffer's count of bytes; as many as it returns are initialized.
      filled = max(0, unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(start)))
    }
    return bytes.split(separator: 0x0A).suffix(count).map { String(decoding: $0, as: UTF8.self) }
  }
}

/// The system's `write`, `exit` and `close`, which ``System`` has functions of the same names beside.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  // SAFETY: the caller lends `count` bytes at `bytes` for the time of the call.
  unsafe write(descriptor, bytes, count)
}

private func systemExit(_ code: Int32) -> Never { exit(code) }

private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
