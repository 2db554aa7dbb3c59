import Foundation
import Testing
import Wire

/// What is said again in nearly the same words, once.
@Suite(.serialized, .timeLimit(.minutes(3))) struct CollapseTests {
  @Test func theFirstIsShownWithWhereElseItIsSaid() async throws {
    try await Bench.with { bench in
      for year in 2009...2018 {
        let end = year % 2 == 0 ? "." : " again."
        let text = "We ask all of them to hold back the zebra where so many are in danger of being trampled"
        try bench.write("---\ndate: \(year)\n---\n\n\(text)\(end)\n", to: "corpus/zebra-\(year).md")
      }
      try bench.write("A zebra alone.\n", to: "corpus/zebra.txt")
      let text = try bench.run("zebra", "--collapse", "--sort", "date")
      #expect(text.status == 0, "\(text.errors)")
      #expect(text.output.contains("said in 10 documents, 2009–2018"), "\(text.output)")
      #expect(text.errors.contains("11 paragraphs in 2 groups"), "\(text.errors)")
      #expect(text.output.contains("zebra-2009#p1") && !text.output.contains("zebra-2010#p1"))

      let page = try bench.run(
        "zebra", "--collapse", "--sort", "date", "--limit", "1", "--format", "json")
      #expect(page.errors.contains("1 of 2 shown, 11 paragraphs in 2 groups"), "\(page.errors)")
      let reply = try JSONDecoder().decode(SearchReply.self, from: Data(page.output.utf8))
      #expect(reply.total == 11 && reply.groups == 2 && reply.hits.map(\.id) == ["zebra-2009#p1"])
      #expect(
        reply.hits[0].said
          == SaidMessage(
            paragraphs: 10, documents: 10, from: "2009", to: "2018",
            others: (2010...2018).map { "zebra-\($0)#p1" }))
      let next = try bench.run(
        "zebra", "--collapse", "--sort", "date", "--format", "jsonl", "--cursor",
        try #require(reply.cursor))
      let lines = next.output.split(separator: "\n")
      #expect(lines.count == 2 && lines[0].contains("zebra#p1") && lines[1].contains("\"groups\":2"))

      let refused = try bench.run("zebra", "--collapse", "--level", "document")
      #expect(refused.status == 2 && refused.errors.contains("expected paragraph"), "\(refused.errors)")
      #expect(try bench.run("zebra", "--collapse", "--rank", "best").output.contains("said in 10 documents"))
    }
  }
}
