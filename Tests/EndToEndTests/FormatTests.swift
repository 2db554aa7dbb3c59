import Foundation
import Testing
import Wire

/// What programs and editors get to read.
@Suite(.serialized, .timeLimit(.minutes(3))) struct FormatTests {
  /// A place for each occurrence, and what stands there is the occurrence.
  @Test func vimgrepNamesThePlaceOfEachOccurrence() async throws {
    try await Bench.with { bench in
      let ending = try bench.run("veto", "--limit", "0", "--format", "vimgrep")
      #expect(ending.status == 0, "\(ending.errors)")
      let lines = ending.output.split(separator: "\n")
      #expect(lines.count == 4)
      for line in lines {
        let parts = line.split(separator: ":", maxSplits: 3).map(String.init)
        let source = try String(contentsOfFile: bench.folder + "/" + parts[0], encoding: .utf8)
        let row = Array(source.split(separator: "\n", omittingEmptySubsequences: false))[Int(parts[1])! - 1]
        let rest = String(decoding: Array(row.utf8)[(Int(parts[2])! - 1)...], as: UTF8.self)
        #expect(rest.hasPrefix("veto"), "\(line)")
        #expect(parts[3].contains("veto"))
      }
      // What matches by what it lacks has a place too.
      let none = try bench.run("NOT", "veto", "--limit", "0", "--format", "vimgrep")
      let count = try bench.run("count", "NOT", "veto")
      #expect("\(none.output.split(separator: "\n").count)\n" == count.output)
    }
  }

  private struct Summary: Decodable {
    struct Content: Decodable {
      var total: Int?
      var shown: Int
      var query: String
      var cursor: String?
    }
    var summary: Content
  }

  @Test func jsonLinesAreTheHitsAndThenTheRest() async throws {
    try await Bench.with { bench in
      let whole = try bench.run("veto", "--limit", "2", "--format", "json")
      let reply = try JSONDecoder().decode(SearchReply.self, from: Data(whole.output.utf8))
      let ending = try bench.run("veto", "--limit", "2", "--format", "jsonl")
      let lines = ending.output.split(separator: "\n").map { Data($0.utf8) }
      let hits = try lines.dropLast().map { try JSONDecoder().decode(HitMessage.self, from: $0) }
      #expect(hits == reply.hits && hits.count == 2)
      let summary = try JSONDecoder().decode(Summary.self, from: #require(lines.last)).summary
      #expect(summary.shown == 2 && summary.total == reply.total && summary.total == 3)
      #expect(summary.query == "veto" && summary.cursor != nil)
      let next = try bench.run("veto", "--cursor", #require(summary.cursor), "--format", "jsonl")
      #expect(next.output.split(separator: "\n").count == 2)
      // No hit still has a summary.
      let none = try bench.run("zebra", "--format", "jsonl")
      #expect(none.status == 1 && none.output.split(separator: "\n").count == 1)
    }
  }

  /// Pages of a thousand hits make one list.
  @Test func listsThatAreLongerThanAPage() async throws {
    try await Bench.with { bench in
      let paragraphs = (0..<2_500).map { "Paragraph \($0) tells of abracadabra." }
      try bench.write(paragraphs.joined(separator: "\n\n"), to: "corpus/long.md")
      let lines = try bench.run("abracadabra", "--limit", "0", "--format", "jsonl")
      #expect(lines.output.split(separator: "\n").count == 2_501)
      let places = try bench.run("abracadabra", "--limit", "1200", "--format", "vimgrep")
      #expect(Set(places.output.split(separator: "\n")).count == 1_200)
      #expect(places.errors == "1200 of 2500 shown\n")
    }
  }

  @Test func printsParagraphsByTheirIds() async throws {
    try await Bench.with { bench in
      let found = try bench.run("\"focal point\"", "--format", "json")
      let hit = try #require(
        JSONDecoder().decode(SearchReply.self, from: Data(found.output.utf8)).hits.first)
      let text = try bench.run("get", hit.id)
      #expect(text.status == 0 && text.errors.isEmpty, "\(text.errors)")
      #expect(text.output.hasPrefix("First dialogue (2009-07-23)\nOpening\n" + hit.text))
      let citation = try #require(text.output.split { $0 == " " || $0 == "\n" }.first { $0.contains("@") })
      #expect(citation.hasPrefix(hit.id + "@") && text.output.contains("corpus/2009-07-23-first.md:10:1"))

      // As cited, nothing is to be said; with other digits, or another text, there is.
      #expect(try bench.run("get", String(citation)).errors.isEmpty)
      let wrong = try bench.run("get", hit.id + "@000000")
      #expect(wrong.status == 0 && wrong.errors.contains("the text has changed since it was cited"))
      #expect(wrong.errors.contains("it is now \(citation)") && wrong.output == text.output)
    }
  }

  @Test func printsParagraphsAmongThoseAroundThem() async throws {
    try await Bench.with { bench in
      let text = try bench.run("get", "2009-07-23-first#p2", "--context", "1")
      #expect(text.status == 0, "\(text.errors)")
      #expect(
        text.output.contains("\n  p1  Opening\n> p2  The delegation") && text.output.contains("\n  p3  Each"))
      let json = try bench.run("get", "2009-07-23-first#p2", "--after", "9", "--format", "json")
      let reply = try JSONDecoder().decode(GetReply.self, from: Data(json.output.utf8))
      #expect(reply.items[0].context.map(\.hit.id) == ["2009-07-23-first#p3"])
      #expect(reply.items[0].context.map(\.hit.source.path) == ["corpus/2009-07-23-first.md"])
      let before = try bench.run("get", "2009-07-23-first#p2", "--context", "9", "--after", "0").output
      #expect(before.contains("  p1  ") && !before.contains("  p3  "))
      for wrong in ["--before=101", "--after=-1", "--context=many"] {
        #expect(try bench.run("get", "2009-07-23-first#p2", wrong).status == 2)
      }
    }
  }

  /// Every id that is printed can be asked for: a document's gives all of its paragraphs, a page after the other.
  @Test func printsStatementsAndDocumentsByTheirIds() async throws {
    try await Bench.with { bench in
      _ = try bench.run("index", "build")
      let whole = try bench.run("get", "2009-07-23-first")
      #expect(whole.status == 0 && whole.errors.isEmpty, "\(whole.errors)")
      #expect(whole.output.hasPrefix("First dialogue (2009-07-23)\nOpening\n2009-07-23-first#p1@"))
      #expect(whole.output.ranges(of: "First dialogue").count == 1)
      #expect((1...3).allSatisfy { whole.output.contains("2009-07-23-first#p\($0)@") })
      let statement = try bench.run(
        "search", "--level", "statement", "--limit", "1", "--format", "json", "mode:reported")
      if let hit = try JSONDecoder().decode(SearchReply.self, from: Data(statement.output.utf8)).hits.first {
        let got = try bench.run("get", hit.id)
        #expect(
          got.status == 0 && got.output.contains("(reported") && got.output.contains(hit.text.prefix(20)))
      }
      #expect(try bench.run("get", "2009-07-23-first#s99").status == 1)
      let around = try bench.run("get", "2009-07-23-first", "--context", "1")
      #expect(around.status == 2 && around.errors.contains("\"2009-07-23-first\" names a document"))

      let paragraphs = (0..<2_500).map { "Paragraph \($0) tells of abracadabra." }
      try bench.write(paragraphs.joined(separator: "\n\n"), to: "corpus/long.md")
      _ = try bench.run("index", "build")
      let lines = try bench.run("get", "long", "2009-07-23-first#p1", "--format", "jsonl").output.split(
        separator: "\n")
      let items = try lines.dropLast().map { try JSONDecoder().decode(GetItem.self, from: Data($0.utf8)) }
      #expect(items.map { $0.hit?.id } == (1...2_500).map { "long#p\($0)" } + ["2009-07-23-first#p1"])
      #expect(lines.last?.hasPrefix("{\"summary\":{\"asked\":2,\"found\":2,") == true)
      let json = try bench.run("get", "long", "--format", "json")
      #expect(try JSONDecoder().decode(GetReply.self, from: Data(json.output.utf8)).items.count == 2_500)
    }
  }

  /// The same words have the same quotation, whoever prints it.
  @Test func quotationsAgree() async throws {
    try await Bench.with { bench in
      let reply = try JSONDecoder().decode(
        SearchReply.self, from: Data(bench.run("veto", "--format", "json").output.utf8))
      let id = try #require(reply.hits.first?.id)
      let cited = try bench.run("cite", id, "--style", "markdown").output
      #expect(try bench.run("get", id, "--format", "markdown").output == cited)
      let found = try bench.run("veto", "--limit", "1", "--format", "markdown").output
      #expect(found.replacing("**", with: "") == cited && found.contains("**veto"))
      for hit in reply.hits {
        #expect(try bench.run("get", hit.citation ?? "none").output.contains(hit.citation ?? "none"))
      }
    }
  }

  /// What is near each other is one place for an editor too, from its first word on.
  @Test func placesOfWhatIsNearEachOther() async throws {
    try await Bench.with { bench in
      try bench.write("One two of three.\n\nTwo and three; two then three.\n", to: "corpus/near.md")
      for query in ["two NEAR/2 three", "\"two three\"~1"] {
        let places = try bench.run(query, "--sort", "date", "--format", "vimgrep").output.split(
          separator: "\n")
        let rows = try bench.run("kwic", query, "--format", "vimgrep").output.split(separator: "\n")
        #expect(places.count == rows.count && rows.count >= 3, "\(rows)")
        let starts = { (lines: [Substring]) in lines.map { $0.split(separator: ":").prefix(3) } }
        #expect(starts(places) == starts(rows))
        let trend = try bench.run("trend", query, "--format", "json").output
        let counts = try JSONDecoder().decode(TrendReply.self, from: Data(trend.utf8)).rows.map(\.occurrences)
        #expect(counts.compactMap(\.self).reduce(0, +) == rows.count && !counts.contains(nil))
      }
    }
  }

  @Test func saysWhichIdsAreNotFound() async throws {
    try await Bench.with { bench in
      let some = try bench.run("get", "2009-07-23-first#p1", "2009-07-23-first#p99", "veto")
      #expect(some.status == 1 && some.output.contains("2009-07-23-first#p1@"))
      #expect(some.errors.contains("not found: there is no paragraph 2009-07-23-first#p99"))
      #expect(some.errors.contains("there is no document \"veto\"") && some.errors.contains("hint: "))
      #expect(try bench.run("cite", "2009-07-23-first#p1", "2009-07-23-first#p99").status == 1)
      // What cannot be a paragraph's id was none before its document changed either.
      let flawed = try bench.run("get", "2009-07-23-first#q3")
      #expect(flawed.errors.contains("found #q3; expected #p") && !flawed.errors.contains("hint: "))
      let unexplained = try bench.run("explain", "2009-07-23-first#p99", "veto")
      #expect(unexplained.status == 1 && unexplained.errors.contains("there is no paragraph 99 in"))
      let none = try bench.run("get", "nowhere#p1")
      #expect(none.status == 1 && none.output.isEmpty)
      let json = try bench.run("get", "2009-07-23-first#p1", "nowhere#p1", "--format", "json")
      let reply = try JSONDecoder().decode(GetReply.self, from: Data(json.output.utf8))
      #expect(reply.items.map(\.asked) == ["2009-07-23-first#p1", "nowhere#p1"])
      #expect(reply.items[0].hit?.source.path == "corpus/2009-07-23-first.md" && reply.items[1].hit == nil)
      let lines = try bench.run("get", "2009-07-23-first#p1", "nowhere#p1", "--format", "jsonl")
      let items = try lines.output.split(separator: "\n").dropLast().map {
        try JSONDecoder().decode(GetItem.self, from: Data($0.utf8))
      }
      #expect(items == reply.items)
      #expect(
        lines.output.hasSuffix(
          "{\"summary\":{\"asked\":2,\"found\":1,\"generation\":\"\(reply.generation)\"}}\n"))
    }
  }
}
