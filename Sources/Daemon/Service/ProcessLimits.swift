#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system allows this process.
enum ProcessLimits {
  /// Files that are not connections: the index, the log, what the event loop needs.
  private static let reservedFileCount = 64
  /// Enough for every connection that we allow.
  private static let enoughFiles: rlim_t = 16_384

  /// How many connections may be open at once so that the files suffice: at most `limit`.
  static func connections(limit: Int, files: Int) -> Int { max(1, min(limit, files - reservedFileCount)) }

  /// Lets the process open as many files as the system allows it, and returns how many.
  static func raiseFileLimit() -> Int {
    var limit = rlimit()
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    // SAFETY: `limit` is a whole rlimit for the calls to fill in and to read.
    guard unsafe getrlimit(resource, &limit) == 0 else { return reservedFileCount }
    let former = limit.rlim_cur
    // Never lowered: someone may have raised it further.
    limit.rlim_cur = max(former, min(limit.rlim_max, enoughFiles))
    if unsafe setrlimit(resource, &limit) != 0 { limit.rlim_cur = former }
    return Int(clamping: limit.rlim_cur)
  }

  static var processID: Int { Int(getpid()) }
}
