import Foundation
import Testing
import Wire

/// Citations of what a search has found.
@Suite(.serialized, .timeLimit(.minutes(3))) struct CitationTests {
  @Test func citesInTheOrderAsked() async throws {
    try await Bench.with { bench in
      let ids = ["2013-09-11-second#p2", "2009-07-23-first", "2009-07-23-first#p3"]
      let notes = try bench.start(["cite"] + ids).end()
      #expect(notes.status == 0, "\(notes.errors)")
      let lines = notes.output.split(separator: "\n").map(String.init)
      #expect(lines.count == 3 && lines[1] == "“First dialogue”, 23 July 2009, 2009-07-23-first")
      #expect(lines[0].hasPrefix("“Second dialogue”, 11 September 2013, para. 2, 2013-09-11-second#p2@"))
      #expect(lines[2].contains(", para. 3, 2009-07-23-first#p3@"))
      // What a footnote ends with is what get prints, and takes.
      let id = try #require(lines[0].split(separator: " ").last.map(String.init))
      let got = try bench.run("get", id)
      #expect(got.errors.isEmpty && got.output.contains(id))

      let markdown = try bench.run("cite", ids[0], "--style", "markdown")
      #expect(markdown.output.hasPrefix("> Several speakers hoped that vetoes"))
      #expect(markdown.output.hasSuffix("\n\n— \(lines[0])\n"))
      let entries = try bench.run("cite", ids[0], ids[0], ids[1], "--style", "bibtex").output
      #expect(
        entries.split(separator: "@misc{").count == 2 && entries.contains("@misc{2013-09-11-second:p2,\n"))
      let csl = try bench.run("cite", ids[0], ids[1], "--style", "csl-json").output
      let items = try #require(JSONSerialization.jsonObject(with: Data(csl.utf8)) as? [[String: Any]])
      #expect(items.map { $0["id"] as? String } == [ids[0], ids[1]])
    }
  }

  @Test func saysWhatIsNotAsItWasCitedOrNotThere() async throws {
    try await Bench.with { bench in
      let changed = try bench.run("cite", "2009-07-23-first#p2@ffffff")
      #expect(changed.status == 0 && changed.output.contains("2009-07-23-first#p2@"))
      #expect(
        changed.errors.contains("the text has changed since it was cited as 2009-07-23-first#p2@ffffff"))
      let some = try bench.run(
        "cite", "nowhere", "2009-07-23-first#s9", "2009-07-23-first", "2009-07-23-first#p99")
      #expect(some.status == 1 && some.output.split(separator: "\n").count == 1)
      #expect(some.errors.contains("not found: there is no document \"nowhere\" in this index"))
      #expect(some.errors.contains("not found: there is no statement 2009-07-23-first#s9"))
      let none = try bench.run("cite", "nowhere#p1", "--style", "csl-json")
      #expect(none.status == 1 && none.output.filter { !$0.isWhitespace } == "[]")
      #expect(try bench.run("cite", "nowhere#p1").output.isEmpty)
      let json = try bench.run("cite", "2009-07-23-first", "nowhere", "--format", "json")
      let reply = try JSONDecoder().decode(CiteReply.self, from: Data(json.output.utf8))
      #expect(reply.items.map { $0.citation?.id } == ["2009-07-23-first", nil] && reply.style == "footnote")
      #expect(try bench.run("cite").status == 2)
      let style = try bench.run("cite", "x", "--style", "apa")
      #expect(style.status == 2 && style.errors.contains("'footnote', 'markdown', 'bibtex' or 'csl-json'"))
    }
  }
}
