import Foundation
import Testing

extension Bench {
  /// Starts a script of the shell in the bench's folder, with the programs' folder as `$BIN`.
  func startShell(_ script: String) throws -> Started {
    try Started(
      program: "/bin/bash", arguments: ["-c", script], folder: folder,
      environment: environment.merging(["BIN": programs]) { $1 })
  }

  /// Runs a script of the shell to its end.
  func shell(_ script: String) throws -> Ending { try startShell(script).end() }

  /// Whether the system shows processes as files.
  static var hasProcessFiles: Bool { FileManager.default.fileExists(atPath: "/proc/self/stat") }

  static func has(_ program: String) -> Bool { FileManager.default.fileExists(atPath: "/usr/bin/" + program) }
}

/// Waits for what must come about sooner or later.
func waitUntil(_ condition: () throws -> Bool) rethrows {
  let start = ContinuousClock.now
  while try !condition() {
    // Far beyond what the slowest machine needs.
    guard start.duration(to: .now) < .seconds(60) else {
      Issue.record("what was waited for has not come about in a minute")
      return
    }
    Thread.sleep(forTimeInterval: 0.005)
  }
}
