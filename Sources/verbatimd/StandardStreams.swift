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

  static func writeOutput(_ text: String) { write(text, to: 1) }

  /// Writes words, in which a file's name or text may stand: nothing in them moves the terminal.
  static func writeError(_ text: String) { write(Sanitizer.clean(text, keepingLines: true), to: 2) }

  /// Writes what is ours alone, terminal codes too.
  static func writeProgress(_ text: String) { write(text, to: 2) }

  private static func write(_ text: String, to descriptor: Int32) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      // SAFETY: base address and count are those of one buffer, lent for the time of the call.
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe systemWrite(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 && errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}

/// The system's `write`, which ``StandardStreams`` has a function of the same name beside.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  // SAFETY: the caller lends `count` bytes at `bytes` for the time of the call.
  unsafe write(descriptor, bytes, count)
}

/// Ends the process with `code`.
func endProcess(_ code: Int32) -> Never { exit(code) }
