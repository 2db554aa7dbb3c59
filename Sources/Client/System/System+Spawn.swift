#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension System {
  /// `POSIX_SPAWN_SETSID`, which Swift's import of glibc does not show.
  #if canImport(Darwin)
    private static let newSession: Int16 = 0x0400
  #else
    private static let newSession: Int16 = 0x80
  #endif

  /// The files a program is started with as its standard streams.
  struct Streams {
    /// nil for nothing to read.
    var input: Int32?
    var output: Int32
    var errors: Int32
  }

  /// Starts `program` with `streams` and no other file of ours.
  /// - Parameter isDetached: Whether it gets a session of its own, so that what ends ours does not end it.
  static func spawn(
    _ program: String, _ arguments: [String], _ streams: Streams, isDetached: Bool
  ) throws(SystemError) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    // SAFETY: both objects (which hold pointers of the system's own) are initialized before, and destroyed after,
    // everything that uses them; the path is lent to the call, which copies it.
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    if isDetached { unsafe posix_spawnattr_setflags(&attributes, newSession) }
    if let input = streams.input {
      unsafe posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    unsafe posix_spawn_file_actions_adddup2(&actions, streams.output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, streams.errors, 2)
    for descriptor in inheritedDescriptors {
      unsafe posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    return try unsafe withArguments(arguments) { arguments throws(SystemError) in
      var child: pid_t = 0
      // SAFETY: the arguments end with nil and live until the call returns, as do the two objects above.
      let number = unsafe posix_spawn(&child, program, &actions, &attributes, arguments, environ)
      guard number == 0 else { throw SystemError(number) }
      return child
    }
  }

  /// Starts `program` as a child that shares our streams and our terminal.
  package static func spawn(_ program: String, _ arguments: [String]) throws(ClientError) -> Int32 {
    do throws(SystemError) {
      return try unsafe withArguments(arguments) { arguments throws(SystemError) in
        var child: pid_t = 0
        // SAFETY: the arguments end with nil and live until the call returns.
        let number = unsafe posix_spawn(&child, program, nil, nil, arguments, environ)
        guard number == 0 else { throw SystemError(number) }
        return child
      }
    } catch {
      throw .spawnFailed(path: program, reason: error.reason)
    }
  }

  /// The files a child would inherit, but for the three standard streams.
  ///
  /// Whoever started us may wait for one of them to be closed, which a daemon would keep from happening.
  private static var inheritedDescriptors: [Int32] {
    #if canImport(Darwin)
      let path = "/dev/fd"
    #else
      let path = "/proc/self/fd"
    #endif
    var descriptors: [Int32] = []
    for name in names(in: path) ?? [] {
      guard let descriptor = Int32(name), descriptor > 2 else { continue }
      let flags = fcntl(descriptor, F_GETFD)
      if flags >= 0 && flags & FD_CLOEXEC == 0 { descriptors.append(descriptor) }
    }
    return descriptors
  }

  /// Lends `arguments` in the system's form.
  private static func withArguments<Value>(
    _ arguments: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) throws(SystemError) -> Value
  ) throws(SystemError) -> Value {
    // SAFETY: every copy lives until it is freed after the body, and a nil ends the list.
    var copies = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer {
      while let copy = unsafe copies.popLast() { unsafe free(copy) }
    }
    return try unsafe body(&copies)
  }
}
