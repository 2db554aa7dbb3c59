#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system calls of this room, in one place: paths in, plain values or a reason out.
package enum FileSystem {
  package enum Entry: Sendable {
    case file(byteCount: Int)
    case folder
    case link
    case other
  }

  package struct Refusal: Error {
    package var reason: String
    /// Nothing stands at the path.
    package var isMissing = false
  }

  /// A name in a folder.
  enum Name {
    case text(String)
    /// One that is not UTF-8; `shown` has `\xC3` for a byte beyond ASCII.
    case unreadable(shown: String, mayBeFolder: Bool)
  }

  /// The path with every link and `..` resolved.
  package static func realPath(_ path: String) throws(Refusal) -> String {
    guard let resolved = unsafe realpath(path, nil) else { throw lastRefusal() }
    // SAFETY: realpath returned a NUL-terminated string that is ours to free, and it is freed once.
    defer { unsafe free(resolved) }
    guard let text = unsafe String(validatingCString: resolved) else {
      throw Refusal(reason: "its real path is not UTF-8")
    }
    return text
  }

  /// What stands at `path`, a link itself rather than what it points to.
  package static func entry(at path: String) throws(Refusal) -> Entry {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw lastRefusal() }
    return Entry(status)
  }

  /// What stands at `path` after following links.
  package static func target(at path: String) throws(Refusal) -> Entry {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw lastRefusal() }
    return Entry(status)
  }

  /// The names in a folder, `.` and `..` too, in no order.
  static func names(in folder: String) throws(Refusal) -> [Name] {
    guard let stream = unsafe opendir(folder) else { throw lastRefusal() }
    defer { unsafe closedir(stream) }
    var names: [Name] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        guard errno == 0 else { throw lastRefusal() }
        return names
      }
      // SAFETY: d_name is NUL-terminated and lives until the next readdir on this stream.
      let type = unsafe Int(entry.pointee.d_type)
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe Name(cString: $0, type: type) }
      }
      names.append(name)
    }
  }

  /// The bytes of a regular file, at most `limit` of them and one more that tells of too many.
  ///
  /// All of them stood there at one moment, as far as size and time of change can tell: a file that changes meanwhile is read again, and
  /// refused if it never holds still.
  package static func bytes(of path: String, limit: Int) throws(Refusal) -> [UInt8] {
    // A FIFO would block the open, hence O_NONBLOCK, which does nothing to a regular file.
    var descriptor: Int32
    repeat {
      descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    } while descriptor < 0 && errno == EINTR
    guard descriptor >= 0 else { throw lastRefusal() }
    defer { close(descriptor) }
    for _ in 0..<attempts {
      let before = try State(of: descriptor)
      let bytes = try bytes(from: descriptor, byteCount: before.byteCount, limit: limit)
      let after = try State(of: descriptor)
      // Some files of the system say that they are empty and are not.
      let isWhole = bytes.count == before.byteCount || before.byteCount == 0
      if bytes.count > limit || (isWhole && before == after) { return bytes }
      guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw lastRefusal() }
    }
    throw Refusal(reason: "it changes all the time")
  }

  /// How often a file that changes is read.
  private static let attempts = 8

  /// What tells that a regular file has changed.
  private struct State: Equatable {
    var byteCount: Int
    var seconds: Int
    var nanoseconds: Int

    init(of descriptor: Int32) throws(Refusal) {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else { throw lastRefusal() }
      guard case .file(let byteCount) = Entry(status) else {
        throw Refusal(reason: "it is not a regular file")
      }
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      (self.byteCount, seconds, nanoseconds) = (byteCount, time.tv_sec, time.tv_nsec)
    }
  }

  private static func bytes(
    from descriptor: Int32, byteCount: Int, limit: Int
  ) throws(Refusal) -> [UInt8] {
    var bytes = try chunk(upTo: min(byteCount, limit) + 1, from: descriptor)
    // A read may give less than was asked for, and the file may grow.
    while bytes.count <= limit {
      let rest = try chunk(upTo: min(1 << 16, limit + 1 - bytes.count), from: descriptor)
      if rest.isEmpty { break }
      bytes += rest
    }
    return bytes
  }

  /// The next bytes; none at the file's end.
  private static func chunk(upTo limit: Int, from descriptor: Int32) throws(Refusal) -> [UInt8] {
    var count = -1
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
      repeat {
        // SAFETY: read writes at most buffer.count bytes into the buffer.
        count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
      } while count < 0 && errno == EINTR
      initialized = max(count, 0)
    }
    guard count >= 0 else { throw lastRefusal() }
    return bytes
  }

  private static func lastRefusal() -> Refusal {
    let number = errno
    // SAFETY: strerror returns a NUL-terminated string for any number; it is copied at once.
    return Refusal(
      reason: unsafe String(cString: strerror(number)), isMissing: number == ENOENT || number == ENOTDIR)
  }
}

extension FileSystem.Name {
  /// - Parameter type: The system's number for what stands there, if it knows without looking.
  fileprivate init(cString: UnsafePointer<CChar>, type: Int) {
    // SAFETY: the caller lends a NUL-terminated string for the time of the call.
    if let text = unsafe String(validatingCString: cString) {
      self = .text(text)
      return
    }
    // SAFETY: the bytes before the NUL are all initialized.
    let shown = unsafe UnsafeBufferPointer(start: cString, count: strlen(cString)).map { character in
      let byte = UInt8(bitPattern: character)
      return byte < 0x80 ? String(Unicode.Scalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
    }
    self = .unreadable(
      shown: shown.joined(),
      mayBeFolder: ![DT_REG, DT_FIFO, DT_SOCK, DT_CHR, DT_BLK].contains { Int($0) == type })
  }
}

extension FileSystem.Entry {
  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file(byteCount: Int(status.st_size))
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}
