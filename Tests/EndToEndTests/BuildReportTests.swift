import Foundation
import Testing

/// `index build --report`, and the progress of a build.
@Suite(.serialized, .timeLimit(.minutes(3))) struct BuildReportTests {
  private struct Built: Decodable {
    struct Oddity: Decodable, Equatable {
      var path: String
      var line: Int?
      var message: String
    }
    struct Report: Decodable, Equatable {
      struct Repairs: Decodable, Equatable {
        var joins, hyphens, removals: [String: Int]
        var ligatures, mojibake: Int
      }
      var documents, undatedDocuments, sections, paragraphs, sentences, statements, speakers: Int
      var unnamedStatements, warnings: Int
      var paragraphsByKind, statementsByMode, statementsByRule: [String: Int]
      var repairs: Repairs
    }

    var corpusRoot, indexDirectory, generation: String
    var fresh: Bool
    var segments, documents, paragraphs, tokens, terms, bytes, elapsedMicroseconds: Int
    var report: Report?
    var warnings: [Oddity]
  }

  private func build(_ bench: Bench, _ arguments: String...) throws -> Built {
    let ending = try bench.start(["index", "build", "--format", "json"] + arguments).end()
    #expect(ending.status == 0, "\(ending.errors)")
    return try JSONDecoder().decode(Built.self, from: Data(ending.output.utf8))
  }

  @Test func countsWhatReadingMade() async throws {
    try await Bench.with { bench in
      try bench.write(
        "France said that the [veto](#) was old.\n\nA line that is\nwrapped, â€œodd too.\n",
        to: "corpus/undated.txt")
      let built = try build(bench, "--report")
      let report = try #require(built.report)
      #expect(!built.fresh && built.documents == 4 && report.documents == 4 && report.undatedDocuments == 1)
      #expect(
        report.paragraphs == built.paragraphs
          && report.paragraphs == report.paragraphsByKind.values.reduce(0, +))
      #expect(report.paragraphsByKind == ["heading": 3, "prose": 7, "bullet": 0, "names": 0])
      #expect(report.sections == 3)
      #expect(report.statements == report.statementsByMode.values.reduce(0, +))
      #expect(report.statements == report.statementsByRule.values.reduce(0, +))
      #expect(report.statementsByMode["reported"] == report.statements && report.statements > 0)
      #expect(report.speakers > 0)
      #expect(report.repairs.joins["wrap"] == 1 && report.repairs.removals["link"] == 2)
      #expect(report.repairs.removals["front-matter"] == 3 && report.repairs.mojibake == 1)
      #expect(report.repairs.removals["white-space"] == nil)
      #expect(report.warnings == built.warnings.count && built.warnings.count == 2)
      #expect(
        built.warnings.allSatisfy { $0.path == "undated.txt" } && built.warnings.map(\.line) == [nil, 4])

      // Without being asked nothing is counted, nor are sources read again; with, they are.
      let fresh = try build(bench)
      #expect(fresh.fresh && fresh.report == nil && fresh.warnings.isEmpty && fresh.bytes == built.bytes)
      let again = try build(bench, "--report")
      #expect(again.fresh && again.report == report && again.warnings == built.warnings)

      // The kinds that a search tells are those that were counted.
      let stats = try bench.run("index", "stats", "--format", "json")
      #expect(stats.output.contains("\"paragraphs\" : \(report.paragraphs)"))
    }
  }

  @Test func textLeavesOutWhatThereIsNoneOf() async throws {
    try await Bench.with { bench in
      let plain = try bench.run("index", "build")
      #expect(plain.status == 0 && plain.output.hasPrefix("index \(bench.folder)/index built in "))
      #expect(plain.output.contains("\ndocuments   3\n") && !plain.output.contains("sentences"))
      let counted = try bench.run("index", "build", "--report")
      #expect(counted.output.hasPrefix("index \(bench.folder)/index was up to date\n"))
      #expect(
        counted.output.contains("\nread\n  documents          3\n    without a date   0\n"),
        "\(counted.output)")
      #expect(
        counted.output.contains("\nparagraphs by kind\n  prose    5\n  heading  3\n"), "\(counted.output)")
      #expect(
        counted.output.contains("\ntaken out\n  front-matter  3\n  heading-sign  3\n"), "\(counted.output)")
      #expect(!counted.output.contains("lines joined") && !counted.output.contains(" 0\n  prose"))
    }
  }

  /// On a terminal, one line rewritten and cleared at the end, never wider than the terminal; off one, no codes.
  @Test(arguments: [30, 60, 120])
  func progressFitsTheTerminal(width: Int) async throws {
    guard Bench.has("script") else { return }
    try await Bench.with { bench in
      for (flag, verb) in [("", "indexing"), (" --report", "counting")] {
        let ending = try bench.shell(
          "script -qec 'stty cols \(width); $BIN/verbatimd index build\(flag)' /dev/null < /dev/null")
        let shown = ending.output.split(separator: "\r").filter { $0.hasPrefix(verb) }
        #expect(ending.status == 0 && !shown.isEmpty, "\(ending)")
        for line in shown {
          let text = try #require(line.range(of: "\u{1B}[K").map { line[..<$0.lowerBound] })
          #expect(text.count < width && text.contains(" %"), "\(text)")
        }
        #expect(shown.contains { $0.contains("100 %") } && ending.output.contains("\r\u{1B}[K"))
      }
      #expect(try !bench.run("index", "build", "--index", "other").errors.contains("\u{1B}"))
    }
  }
}
