import Foundation
import Testing

/// `index check`, `verify` and `stats`, of both programs.
@Suite(.serialized, .timeLimit(.minutes(3))) struct IndexCommandTests {
  private struct Freshness: Decodable {
    struct Change: Decodable, Equatable {
      var then: String?
      var now: String?
    }

    var fresh: Bool
    var corpusRoot, indexDirectory, generation, corpusGeneration: String
    var documents, bytes, elapsedMicroseconds: Int
    var pipeline: [Change]
    var added, changed, removed: [String]
  }

  private struct Verification: Decodable {
    struct Damage: Decodable {
      var path: String
      var section: String?
      var offset: Int
      var reason: String
    }

    struct Stray: Decodable, Equatable {
      var path: String
      var leftover: Bool
    }

    var good: Bool
    var generation: String?
    var checked: [String: Int]
    var historySteps: Int
    var damage: [Damage]
    var strayFiles: [Stray]
  }

  private struct Statistics: Decodable {
    struct Section: Decodable {
      var name: String
      var bytes: Int
      var bytesPerToken: Double?
    }

    var generation, pipeline: String
    var format, segments, documents, undatedDocuments, paragraphs, tokens, terms, stems, bytes: Int
    var years: [String: Int]?
    var tokensPerParagraph, bytesPerToken: Double?
    var sections: [Section]
  }

  private func decoded<Message: Decodable>(_: Message.Type, _ ending: Bench.Ending) throws -> Message {
    try JSONDecoder().decode(Message.self, from: Data(ending.output.utf8))
  }

  private func segment(_ bench: Bench) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: bench.folder + "/index/segments")
    return "index/segments/" + (try #require(names.first))
  }

  @Test func checkSaysWhetherABuildWouldChangeAnything() async throws {
    try await Bench.with { bench in
      let missing = try bench.run("index", "check")
      #expect(
        missing.status == 2 && missing.output.isEmpty && missing.errors.contains("verbatim index build"))

      #expect(try bench.run("index", "build").status == 0)
      let fresh = try bench.run("index", "check")
      #expect(fresh.status == 0 && fresh.output.hasPrefix("fresh: ") && fresh.errors.isEmpty, "\(fresh)")
      let message = try decoded(Freshness.self, try bench.run("index", "check", "--format", "json"))
      #expect(message.fresh && message.documents == 3 && message.generation == message.corpusGeneration)
      #expect(message.corpusRoot.hasSuffix("/corpus") && message.indexDirectory.hasSuffix("/index"))
      // A daemon has no part in it.
      #expect(try bench.run("status").status == 4)
    }
  }

  @Test func checkNamesTheDocumentsThatDiffer() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("index", "build").status == 0)
      for number in 1...7 { try bench.write("New.", to: "corpus/new-\(number).md") }
      try bench.write("Another text.", to: "corpus/2009-07-23-first.md")
      try FileManager.default.removeItem(atPath: bench.folder + "/corpus/2013-10-02-third.md")
      let stale = try bench.run("index", "check")
      #expect(stale.status == 1 && stale.output.hasPrefix("stale: "))
      #expect(
        stale.output.contains(
          "added     7 documents: new-1.md, new-2.md, new-3.md, new-4.md, new-5.md and 2 more"))
      #expect(stale.output.contains("changed   1 document: 2009-07-23-first.md\n"))
      #expect(stale.output.contains("removed   1 document: 2013-10-02-third.md\n"))
      #expect(stale.errors == "to bring the index up to date: verbatim index build\n")
      let ending = try bench.run("index", "check", "--format", "json")
      let message = try decoded(Freshness.self, ending)
      #expect(ending.status == 1 && !message.fresh)
      #expect(message.added == (1...7).map { "new-\($0).md" })
      #expect(message.changed == ["2009-07-23-first.md"] && message.removed == ["2013-10-02-third.md"])
      #expect(message.pipeline == [])

      #expect(try bench.run("index", "build").status == 0)
      #expect(try bench.run("index", "check").status == 0)
    }
  }

  /// A file's name may hold anything but does not move the terminal.
  @Test func checkCleansWhatItNames() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("index", "build").status == 0)
      try bench.write("New.", to: "corpus/\u{1B}[31mred\n.md")
      let stale = try bench.run("index", "check")
      #expect(stale.status == 1 && !stale.output.contains("\u{1B}"))
      #expect(stale.output.split(separator: "\n").count == 3)
    }
  }

  @Test func verifySaysWhatItChecked() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("index", "verify").status == 2)
      #expect(try bench.run("index", "build").status == 0)
      let good = try bench.run("index", "verify")
      #expect(good.status == 0 && good.output.hasPrefix("good: ") && good.errors.isEmpty)
      #expect(good.output.contains("documents   3\n"))
      try bench.write("", to: "index/segments/new.tmp")
      let message = try decoded(Verification.self, try bench.run("index", "verify", "--format", "json"))
      #expect(message.good && message.damage.isEmpty)
      #expect(message.strayFiles == [Verification.Stray(path: "segments/new.tmp", leftover: true)])
      #expect(
        message.checked.keys.sorted() == [
          "bytes", "documents", "pages", "paragraphs", "positions", "postings", "segments", "stems", "terms",
          "tokens",
        ])
      #expect(message.checked.values.allSatisfy { $0 > 0 })
    }
  }

  @Test func verifyAndDoctorNameADamagedHistory() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("index", "build").status == 0)
      try bench.write("New.", to: "corpus/new.md")
      #expect(try bench.run("index", "build").status == 0)
      #expect(try bench.run("index", "verify").output.contains("history     1 step\n"))
      #expect(try bench.run("doctor").output.contains("1 step\n"))
      let path = "index/history/0000000001.step"
      let file = try #require(FileHandle(forUpdatingAtPath: bench.folder + "/" + path))
      try file.seek(toOffset: 80)
      try file.write(contentsOf: [0xFF])
      try file.close()
      let damaged = try bench.run("index", "verify", "--format", "json")
      let message = try decoded(Verification.self, damaged)
      #expect(damaged.status == 2 && !message.good && message.historySteps == 0)
      #expect(message.damage.count == 1 && message.damage[0].path.hasSuffix(path))
      // It keeps no search from working.
      let doctor = try bench.run("doctor")
      #expect(doctor.status == 0 && doctor.output.contains("note: ") && doctor.output.contains(path))
      #expect(try bench.run("veto").status == 0)
      try FileManager.default.removeItem(atPath: bench.folder + "/" + path)
      #expect(try bench.run("index", "verify").status == 0)
    }
  }

  @Test func verifyNamesTheDamage() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("index", "build").status == 0)
      let path = try segment(bench)
      let file = try #require(FileHandle(forUpdatingAtPath: bench.folder + "/" + path))
      try file.seek(toOffset: 4100)
      try file.write(contentsOf: [0xFF])
      try file.close()
      let damaged = try bench.run("index", "verify")
      #expect(damaged.status == 2 && damaged.output.hasPrefix("damaged: "))
      #expect(damaged.output.contains(path) && damaged.output.contains("at byte   4096 (section "))
      #expect(damaged.errors.contains("verbatim index build"))
      let ending = try bench.run("index", "verify", "--format", "json")
      let message = try decoded(Verification.self, ending)
      let damage = try #require(message.damage.first)
      #expect(ending.status == 2 && !message.good && message.damage.count == 1)
      #expect(damage.path == bench.folder + "/" + path || damage.path.hasSuffix(path))
      #expect(damage.section != nil && damage.offset == 4096 && damage.reason.contains("expected"))

      try FileManager.default.removeItem(atPath: bench.folder + "/" + path)
      let missing = try bench.run("index", "verify")
      #expect(missing.status == 2 && missing.output.contains("no such file"))
      #expect(try bench.run("index", "build").status == 0)
      #expect(try bench.run("index", "verify").status == 0)

      try bench.write("", to: "index/manifest.json")
      let empty = try bench.run("index", "verify", "--format", "json")
      let nothing = try decoded(Verification.self, empty)
      #expect(empty.status == 2 && nothing.generation == nil)
      #expect(nothing.damage.first?.path.hasSuffix("/index/manifest.json") == true)
    }
  }

  @Test func statsAddUp() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("index", "stats").status == 2)
      #expect(try bench.run("index", "build").status == 0)
      let text = try bench.run("index", "stats")
      // But for the path, all fits a terminal of 80 columns.
      let lines: [Substring] = text.output.split(separator: "\n")
      #expect(lines.dropFirst().allSatisfy { $0.count <= 80 }, "\(text.output)")
      #expect(text.status == 0 && text.errors.isEmpty)
      #expect(text.output.contains("years       2009 to 2013\n"))
      #expect(text.output.contains("documents   3, 0 of them without a date\n"))
      let message = try decoded(Statistics.self, try bench.run("index", "stats", "--format", "json"))
      #expect(message.documents == 3 && message.undatedDocuments == 0 && message.segments == 1)
      #expect(message.years == ["first": 2009, "last": 2013])
      #expect(message.tokensPerParagraph == Double(message.tokens) / Double(message.paragraphs))
      #expect(message.bytesPerToken == Double(message.bytes) / Double(message.tokens))
      let size = try Data(contentsOf: URL(fileURLWithPath: bench.folder + "/" + segment(bench))).count
      #expect(message.bytes == size)
      #expect(message.sections.reduce(0) { $0 + $1.bytes } < size)
      #expect(message.sections.first?.name == "text" && message.sections.contains { $0.name == "positions" })
      for section in message.sections { #expect(text.output.contains("\n\(section.name) ")) }
    }
  }

  /// Exit code 3, and what to do.
  @Test func anotherFormatIsToldApart() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("index", "build").status == 0)
      let path = bench.folder + "/index/manifest.json"
      let manifest = try String(contentsOfFile: path, encoding: .utf8)
      let format = try #require(manifest.firstMatch(of: /"format": \d+/)).output
      for (other, word) in [("1", "older"), ("99", "newer")] {
        try bench.write(
          manifest.replacingOccurrences(of: format, with: "\"format\": \(other)"), to: "index/manifest.json")
        for command in ["check", "verify", "stats"] {
          let ending = try bench.run("index", command)
          #expect(ending.status == 3 && ending.output.isEmpty, "\(command) \(other)")
          #expect(ending.errors.contains(word) && ending.errors.contains("verbatim index build"))
        }
      }
      try bench.write("{\"name\": \"an app\"}", to: "corpus/manifest.json")
      #expect(try bench.run("index", "verify", "--index", "corpus").status == 3)
      #expect(try bench.run("index", "build").status == 0)
      #expect(try bench.run("index", "check").status == 0)
    }
  }

  @Test func bothProgramsAndTheEnvironmentMeanTheSame() async throws {
    try await Bench.with { bench in
      try FileManager.default.moveItem(atPath: bench.folder + "/corpus", toPath: bench.folder + "/-texts")
      let place = ["--corpus=-texts", "--index", "other index"]
      #expect(try bench.start(["index", "build"] + place).end().status == 0)
      let environment = [
        "VERBATIM_CORPUS": "-texts", "VERBATIM_INDEX": "other index", "VERBATIM_FORMAT": "json",
      ]
      for command in ["check", "verify", "stats"] {
        let endings = [
          try bench.start(["index", command, "--format", "json"] + place).end(),
          try bench.start(["index", command, "--format", "json"] + place, program: "verbatimd").end(),
          try bench.start(["index", command], environment: environment).end(),
          try bench.start(["index", command], program: "verbatimd", environment: environment).end(),
        ]
        let outputs = endings.map { $0.output.replacing(/"elapsedMicroseconds" : \d+/, with: "") }
        #expect(Set(outputs).count == 1 && !outputs[0].isEmpty, "\(command)")
        #expect(endings.allSatisfy { $0.status == 0 }, "\(command)")
        // The name of a format that only other commands have is none of theirs.
        let text = try bench.start(
          ["index", command], environment: environment.merging(["VERBATIM_FORMAT": "vimgrep"]) { $1 }
        ).end()
        #expect(text.status == 0 && !text.output.hasPrefix("{"))
        #expect(try bench.run("index", command, "--format", "csv").status == 2)
      }
    }
  }

  /// The manual stands in the client alone; the other program says on which page.
  @Test(arguments: ["index build", "index check", "index verify", "index stats", "import", "eval"])
  func theDaemonNamesTheManualsPage(command: String) async throws {
    try await Bench.with { bench in
      let words = command.split(separator: " ").map(String.init)
      let page = try bench.start(["help"] + words).end()
      let daemon = try bench.start(words + ["--help"], program: "verbatimd").end()
      #expect(
        page.status == 0 && page.output.contains("EXIT CODES") && page.output.contains("verbatim \(command)"))
      #expect(daemon.status == 0 && daemon.output.contains("verbatim help \(command)"))
    }
  }
}
