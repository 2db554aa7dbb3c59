#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Waiting for children.
extension System {
  /// Waits for a child to end, and returns its exit code.
  ///
  /// - Parameter program: The path of what it runs.
  /// - Throws: ``ClientError/programKilled(path:signal:reason:)`` if a signal ended it: nobody else would say so.
  package static func wait(for child: Int32, running program: String) throws(ClientError) -> Int32 {
    var status: Int32 = 0
    // SAFETY: `status` is one Int32 for the call to fill in.
    while unsafe waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return ExitCode.error.rawValue }
    }
    let signal = status & 0x7F
    guard signal != 0 else { return status >> 8 & 0xFF }
    // SAFETY: strsignal always returns a string that ends with zero, copied here.
    throw .programKilled(path: program, signal: signal, reason: unsafe String(cString: strsignal(signal)))
  }

  static func hasEnded(_ child: Int32) -> Bool { ending(of: child, isKilled: false) != nil }

  /// How a program ends and what it has printed then; nil if it cannot be run, or does not end in time.
  static func result(
    of program: String, _ arguments: [String], within patience: Duration
  ) -> (ending: ChildProcess.Ending, output: [UInt8])? {
    guard let file = try? temporaryFile() else { return nil }
    defer { close(file) }
    let streams = Streams(input: nil, output: file, errors: nil)
    guard let pid = try? spawn(program, [program] + arguments, streams, isDetached: false) else { return nil }
    var child = ChildProcess(pid, grace: .zero)
    guard let ending = child.waitForEnd(atMost: patience) else { return nil }
    return contents(of: file, byteLimit: 64 * 1024 * 1024).map { (ending, $0) }
  }

  /// How a child ended, nil if it has not; with that it is reaped.
  /// - Parameter isKilled: Whether to kill it first, and so to be sure of an end.
  fileprivate static func ending(of child: Int32, isKilled: Bool) -> ChildProcess.Ending? {
    if isKilled { kill(child, SIGKILL) }
    var status: Int32 = 0
    while true {
      // SAFETY: `status` is one Int32 for the call to fill in.
      let number = unsafe waitpid(child, &status, isKilled ? 0 : WNOHANG)
      if number == 0 { return nil }
      if number > 0 { break }
      // A child that is none of ours any more has ended, and nobody can say how.
      if errno != EINTR { return .exit(0) }
    }
    return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }
}

/// A child of ours; reaped when it goes, and killed first if it still lives then.
struct ChildProcess: ~Copyable {
  enum Ending: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  private let pid: Int32
  private let grace: Duration
  private var ending: Ending?
  private static let pauseMicroseconds: UInt32 = 500

  /// - Parameters:
  ///   - pid: A child that nobody else waits for.
  ///   - grace: How long it may take to end by itself when we let go of it.
  init(_ pid: Int32, grace: Duration) {
    self.pid = pid
    self.grace = grace
  }

  deinit {
    if ending == nil && Self.ending(of: pid, within: grace) == nil {
      _ = System.ending(of: pid, isKilled: true)
    }
  }

  /// Waits for the child to end; nil if it does not in that time.
  mutating func waitForEnd(atMost patience: Duration) -> Ending? {
    if ending == nil { ending = Self.ending(of: pid, within: patience) }
    return ending
  }

  private static func ending(of pid: Int32, within patience: Duration) -> Ending? {
    let deadline = ContinuousClock.now + patience
    while true {
      if let ending = System.ending(of: pid, isKilled: false) { return ending }
      if ContinuousClock.now >= deadline { return nil }
      System.pause(microseconds: pauseMicroseconds)
    }
  }
}
