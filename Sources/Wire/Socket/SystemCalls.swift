#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What `lstat` says of a file.
struct FileStatus: Equatable {
  enum Kind {
    case directory, socket, symbolicLink, other
  }
  var kind: Kind
  /// Permission bits, with the sticky and set-id bits.
  var mode: UInt32
  var owner: UInt32
}

/// The system calls of this room.
enum SystemCalls {
  static var userID: UInt32 { geteuid() }

  static func environmentVariable(_ name: String) -> String? {
    // SAFETY: getenv returns nil or a string that ends with zero, copied here before anything could change it: no
    // code of ours sets a variable.
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  static var currentDirectory: String? {
    // SAFETY: with a nil buffer getcwd returns nil or a string of its own that ends with zero, freed here once.
    guard let path = unsafe getcwd(nil, 0) else { return nil }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  static func realPath(_ path: String) -> String? {
    // SAFETY: with a nil buffer realpath returns nil or a string of its own that ends with zero, freed here once.
    guard let real = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// The status of what stands at `path`, links not followed; nil if nothing does.
  static func status(of path: String) throws(SocketError) -> FileStatus? {
    var status = stat()
    // SAFETY: `status` is a whole stat for the call to fill in, and outlives it.
    guard unsafe lstat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw failure("lstat", path)
    }
    let mode = UInt32(status.st_mode)
    let kind: FileStatus.Kind =
      switch mode & 0o170000 {
      case 0o040000: .directory
      case 0o140000: .socket
      case 0o120000: .symbolicLink
      default: .other
      }
    return FileStatus(kind: kind, mode: mode & 0o7777, owner: status.st_uid)
  }

  /// Makes a folder; one that was made by someone else meanwhile is no error.
  static func makeDirectory(_ path: String, mode: UInt32) throws(SocketError) {
    // SAFETY: the path is lent to the call as a string that ends with zero.
    guard unsafe mkdir(path, mode_t(mode)) == 0 || errno == EEXIST else { throw failure("mkdir", path) }
  }

  static func changeMode(of path: String, to mode: UInt32) throws(SocketError) {
    // SAFETY: the path is lent to the call as a string that ends with zero.
    guard unsafe chmod(path, mode_t(mode)) == 0 else { throw failure("chmod", path) }
  }

  private static func failure(_ call: String, _ path: String) -> SocketError {
    .system(call: call, path: path, reason: reason(errno))
  }

  /// The system's words for an error number.
  static func reason(_ number: Int32) -> String {
    // SAFETY: strerror always returns a string that ends with zero, copied here.
    unsafe String(cString: strerror(number))
  }
}
