import Foundation

/// Where, when and with what a run measured: figures mean nothing without it.
struct Circumstances: Codable {
  var processor: String
  var cores: Int
  var system: String
  var compiler: String
  /// Of the folder in which the command runs; with `-dirty` if files in it have changed since.
  var commit: String
  /// In UTC, to the second.
  var date: String
  /// Processes that were running or waiting to, on average, in the minute before the run; nil where the system does not tell.
  var load: Double?

  /// What can be found out here and now.
  static var current: Circumstances {
    Circumstances(
      processor: processorName ?? "unknown processor", cores: ProcessInfo.processInfo.processorCount,
      system: ProcessInfo.processInfo.operatingSystemVersionString,
      compiler: firstLine(of: "swift", "--version") ?? "unknown compiler",
      commit: firstLine(of: "git", "describe", "--always", "--dirty", "--abbrev=12") ?? "unknown",
      date: ISO8601DateFormatter().string(from: Date()),
      load: read("/proc/loadavg")?.split(separator: " ").first.flatMap { Double($0) })
  }

  private static var processorName: String? {
    let line = read("/proc/cpuinfo")?.split(separator: "\n").first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last.map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The first line that a program prints; nil if it cannot be run, fails, or prints nothing.
  private static func firstLine(of command: String...) -> String? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil, let output = try? pipe.fileHandleForReading.readToEnd() else {
      return nil
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return nil }
    return String(decoding: output, as: UTF8.self).split(separator: "\n").first.map(String.init)
  }
}
