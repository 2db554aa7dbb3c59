import Foundation
import Testing
import Wire

/// What a reader learns of a score, and of how a query is answered.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ExplainTests {
  private func reply(_ ending: Bench.Ending) throws -> ExplainReply {
    try JSONDecoder().decode(ExplainReply.self, from: Data(ending.output.utf8))
  }

  @Test func theScoreIsThatOfTheSearch() async throws {
    try await Bench.with { bench in
      for level in ["paragraph", "document"] {
        let found = try bench.run(
          "veto OR speakers", "--explain", "--level", level, "--format", "json")
        let search = try JSONDecoder().decode(SearchReply.self, from: Data(found.output.utf8))
        #expect(search.hits.count >= 2)
        for hit in search.hits {
          let ending = try bench.run("explain", hit.id, "veto OR speakers", "--format", "json")
          let explained = try reply(ending)
          #expect(ending.status == 0 && explained.level == level && explained.id == hit.id)
          #expect(explained.explanation == hit.explain && explained.explanation?.score == hit.score)
          #expect(explained.explanation?.parts.reduce(0) { $0 + $1.score } == hit.score)
        }
      }
    }
  }

  @Test func textSaysItInOneLineAndInFull() async throws {
    try await Bench.with { bench in
      let search = try bench.run("veto", "--explain")
      #expect(search.output.contains("× in ") && search.output.contains(" = veto "))
      let ending = try bench.run("explain", "2013-09-11-second#p2", "veto")
      #expect(ending.status == 0, "\(ending.errors)")
      #expect(ending.output.contains(" = veto ") && ending.output.contains("score  times  words"))
    }
  }

  @Test func exitCodesTellWhetherItMatches() async throws {
    try await Bench.with { bench in
      let absent = try bench.run("explain", "2013-09-11-second#p2", "veto", "interpreters")
      #expect(absent.status == 1 && absent.output.contains("interpreters (any form)  it does not stand here"))
      for (id, message) in [
        ("nowhere#p1", "there is no document \"nowhere\""),
        (
          "2013-09-11-second#p99", "there is no paragraph 99 in \"2013-09-11-second\", which has 3 paragraphs"
        ),
        ("2013-09-11-second#s99", "there is no statement 99"),
      ] {
        let ending = try bench.run("explain", id, "veto")
        #expect(ending.status == 1 && ending.output.isEmpty && ending.errors.contains(message), "\(ending)")
      }
      let nothing = try bench.run("explain", "2013-09-11-second#p2")
      #expect(nothing.status == 2 && nothing.errors.contains("found no query behind 2013-09-11-second#p2"))
      let word = try bench.run("explain", "veto")
      #expect(word.status == 2)
      #expect(word.errors.contains("such as: verbatim explain talk#p12 veto; or a query alone"))
      #expect(try bench.run("explain").errors.contains("found no id"))
    }
  }

  @Test func aPlanSaysHowItIsAnswered() async throws {
    try await Bench.with { bench in
      let plan = try bench.run("explain", "--plan", "veto")
      #expect(plan.status == 0 && plan.output.hasPrefix("veto (any form): "), "\(plan.errors)")
      let both = try bench.run("explain", "--plan", "2013-09-11-second#p2", "veto", "--format", "json")
      #expect(try reply(both).plan != nil && reply(both).explanation != nil)
      #expect(try bench.run("explain", "--plan", "zebra").status == 1)
      #expect(try bench.run("explain", "--plan").status == 2)
    }
  }
}
