import Foundation
import Testing

/// `verbatim import`, from a page to an answer.
struct ImportCommandTests {
  private static let page = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta http-equiv="Content-Type" content="text/html; charset=utf-8">
    <title>Notes of a seminar &mdash; on restraint</title>
    <meta name="dcterms.issued" content="2014-03-18">
    <script>document.write("<p>A paragraph that no reader sees.</p>");</script>
    </head>
    <body>
    <nav><a href="/">Home</a></nav>
    <main>
    <h1>Notes of a seminar &mdash; on restraint</h1>
    <h2>What was asked</h2>
    <p>Two speakers called for a <em>sober&nbsp;pause</em> before
    any vote, and one for none.</p>
    </main>
    </body>
    </html>
    """

  private struct Answer: Decodable {
    struct Hit: Decodable {
      struct Document: Decodable {
        var title: String
        var date: String?
      }

      struct Source: Decodable {
        var path: String
        var line: Int
      }

      var id: String
      var text: String
      var section: [String]
      var document: Document
      var source: Source
    }

    var total: Int
    var hits: [Hit]
  }

  @Test func aPageIsFoundByItsWords() async throws {
    try await Bench.with { bench in
      try bench.write(Self.page, to: "A seminar.html")
      let imported = try bench.run("import", "A seminar.html")
      #expect(imported.status == 0 && imported.errors.isEmpty, "\(imported)")
      #expect(
        imported.output
          == "A seminar.html -> corpus/A-seminar.md (1 paragraph, 1 heading; left out: nav 1, script 1)\n")
      #expect(try bench.run("index", "build").status == 0)
      let ending = try bench.run("search", "\"sober pause\"", "--format", "json", "--local")
      let answer = try JSONDecoder().decode(Answer.self, from: Data(ending.output.utf8))
      let hit = try #require(answer.hits.first)
      #expect(answer.total == 1 && hit.id == "A-seminar#p2" && hit.section == ["What was asked"])
      #expect(hit.text == "Two speakers called for a sober pause before any vote, and one for none.")
      #expect(hit.document.title == "Notes of a seminar — on restraint" && hit.document.date == "2014-03-18")
      #expect(hit.source.line == 10)
      #expect(try bench.run("count", "reader sees", "--local").status == 1)
    }
  }

  @Test func eachFileIsReportedAndAnErrorStopsNone() async throws {
    try await Bench.with { bench in
      try bench.write(Self.page, to: "a.html")
      try bench.write("<meta charset=koi8-r><p>b", to: "b.html")
      try bench.write("Some words of a note.\n", to: "c.txt")
      let all = ["a.html", "b.html", "missing.pdf", "c.txt"]
      let ending = try bench.start(["import", "--kind=note"] + all).end()
      #expect(ending.status == 2)
      #expect(ending.output.split(separator: "\n").map { $0.prefix(6) } == ["a.html", "c.txt "])
      #expect(ending.errors.contains("b.html: it says that it is koi8-r"))
      #expect(
        ending.errors.contains("missing.pdf: cannot be read")
          && ending.errors.contains("warning: c.txt: no date"))
      let text = try String(contentsOfFile: bench.folder + "/corpus/c.md", encoding: .utf8)
      #expect(text == "---\nkind: \"note\"\nsource: \"c.txt\"\n---\n\nSome words of a note.\n")

      let again = try bench.run("import", "a.html")
      #expect(again.status == 2 && again.errors.contains("--force") && again.output.isEmpty)
      let same = try bench.run("import", "a.html", "--kind", "note")
      #expect(same.status == 0 && same.output.contains("(up to date: 1 paragraph"))
      #expect(try bench.run("import", "a.html", "--force").status == 0)
    }
  }

  @Test func usageIsChecked() async throws {
    try await Bench.with { bench in
      try bench.write(Self.page, to: "-a.html")
      for arguments in [
        ["import"], ["import", "a.html", "b.html", "--name", "x"],
        ["import", "a.html", "b.html", "--title", "x"],
        ["import", "--", "-a.html", "--date"],
      ] {
        #expect(try bench.start(arguments).end().status == 2, "\(arguments)")
      }
      let date = try bench.run("import", "--date", "soon", "--", "-a.html")
      #expect(
        date.status == 2 && date.errors.contains("\"soon\" is no date") && date.errors.contains("YYYY-MM"))
      let folder = try bench.run("import", "--corpus", "none", "--", "-a.html")
      #expect(folder.status == 2 && folder.errors.contains("mkdir"))
      let ending = try bench.start(["import", "--corpus=corpus", "--", "-a.html"]).end()
      #expect(ending.status == 0 && ending.output.hasPrefix("-a.html -> corpus/a.md ("))
    }
  }

  /// Without the program there is an error that names it, on any machine.
  @Test func aPDFNeedsItsProgram() async throws {
    try await Bench.with { bench in
      try bench.write("%PDF-1.4", to: "a.pdf")
      let ending = try bench.run("import", "a.pdf", environment: ["PATH": bench.folder])
      #expect(ending.status == 2 && ending.errors.contains("poppler-utils") && ending.output.isEmpty)
    }
  }
}
