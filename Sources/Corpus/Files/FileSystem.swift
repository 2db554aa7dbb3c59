#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The system calls of this room, in one place: paths in, plain values or a reason out.
enum FileSystem {
  enum Entry: Sendable {
    case file(byteCount: Int)
    case folder
    case link
    case other
  }

  struct Refusal: Error {
    var reason: String
  }

  /// The path with every link and `..` resolved; nil if nothing is there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    // SAFETY: realpath returned a NUL-terminated string that is ours to free, and it is freed once.
    defer { unsafe free(resolved) }
    return unsafe String(validatingCString: resolved)
  }

  /// What stands at `path`, a link itself rather than what it points to.
  static func entry(at path: String) throws(Refusal) -> Entry {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { throw lastRefusal() }
    return Entry(status)
  }

  /// What stands at `path` after following links.
  static func target(at path: String) throws(Refusal) -> Entry {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw lastRefusal() }
    return Entry(status)
  }

  /// The names in a folder, `.` and `..` aside, in no order; nil stands for a name that is not UTF-8.
  static func names(in folder: String) throws(Refusal) -> [String?] {
    guard let stream = unsafe opendir(folder) else { throw lastRefusal() }
    defer { unsafe closedir(stream) }
    var names: [String?] = []
    while true {
      errno = 0
      guard let entry = unsafe readdir(stream) else {
        guard errno == 0 else { throw lastRefusal() }
        return names
      }
      // SAFETY: d_name is NUL-terminated and lives until the next readdir on this stream.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 1) { unsafe String(validatingCString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  /// The bytes of a regular file, at most `limit` of them and one more that tells of too many.
  static func bytes(of path: String, limit: Int) throws(Refusal) -> [UInt8] {
    // A FIFO would block the open, hence O_NONBLOCK, which does nothing to a regular file.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw lastRefusal() }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw lastRefusal() }
    guard case .file(let byteCount) = Entry(status) else { throw Refusal(reason: "it is not a regular file") }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(byteCount, limit) + 1)
    var chunkSize = min(byteCount, limit) + 1
    while bytes.count <= limit {
      let count = try append(upTo: chunkSize, of: descriptor, to: &bytes)
      if count == 0 { break }
      chunkSize = 1 << 16
    }
    return bytes
  }

  private static func append(
    upTo limit: Int, of descriptor: Int32, to bytes: inout [UInt8]
  ) throws(Refusal) -> Int {
    var count = -1
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
      repeat {
        // SAFETY: read writes at most buffer.count bytes into the buffer.
        count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
      } while count < 0 && errno == EINTR
      initialized = max(count, 0)
    }
    guard count >= 0 else { throw lastRefusal() }
    if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
    return count
  }

  private static func lastRefusal() -> Refusal {
    // SAFETY: strerror returns a NUL-terminated string for any number; it is copied at once.
    Refusal(reason: unsafe String(cString: strerror(errno)))
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
