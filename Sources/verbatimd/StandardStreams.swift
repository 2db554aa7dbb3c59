import Wire

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Standard output and standard error, unbuffered.
enum StandardStreams {
  static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// The columns of the terminal at standard error; nil if it is none, or does not say.
  static var errorWidth: Int? {
    var size = winsize()
    // SAFETY: TIOCGWINSZ fills in one winsize.
    guard unsafe ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Makes the three streams safe to use; to be called before any file is opened.
  ///
  /// One that is closed would give its number to the next file that is opened, and our words would go there: into the index,
  /// or to a client. And a write that nobody reads is to fail, not to end the process.
  static func prepare() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      // SAFETY: the path is lent to the call as a string that ends with zero. The lowest free number is given: this one.
      _ = unsafe open("/dev/null", O_RDWR)
    }
    _ = signal(SIGPIPE, SIG_IGN)
  }

  /// Writes a result. One that cannot be written is an error, and ends the process: a full disk must not look like success. A
  /// reader that has seen enough is none.
  static func writeOutput(_ text: String) {
    guard let number = write(text, to: 1), number != EPIPE else { return }
    // SAFETY: strerror always returns a string that ends with zero, copied here.
    let reason = unsafe String(cString: strerror(number))
    writeError("\(Failure.program): the output cannot be written: \(reason)\n")
    endProcess(2)
  }

  private static let namedCommands = NamedCommands(arguments: Array(CommandLine.arguments.dropFirst()))

  /// Writes words, in which a file's name or text may stand: nothing in them moves the terminal, and none is cut at its edge.
  static func writeError(_ text: String) {
    let text = Sanitizer.clean(namedCommands.completed(in: text), keepingLines: true)
    _ = write(errorWidth.map { WrappedText.of(text, width: $0) } ?? text, to: 2)
  }

  /// Writes what is ours alone, terminal codes too.
  static func writeProgress(_ text: String) { _ = write(text, to: 2) }

  /// Writes all of `text`; the error's number if that fails.
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      // SAFETY: base address and count are those of one buffer, lent for the time of the call.
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 && errno != EINTR { return errno }
      rest = rest.dropFirst(max(0, count))
    }
    return nil
  }
}

/// The system's `write`, which ``StandardStreams`` has a function of the same name beside.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  // SAFETY: the caller lends `count` bytes at `bytes` for the time of the call.
  unsafe write(descriptor, bytes, count)
}

/// Ends the process with `code`.
func endProcess(_ code: Int32) -> Never { exit(code) }
