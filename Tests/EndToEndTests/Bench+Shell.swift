import Foundation

extension Bench {
  /// Runs a line of bash to its end; `$0` is `verbatim`.
  func shell(_ line: String, environment more: [String: String] = [:]) throws -> Ending {
    try Started(
      program: "/bin/bash", arguments: ["-c", line, programs + "/verbatim"], folder: folder,
      environment: environment.merging(more) { $1 }
    ).end()
  }
}
