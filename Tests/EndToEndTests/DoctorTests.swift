import Foundation
import Testing
import Wire

/// What the doctor sees, and that looking changes nothing.
@Suite(.serialized, .timeLimit(.minutes(3))) struct DoctorTests {
  private struct Report: Decodable {
    struct Value: Decodable {
      var name: String
      var value: String
      var from: String
    }
    struct Finding: Decodable {
      var about: String
      var state: String
      var found: String
      var advice: String?
    }
    var well: Bool
    var settings: [Value]
    var findings: [Finding]
    var daemon: HelloReply?

    func setting(_ name: String) -> String {
      settings.filter { $0.name == name }.map { "\($0.value) (\($0.from))" }.joined(separator: "; ")
    }
    func found(_ about: String) -> String {
      findings.filter { $0.about == about }.map { "\($0.state): \($0.found)" }.joined(separator: "; ")
    }
  }

  private func report(
    _ bench: Bench, _ arguments: String..., environment: [String: String] = [:]
  ) throws -> Report {
    let ending = try bench.start(["doctor", "--format", "json"] + arguments, environment: environment).end()
    #expect(ending.errors.isEmpty, "\(ending.errors)")
    let report = try JSONDecoder().decode(Report.self, from: Data(ending.output.utf8))
    #expect(ending.status == (report.well ? 0 : 2))
    #expect(report.well == !report.findings.contains { $0.state == "trouble" })
    return report
  }

  private func format(of bench: Bench) throws -> Int {
    struct Manifest: Decodable { var format: Int }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: bench.folder + "/index/manifest.json"))
    return try JSONDecoder().decode(Manifest.self, from: bytes).format
  }

  @Test func looksAndTouchesNothing() async throws {
    try await Bench.with { bench in
      let report = try report(bench)
      #expect(report.well && report.daemon == nil)
      #expect(report.found("corpus") == "fine: 3 files (.md and .txt)")
      #expect(report.found("index") == "fine: none yet in \(bench.folder)/index; the first search builds it")
      #expect(report.found("program") == "fine: \(bench.programs)/verbatimd, version \(Version.current)")
      #expect(
        report.found("socket") == "fine: the folder \(bench.folder)/run/verbatim is made when a daemon starts"
      )
      #expect(report.found("daemon") == "fine: none listens; the next search starts one")
      #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder + "/run").isEmpty)
      #expect(!FileManager.default.fileExists(atPath: bench.folder + "/index"))
      #expect(bench.processes().isEmpty)
    }
  }

  @Test func saysWhereEachValueComesFrom() async throws {
    try await Bench.with { bench in
      let socket = try bench.run("socket-path").output.dropLast()
      let preset = try report(bench, environment: ["VERBATIM_IDLE_TIMEOUT": ""])
      #expect(preset.setting("corpus") == "\(bench.folder)/corpus (default)")
      #expect(preset.setting("index") == "\(bench.folder)/index (default)")
      #expect(preset.setting("socket") == "\(socket) (default)")
      #expect(preset.setting("local") == "no (default)" && preset.setting("no-spawn") == "no (default)")
      #expect(preset.setting("color") == "auto (default)")
      #expect(preset.setting("idle-timeout") == "600 s (default)")

      let set = try report(
        bench,
        environment: [
          "VERBATIM_CORPUS": "c", "VERBATIM_INDEX": "i", "VERBATIM_SOCKET": "s", "VERBATIM_NO_SPAWN": "1",
          "VERBATIM_FORMAT": "vimgrep", "VERBATIM_IDLE_TIMEOUT": "0", "NO_COLOR": "1", "CI": "1",
        ])
      #expect(set.setting("corpus") == "\(bench.folder)/c (VERBATIM_CORPUS)")
      #expect(set.setting("index") == "\(bench.folder)/i (VERBATIM_INDEX)")
      #expect(set.setting("socket") == "\(bench.folder)/s (VERBATIM_SOCKET)")
      #expect(set.setting("local") == "no (VERBATIM_SOCKET)")
      #expect(set.setting("no-spawn") == "yes (VERBATIM_NO_SPAWN)")
      #expect(set.setting("format") == "json (--format)")
      #expect(set.setting("color") == "never (NO_COLOR)")
      #expect(set.setting("idle-timeout") == "never (VERBATIM_IDLE_TIMEOUT)")
      let text = try bench.run("doctor", environment: ["VERBATIM_FORMAT": "vimgrep"])
      #expect(text.output.contains("  format        vimgrep (VERBATIM_FORMAT)\n"))

      let asked = try report(
        bench, "--corpus", "c", "--index", "i", "--no-spawn", "--local", "--color", "never",
        environment: ["VERBATIM_CORPUS": "x", "VERBATIM_NO_SPAWN": "0"])
      #expect(asked.setting("corpus") == "\(bench.folder)/c (--corpus)")
      #expect(asked.setting("local") == "yes (--local)" && asked.setting("no-spawn") == "yes (--no-spawn)")
      #expect(asked.setting("color") == "never (--color)")
      #expect(try report(bench, environment: ["CI": "1"]).setting("local") == "yes (CI)")
    }
  }

  @Test func tellsOfTheDaemonThatAnswers() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("count", "veto").status == 0)
      let status = try JSONDecoder().decode(
        StatusReply.self, from: Data(bench.run("status", "--format", "json").output.utf8))
      let seen = try report(bench)
      let hello = try #require(seen.daemon)
      #expect(hello.pid == status.pid && hello.version == Version.current)
      #expect(hello.corpusRoot == bench.folder + "/corpus" && hello.methods.contains("search"))
      #expect(
        seen.found("daemon")
          == "fine: verbatimd \(hello.version), pid \(hello.pid), for the corpus \(bench.folder)/corpus")
      #expect(seen.found("methods") == "fine: " + hello.methods.joined(separator: " "))
      let generation = try #require(status.generation)
      #expect(seen.found("answers") == "fine: from generation \(generation) of \(bench.folder)/index")
      let counts = try #require(status.counts)
      #expect(
        seen.found("index")
          == "fine: format \(try format(of: bench)), documents: \(counts.documents), paragraphs: \(counts.paragraphs), generation \(generation)"
      )
      #expect(
        seen.found("socket").hasPrefix("fine: in \(bench.folder)/run/verbatim, mode 0700, owner \(getuid())"))
      #expect(seen.found("log").hasPrefix("fine: \(try #require(status.socket)).log, "))

      #expect(seen.found("freshness") == "fine: the index is what a build would give")
      try bench.write("More.\n", to: "corpus/fourth.md")
      try bench.write("Less.\n", to: "corpus/2009-07-23-first.md")
      let stale = try report(bench)
      #expect(stale.well)
      #expect(
        stale.found("freshness") == "note: the index is stale: documents added: 1, documents changed: 1")

      let other = try report(bench, "--corpus", "elsewhere")
      let (here, there) = (bench.folder + "/corpus", bench.folder + "/elsewhere")
      #expect(
        other.well
          && other.found("corpus").contains("note: the daemon answers for the corpus \(here), not \(there)"))
    }
  }

  /// The doctor's files are the builder's.
  @Test func countsTheFilesThatBecomeDocuments() async throws {
    try await Bench.with { bench in
      try FileManager.default.createDirectory(
        atPath: bench.folder + "/corpus/below/.hidden", withIntermediateDirectories: true)
      for path in [
        "below/a.TXT", "below/b.md", "README.md", "below/readme.MD", ".c.md", "below/.hidden/d.md", "e.pdf",
      ] {
        try bench.write("Words.\n", to: "corpus/" + path)
      }
      #expect(try report(bench).found("corpus") == "fine: 5 files (.md and .txt)")
      #expect(try bench.run("count", "veto").status == 0)
      let index = try report(bench).found("index")
      #expect(index.contains("documents: 5,"), "\(index)")
    }
  }

  @Test func countsTablesAndReadsTheConfiguration() async throws {
    try await Bench.with { bench in
      try bench.write("id,text\n1,The veto.\n2,The vote.\n", to: "corpus/rows.csv")
      try bench.write("columns,of,no,rule\n", to: "corpus/other.tsv")
      let rule = "rules:\n  - files: \"*.csv\"\n    columns: {text: text, id: id}\n"
      try bench.write(rule, to: "corpus/corpus.yaml")
      #expect(try report(bench).found("corpus") == "fine: 4 files, 1 of them a table")
      try bench.write("ignore: [\"*.md\"]\n" + rule, to: "other.yaml")
      let other = try report(bench, "--config", "other.yaml")
      #expect(other.well && other.found("corpus") == "fine: 1 file, 1 of them a table")
      #expect(try bench.run("index", "build", "--config", "other.yaml").status == 0)
      // Compared by the same configuration as it was built by.
      let fresh = try report(bench, "--config", "other.yaml")
      #expect(fresh.found("freshness") == "fine: the index is what a build would give")
      #expect(try bench.run("index", "check", "--config", "other.yaml").status == 0)
      #expect(try bench.run("index", "check").status == 1)

      try bench.write("rules: 7\n", to: "corpus/corpus.yaml")
      let built = try report(bench)
      #expect(built.well && built.found("corpus").hasPrefix("note: corpus.yaml:1: "))
      try FileManager.default.removeItem(atPath: bench.folder + "/index")
      let broken = try report(bench)
      #expect(!broken.well && broken.found("corpus").hasPrefix("trouble: corpus.yaml:1: "))
      #expect(try bench.run("count", "veto").status == 2)
    }
  }

  @Test func saysWhatKeepsASearchFromWorking() async throws {
    try await Bench.with { bench in
      func trouble(_ about: String, _ arguments: [String], _ environment: [String: String] = [:]) throws {
        let ending = try bench.start(["doctor"] + arguments, environment: environment).end()
        #expect(ending.status == 2, "\(arguments) \(environment)")
        #expect(ending.output.contains("  \(about) "), "\(ending.output)")
        #expect(ending.output.contains("trouble: "), "\(ending.output)")
        // The doctor does not cry wolf.
        #expect(try bench.start(["count", "veto"] + arguments, environment: environment).end().status > 1)
        _ = try bench.start(["stop"] + arguments.filter { $0 != "--no-spawn" }).end()
      }
      try trouble("corpus", ["--corpus", "nowhere"])
      try trouble("format", [], ["VERBATIM_FORMAT": "xml"])
      try trouble("idle-timeout", [], ["VERBATIM_IDLE_TIMEOUT": "soon"])
      try trouble("daemon", ["--no-spawn"])
      try trouble("socket", [], ["XDG_RUNTIME_DIR": bench.folder + "/gone/run"])
      try trouble("socket", ["--socket", "/" + String(repeating: "x", count: 200)])
      try trouble("index", ["--index", "/dev/null/index"])
      try FileManager.default.createDirectory(
        atPath: bench.folder + "/open", withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o755])
      try trouble("socket", ["--socket", bench.folder + "/open/x.sock"])
      // A child needs no socket.
      #expect(try report(bench, "--local", environment: ["XDG_RUNTIME_DIR": bench.folder + "/gone/run"]).well)
    }
  }

  @Test func anIndexThatCannotBeOpened() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("count", "veto").status == 0)
      try bench.write("{", to: "index/manifest.json")
      // Who answers already has it open.
      let running = try report(bench)
      #expect(running.well && running.found("index").hasPrefix("note: "))
      #expect(try bench.run("stop").status == 0)
      let stopped = try report(bench)
      #expect(!stopped.well && stopped.found("index").hasPrefix("trouble: a manifest that cannot be read"))
      #expect(
        stopped.findings.first { $0.about == "index" }?.advice?.contains("verbatim index build") == true)
      #expect(try bench.run("index", "build").status == 0)
      // With an index, a search does without its corpus.
      try FileManager.default.removeItem(atPath: bench.folder + "/corpus")
      let without = try report(bench)
      #expect(without.well && without.found("corpus").hasPrefix("note: there is no folder"))
      #expect(try bench.run("count", "veto").status == 0)
    }
  }

  @Test func theProgramBesideThisOne() async throws {
    try await Bench.with { bench in
      let missing = try report(bench.withProgram(nil))
      #expect(!missing.well && missing.found("program").hasPrefix("trouble: there is no program "))
      let broken = try report(bench.withProgram("exit 1"))
      #expect(!broken.well && broken.found("program").hasSuffix(" does not run"))
      let other = try report(bench.withProgram("echo 9.9.9"))
      #expect(
        other.well && other.found("program").hasSuffix("is version 9.9.9, this client \(Version.current)"))
    }
  }
}
