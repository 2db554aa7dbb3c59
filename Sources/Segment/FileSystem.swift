internal import Postings

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The system calls of this room; every other file is free of them.
///
/// Each throws ``SegmentError/system(call:path:errno:)``; calls that a signal interrupts are made again.
enum FileSystem {
  /// What stands at a path.
  enum Kind {
    case nothing
    case folder
    case file
    /// A device, a pipe, a socket.
    case other

    fileprivate init(_ status: stat) {
      switch status.st_mode & S_IFMT {
      case S_IFREG: self = .file
      case S_IFDIR: self = .folder
      default: self = .other
      }
    }
  }

  static func kind(of path: String) throws(SegmentError) -> Kind {
    var status = stat()
    // SAFETY: `status` outlives the call, which fills it only when it returns 0.
    if unsafe stat(path, &status) == 0 { return Kind(status) }
    guard errno == ENOENT || errno == ENOTDIR else { throw failure("stat", path) }
    return .nothing
  }

  /// Makes a folder and those above it that are missing, so that they last through a power cut.
  static func makeFolder(_ path: String) throws(SegmentError) {
    if try kind(of: path) == .folder { return }
    var parent = "."
    if let slash = path.lastIndex(of: "/") {
      parent = slash == path.startIndex ? "/" : String(path[..<slash])
      try makeFolder(parent)
    }
    // SAFETY: the path is a C string for the length of the call.
    if unsafe mkdir(path, 0o755) != 0, errno != EEXIST { throw failure("mkdir", path) }
    try synchronizeFolder(parent)
  }

  static func open(_ path: String, flags: Int32) throws(SegmentError) -> FileDescriptor {
    while true {
      // SAFETY: the path is a C string for the length of the call.
      let raw = unsafe openDescriptor(path, flags | O_CLOEXEC, 0o644)
      if raw >= 0 { return FileDescriptor(raw: raw, path: path) }
      if errno != EINTR { throw failure("open", path) }
    }
  }

  /// Opens a file to read it all.
  ///
  /// - Throws: `corrupt` if nothing stands there, or a folder or whatever else is no file.
  static func openFile(_ path: String) throws(SegmentError) -> FileDescriptor {
    let file: FileDescriptor
    do throws(SegmentError) {
      file = try open(path, flags: FileDescriptor.reading)
    } catch .system(_, _, ENOENT) {
      throw .corrupt(
        path: path, offset: 0, reason: "there is no such file, or it is a link that leads nowhere")
    }
    guard try file.kind() == .file else {
      throw .corrupt(
        path: path, offset: 0, reason: "this is no file, or it is a link to something that is none")
    }
    return file
  }

  static func rename(_ old: String, to new: String) throws(SegmentError) {
    // SAFETY: both paths are C strings for the length of the call.
    if unsafe renameFile(old, new) != 0 { throw failure("rename", old) }
  }

  /// Removes a file; one that is not there is no error.
  static func remove(_ path: String) throws(SegmentError) {
    // SAFETY: the path is a C string for the length of the call.
    if unsafe unlink(path) != 0, errno != ENOENT { throw failure("unlink", path) }
  }

  /// The names in a folder but `.` and `..`, in order of their bytes.
  static func names(in folder: String) throws(SegmentError) -> [String] {
    // SAFETY: `stream` is not nil past the guard and is closed once, on every way out.
    guard let stream = unsafe opendir(folder) else { throw failure("opendir", folder) }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    errno = 0
    // SAFETY: an entry is read before the next call to readdir, and its name ends with a zero byte.
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
      errno = 0
    }
    if errno != 0 { throw failure("readdir", folder) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Makes what was renamed in a folder last through a power cut.
  static func synchronizeFolder(_ path: String) throws(SegmentError) {
    let folder = try open(path, flags: O_RDONLY)
    try folder.synchronize()
  }

  static func failure(_ call: String, _ path: String) -> SegmentError {
    .system(call: call, path: path, errno: errno)
  }
}

/// The system's words for an error number, and what to do about it where that is known.
func systemMessage(_ number: Int32) -> String {
  // SAFETY: strerror returns a C string of this thread's own (glibc 2.32, macOS), copied before any other call.
  let words = unsafe String(cString: strerror(number))
  return switch number {
  case ENOSPC, EDQUOT: words + "; make room there, or name another folder with --index"
  case EACCES, EPERM, EROFS: words + "; see to it that you may use it, or name another folder with --index"
  default: words
  }
}

// The members of FileSystem hide these names of the C library.
//
// SAFETY: pointers are passed on as they came, for the length of the call.
private func openDescriptor(_ path: UnsafePointer<CChar>, _ flags: Int32, _ mode: mode_t) -> Int32 {
  unsafe open(path, flags, mode)
}
private func renameFile(_ old: UnsafePointer<CChar>, _ new: UnsafePointer<CChar>) -> Int32 {
  unsafe rename(old, new)
}

/// An open file, closed when it is dropped.
struct FileDescriptor: ~Copyable {
  /// A pipe is opened at once, whether anybody writes to it or not.
  static let reading = O_RDONLY | O_NONBLOCK
  static let creating = O_WRONLY | O_CREAT | O_TRUNC
  static let locking = O_RDWR | O_CREAT

  let raw: Int32
  /// The path it was opened by, for errors.
  let path: String

  fileprivate init(raw: Int32, path: String) {
    self.raw = raw
    self.path = path
  }

  deinit {
    close(raw)
  }

  /// Writes all of `bytes` at the file's end.
  borrowing func write(_ bytes: RawSpan) throws(SegmentError) {
    var done = 0
    while done < bytes.byteCount {
      let count = bytes.byteCount - done
      // SAFETY: done < byteCount, so the pointer and the count stay inside the span, which outlives the call.
      let written = unsafe bytes.withUnsafeBytes { buffer in
        // A span that is not empty has a base address.
        unsafe writeFile(raw, buffer.baseAddress! + done, count)
      }
      if written < 0 && errno == EINTR { continue }
      // A disk that takes nothing gives no number of an error.
      if written == 0 { errno = ENOSPC }
      guard written > 0 else { throw FileSystem.failure("write", path) }
      done += written
    }
  }

  /// Waits until the file's bytes are on the disk. A failure is never tried again: the bytes may be gone.
  borrowing func synchronize() throws(SegmentError) {
    #if canImport(Darwin)
      let result = fcntl(raw, F_FULLFSYNC)
    #else
      let result = fsync(raw)
    #endif
    if result != 0 { throw FileSystem.failure("fsync", path) }
  }

  borrowing func byteCount() throws(SegmentError) -> Int { Int(try status().st_size) }

  borrowing func kind() throws(SegmentError) -> FileSystem.Kind { FileSystem.Kind(try status()) }

  private borrowing func status() throws(SegmentError) -> stat {
    var status = stat()
    // SAFETY: `status` outlives the call, which fills it only when it returns 0.
    if unsafe fstat(raw, &status) != 0 { throw FileSystem.failure("fstat", path) }
    return status
  }

  /// Takes the file's lock if nobody holds it; it is given back when the file is closed.
  borrowing func tryLock() throws(SegmentError) -> Bool {
    if flock(raw, LOCK_EX | LOCK_NB) == 0 { return true }
    guard errno == EWOULDBLOCK else { throw FileSystem.failure("flock", path) }
    return false
  }

  /// The whole file, for small ones.
  borrowing func readAll() throws(SegmentError) -> [UInt8] {
    let mapping = try Mapping(self)
    return mapping.withBytes { $0.array(in: 0..<$0.byteCount) }
  }
}

private func writeFile(_ raw: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  unsafe write(raw, start, count)
}

/// A whole file in memory, read only, unmapped when it is dropped.
///
/// A query touches pages here and there, so the system reads from the disk just the pages that are asked for, and what follows them only where
/// it is told to (``prefetch(_:)``). Otherwise it would read 128 KiB for each, most of them for nothing.
///
/// A file cut short under a mapping kills its reader (SIGBUS): files are published by rename and never written in place.
@safe struct Mapping: ~Copyable, @unchecked Sendable {
  // Sendable: the bytes are never written, and unmapped only when nobody holds the mapping any more.
  private let base: UnsafeRawPointer?
  let byteCount: Int

  init(_ file: borrowing FileDescriptor) throws(SegmentError) {
    let count = try file.byteCount()
    guard count > 0 else {
      unsafe base = nil
      byteCount = 0
      return
    }
    let address = unsafe mmap(nil, count, PROT_READ, MAP_SHARED, file.raw, 0)
    guard let address = unsafe address, unsafe address != MAP_FAILED else {
      throw FileSystem.failure("mmap", file.path)
    }
    // SAFETY: mapped for count bytes. Without this advice all is read as well, only later.
    _ = unsafe madvise(address, count, MADV_RANDOM)
    unsafe base = UnsafeRawPointer(address)
    byteCount = count
  }

  deinit {
    // SAFETY: made by mmap with this count, and nobody can hold a span of it any more.
    if let base = unsafe base { unsafe munmap(UnsafeMutableRawPointer(mutating: base), byteCount) }
  }

  /// Has the system begin to read the bytes of a range, which must be inside, all at once.
  borrowing func prefetch(_ range: Range<Int>) {
    guard let base = unsafe base else { return }
    precondition(range.lowerBound >= 0 && range.upperBound <= byteCount)
    let start = range.lowerBound & ~(Int(getpagesize()) - 1)
    // SAFETY: inside of the bytes that are mapped, by the precondition; the start is rounded down to a page, as the call wants it.
    _ = unsafe madvise(
      UnsafeMutableRawPointer(mutating: base) + start, range.upperBound - start, MADV_WILLNEED)
  }

  /// Gives the memory of all pages back to the system, which reads them again when they are asked for.
  borrowing func release() {
    guard let base = unsafe base else { return }
    // SAFETY: mapped for byteCount bytes, read only and from a file: nothing in it can be lost.
    _ = unsafe madvise(UnsafeMutableRawPointer(mutating: base), byteCount, MADV_DONTNEED)
  }

  /// Lends the file's bytes.
  borrowing func withBytes<Result, Failure: Error>(
    _ body: (RawSpan) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // SAFETY: base is mapped for byteCount bytes until deinit, which cannot run during a borrow.
    let buffer = unsafe UnsafeRawBufferPointer(start: base, count: byteCount)
    return try body(unsafe buffer.bytes)
  }
}
