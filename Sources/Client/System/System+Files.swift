import Wire

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files.
extension System {
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
    return lastLines(of: descriptor, from: offset, count: count)
  }

  static func lastLines(of descriptor: Int32, from offset: Int, count: Int) -> [String] {
    let end = Int(lseek(descriptor, 0, Int32(SEEK_END)))
    let start = max(offset, end - 8192)
    guard end > start else { return [] }
    let bytes = bytes(of: descriptor, start..<end)
    return bytes.split(separator: 0x0A).suffix(count).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A file without a name, to write and read; it is gone once it is closed.
  static func temporaryFile() throws(SystemError) -> Int32 {
    var number = ENOENT
    for folder in [Environment.process["TMPDIR"], "/tmp", "/dev/shm"].compactMap(\.self) {
      var template = (folder + "/verbatim-XXXXXX").utf8CString
      // SAFETY: mkstemp writes its six letters over the template's, inside the string that ends with zero.
      let descriptor = unsafe template.withUnsafeMutableBufferPointer { buffer in
        unsafe mkstemp(buffer.baseAddress!)
      }
      number = errno
      if descriptor < 0 { continue }
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      // SAFETY: the template is now the file's path, and ends with zero as before.
      _ = unsafe template.withUnsafeBufferPointer { unsafe unlink($0.baseAddress!) }
      return descriptor
    }
    throw SystemError(number)
  }

  /// What is known of a file.
  struct Status {
    enum Kind { case folder, file, other }
    var kind: Kind
    /// Permission bits, with the sticky and set-id bits.
    var mode: UInt32
    var owner: UInt32
    var byteCount: Int

    /// Four digits, as `chmod` takes them.
    var octalMode: String {
      let digits = String(mode, radix: 8)
      return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }

  /// The status of what a path leads to, links followed; nil if it leads to nothing that can be reached.
  static func status(of path: String) -> Status? {
    var status = stat()
    // SAFETY: the path is lent to the call as a string that ends with zero; `status` is a whole stat for it to fill in.
    guard unsafe stat(path, &status) == 0 else { return nil }
    let mode = UInt32(status.st_mode)
    let kind: Status.Kind =
      switch mode & 0o170000 {
      case 0o040000: .folder
      case 0o100000: .file
      default: .other
      }
    return Status(kind: kind, mode: mode & 0o7777, owner: status.st_uid, byteCount: Int(status.st_size))
  }

  static func isReadable(_ path: String) -> Bool {
    // SAFETY: the path is lent to the call as a string that ends with zero.
    unsafe access(path, R_OK) == 0
  }

  static func isWritable(_ path: String) -> Bool {
    // SAFETY: the path is lent to the call as a string that ends with zero.
    unsafe access(path, W_OK) == 0
  }

  /// The names in a folder, `.` and `..` left out; nil if it cannot be read.
  static func names(in folder: String) -> [String]? {
    // SAFETY: the directory is open until the end of this function.
    guard let directory = unsafe opendir(folder) else { return nil }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      // SAFETY: readdir's entry is valid until the next call, and its name ends with zero.
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// All of a file; nil if it cannot be read or is larger than `byteLimit`.
  static func contents(of path: String, byteLimit: Int) -> [UInt8]? {
    // SAFETY: the path is lent to the call as a string that ends with zero.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return contents(of: descriptor, byteLimit: byteLimit)
  }

  static func contents(of descriptor: Int32, byteLimit: Int) -> [UInt8]? {
    let size = Int(lseek(descriptor, 0, Int32(SEEK_END)))
    guard (0...byteLimit).contains(size) else { return nil }
    return bytes(of: descriptor, 0..<size)
  }

  private static func bytes(of descriptor: Int32, _ range: Range<Int>) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      // SAFETY: pread writes at most the buffer's count of bytes; as many as it returns are initialized.
      filled = max(0, unsafe pread(descriptor, buffer.baseAddress, buffer.count, off_t(range.lowerBound)))
    }
  }
}
