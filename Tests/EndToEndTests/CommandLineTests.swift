import Testing

/// The command lines that need no answer.
@Suite(.serialized, .timeLimit(.minutes(3))) struct CommandLineTests {
  @Test func wrongCommandLinesExitWith2() async throws {
    try await Bench.with { bench in
      for arguments in [
        ["veto", "--nonsense"], ["veto", "-military"], ["--format", "xml", "veto"],
        ["veto", "--limit", "many"],
        ["veto", "--limit=-1"], [], ["--strict"], ["search"], ["index", "nonsense"],
        ["veto", "--color", "blue"],
      ] {
        let ending = try bench.start(arguments).end()
        #expect(ending.status == 2, "\(arguments)")
        #expect(ending.output.isEmpty && ending.errors.hasPrefix("verbatim: "), "\(arguments)")
      }
      let dash = try bench.run("veto", "-military")
      #expect(dash.errors.contains("--") && dash.errors.contains("NOT military"))
      let format = try bench.run("veto", environment: ["VERBATIM_FORMAT": "xml"])
      #expect(format.status == 2 && format.errors.contains("VERBATIM_FORMAT"))
      #expect(try bench.start([], program: "verbatimd").end().status == 0)
      #expect(try bench.start(["nonsense"], program: "verbatimd").end().status == 2)
    }
  }

  @Test func helpAndVersionExitWith0() async throws {
    try await Bench.with { bench in
      for arguments in [
        ["--help"], ["--version"], ["search", "--help"], ["help", "trend"], ["index", "build", "--help"],
      ] {
        let ending = try bench.start(arguments).end()
        #expect(ending.status == 0 && !ending.output.isEmpty && ending.errors.isEmpty, "\(arguments)")
      }
      #expect(try bench.run("--help").output.contains("Exit codes"))
    }
  }

  /// The first word decides which command it is, wherever options with values stand.
  @Test func optionsMayStandBeforeTheCommand() async throws {
    try await Bench.with { bench in
      let direct = try bench.run("socket-path", "--index", "other")
      #expect(try bench.run("--index", "other", "socket-path").output == direct.output)
      for option in ["--limit", "--cursor", "--timeout", "--k1", "--b", "--format", "--color"] {
        // Were the value taken for the first word, it would be the query of a search, and no daemon the complaint.
        let ending = try bench.run(option, "7", "socket-path")
        #expect(ending.status == 2, "\(option)")
      }
    }
  }
}
