import Foundation
import Testing
import Wire

/// What a reader gets to see of a small corpus.
@Suite(.serialized, .timeLimit(.minutes(3))) struct AnswerTests {
  @Test func quotesAWordInAnyForm() async throws {
    try await Bench.with { bench in
      let ending = try bench.run("veto")
      #expect(ending.status == 0, "\(ending.errors)")
      #expect(ending.output.hasPrefix("1. "))
      #expect(ending.output.contains("that vetoes would not be cast again"))
      #expect(ending.output.contains("2009-07-23-first#p"))
      #expect(ending.output.contains("corpus/2013-09-11-second.md:"))
      #expect(!ending.output.contains("\u{1B}"))
      let coloured = try bench.run("veto", "--color", "always")
      #expect(coloured.output.contains("\u{1B}[1;31mveto\u{1B}[0m"))
    }
  }

  @Test func quotesAPhrase() async throws {
    try await Bench.with { bench in
      let ending = try bench.run("\"focal point\"", "--format", "json")
      #expect(ending.status == 0, "\(ending.errors)")
      let reply = try JSONDecoder().decode(SearchReply.self, from: Data(ending.output.utf8))
      #expect(reply.total == 1 && reply.complete && reply.cursor == nil)
      let hit = try #require(reply.hits.first)
      #expect(hit.document.year == 2009 && hit.document.title == "First dialogue")
      #expect(hit.source.path == "corpus/2009-07-23-first.md")
      let scalars = Array(hit.text.unicodeScalars)
      let matched = hit.highlights.map { range in
        String(String.UnicodeScalarView(scalars[range[0]..<range[1]]))
      }
      #expect(matched == ["focal point"])
    }
  }

  @Test func countsAndTrends() async throws {
    try await Bench.with { bench in
      let count = try bench.run("count", "veto")
      let search = try bench.run("veto", "--limit", "0", "--format", "json")
      let reply = try JSONDecoder().decode(SearchReply.self, from: Data(search.output.utf8))
      #expect(count.output == "\(reply.hits.count)\n" && reply.hits.count >= 2)
      let trend = try bench.run("trend", "veto", "--format", "json")
      let rows = try JSONDecoder().decode(TrendReply.self, from: Data(trend.output.utf8))
      #expect(rows.rows.reduce(0) { $0 + $1.hits } == rows.total)
      #expect(rows.rows.first?.year == 2009 && rows.rows.last?.year == 2013)
      #expect(try bench.run("trend", "veto").output.contains("2009"))
      let ofField = try bench.run("trend", "title:dialogue")
      #expect(ofField.status == 0 && ofField.errors.hasPrefix("no occurrences: "))
      #expect(try bench.run("trend", "title:dialogue veto").errors.isEmpty)
      #expect(try bench.run("trend", "veto", "zebra", "--match", "any").errors.isEmpty)
    }
  }

  @Test func countsBySpeaker() async throws {
    try await Bench.with { bench in
      try bench.write(
        """
        The government of France raised its proposal on the veto. Switzerland and Chile expressed support for it. \
        Several delegations regretted the delay.
        """, to: "corpus/2014-05-01-report.txt")
      let all = try bench.run("facet", "speaker", "--limit", "0", "--format", "json")
      let facet = try JSONDecoder().decode(FacetReply.self, from: Data(all.output.utf8))
      #expect(
        facet.rows.reduce(0) { $0 + $1.hits } == facet.memberships && facet.rowCount == facet.rows.count)
      for row in facet.rows.prefix(5) {
        guard let id = row.id else { continue }
        let count = try bench.run("count", "--speaker", id, "--level", "statement")
        #expect(try #require(Int(count.output.dropLast())) >= row.hits, "\(row)")
      }
      let cut = try bench.run("facet", "speaker", "--limit", "1")
      #expect(
        cut.errors.contains("1 of \(facet.rowCount) rows shown")
          && cut.output.split(separator: "\n").count == 2)
      #expect(try bench.run("facet", "speaker", "zebra").status == 1)
      let refused = try bench.run("facet", "year", "veto")
      #expect(refused.status == 2 && refused.errors.contains("speaker"))
      #expect(try bench.run("search").status == 2)
    }
  }

  @Test func tellsWhenItWasSaidFirst() async throws {
    try await Bench.with { bench in
      let first = try bench.run("first", "veto")
      #expect(first.status == 0 && first.output.hasPrefix("first said on 23 July 2009\nFirst dialogue"))
      #expect(first.errors.hasSuffix("1 of 3 shown\n"), "\(first.errors)")
      let json = try bench.run("first", "veto", "--limit", "0", "--format", "json")
      let search = try bench.run("veto", "--sort", "date", "--limit", "0", "--format", "json")
      let replies = try [json, search].map {
        try JSONDecoder().decode(SearchReply.self, from: Data($0.output.utf8))
      }
      #expect(replies[0].hits == replies[1].hits && replies[0].hits.count == 3)
      #expect(
        try bench.run("first", "veto", "--format", "vimgrep").output.hasPrefix("corpus/2009-07-23-first.md:"))
      let none = try bench.run("first", "zebra")
      #expect(
        none.status == 1 && none.output.isEmpty
          && none.errors == "no hits for zebra (any form)\n  zebra stands nowhere\n")
      #expect(try bench.run("first").status == 2)
      #expect(try bench.run("first", "veto", "--sort", "date").status == 2)
    }
  }

  /// The options say what the query language can say too.
  @Test func restrictsAndOrders() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("count", "focal", "interpreters").output == "0\n")
      #expect(try bench.run("count", "focal", "interpreters", "--match", "any").output == "3\n")
      #expect(try bench.run("count", "veto", "--from", "2013").output == "2\n")
      #expect(try bench.run("count", "veto", "--from", "2009-07", "--to", "2009-07-23").output == "1\n")
      #expect(try bench.run("count", "veto", "--to", "2009-07-22").status == 1)
      #expect(try bench.run("trend", "veto", "--to", "2009").output.split(separator: "\n").count == 2)
      func years(_ order: String...) throws -> [Int] {
        let ending = try bench.start(["the", "--limit", "0", "--format", "json"] + order).end()
        #expect(ending.status == 0, "\(ending.errors)")
        return try JSONDecoder().decode(SearchReply.self, from: Data(ending.output.utf8)).hits
          .compactMap(\.document.year)
      }
      let rising = try years("--sort", "date")
      #expect(rising == rising.sorted() && Set(rising).count == 2)
      #expect(try years("--sort=-date") == rising.reversed() && years("--sort", "-date") == rising.reversed())
      #expect(try years("--sort", "relevance") == years())
      func ids(_ rank: String) throws -> [String] {
        let ending = try bench.run("the", "--limit", "0", "--format", "json", "--rank", rank)
        #expect(ending.status == 0, "\(ending.errors)")
        let reply = try JSONDecoder().decode(SearchReply.self, from: Data(ending.output.utf8))
        #expect(
          reply.total == reply.hits.count && reply.hits.map(\.score) == reply.hits.map(\.score).sorted(by: >))
        return reply.hits.map(\.id)
      }
      // Another order of the same hits.
      #expect(try Set(ids("best")) == Set(ids("plain")) && ids("best") == ids("best"))
    }
  }

  @Test func saysWhenThereAreNone() async throws {
    try await Bench.with { bench in
      let ending = try bench.run("zebra")
      #expect(ending.status == 1 && ending.output.isEmpty && ending.errors.contains("no hits"))
      let count = try bench.run("count", "zebra")
      #expect(count.status == 1 && count.output == "0\n")
      #expect(try bench.run("trend", "zebra").status == 1)
    }
  }

  @Test func saysWhenAListIsCut() async throws {
    try await Bench.with { bench in
      let ending = try bench.run("the", "--limit", "1")
      #expect(ending.errors.contains("1 of ") && ending.errors.contains(" shown"))
    }
  }

  @Test func anArgumentWithASpaceIsReadAsItsWords() async throws {
    try await Bench.with { bench in
      let ending = try bench.run("count", "focal point")
      #expect(ending.output == "2\n" && ending.errors.contains("for the phrase"))
    }
  }

  @Test func refusesAnUnreadableQueryWhenStrict() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("--strict", "(veto").status == 2)
      let lenient = try bench.run("(veto")
      #expect(lenient.status == 0 && lenient.errors.contains("warning: "))
    }
  }

  @Test func aRunningDaemonAnswersFromANewIndex() async throws {
    try await Bench.with { bench in
      let build = try bench.run("index", "build")
      #expect(build.status == 0, "\(build.errors)")
      let before = try bench.run("count", "veto")
      try bench.write("# A fourth\n\nThe veto again.\n", to: "corpus/2014-01-01-fourth.md")
      #expect(try bench.run("count", "veto").output == before.output)
      let rebuilt = try bench.run("index", "build")
      #expect(rebuilt.status == 0 && rebuilt.errors.contains("the running daemon answers from it"))
      let after = try bench.run("count", "veto")
      #expect(after.output != before.output)
    }
  }

  @Test func aReaderThatLeavesIsNoError() async throws {
    try await Bench.with { bench in
      // More than a pipe holds, so that the writer meets the reader's end.
      let paragraphs = (0..<1_000).map { "Paragraph \($0) tells of abracadabra at some length." }
      try bench.write(paragraphs.joined(separator: "\n\n"), to: "corpus/long.md")
      #expect(try bench.run("abracadabra", "--limit", "0", "--format", "json").output.utf8.count > 1 << 17)
      let ending = try bench.shell(
        "$BIN/verbatim abracadabra --limit 0 --format json | head -n 1; exit ${PIPESTATUS[0]}")
      #expect(ending.status == 0 && !ending.errors.contains("verbatim:"), "\(ending.errors)")
    }
  }
}
