import Foundation
import Testing
import Wire

/// Statements and their speakers, from the real programs over the socket, in every format.
@Suite(.timeLimit(.minutes(3))) struct StatementAnswerTests {
  private static let report = """
    The government of France raised its proposal on the veto. Switzerland expressed support for restraint. \
    Several delegations regretted the delay.

    The veto was on everybody's mind.
    """

  private func withReport(_ body: @escaping @Sendable (Bench) throws -> Void) async throws {
    try await Bench.with { bench in
      try bench.write(Self.report, to: "corpus/2014-05-01-report.txt")
      try body(bench)
    }
  }

  private func check(_ hit: HitMessage) {
    #expect(hit.id == "2014-05-01-report#s1" && hit.level == "statement")
    #expect(hit.speakers == ["France"] && hit.mode == "reported")
    #expect(hit.evidence?.rule == "subject" && hit.evidence?.words == "The government of France raised")
    #expect(hit.text.hasPrefix("The government of France") && hit.highlights == [[52, 56]])
    #expect(hit.source.line == 1 && hit.source.column == 53)
  }

  @Test func everyFormat() async throws {
    try await withReport { bench in
      let asked = ["veto", "--speaker", "the French delegation", "--level", "statement"]
      func output(_ format: String) throws -> String {
        let ending = try bench.start(asked + ["--format", format]).end()
        #expect(ending.status == 0, "\(format): \(ending.errors)")
        return ending.output
      }
      let text = try output("text")
      #expect(text.contains("France (reported: “The government of France raised”)"))
      let reply = try JSONDecoder().decode(SearchReply.self, from: Data(try output("json").utf8))
      #expect(reply.level == "statement" && reply.total == 1)
      check(try #require(reply.hits.first))
      let lines = try output("jsonl")
      let line = try #require(lines.split(separator: "\n").first)
      check(try JSONDecoder().decode(HitMessage.self, from: Data(line.utf8)))
      let place = try output("vimgrep")
      #expect(place.contains("2014-05-01-report.txt:1:53:") && place.split(separator: "\n").count == 1)
    }
  }

  @Test func everyName() async throws {
    try await withReport { bench in
      for name in ["France", "FRA", "french", "\"the French delegation\"", "\"government of France\""] {
        let found = try bench.run("count", "speaker:\(name) veto")
        let absent = try bench.run("count", "speaker:\(name) restraint")
        #expect(found.output == "1\n" && absent.status == 1, "\(name)")
      }
      #expect(try bench.run("count", "speaker:CHE restraint", "--level", "document").output == "1\n")
      #expect(try bench.run("count", "mode:reported delay", "--level", "statement").output == "1\n")
      #expect(try bench.run("count", "mode:turn").status == 1)
      #expect(try bench.run("count", "regretted", "--level", "statement").output == "1\n")
      // Words in no statement are in none.
      #expect(try bench.run("count", "mind", "--level", "statement").status == 1)
    }
  }
}
