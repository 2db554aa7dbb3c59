import Foundation
import Testing
import Wire

/// `get --receipt`, with the real programs: what is told of a source, and when nothing is.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ReceiptTests {
  private static let talk = """
    The talk of the day

    They met in the rooms of the <u>house</u> for the whole of that long week
    of the year, and had said what they had to say before the inter-

    \u{0C}
    governmental o\u{FB03}ces agreed.

    """

  private func reply(_ ending: Bench.Ending) throws -> GetReply {
    try JSONDecoder().decode(GetReply.self, from: Data(ending.output.utf8))
  }

  /// The id of the paragraph that `query` finds.
  private func id(_ query: String, _ bench: Bench) throws -> String {
    let found = try bench.run(query, "--format", "json")
    return try #require(JSONDecoder().decode(SearchReply.self, from: Data(found.output.utf8)).hits.first).id
  }

  @Test func showsTheLinesAndWhatWasDone() async throws {
    try await Bench.with { bench in
      try bench.write(Self.talk, to: "corpus/talk.txt")
      let id = try id("offices", bench)
      let plain = try bench.run("get", id)
      let text = try bench.run("get", id, "--receipt")
      #expect(text.status == 0 && text.errors.isEmpty && text.output.hasPrefix(plain.output), "\(text)")
      #expect(
        text.output.dropFirst(plain.output.count) == """
          from lines 3 to 7 of the source:
            3  They met in the rooms of the <u>house</u> for the whole of that long week
                                            ^^^     ^^^^  removed: tag ×2
            4  of the year, and had said what they had to say before the inter-
            5  (blank)
            6  (form feed)
            7  governmental o\u{FB03}ces agreed.
                             =  written ffi
            line 3 → 4: a line's end
            line 4 → 7: a page break inside a sentence, hyphen kept


          """)
      for width in [40, 80] {
        let ending = try bench.run("get", id, "--receipt", environment: ["COLUMNS": "\(width)"])
        #expect(ending.output.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= width })
      }
    }
  }

  /// As JSON: each line is a line of the file, its runs cover it, and what was kept is the paragraph.
  @Test func theRunsAddUpToTheParagraph() async throws {
    try await Bench.with { bench in
      try bench.write(Self.talk, to: "corpus/talk.txt")
      let ids = [
        try id("offices", bench), "nowhere#p1", try id("interpreters", bench), try id("prevention", bench),
      ]
      let reply = try reply(bench.start(["get", "--receipt", "--format", "json"] + ids).end())
      #expect(reply.items.map { $0.receipt != nil } == [true, false, true, true])
      #expect(reply.items.allSatisfy { $0.warnings.isEmpty })
      for item in reply.items {
        guard let hit = item.hit, let receipt = item.receipt else { continue }
        let file = try String(contentsOfFile: bench.folder + "/" + hit.source.path, encoding: .utf8)
        let lines = file.split(separator: "\n", omittingEmptySubsequences: false)
        var kept = ""
        for line in receipt.lines {
          #expect(line.text == lines[line.number - 1])
          var column = 1
          for run in line.runs {
            #expect(run.column == column)
            let start = line.text.utf8.index(line.text.startIndex, offsetBy: column - 1)
            column += run.byteCount
            let end = line.text.utf8.index(line.text.startIndex, offsetBy: column - 1)
            if run.fate == .kept { kept += line.text[start..<end] }
            kept += run.letters ?? ""
            #expect((run.reason != nil) == (run.fate == .removed))
          }
          #expect(column == line.text.utf8.count + 1)
        }
        #expect(kept.filter { $0 != " " } == hit.text.filter { $0 != " " })
        #expect(
          receipt.lines.first?.number == hit.source.line && receipt.lines.last?.number == hit.source.endLine)
      }
    }
  }

  @Test func aSourceThatIsNotWhatItWasHasNone() async throws {
    try await Bench.with { bench in
      let id = try id("interpreters", bench)
      func expectNone(_ reason: String, _ kind: ErrorKind?, hint: String?) throws {
        let text = try bench.run("get", id, "--receipt")
        // The paragraph is there all the same.
        let plain = try bench.run("get", id).output
        #expect(text.status == 0 && text.output == plain)
        #expect(
          text.errors.hasPrefix("warning: no receipt of \(id): ") && text.errors.contains(reason), "\(text)")
        #expect(text.errors.contains(hint ?? reason))
        let item = try #require(try reply(bench.run("get", id, "--receipt", "--format", "json")).items.first)
        #expect(item.hit?.id == id && item.receipt == nil && item.warnings.map(\.kind) == [kind])
      }
      let file = bench.folder + "/corpus/2013-10-02-third.md"
      let whole = try Data(contentsOf: URL(fileURLWithPath: file))
      try (whole + Data("\n".utf8)).write(to: URL(fileURLWithPath: file))
      try expectNone("its source 2013-10-02-third.md has changed", .indexStale, hint: "verbatim index build")
      try FileManager.default.removeItem(atPath: file)
      try expectNone("its source 2013-10-02-third.md is gone", .indexStale, hint: "verbatim index build")
      try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
      try expectNone("not a regular file", nil, hint: nil)
      try FileManager.default.removeItem(atPath: file)
      try whole.write(to: URL(fileURLWithPath: file))
      try bench.write("rules: [", to: "corpus/corpus.yaml")
      try expectNone("corpus.yaml:", nil, hint: nil)
      try FileManager.default.removeItem(atPath: bench.folder + "/corpus/corpus.yaml")
      #expect(try bench.run("get", id, "--receipt").errors.isEmpty)
    }
  }

  @Test func aRowOfATableHasNone() async throws {
    try await Bench.with { bench in
      try bench.write("id,text\n1,The abracadabra was held back.\n", to: "corpus/rows.csv")
      try bench.write(
        "rules:\n  - files: \"*.csv\"\n    columns: {text: text, id: id}\n", to: "corpus/corpus.yaml")
      let ids = [try id("abracadabra", bench), try id("interpreters", bench)]
      let ending = try bench.start(["get", "--receipt"] + ids).end()
      #expect(ending.status == 0 && ending.output.contains("of the source:"))
      #expect(
        ending.errors
          == "warning: no receipt of rows.csv/1#p1: it is of a row of the table rows.csv, and only texts have receipts\n"
      )
    }
  }

  /// A source too long to be read while others wait.
  @Test func aVeryLongSourceHasNone() async throws {
    try await Bench.with { bench in
      let blank = String(repeating: " ", count: 1_000) + "\n"
      let line = "One abracadabra.\n" + String(repeating: blank, count: 17_000)
      try bench.write(line, to: "corpus/long.txt")
      let id = try id("abracadabra", bench)
      let item = try #require(try reply(bench.run("get", id, "--receipt", "--format", "json")).items.first)
      #expect(item.hit?.text == "One abracadabra." && item.receipt == nil)
      #expect(item.warnings.map(\.kind) == [.tooLarge])
    }
  }
}
