#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads and writes that wait, whether the file is set to block or not: whoever shares it may have set it otherwise.
enum BlockingFile {
  private static let chunkByteCount = 64 * 1024

  /// Hands on what is read from `descriptor`, up to its end or until `handOn` returns false.
  static func copy(
    from descriptor: Int32, _ handOn: ([UInt8]) throws(SystemError) -> Bool
  ) throws(SystemError) {
    while true {
      let bytes = try readSome(descriptor)
      guard !bytes.isEmpty, try handOn(bytes) else { return }
    }
  }

  /// Writes all of `bytes`.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // SAFETY: base address and count are those of one buffer, lent for the time of the call.
      let count = unsafe rest.withUnsafeBytes { unsafe systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else {
        try waitAfterFailure(descriptor, for: POLLOUT)
      }
    }
  }

  /// At least one byte; none at the end.
  private static func readSome(_ descriptor: Int32) throws(SystemError) -> [UInt8] {
    while true {
      var result = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: chunkByteCount) { buffer, count in
        // SAFETY: read writes at most the buffer's count of bytes; as many as it returns are initialized.
        result = unsafe read(descriptor, buffer.baseAddress, buffer.count)
        count = max(0, result)
      }
      if result >= 0 { return bytes }
      if errno == ECONNRESET { return [] }
      try waitAfterFailure(descriptor, for: POLLIN)
    }
  }

  /// Returns once a call that failed may be made again.
  private static func waitAfterFailure(_ descriptor: Int32, for event: Int32) throws(SystemError) {
    let failure = SystemError.current
    switch failure.number {
    case EINTR: return
    case EAGAIN, EWOULDBLOCK:
      var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      // SAFETY: one entry, and the count says one.
      _ = unsafe poll(&entry, 1, -1)
    default: throw failure
    }
  }
}

extension SystemError {
  /// Whether nobody reads any more what was written.
  var isBrokenPipe: Bool { number == EPIPE || number == ECONNRESET }
}

/// The system's `write`, which ``BlockingFile`` has a function of the same name beside.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  // SAFETY: the caller lends `count` bytes at `bytes` for the time of the call.
  unsafe write(descriptor, bytes, count)
}
