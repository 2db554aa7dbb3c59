import Foundation
import Testing

/// The command lines that need no answer.
@Suite(.serialized, .timeLimit(.minutes(3))) struct CommandLineTests {
  @Test func wrongCommandLinesExitWith2() async throws {
    try await Bench.with { bench in
      for arguments in [
        ["veto", "--nonsense"], ["veto", "-military"], ["--format", "xml", "veto"],
        ["veto", "--limit", "many"],
        ["veto", "--limit=-1"], [], ["--strict"], ["search"], ["index", "nonsense"],
        ["veto", "--color", "blue"], ["veto", "--sort"], ["veto", "--sort", "--limit", "3"], ["get"],
        ["help", "nonsense"], ["status", "--local"], ["veto", "--timeout", "0"],
      ] {
        let ending = try bench.start(arguments).end()
        #expect(ending.status == 2, "\(arguments)")
        #expect(ending.output.isEmpty && ending.errors.hasPrefix("verbatim: "), "\(arguments)")
      }
      // What is no command about the daemon is not said to be one.
      for (arguments, why) in [
        (["stop"], "is about the daemon"), (["import", "x"], "reads files itself"),
        (["index", "diff"], "reads files itself"),
      ] {
        let ending = try bench.start(arguments + ["--local"]).end()
        #expect(ending.errors.contains("hint: --local is for ") && ending.errors.contains(why))
      }
      // Nor does who typed one program hear of the other.
      for arguments in [
        ["eval", "no.tsv"], ["import", "no.html"], ["import", "a.txt", "b.txt", "--title", "x"],
        ["index", "diff", "x"],
      ] {
        for program in ["verbatim", "verbatimd"] {
          let ending = try bench.start(arguments, program: program).end()
          #expect(ending.status == 2 && ending.errors.hasPrefix("\(program): "), "\(ending.errors)")
        }
      }
      let dash = try bench.run("veto", "-military")
      #expect(dash.errors.contains("--") && dash.errors.contains("NOT military"))
      #expect(try bench.start([], program: "verbatimd").end().status == 0)
      #expect(try bench.start(["nonsense"], program: "verbatimd").end().status == 2)
    }
  }

  /// A value that cannot be is refused with what was found and what was expected, and nobody is started to hear it.
  @Test func wrongValuesAreRefusedBeforeADaemonIsStarted() async throws {
    try await Bench.with { bench in
      for (arguments, found, expected) in [
        (["veto", "--match", "some"], "'some'", "'all' and 'any'"),
        (["veto", "--sort", "latest"], "'latest'", "'relevance', 'date' or '-date'"),
        (["veto", "--rank", "worst"], "'worst'", "'plain' and 'best'"),
        (["veto", "--rank", "best", "--sort", "date"], "--sort date", "expected one of the two"),
        (["veto", "--from", "2013-13"], "'2013-13'", "such as 2013, 2013-09 or 2013-09-11"),
        (["count", "veto", "--to", "2013-02-29"], "'2013-02-29'", "such as 2013, 2013-09 or 2013-09-11"),
        (
          ["trend", "veto", "--from", "2013", "--to", "2009"], "--from 2013", "--to 2009; expected it before"
        ),
        (["count", "veto", "--format", "vimgrep"], "'vimgrep'", "'text', 'json' or 'csv'"),
        (["get", "a#p1", "--format", "vimgrep"], "'vimgrep'", "'text', 'json', 'jsonl' or 'markdown'"),
        (["veto", "--limit", "-3"], "--limit is -3", "expected 0 (all) or more"),
        (["veto", "--timeout", "-1"], "--timeout is -1", "expected 1 through"),
        (["kwic", "veto", "--width", "-1"], "--width is -1", "expected 0 through"),
        (["veto", "--limit", "--strict"], "'--strict'", "'--limit <n>'"),
        (["veto", "--from", "-2013"], "'-2013'", "such as 2013, 2013-09 or 2013-09-11"),
        (["veto", "--speaker", ""], "--speaker is \"\"", "expected a name"),
        (["veto", "--speaker", "-x"], "found -x behind --speaker", "--speaker=-x"),
        (
          ["veto", "--from", "2009", "--from=2010"], "--from is given twice, as 2009 and as 2010", "one value"
        ),
        (
          ["suggest", "v", "--kind", "term", "--limit", "3", "--limit", "3"], "--limit is given twice", "one"
        ),
        (["import", "x", "--kind", "a", "--kind", "b"], "--kind is given twice", "expected one value"),
        (["veto", "--format", "xml"], "'xml'", "- csv\n  - markdown\n  - vimgrep"),
        (["trend", "veto", "--format", "jsonl"], "'jsonl'", "'text', 'json' or 'csv'"),
        (["veto", "--local", "--socket", "s"], "--socket s", "exclude each other"),
        (["veto", "--limit", "99999999999999999999"], "9'", "'--limit <n>'; expected a smaller number"),
        (["veto", "--limit", "abc"], "'abc'", "'--limit <n>'; expected a whole number"),
        (["get", "a#p1", "--context", "x"], "'x'", "'--context <n>'; expected a whole number"),
        (["veto", "--timeout", "1s"], "'1s'", "'--timeout <ms>'; expected a whole number"),
        (["veto", "--k1", "x"], "'x'", "'--k1 <x>'; expected a number"),
        (["veto", "--k1", "-1"], "--k1 is -1.0", "expected 0 through 1000"),
        (["explain", "a#p1", "veto", "--b", "nan"], "--b is nan", "expected 0 through 1"),
        (["veto", "--rank", "best", "--explain"], "--rank best and --explain", "expected one of the two"),
        (["veto", "--collapse", "--level", "document"], "--level document", "expected paragraphs"),
        (["veto", "--config", "no.yaml"], "--config is no.yaml", "expected the path of one"),
        (["veto", "--local", "--config", "corpus"], "--config is corpus", "expected the path of one"),
      ] {
        let ending = try bench.start(arguments).end()
        #expect(ending.status == 2 && ending.output.isEmpty, "\(arguments)")
        #expect(ending.errors.contains(found) && ending.errors.contains(expected), "\(ending.errors)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder + "/run").isEmpty)
      #expect(!FileManager.default.fileExists(atPath: bench.folder + "/index"))
    }
  }

  #if os(Linux)
    /// What is not a result is wrapped where a terminal shows it, and nowhere else: programs read lines.
    @Test(.enabled(if: Bench.has("script"), "needs script")) func whatIsSaidFitsTheTerminal() async throws {
      try await Bench.with { bench in
        for command in [
          "verbatim zebra elephant --local", "verbatim veto --cursor x --local", "verbatimd import no.html",
        ] {
          let words = command.split(separator: " ").map(String.init)
          let plain = try bench.start(Array(words[1...]), program: words[0]).end().errors
          let shown = try bench.shell(
            "script -qec 'stty cols 40; $BIN/\(command) 2>&1 > nothing' /dev/null < /dev/null"
          ).output.replacing(/[^\r\n]*\u{1B}\[K\r?/, with: "")  // Without what was shown meanwhile.
          let lines = shown.split(whereSeparator: \.isNewline)
          #expect(lines.contains { $0.count > 20 } && lines.allSatisfy { $0.count <= 40 }, "\(shown)")
          #expect(plain.split(whereSeparator: \.isWhitespace) == shown.split(whereSeparator: \.isWhitespace))
          #expect(plain.split(separator: "\n").contains { $0.count > 40 })
        }
      }
    }
  #endif

  /// A format that is named for all commands gives text where a command has none such; one that is nobody's is an error.
  @Test func aFormatOfTheEnvironmentIsForThoseThatHaveIt() async throws {
    try await Bench.with { bench in
      let vimgrep = ["VERBATIM_FORMAT": "vimgrep"]
      #expect(try bench.run("count", "veto", environment: vimgrep).output == "3\n")
      #expect(try bench.run("veto", environment: vimgrep).output.hasPrefix("corpus/"))
      #expect(try bench.run("veto", "--format", "text", environment: vimgrep).output.hasPrefix("1. "))
      let csv = ["VERBATIM_FORMAT": "csv"]
      #expect(
        try bench.run("count", "veto", environment: csv).output.hasPrefix("level,total,units\r\nparagraph,3,")
      )
      #expect(try bench.run("trend", "veto", environment: csv).output.hasPrefix("year,hits,"))
      #expect(try bench.run("facet", "kind", "veto", environment: csv).output == "kind,id,hits\r\n,,3\r\n")
      #expect(try bench.run("veto", environment: csv).output.hasPrefix("id,date,title,"))
      #expect(try bench.run("veto", environment: ["VERBATIM_FORMAT": "markdown"]).output.hasPrefix("> "))
      #expect(try bench.run("status", environment: ["VERBATIM_FORMAT": "json"]).output.hasPrefix("{"))
      let wrong = try bench.run("count", "veto", environment: ["VERBATIM_FORMAT": "xml"])
      #expect(wrong.status == 2 && wrong.errors.contains("VERBATIM_FORMAT is \"xml\"; expected one of text"))
    }
  }

  /// What looks like a slip is said: behind `--` always, of a command where nothing is found.
  @Test func hintsAtSlips() async throws {
    try await Bench.with { bench in
      for command in [[], ["count"]] {
        let behind = try bench.start(command + ["--", "veto", "--limit", "3"]).end()
        #expect(behind.errors.contains("hint: --limit stands behind --, so it is read as words"))
        let dash = try bench.start(command + ["--", "veto", "-point"]).end()
        #expect(dash.status == 0 && !dash.errors.contains("hint: "), "\(dash.errors)")
      }
      let command = try bench.run("cuont", "veto")
      #expect(
        command.status == 1
          && command.errors.contains(
            "hint: \"cuont\" is read as a word of the query; for the command: verbatim count")
      )
      for found in [["chairs", "thanked"], ["search", "cuont", "veto"], ["count", "cuont"]] {
        #expect(try !bench.start(found).end().errors.contains("for the command"), "\(found)")
      }
      // Found is found, whatever the word is like.
      try bench.write("We cuont.\n", to: "corpus/x.md")
      _ = try bench.run("index", "build")
      #expect(try bench.run("cuont").status == 0 && !bench.run("cuont").errors.contains("hint"))
    }
  }

  /// What asks for something by an option needs neither a word nor a command.
  @Test func optionsThatAskStandAlone() async throws {
    try await Bench.with { bench in
      let all = try bench.run("--from", "2013")
      #expect(try all.status == 0 && all.output == bench.run("search", "--from", "2013").output)
      let lines = try bench.run("veto", "--format", "jsonl").output.split(separator: "\n")
      let summary = try JSONSerialization.jsonObject(with: Data(#require(lines.last).utf8)) as? [String: Any]
      let generation = try #require((summary?["summary"] as? [String: Any])?["generation"] as? String)
      try bench.write("Something new.\n", to: "corpus/x.md")
      _ = try bench.run("index", "build")
      let new = try bench.run("--since", generation, "--format", "vimgrep", "--strict")
      #expect(new.status == 0 && new.output.hasPrefix("corpus/x.md:1:"), "\(new.errors)")
      #expect(try bench.run("--limit", "3").status == 2)
    }
  }

  /// A folder that was named and holds no index may be a slip: that one is built there is said.
  @Test func saysThatAnIndexIsBuiltWhereOneWasNamed() async throws {
    try await Bench.with { bench in
      let note =
        "note: there is no index in \(bench.folder)/indx (--index), so one is built there, of the corpus"
      for options in [["--local"], []] {
        let first = try bench.start(["count", "veto", "--index", "indx"] + options).end()
        #expect(first.status == 0 && first.errors.contains(note), "\(first.errors)")
        let second = try bench.start(["count", "veto", "--index", "indx"] + options).end()
        #expect(second.status == 0 && second.errors.isEmpty, "\(second.errors)")
        _ = try bench.run("stop", "--index", "indx")
        try FileManager.default.removeItem(atPath: bench.folder + "/indx")
      }
      let variable = try bench.run("count", "veto", "--local", environment: ["VERBATIM_INDEX": "indx"])
      #expect(variable.errors.contains("indx (VERBATIM_INDEX), so one is built there"))
      #expect(try !bench.run("count", "veto", "--local").errors.contains("note: "))
      let file = try bench.run("count", "veto", "--local", "--index", "corpus/2009-07-23-first.md")
      #expect(file.status == 3 && file.errors.hasPrefix("verbatim: '"), "\(file.errors)")
      // Who builds an index says where.
      #expect(try !bench.run("index", "build", "--index", "other").errors.contains("note: "))
    }
  }

  @Test func helpAndVersionExitWith0() async throws {
    try await Bench.with { bench in
      for arguments in [
        ["--version"], ["--generate-completion-script", "bash"], ["--help"], ["help", "help"],
      ] {
        let ending = try bench.start(arguments).end()
        #expect(ending.status == 0 && !ending.output.isEmpty && ending.errors.isEmpty, "\(arguments)")
      }
    }
  }

  /// Every page of the manual has the parts that a page has, and keeps to the terminal's width.
  @Test(arguments: [40, 80])
  func manualPages(width: Int) async throws {
    try await Bench.with { bench in
      let commands = [
        "search", "first", "kwic", "count", "trend", "get", "cite", "suggest", "explain", "status", "stop",
        "reload",
        "socket-path",
        "doctor",
      ]
      for path in [[]] + commands.map({ [$0] }) + [["index", "build"], ["query"]] {
        let ending = try bench.start(["help"] + path, environment: ["COLUMNS": "\(width)"]).end()
        #expect(ending.status == 0 && ending.errors.isEmpty, "\(path)")
        let lines = ending.output.split(separator: "\n")
        for line in lines {
          // A word that is longer than a line has one of its own.
          #expect(line.count <= width || !line.drop { $0 == " " }.contains(" "), "\(line)")
        }
        var parts: Set = ["NAME", "DESCRIPTION", "EXAMPLES"]
        if path != ["query"] {
          parts.formUnion(["SYNOPSIS", "OPTIONS", "ENVIRONMENT", "FILES", "EXIT CODES"])
        }
        // The page of a command with no sections of its own is made from what it says.
        if path == ["index", "build"] { parts = ["NAME", "SYNOPSIS", "OPTIONS"] }
        #expect(parts.isSubset(of: lines.map(String.init)), "\(path)")
        let asked = try bench.start(path + ["--help"], environment: ["COLUMNS": "\(width)"]).end()
        if path != ["query"] { #expect(asked.output == ending.output, "\(path)") }
      }
    }
  }

  /// The first word decides which command it is, wherever options with values stand.
  @Test func optionsMayStandBeforeTheCommand() async throws {
    try await Bench.with { bench in
      let direct = try bench.run("socket-path", "--index", "other")
      #expect(direct.status == 0)
      #expect(try bench.run("--index", "other", "socket-path").output == direct.output)
      let sorted = try bench.run("--sort", "-date", "count", "veto")
      #expect(sorted.status == 2 && sorted.errors.contains("Unknown option '--sort'"))
    }
  }

  /// What cannot be written is an error, whatever it was.
  @Test(arguments: [
    "veto", "veto --format json", "veto --format jsonl", "veto --format vimgrep", "veto --format csv",
    "veto --format markdown", "count veto", "trend veto", "trend veto --format csv", "first veto",
    "kwic veto", "kwic veto --format jsonl",
    "get 2009-07-23-first#p1", "get 2009-07-23-first#p1 --format jsonl", "cite 2009-07-23-first#p1",
    "cite 2009-07-23-first#p1 --style csl-json", "status", "doctor", "socket-path",
    "help", "--version",
  ])
  func aFullDiskIsAnError(arguments: String) async throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try await Bench.with { bench in
      _ = try bench.run("count", "veto")
      let ending = try bench.shell("exec $BIN/verbatim \(arguments) > /dev/full")
      #expect(ending.status == 2, "\(arguments)")
      #expect(ending.errors.contains("the results cannot be written: "), "\(ending.errors)")
    }
  }

  /// Results never end up in a file that took a closed stream's place, such as the daemon's socket.
  @Test func aClosedOutputIsAnError() async throws {
    try await Bench.with { bench in
      for options in ["", "--local"] {
        let ending = try bench.shell("exec $BIN/verbatim count veto \(options) >&-")
        #expect(ending.status == 2 && ending.errors.contains("the results cannot be written: "))
        #expect(try bench.shell("exec $BIN/verbatim count veto \(options) <&- 2>&-").output == "3\n")
      }
    }
  }

  /// A reader that has seen enough is no error.
  @Test(arguments: [
    "count veto", "trend veto", "veto --format vimgrep", "kwic veto", "get 2009-07-23-first#p1", "help",
  ])
  func aReaderThatIsGoneIsNoError(arguments: String) async throws {
    try await Bench.with { bench in
      let ending = try bench.shell(
        "(sleep 0.2; exec $BIN/verbatim \(arguments)) | true; exit ${PIPESTATUS[0]}")
      #expect(ending.status == 0 && !ending.errors.contains("verbatim:"), "\(ending.errors)")
    }
  }
}
