#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that runs beside this one, at the other end of its standard input and output; its errors go where ours go, unless they are not wanted.
///
/// The system's own call starts it: what is measured from its start on should hold nothing of ours.
final class ChildProcess {
  private var pid: pid_t = 0
  private var input: Int32 = -1
  private let output: Int32

  /// - Parameter isQuiet: Whether its errors go nowhere.
  init(_ program: String, _ arguments: [String], isQuiet: Bool = false) throws {
    let (theirInput, ourInput) = try Self.makePipe()
    let (ourOutput, theirOutput) = try Self.makePipe()
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      // SAFETY: a structure of the system's, which the next call initializes.
      var actions = unsafe posix_spawn_file_actions_t()
    #endif
    // SAFETY: the actions are initialized before they are added to and used, and destroyed once.
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, theirInput, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, theirOutput, 1)
    if isQuiet { unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
    for descriptor in [theirInput, ourInput, ourOutput, theirOutput] where descriptor > 2 {
      unsafe posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    // SAFETY: the arguments are copies that end with zero, in a list that ends with nil; they are freed after the call.
    var list = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer {
      for index in unsafe list.indices { unsafe free(list[index]) }
    }
    let failure = unsafe posix_spawn(&pid, program, &actions, nil, &list, environ)
    _ = close(theirInput)
    _ = close(theirOutput)
    input = ourInput
    output = ourOutput
    if failure != 0 { throw BenchmarkError("\(program): it cannot be started, error \(failure)") }
  }

  private static func makePipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [-1, -1]
    // SAFETY: the call fills in two descriptors, and the array has room for two.
    guard unsafe pipe(&ends) == 0 else { throw BenchmarkError("no pipe can be made, error \(errno)") }
    return (ends[0], ends[1])
  }

  deinit {
    _ = close(output)
    if input >= 0 { _ = close(input) }
    if pid > 0 { _ = kill(pid, SIGKILL) }
    _ = try? wait()
  }

  /// Writes to its standard input, small enough for a pipe to take at once.
  func send(_ bytes: [UInt8]) throws {
    // SAFETY: base address and count are those of one buffer, lent for the time of the call.
    let count = unsafe bytes.withUnsafeBytes { unsafe write(input, $0.baseAddress, $0.count) }
    guard count == bytes.count else {
      throw BenchmarkError("a program took \(count) of \(bytes.count) bytes")
    }
  }

  /// Says that nothing more will be sent.
  func finishSending() {
    _ = close(input)
    input = -1
  }

  /// Its standard output up to the end of a line, or of the output.
  func readLine() throws -> [UInt8] {
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while line.last != 0x0A {
      // SAFETY: read writes at most the buffer's count of bytes.
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(output, $0.baseAddress, $0.count) }
      if count < 0 { throw BenchmarkError("a program's output cannot be read, error \(errno)") }
      if count == 0 { break }
      line += buffer[..<count]
    }
    return line
  }

  /// Asks it to end.
  func terminate() { _ = kill(pid, SIGTERM) }

  /// Waits for its end.
  func wait() throws {
    guard pid > 0 else { return }
    var status: Int32 = 0
    // SAFETY: `status` outlives the call, which fills it in.
    while unsafe waitpid(pid, &status, 0) < 0, errno == EINTR {}
    pid = 0
    let signal = status & 0x7F
    guard signal == 0 else { throw BenchmarkError("a program was ended by signal \(signal)") }
    guard status == 0 else { throw BenchmarkError("a program ended with status \(status >> 8)") }
  }
}
