import Foundation
import Testing

extension Bench {
  /// A process that works in this bench's folder.
  struct BenchProcess {
    var pid: Int32
    var parent: Int32
    var name: String
  }

  /// Those there are of our programs; none where the system does not tell.
  func processes() -> [BenchProcess] {
    let pids = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap(Int32.init)
    return pids.compactMap { pid in
      guard
        let place = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/cwd"),
        place == folder, let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
        let start = stat.firstIndex(of: "("), let end = stat.lastIndex(of: ")")
      else { return nil }
      let fields = stat[end...].split(separator: " ")
      guard fields.count > 2, fields[1] != "Z", let parent = Int32(fields[2]) else { return nil }
      return BenchProcess(pid: pid, parent: parent, name: String(stat[stat.index(after: start)..<end]))
    }
  }

  /// This bench with a `verbatimd` that is a line of shell, or with none.
  func withProgram(_ line: String?) throws -> Bench {
    var bench = self
    let folder = "\(folder)/programs-\(UUID().uuidString)"
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try copyProgram(programs + "/verbatim", to: folder + "/verbatim")
    if let line {
      try Data("#!/bin/sh\n\(line)\n".utf8).write(to: URL(fileURLWithPath: folder + "/line"))
      try copyProgram(folder + "/line", to: folder + "/verbatimd")
    }
    bench.programs = folder
    return bench
  }

  /// Copies a program from another process: a child of another test could hold a file that we write, and a file that
  /// somebody may write to cannot be run.
  private func copyProgram(_ path: String, to copy: String) throws {
    let process = try Process.run(URL(fileURLWithPath: "/bin/cp"), arguments: [path, copy])
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: copy)
  }
}
