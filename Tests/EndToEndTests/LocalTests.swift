import Foundation
import Testing
import Wire

/// Answers from a child of the client's own: the daemon's answers, without a daemon.
@Suite(.serialized, .timeLimit(.minutes(3))) struct LocalTests {
  private static let questions = [
    "veto", "veto --limit 1", "veto --format vimgrep", "zebra", "first veto", "kwic veto",
    "kwic veto --cursor x", "count veto", "count zebra",
    "count veto --from 2013",
    "trend veto", "get 2009-07-23-first#p1 nowhere#p1", "get nowhere#p1",
    "cite 2009-07-23-first#p2 nowhere", "count (veto",
    "count (veto --strict",
    "count veto --cursor x", "veto --cursor x", "count NEAR",
  ]

  @Test func answersAsTheDaemonDoes() async throws {
    try await Bench.with { bench in
      let missing = try bench.run("count", "veto", "--local", "--corpus", "nowhere", "--index", "none")
      #expect(missing.status == 2 && missing.errors.contains("\(bench.folder)/nowhere"))
      // The index is there, so that nobody tells of its making.
      _ = try bench.run("count", "veto")
      for question in Self.questions {
        let arguments = question.split(separator: " ").map(String.init)
        let daemon = try bench.start(arguments).end()
        let local = try bench.start(arguments + ["--local"]).end()
        #expect(local.status == daemon.status, "\(question): \(local.errors)")
        #expect(local.output == daemon.output && local.errors == daemon.errors, "\(question)")
      }
    }
  }

  /// Whoever answers first has looked whether documents have changed.
  @Test func theFirstAnswerWarnsOfAStaleIndex() async throws {
    try await Bench.with { bench in
      let warning = "warning: the corpus has changed since the index was built; run: verbatim index build"
      #expect(try !bench.run("count", "veto", "--local").errors.contains("warning"))
      #expect(try bench.run("count", "veto").errors.isEmpty)
      try bench.write("A fourth, with a veto.\n", to: "corpus/x.md")
      #expect(try bench.run("count", "veto", "--local").errors.contains(warning))
      #expect(try bench.run("count", "veto", environment: ["CI": "1"]).errors.contains(warning))
      // A daemon looks when it starts and when it is told to.
      #expect(try bench.run("count", "veto").errors.isEmpty)
      #expect(try bench.run("reload").errors.contains(warning))
      #expect(try bench.run("count", "veto").errors.contains(warning))
      _ = try bench.run("stop")
      let first = try bench.run("count", "veto")
      #expect(first.output == "3\n" && first.errors.contains(warning))
      #expect(try bench.run("index", "build").status == 0)
      for options in [["--local"], []] {
        let fresh = try bench.start(["count", "veto"] + options).end()
        #expect(fresh.output == "4\n" && fresh.errors.isEmpty, "\(fresh.errors)")
      }
    }
  }

  /// Nobody can tell whether the documents have changed, where there are none.
  @Test func aCorpusThatIsNotThereIsSaid() async throws {
    try await Bench.with { bench in
      _ = try bench.run("count", "veto", "--local")
      for (corpus, flaw) in [
        ("nowhere", "there is no such folder"), ("corpus/2009-07-23-first.md", "no folder"),
      ] {
        for options in [["--local"], []] {
          let ending = try bench.start(["count", "veto", "--corpus", corpus] + options).end()
          #expect(ending.status == 0 && ending.output == "3\n")
          #expect(
            ending.errors.hasPrefix("warning: the index cannot be compared with its corpus: "),
            "\(ending.errors)")
          #expect(ending.errors.contains("/\(corpus): ") && ending.errors.contains(flaw))
        }
        _ = try bench.run("stop")
      }
    }
  }

  /// No socket, no folder for one, no process that stays.
  @Test func leavesNothingBehind() async throws {
    try await Bench.with { bench in
      let first = try bench.run("count", "veto", "--local")
      #expect(first.status == 0 && first.output == "3\n", "\(first.errors)")
      #expect(FileManager.default.fileExists(atPath: bench.folder + "/index/manifest.json"))
      #expect(try bench.run("veto", "--local").status == 0)
      #expect(try bench.run("--strict", "--local", "(").status == 2)
      #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder + "/run").isEmpty)
      #expect(try bench.run("status").status == 4)
      #expect(bench.processes().isEmpty)
    }
  }

  @Test func aBuildServerGetsItWithoutAsking() async throws {
    try await Bench.with { bench in
      let onServer = ["CI": "true"]
      #expect(try bench.run("count", "veto", environment: onServer).output == "3\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder + "/run").isEmpty)
      // The daemon's own commands mean the daemon there too.
      for command in ["status", "stop", "reload"] {
        #expect(try bench.run(command, environment: onServer).status == 4)
      }
      // A socket that was chosen is asked.
      let socket = bench.folder + "/run/x.sock"
      for ending in [
        try bench.run("count", "veto", "--socket", socket, "--no-spawn", environment: onServer),
        try bench.run("count", "veto", "--no-spawn", environment: ["CI": "1", "VERBATIM_SOCKET": socket]),
        try bench.run("count", "veto", "--no-spawn", environment: ["CI": "false"]),
      ] {
        #expect(ending.status == 4 && ending.errors.contains("no daemon listens at"))
      }
    }
  }

  @Test func anIndexOfAnotherFormatExitsWith3() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("count", "veto", "--local").status == 0)
      let manifest = try String(contentsOfFile: bench.folder + "/index/manifest.json", encoding: .utf8)
      let other = manifest.replacing(#/"format": \d+/#, with: "\"format\": 99")
      #expect(other != manifest)
      try bench.write(other, to: "index/manifest.json")
      for options in [[], ["--local"]] {
        #expect(try bench.start(["count", "veto"] + options).end().status == 3)
      }
    }
  }

  /// A program that answers nothing says why it does not.
  @Test func saysWhyAProgramDoesNotAnswer() async throws {
    try await Bench.with { bench in
      let other = try bench.withProgram("echo 'out of order' >&2; exit 3")
      let ending = try other.run("count", "veto", "--local")
      #expect(ending.status == 4 && ending.output.isEmpty)
      #expect(ending.errors.contains("verbatimd ended without an answer; it said:\n  out of order"))
      let none = try bench.withProgram(nil).run("count", "veto", "--local")
      #expect(none.status == 4 && none.errors.contains("install verbatimd beside verbatim"))
    }
  }

  #if os(Linux)
    /// While another holds the index's lock, a first index is waited for, and so is its answer.
    private func withHeldIndex(_ bench: Bench, _ body: () throws -> Void) throws {
      try FileManager.default.createDirectory(
        atPath: bench.folder + "/index", withIntermediateDirectories: true)
      // SAFETY: the path is lent to the call as a string that ends with zero.
      let descriptor = unsafe open(bench.folder + "/index/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      defer { close(descriptor) }
      try #require(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
      try body()
    }

    private func child(of parent: Int32, _ bench: Bench) -> Int32 {
      while true {
        if let child = bench.processes().first(where: { $0.parent == parent && $0.name == "verbatimd" }) {
          return child.pid
        }
        usleep(2_000)
      }
    }

    @Test func theChildEndsWhenTheClientIsKilled() async throws {
      try await Bench.with { bench in
        try withHeldIndex(bench) {
          let client = try bench.start(["count", "veto", "--local"])
          _ = child(of: client.pid, bench)
          // The one signal that nobody can have blocked for the test's own children.
          kill(client.pid, SIGKILL)
          _ = try client.end()
          while !bench.processes().isEmpty { usleep(2_000) }
        }
      }
    }

    @Test func aChildThatIsKilledIsReplaced() async throws {
      try await Bench.with { bench in
        var client: Started?
        try withHeldIndex(bench) {
          let started = try bench.start(["count", "veto", "--local"])
          kill(child(of: started.pid, bench), SIGKILL)
          client = started
        }
        let ending = try #require(try client?.end())
        #expect(ending.status == 0 && ending.output == "3\n")
        #expect(ending.errors.contains("verbatimd was ended by signal 9; asking another"))
      }
    }

    @Test func aChildThatDoesNotAnswerIsKilled() async throws {
      try await Bench.with { bench in
        try withHeldIndex(bench) {
          let client = try bench.start(["count", "veto", "--local", "--timeout", "1"])
          kill(child(of: client.pid, bench), SIGSTOP)
          let ending = try client.end()
          #expect(ending.status == 4 && ending.errors.contains("verbatimd has not answered for 5001 ms"))
          #expect(bench.processes().isEmpty)
        }
      }
    }
  #endif
}
