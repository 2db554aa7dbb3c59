#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs a program, without a shell, to its end or to a limit.
struct Subprocess: Sendable {
  enum Ending: Equatable, Sendable {
    /// - Parameter code: The exit code; 128 and the signal's number if a signal ended it.
    case exit(code: Int32, output: [UInt8], errors: [UInt8])
    case outOfTime
    case tooMuchOutput
  }

  /// How long it may run.
  var timeLimit: Duration
  /// The most bytes of its output.
  var outputLimit: Int
  /// How much of what it says on standard error is kept.
  private static let errorsLimit = 4_096

  /// Runs `arguments`, the first of which is the program's path.
  func run(_ arguments: [String]) throws(System.Refusal) -> Ending {
    var output = try Pipe()
    var errors = try Pipe()
    let child = try Self.spawn(arguments, output: output.writing, errors: errors.writing)
    output.closeWriting()
    errors.closeWriting()
    let (read, isOver) = collect(output.reading, errors.reading)
    // It may still want to write what nobody wants to read.
    if !isOver { kill(child, SIGKILL) }
    let code = Self.wait(for: child)
    if read.output.count > outputLimit { return .tooMuchOutput }
    return isOver ? .exit(code: code, output: read.output, errors: read.errors) : .outOfTime
  }

  /// Reads both pipes until both have ended, time is out or there is too much.
  private func collect(_ output: Int32, _ errors: Int32) -> (
    read: (output: [UInt8], errors: [UInt8]), isOver: Bool
  ) {
    let deadline = ContinuousClock.now + timeLimit
    var read: (output: [UInt8], errors: [UInt8]) = ([], [])
    var polled = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while polled.contains(where: { $0.fd >= 0 }) {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return (read, false) }
      let milliseconds = Int32(clamping: left.components.seconds * 1_000 + 1)
      // SAFETY: the array is lent with its count for the time of the call.
      let count = unsafe poll(&polled, nfds_t(polled.count), min(milliseconds, 1_000))
      guard count > 0 else { continue }
      for index in polled.indices where polled[index].revents != 0 {
        let chunk = Self.chunk(of: polled[index].fd)
        // A descriptor below zero is passed over by poll.
        if chunk.isEmpty { polled[index].fd = -1 }
        if index == 0 {
          read.output += chunk
          if read.output.count > outputLimit { return (read, false) }
        } else {
          read.errors += chunk.prefix(Self.errorsLimit - read.errors.count)
        }
      }
    }
    return (read, true)
  }

  /// The next bytes; none at the end, or if they cannot be read.
  private static func chunk(of descriptor: Int32) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
      var count = -1
      repeat {
        // SAFETY: read writes at most buffer.count bytes into the buffer.
        count = unsafe read(descriptor, buffer.baseAddress, buffer.count)
      } while count < 0 && errno == EINTR
      initialized = max(count, 0)
    }
  }

  private static func spawn(_ arguments: [String], output: Int32, errors: Int32) throws(System.Refusal)
    -> pid_t
  {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    // SAFETY: the object is initialized before, and destroyed after, everything that uses it.
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2)
    // SAFETY: every copy lives until it is freed, and a nil ends the list.
    var copies = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { while let copy = unsafe copies.popLast() { unsafe free(copy) } }
    var child: pid_t = 0
    // SAFETY: the arguments end with nil and live until the call returns, as do the actions.
    let number = unsafe posix_spawn(&child, arguments[0], &actions, nil, &copies, environ)
    guard number == 0 else { throw System.lastRefusal(number) }
    return child
  }

  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    // SAFETY: `status` is one Int32 for the call to fill in.
    while unsafe waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return -1 }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F)
  }
}

/// A pipe whose ends no child inherits but by name; closed when it is dropped.
private struct Pipe: ~Copyable {
  let reading: Int32
  private(set) var writing: Int32

  init() throws(System.Refusal) {
    var ends: [Int32] = [-1, -1]
    // SAFETY: the array has room for the two descriptors.
    guard unsafe pipe(&ends) == 0 else { throw System.lastRefusal() }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = ends[0]
    writing = ends[1]
  }

  mutating func closeWriting() {
    close(writing)
    writing = -1
  }

  deinit {
    close(reading)
    if writing >= 0 { close(writing) }
  }
}
