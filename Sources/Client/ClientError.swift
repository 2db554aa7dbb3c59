package import Wire

/// What a command tells its caller when it ends.
package enum ExitCode: Int32, Sendable {
  case hits = 0
  case noHits = 1
  case error = 2
  /// The index is stale or of another format.
  case unusableIndex = 3
  case noDaemon = 4
  case incomplete = 5
}

/// Why a command got no answer: what was found, what was expected, what to do.
package enum ClientError: Error, Equatable, CustomStringConvertible {
  /// No daemon answers, and none may be started.
  case noDaemon(socket: String)
  case daemonMissing(path: String)
  case spawnFailed(path: String, reason: String)
  /// A daemon was started and does not answer.
  case notReady(waitedSeconds: Int, log: String, lastLines: [String])
  /// The daemon ended the connection without an answer.
  case connectionEnded(socket: String)
  /// A child of ours ended without an answer.
  case childRefused(lastLines: [String])
  case childKilled(signal: Int, lastLines: [String])
  case childSilent(milliseconds: Int)
  /// A program that works for us was ended; the reason is the signal in the system's words.
  case programKilled(path: String, signal: Int32, reason: String)
  case socket(SocketError)
  case setting(SettingError)
  /// In the system's words.
  case unwritable(reason: String)
  /// The daemon's own error.
  case refused(WireError)

  package var exitCode: ExitCode {
    switch self {
    case .noDaemon, .daemonMissing, .spawnFailed, .notReady, .connectionEnded: .noDaemon
    case .childRefused, .childKilled, .childSilent: .noDaemon
    case .socket(.nobodyListens), .socket(.silent): .noDaemon
    case .socket, .setting, .unwritable, .programKilled: .error
    case .refused(let error):
      switch error.kind {
      case .indexStale, .indexFormat: .unusableIndex
      case .deadline: .incomplete
      case .unknownUnit: .noHits
      default: .error
      }
    }
  }

  package var description: String {
    switch self {
    case .noDaemon(let socket):
      "no daemon listens at \(socket); a query without --no-spawn starts one, as does: verbatimd serve"
    case .daemonMissing(let path):
      "the daemon cannot be started: there is no program \(path); install verbatimd beside verbatim"
    case .spawnFailed(let path, let reason):
      "the daemon \(path) cannot be started: \(reason)"
    case .notReady(let seconds, let log, let lines):
      Self.withLines(
        "the daemon was started and did not listen within \(seconds) s; its log is \(log)", lines)
    case .connectionEnded(let socket):
      "the daemon at \(socket) ended the connection without an answer; try again, or see its log \(socket).log"
    case .childRefused(let lines):
      Self.withLines("verbatimd ended without an answer", lines)
    case .childKilled(let signal, let lines):
      Self.withLines("verbatimd was ended by signal \(signal) before it had answered", lines)
    case .childSilent(let milliseconds):
      "verbatimd has not answered for \(milliseconds) ms; it may be stopped or overloaded"
    case .programKilled(let path, let signal, let reason):
      "\(path) was ended by signal \(signal) (\(reason)) before it was done; \(Self.advice(after: signal))"
    case .socket(let error):
      "\(error)"
    case .setting(let error):
      "\(error)"
    case .unwritable(let reason):
      "the results cannot be written: \(reason)"
    case .refused(let error):
      error.messageOfOptions + (error.data?.hint.map { "\nhint: \($0)" } ?? "")
    }
  }

  /// What to do when a program of ours was ended; the numbers are the same on all systems.
  private static func advice(after signal: Int32) -> String {
    switch signal {
    case 1, 2, 3, 15: "it was told to end: run the command again"
    case 9: "the system probably ran out of memory: free some, and run the command again"
    default: "this is a fault in it: report it, with what it printed"
    }
  }

  private static func withLines(_ text: String, _ lines: [String]) -> String {
    ([lines.isEmpty ? text : text + "; it said:"] + lines.map { "  \($0)" }).joined(separator: "\n")
  }
}
