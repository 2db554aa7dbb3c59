#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system calls of this room that write files and look programs up.
enum System {
  struct Refusal: Error {
    var reason: String
  }

  /// Whether we may run what stands at `path`.
  static func mayRun(_ path: String) -> Bool {
    // SAFETY: the path is lent to the call as a string that ends with zero.
    unsafe access(path, X_OK) == 0
  }

  static var processID: Int32 { getpid() }

  /// Writes a new file and waits until it is on the disk; what stood at `path` is removed first, a link itself rather than its target.
  static func create(_ path: String, _ bytes: [UInt8]) throws(Refusal) {
    remove(path)
    // SAFETY: the path is lent to the call as a string that ends with zero.
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw lastRefusal() }
    do throws(Refusal) {
      try write(bytes, to: descriptor)
      guard fsync(descriptor) == 0 else { throw lastRefusal() }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw lastRefusal() }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Refusal) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // SAFETY: base address and count are those of one buffer, lent for the time of the call.
      let count = unsafe rest.withUnsafeBytes { buffer in
        unsafe writeBytes(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 && errno != EINTR { throw lastRefusal() }
      rest = rest.dropFirst(max(0, count))
    }
  }

  static func remove(_ path: String) {
    // SAFETY: the path is lent to the call as a string that ends with zero.
    _ = unsafe unlink(path)
  }

  /// Gives the file at `old` the name `new` in the same folder, and makes that last.
  static func rename(_ old: String, to new: String, in folder: String) throws(Refusal) {
    // SAFETY: both paths are lent to the call as strings that end with zero.
    guard unsafe renameFile(old, new) == 0 else { throw lastRefusal() }
    // SAFETY: the path is lent to the call as a string that ends with zero.
    let descriptor = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw lastRefusal() }
    defer { close(descriptor) }
    // Some file systems know no such thing for folders, and say so.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw lastRefusal() }
  }

  static func lastRefusal(_ number: Int32 = errno) -> Refusal {
    // SAFETY: strerror returns a string that ends with zero for any number; it is copied at once.
    Refusal(reason: unsafe String(cString: strerror(number)))
  }
}

// The members of System hide these names of the C library.
//
// SAFETY: pointers are passed on as they came, for the length of the call.
private func writeBytes(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  unsafe write(descriptor, bytes, count)
}
private func renameFile(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
  unsafe rename(old, new)
}
