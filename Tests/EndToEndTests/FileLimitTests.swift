import Foundation
import Testing
import Wire

/// A daemon with few open files: it says so, and goes on.
@Suite(
  .serialized, .timeLimit(.minutes(3)),
  .enabled(if: Bench.hasProcessFiles && Bench.has("prlimit"), "needs /proc and prlimit"))
struct FileLimitTests {
  /// Room for 16 connections beside the 64 files that a daemon keeps for itself.
  @Test func letsInAsManyAsItHasFilesFor() async throws {
    try await Bench.with { bench in
      let socket = try SocketPath(bench.folder + "/d.sock")
      let daemon = try bench.startShell("ulimit -n 80; exec $BIN/verbatimd serve --socket d.sock")
      defer { daemon.terminate() }
      waitUntil { (try? Asker(socket)) != nil }
      // What was opened while waiting is gone when the next one sees only itself.
      try waitUntil { try Asker(socket).status().contains(#""connections":1,"#) }
      var letIn: [Asker] = []
      var reply = ""
      repeat {
        letIn.append(try Asker(socket))
        reply = try letIn[letIn.count - 1].status()
      } while reply.contains(#""result""#)
      #expect(letIn.count == 17)
      #expect(reply.contains(#""kind":"Busy""#) && reply.contains("16 connections are open"))
      daemon.terminate()
      #expect(try daemon.end().status == 0)
    }
  }

  /// With no file left for a connection the daemon waits; it does not try all the time. Then it lets in who has waited.
  @Test func doesNotSpinWithoutFiles() async throws {
    try await Bench.with { bench in
      let socket = try SocketPath(bench.folder + "/d.sock")
      let daemon = try bench.start(["serve", "--socket", socket.path], program: "verbatimd")
      defer { daemon.terminate() }
      waitUntil { (try? Asker(socket)) != nil }
      let files = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(daemon.pid)/fd").count
      #expect(try bench.shell("prlimit --pid \(daemon.pid) --nofile=\(files + 2):4096").status == 0)
      var askers: [Asker] = []
      try waitUntil {
        askers.append(try Asker(socket))
        return try attempts(daemon) > 0
      }
      let start = ContinuousClock.now
      let before = try (processorTicks(daemon.pid), attempts(daemon))
      Thread.sleep(forTimeInterval: 1)
      let after = try (processorTicks(daemon.pid), attempts(daemon))
      // A hundred ticks a second are all there are; and it tries ten times.
      #expect(after.0 - before.0 < 30)
      #expect(Double(after.1 - before.1) <= start.duration(to: .now) / .milliseconds(100) + 1)
      #expect(try bench.shell("prlimit --pid \(daemon.pid) --nofile=4096:4096").status == 0)
      #expect(try #require(askers.last).status().contains(#""result""#))
      daemon.terminate()
      #expect(try daemon.end().status == 0)
    }
  }

  /// How often the daemon has tried in vain to let somebody in.
  private func attempts(_ daemon: Started) throws -> Int {
    try daemon.errorsSoFar().components(separatedBy: "no connection can be let in").count - 1
  }

  /// Hundredths of a second that a process has worked.
  private func processorTicks(_ pid: Int32) throws -> Int {
    let status = try String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    // After the name in parentheses, which may contain anything, the 12th and 13th fields.
    let fields = try #require(status.split(separator: ")").last).split(separator: " ")
    return try #require(Int(fields[11])) + #require(Int(fields[12]))
  }

  /// A connection that stays open.
  private final class Asker {
    private let connection: UnixConnection

    init(_ socket: SocketPath) throws { connection = try UnixConnection(connectingTo: socket) }

    /// The first that is heard after asking; who is refused may have been told before.
    func status() throws -> String {
      try? connection.send(Array((#"{"jsonrpc":"2.0","id":1,"method":"status"}"# + "\n").utf8))
      return String(decoding: try connection.receive(waitingAtMost: 60_000), as: UTF8.self)
    }
  }
}
