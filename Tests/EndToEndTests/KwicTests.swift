import Foundation
import Testing
import Wire

/// Concordances of a small corpus.
@Suite(.serialized, .timeLimit(.minutes(3))) struct KwicTests {
  @Test func aLineForEachOccurrence() async throws {
    try await Bench.with { bench in
      let all = try bench.run("kwic", "veto", environment: ["COLUMNS": "60"])
      #expect(all.status == 0 && all.errors.hasSuffix("shown\n") == false, "\(all.errors)")
      let lines = all.output.split(separator: "\n")
      #expect(lines.count == 4 && lines.allSatisfy { $0.count <= 60 })
      #expect(lines.map { $0.prefix(10) } == ["2009-07-23", "2013-09-11", "2013-09-11", "2013-09-11"])
      let cut = try bench.run("kwic", "veto", "--limit", "3")
      #expect(cut.errors == "3 of 4 shown\n" && cut.output.split(separator: "\n").count == 3)
      let latest = try bench.run("kwic", "veto", "--sort", "-date", "--limit", "1")
      #expect(latest.output.hasPrefix("2013-09-11"))
      #expect(try bench.run("kwic", "veto", "--color", "always").output.contains("\u{1B}[1;31mveto\u{1B}[0m"))
    }
  }

  @Test func programsGetEveryRow() async throws {
    try await Bench.with { bench in
      let json = try bench.run("kwic", "veto", "--format", "json", "--width", "5")
      let reply = try JSONDecoder().decode(KwicReply.self, from: Data(json.output.utf8))
      #expect(reply.total == 3 && reply.occurrences == 4 && reply.rows.count == 4 && reply.cursor == nil)
      for row in reply.rows {
        #expect(row.left.count <= 5 && row.right.count <= 5 && row.match.lowercased().hasPrefix("veto"))
        let source = try String(contentsOfFile: bench.folder + "/" + row.source.path, encoding: .utf8)
        let line = source.split(separator: "\n", omittingEmptySubsequences: false)[row.source.line - 1]
        #expect(
          String(decoding: Array(line.utf8)[(row.source.column - 1)...], as: UTF8.self).hasPrefix(row.match))
      }
      let lines = try bench.run("kwic", "veto", "--format", "jsonl", "--width", "5").output.split(
        separator: "\n")
      let rows = try lines.dropLast().map {
        try JSONDecoder().decode(KwicRowMessage.self, from: Data($0.utf8))
      }
      #expect(rows == reply.rows && lines.last?.contains("\"shown\":4") == true)
      let csv = try bench.run("kwic", "veto", "--format", "csv", "--limit", "1").output
      #expect(csv.hasPrefix("id,date,title,left,match,right,path,line,column\r\n2009-07-23-first#p2,"))
    }
  }

  /// More occurrences than a page holds, many of them in one paragraph.
  @Test func listsThatAreLongerThanAPage() async throws {
    try await Bench.with { bench in
      let paragraphs = (0..<50).map { _ in String(repeating: "abracadabra ", count: 50) }
      try bench.write(paragraphs.joined(separator: "\n\n"), to: "corpus/long.md")
      let places = try bench.run("kwic", "abracadabra", "--limit", "0", "--format", "csv").output
      let rows = places.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",").suffix(2) }
      #expect(rows.count == 2_500 && Set(rows.map { $0.joined(separator: ":") }).count == 2_500)
      let some = try bench.run("kwic", "abracadabra", "--limit", "1200", "--format", "csv")
      #expect(
        some.output.split(separator: "\r\n").count == 1_201 && some.errors.hasSuffix("1200 of 2500 shown\n"))
    }
  }

  @Test func saysWhatThereIsNot() async throws {
    try await Bench.with { bench in
      let none = try bench.run("kwic", "zebra")
      #expect(
        none.status == 1 && none.output.isEmpty
          && none.errors.hasSuffix("no hits for zebra (any form)\n  zebra stands nowhere\n"))
      let not = try bench.run("kwic", "NOT", "veto")
      #expect(not.status == 1 && not.output.isEmpty && not.errors.contains("behind NOT are not shown"))
      // Occurrences of words joined by AND are not counted.
      let both = try bench.run("kwic", "veto", "delegation", "--limit", "1")
      #expect(both.status == 0 && both.errors == "1 shown; there are more, in 1 unit\n", "\(both.errors)")
      for wrong in [["--width", "1001"], ["--limit=-1"], ["--format", "markdown"], ["--sort", "best"]] {
        #expect(try bench.start(["kwic", "veto"] + wrong).end().status == 2)
      }
      #expect(try bench.run("kwic").status == 2)
    }
  }
}
