import Foundation
import Testing
import Wire

/// How daemons come and go around the programs; nothing here depends on what a query finds.
@Suite(.serialized, .timeLimit(.minutes(3))) struct DaemonLifeTests {
  private struct Status: Decodable {
    var pid: Int32
    var socket: String
  }

  private func status(_ bench: Bench) throws -> Status {
    let ending = try bench.run("status", "--format", "json")
    #expect(ending.status == 0)
    return try JSONDecoder().decode(Status.self, from: Data(ending.output.utf8))
  }

  @Test func startsADaemonOnceAndStopsIt() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("status").status == 4)
      _ = try bench.run("veto")
      let first = try status(bench)
      _ = try bench.run("count", "veto")
      #expect(try status(bench).pid == first.pid)
      #expect(try bench.run("socket-path").output == first.socket + "\n")
      #expect(try bench.run("stop").status == 0)
      #expect(try bench.run("status").status == 4)
      #expect(!FileManager.default.fileExists(atPath: first.socket))
    }
  }

  @Test func twoClientsAtOnceGetOneDaemon() async throws {
    try await Bench.with { bench in
      let clients = try (0..<4).map { _ in try bench.start(["count", "veto"]) }
      let endings = try clients.map { try $0.end() }
      for ending in endings { #expect(ending.status == 0, "\(ending.errors)") }
      let log = try String(contentsOfFile: status(bench).socket + ".log", encoding: .utf8)
      #expect(log.components(separatedBy: "listening").count == 2)
    }
  }

  @Test func removesTheSocketOfADeadDaemon() async throws {
    try await Bench.with { bench in
      _ = try bench.run("veto")
      let first = try status(bench)
      kill(first.pid, SIGKILL)
      // Until the system has let the dead daemon's socket go.
      while (try? UnixConnection(connectingTo: SocketPath(first.socket))) != nil {}
      #expect(FileManager.default.fileExists(atPath: first.socket))
      _ = try bench.run("veto")
      #expect(try status(bench).pid != first.pid)
    }
  }

  /// Whoever has seen `stop` return may count on the daemon's place: at once, and again and again.
  @Test func stopLeavesTheLockFree() async throws {
    try await Bench.with { bench in
      let socket = bench.folder + "/d.sock"
      for _ in 0..<5 {
        #expect(try bench.run("count", "veto", "--socket", socket).status == 0)
        // An open connection is ended, too.
        let idle = try UnixConnection(connectingTo: SocketPath(socket))
        #expect(try bench.run("stop", "--socket", socket).status == 0)
        #expect(try bench.shell("flock -n d.sock.lock true").status == 0)
        #expect(try idle.receive(waitingAtMost: 60_000).isEmpty)
      }
    }
  }

  /// As a daemon of another version may have left it.
  @Test func replacesADeadSocketThatIsOpenToOthers() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("count", "veto").status == 0)
      let first = try status(bench)
      kill(first.pid, SIGKILL)
      while (try? UnixConnection(connectingTo: SocketPath(first.socket))) != nil {}
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: first.socket)
      let ending = try bench.run("count", "veto")
      #expect(ending.status == 0, "\(ending.errors)")
      #expect(try status(bench).pid != first.pid)
      // One that a daemon listens at is another matter.
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: first.socket)
      let refused = try bench.run("count", "veto")
      #expect(refused.status == 2 && refused.errors.contains("has mode 0755; expected 0600"))
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: first.socket)
    }
  }

  /// A daemon that kept a file of its starter open would hold up whoever waits for that file's end.
  @Test func theDaemonKeepsNoFileOfItsStarter() async throws {
    try await Bench.with { bench in
      let shell = Process()
      shell.executableURL = URL(fileURLWithPath: "/bin/bash")
      shell.arguments = ["-c", "exec 300>held; \"$0\" veto; exit 0", bench.programs + "/verbatim"]
      shell.currentDirectoryURL = URL(fileURLWithPath: bench.folder)
      shell.environment = bench.environment
      shell.standardOutput = FileHandle.nullDevice
      shell.standardError = FileHandle.nullDevice
      try shell.run()
      shell.waitUntilExit()
      #if os(Linux)
        let files = "/proc/\(try status(bench).pid)/fd"
        let open = try FileManager.default.contentsOfDirectory(atPath: files).compactMap {
          try? FileManager.default.destinationOfSymbolicLink(atPath: "\(files)/\($0)")
        }
        #expect(!open.isEmpty && !open.contains { $0.hasSuffix("/held") })
      #endif
    }
  }

  @Test func startsNoDaemonWhenTold() async throws {
    try await Bench.with { bench in
      let flag = try bench.run("veto", "--no-spawn")
      #expect(flag.status == 4 && flag.errors.contains("no daemon listens at"))
      #expect(try bench.run("veto", environment: ["VERBATIM_NO_SPAWN": "1"]).status == 4)
    }
  }

  @Test func aSecondDaemonRefusesToStart() async throws {
    try await Bench.with { bench in
      _ = try bench.run("veto")
      let second = try bench.start(["serve"], program: "verbatimd").end()
      #expect(second.status == 2 && second.errors.contains("a daemon already answers at"))
    }
  }

  @Test func aSignalEndsTheDaemonGracefully() async throws {
    try await Bench.with { bench in
      let socket = bench.folder + "/d.sock"
      let daemon = try bench.start(["serve", "--socket", socket], program: "verbatimd")
      while (try? UnixConnection(connectingTo: SocketPath(socket))) == nil { usleep(2_000) }
      daemon.terminate()
      #expect(try daemon.end().status == 0)
      #expect(!FileManager.default.fileExists(atPath: socket))
    }
  }

  @Test func refusesASocketThatIsTooLongOrOpenToOthers() async throws {
    try await Bench.with { bench in
      let long = try bench.run("veto", "--socket", bench.folder + "/" + String(repeating: "s", count: 120))
      #expect(long.status == 2 && long.errors.contains("the system's limit is \(SocketPath.byteLimit)"))
      try FileManager.default.createDirectory(
        atPath: bench.folder + "/open", withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o755])
      let open = try bench.run("veto", "--socket", bench.folder + "/open/x.sock")
      #expect(open.status == 2 && open.errors.contains("has mode 0755; expected 0700"))
    }
  }

  @Test func saysWhatAMissingCorpusMeans() async throws {
    try await Bench.with { bench in
      let ending = try bench.run("veto", "--corpus", "nowhere")
      #expect(ending.status == 2 && ending.output.isEmpty)
      #expect(ending.errors.contains("\(bench.folder)/nowhere"))
      // A client with another corpus is not left with that daemon.
      let next = try bench.run("count", "veto", "--corpus", "corpus")
      #expect(!next.errors.contains("nowhere"))
    }
  }

  /// Who names a socket is answered by whoever listens there, and told if that is not who was meant.
  @Test func aDaemonOfAnotherCorpusOrIndexIsWarnedOf() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("count", "veto").errors == "")
      let socket = try bench.run("socket-path").output.trimmingCharacters(in: .newlines)
      let same = try bench.run(
        "count", "veto", "--socket", socket, "--index", "index", "--corpus", "corpus")
      #expect(same.status == 0 && same.errors == "")
      let index = try bench.run("count", "veto", "--socket", socket, "--index", "elsewhere")
      #expect(index.output == same.output)
      #expect(
        index.errors
          == "warning: the daemon answers for the index \(bench.folder)/index, not \(bench.folder)/elsewhere (--index); to change that: verbatim stop --socket \(socket)\n"
      )
      let corpus = try bench.run("count", "veto", "--socket", socket, "--corpus", "elsewhere")
      #expect(
        corpus.errors.hasPrefix("warning: the daemon answers for the corpus \(bench.folder)/corpus, not "))
      let doctor = try bench.run("doctor", "--socket", socket, "--index", "elsewhere")
      #expect(doctor.output.contains("  index         note: the daemon answers for the index"))
      #expect(!doctor.output.contains("the first search builds it"))
    }
  }

  /// Stopped, asked, killed: the client says so and asks the next daemon.
  @Test(.enabled(if: Bench.hasProcessFiles, "needs /proc to see what the client does"))
  func aDaemonThatDiesWhileItOwesAnAnswerIsReplaced() async throws {
    try await Bench.with { bench in
      let answer = try bench.run("count", "veto")
      let first = try status(bench)
      kill(first.pid, SIGSTOP)
      let client = try bench.start(["count", "veto"])
      waitUntil { hasAsked(client.pid) }
      kill(first.pid, SIGKILL)
      let ending = try client.end()
      #expect(ending.status == 0 && ending.output == answer.output)
      #expect(
        ending.errors.contains("the daemon ended the connection without an answer; asking again"))
      #expect(try status(bench).pid != first.pid)
    }
  }

  /// Whether a client has a socket and sleeps: it never waits to connect or to send so little, so it waits for the answer.
  private func hasAsked(_ pid: Int32) -> Bool {
    let files = "/proc/\(pid)/fd"
    let hasSocket = (try? FileManager.default.contentsOfDirectory(atPath: files))?.contains {
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(files)/\($0)"))?.hasPrefix("socket:")
        == true
    }
    let state = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8).split(separator: ")").last
    return hasSocket == true && state?.hasPrefix(" S") == true
  }

  @Test func resultsThatCannotBeWrittenAreAnError() async throws {
    try await Bench.with { bench in
      let shell = Process()
      let errors = Pipe()
      shell.executableURL = URL(fileURLWithPath: "/bin/sh")
      shell.arguments = ["-c", "exec \"$0\" count veto > /dev/full", bench.programs + "/verbatim"]
      shell.currentDirectoryURL = URL(fileURLWithPath: bench.folder)
      shell.environment = bench.environment
      shell.standardError = errors
      try shell.run()
      shell.waitUntilExit()
      #expect(shell.terminationStatus == 2)
      let said = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
      #expect(said.contains("cannot be written"))
    }
  }
}
