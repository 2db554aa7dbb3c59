import Foundation
import Testing
import Wire

/// What beginnings are completed to, asked as people and programs ask it.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SuggestCommandTests {
  @Test func suggestsWordsPhrasesSpeakersAndTitles() async throws {
    try await Bench.with { bench in
      try bench.write(
        "The government of France raised its focal points.\n", to: "corpus/2014-05-01-report.txt")
      #expect(
        try bench.run("suggest", "vet").output == """
          count  kind  suggestion
              3  term  veto

          """)
      // What a word counts is what a search for it finds.
      #expect(try bench.run("count", "veto").output == "3\n")
      let reply = try suggested("FRA", by: bench)
      #expect(
        reply.suggestions == [
          SuggestionMessage(text: "france", kind: .term, count: 1),
          SuggestionMessage(text: "France", kind: .speaker, count: 1),
        ])
      #expect(reply.prefix == "FRA" && reply.warnings.isEmpty)
      #expect(
        try suggested("focal", "po", by: bench).suggestions.map(\.text) == ["focal point", "focal points"])
      #expect(try suggested("veto ", by: bench).suggestions.map(\.text) == ["veto be", "veto was"])
      let titles = try suggested("dia", "--kind", "title", "--limit", "2", by: bench)
      #expect(titles.suggestions.map(\.text) == ["First dialogue", "Second dialogue"])
      #expect(titles.suggestions.allSatisfy { $0.kind == .title })
      let both = try suggested("d", "--kind", "title", "--kind", "term", "--limit", "0", by: bench)
      #expect(Set(both.suggestions.map(\.kind)) == [.term, .title])
    }
  }

  @Test func saysWhenNothingBeginsSo() async throws {
    try await Bench.with { bench in
      let none = try bench.run("suggest", "xyzzy")
      #expect(none.status == 1 && none.output.isEmpty)
      #expect(none.errors.contains("nothing begins with \"xyzzy\""))
      #expect(try bench.run("suggest", "xyzzy", "--local").status == 1)
      #expect(try bench.run("suggest").status == 2)
      let far = try bench.run("suggest", "vet", "--limit", "101")
      #expect(far.status == 2 && far.errors.contains("expected 0 through 100"))
      let kind = try bench.run("suggest", "vet", "--kind", "word")
      #expect(kind.status == 2 && kind.errors.contains("speaker"))
      // Searched for, not asked for completions.
      #expect(try bench.run("search", "suggest").status == 1)
    }
  }

  private struct Summary: Decodable {
    struct Content: Decodable {
      var prefix: String
      var shown: Int
    }
    var summary: Content
  }

  @Test func jsonLinesAreTheSuggestionsAndThenTheRest() async throws {
    try await Bench.with { bench in
      let ending = try bench.run("suggest", "d", "--limit", "3", "--format", "jsonl")
      let lines = ending.output.split(separator: "\n").map { Data($0.utf8) }
      #expect(ending.status == 0 && lines.count == 4, "\(ending.errors)")
      for line in lines.dropLast() { _ = try JSONDecoder().decode(SuggestionMessage.self, from: line) }
      let summary = try JSONDecoder().decode(Summary.self, from: #require(lines.last)).summary
      #expect(summary.prefix == "d" && summary.shown == 3)
    }
  }

  private func suggested(_ arguments: String..., by bench: Bench) throws -> SuggestReply {
    let ending = try bench.start(["suggest", "--format", "json"] + arguments).end()
    #expect(ending.status == 0, "\(ending.errors)")
    return try JSONDecoder().decode(SuggestReply.self, from: Data(ending.output.utf8))
  }
}
