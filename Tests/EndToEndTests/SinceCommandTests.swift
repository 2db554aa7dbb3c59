import Foundation
import Testing

/// `--since` and `index diff`, as people use them.
@Suite(.serialized, .timeLimit(.minutes(3))) struct SinceCommandTests {
  private struct Look: Decodable {
    struct Hit: Decodable { var id: String }
    var generation: String
    var interpreted: String
    var total: Int
    var hits: [Hit]
  }

  private struct Difference: Decodable {
    struct Document: Decodable, Equatable {
      var id: String
      var change: String
      var paragraphsAdded: Int
      var paragraphsRemoved: Int
    }

    var generation, since: String
    var documents: [Document]
  }

  private func look(_ bench: Bench, _ arguments: String...) throws -> Look {
    let ending = try bench.start(arguments + ["--format", "json"]).end()
    return try JSONDecoder().decode(Look.self, from: Data(ending.output.utf8))
  }

  @Test func whatIsNewIsFoundFromOneLookToTheNext() async throws {
    try await Bench.with { bench in
      let first = try look(bench, "veto")
      #expect(first.total > 0)
      // The present generation lacks nothing.
      let nothing = try bench.run("veto", "--since", first.generation)
      #expect(nothing.status == 1 && nothing.output.isEmpty)
      #expect(
        nothing.errors.contains("no hits for veto (any form) AND new since \(first.generation.prefix(12))"))

      try bench.write(
        "The veto was named in a note that came later.\n\nA word on other things.\n", to: "corpus/note.md")
      let source = bench.folder + "/corpus/2013-09-11-second.md"
      let text = try String(contentsOfFile: source, encoding: .utf8)
      try bench.write(
        text + "\nOne more line on the veto was added at the end.\n", to: "corpus/2013-09-11-second.md")
      try FileManager.default.removeItem(atPath: bench.folder + "/corpus/2013-10-02-third.md")
      #expect(try bench.run("index", "build").status == 0)

      let name = String(first.generation.prefix(8))
      let second = try look(bench, "veto", "--since", name, "--sort", "date")
      #expect(second.hits.map(\.id) == ["2013-09-11-second#p4", "note#p1"])
      #expect(second.generation != first.generation && second.total == 2)
      #expect(try bench.run("count", "veto", "--since", name).output == "2\n")
      // Without words all that is new; in a child as from the daemon.
      let all = try look(bench, "search", "--since", name, "--local")
      #expect(all.hits.map(\.id) == ["2013-09-11-second#p4", "note#p1", "note#p2"])
      #expect(try look(bench, "veto", "--since", name, "--level", "document").total == 2)
      #expect(try bench.run("first", "veto", "--since", name).output.contains("One more line"))
      #expect(
        try bench.run("kwic", "veto", "--since", name, "--limit", "0").output.split(separator: "\n").count
          == 2)
      #expect(try bench.run("trend", "veto", "--since", name, "--format", "csv").output.contains("2013,1,1,"))
      #expect(try bench.run("facet", "document", "veto", "--since", name).output.contains("note"))

      let unknown = try bench.run("veto", "--since", "000000000000")
      #expect(unknown.status == 2 && unknown.output.isEmpty)
      #expect(
        unknown.errors.contains(
          "it knows 2, from \(first.generation) to the present one, \(second.generation)"))
      let malformed = try bench.run("veto", "--since", "soon")
      #expect(malformed.status == 2 && malformed.errors.contains("expected at least 6 hex digits"))
    }
  }

  @Test func aStaleIndexIsRefusedWhereItMustBeFresh() async throws {
    try await Bench.with { bench in
      for local in [[], ["--local"]] {
        #expect(try bench.start(["veto", "--require-fresh"] + local).end().status == 0)
        #expect(try bench.start(["count", "veto", "--require-fresh"] + local).end().status == 0)
      }
      try bench.write("The veto, once more.\n", to: "corpus/note.md")
      for arguments in [
        ["veto"], ["count", "veto"], ["kwic", "veto"], ["veto", "--local"], ["explain", "--plan", "veto"],
      ] {
        let stale = try bench.start(arguments + ["--require-fresh"]).end()
        #expect(stale.status == 3 && stale.output.isEmpty)
        #expect(stale.errors.contains("1 added (note.md)") && stale.errors.contains("verbatim index build"))
      }
      // What answers is what counts: the index that stands now was built behind the daemon's back.
      #expect(try bench.start(["index", "build"], program: "verbatimd").end().status == 0)
      let older = try bench.run("veto", "--require-fresh")
      #expect(older.status == 3 && older.errors.contains("verbatim reload"))
      #expect(try bench.run("reload").status == 0)
      #expect(try bench.run("veto", "--require-fresh").status == 0)
    }
  }

  @Test func diffNamesTheDocuments() async throws {
    try await Bench.with { bench in
      #expect(try bench.run("index", "diff").status == 2)
      #expect(try bench.run("index", "build").status == 0)
      let none = try bench.run("index", "diff")
      #expect(none.status == 2 && none.errors.contains("knows no generation before the present one"))
      let first = try look(bench, "veto").generation

      try bench.write("A note.\n\nWith two paragraphs.\n", to: "corpus/note.md")
      let source = bench.folder + "/corpus/2013-09-11-second.md"
      let text = try String(contentsOfFile: source, encoding: .utf8)
      try bench.write(
        text.replacingOccurrences(of: "named twice", with: "named thrice"), to: "corpus/2013-09-11-second.md")
      #expect(try bench.run("index", "build").status == 0)
      let diff = try bench.run("index", "diff")
      #expect(diff.status == 0)
      #expect(diff.output.contains("1 document added, 1 document changed; 3 paragraphs added, 1 removed\n"))
      #expect(diff.output.contains("changed  2013-09-11-second +1 -1\n"))
      #expect(diff.output.contains("added    note +2\n"))

      try FileManager.default.removeItem(atPath: bench.folder + "/corpus/note.md")
      #expect(try bench.run("index", "build").status == 0)
      let ending = try bench.run("index", "diff", String(first.prefix(6)), "--format", "json")
      let difference = try JSONDecoder().decode(Difference.self, from: Data(ending.output.utf8))
      #expect(difference.since == first)
      #expect(
        difference.documents == [
          Difference.Document(
            id: "2013-09-11-second", change: "changed", paragraphsAdded: 1, paragraphsRemoved: 1)
        ])
      #expect(try bench.run("index", "diff", difference.generation).output.contains(": no difference\n"))
      #expect(try bench.run("index", "diff", "zzzzzz").status == 2)
    }
  }

  /// A generation that can be named no more is missed by those who could name one.
  @Test func saysThatAHistoryEnds() async throws {
    try await Bench.with { bench in
      let warning =
        "warning: --since will know no generation before this one: the index that stood could not be read: "
      func build(_ text: String, afterDamage: Bool = false) throws -> String {
        if afterDamage {
          let segments = bench.folder + "/index/segments"
          for name in try FileManager.default.contentsOfDirectory(atPath: segments) {
            try FileManager.default.removeItem(atPath: segments + "/" + name)
          }
        }
        try bench.write("# A note (2014-01-01)\n\n" + text + "\n", to: "corpus/2014-01-01-note.md")
        let ending = try bench.run("index", "build")
        #expect(ending.status == 0, "\(ending.errors)")
        return ending.errors
      }
      _ = try build("One.")
      #expect(try !build("Two.", afterDamage: true).contains("--since"))
      #expect(try !build("Three.").contains("--since"))
      let errors = try build("Four.", afterDamage: true)
      #expect(errors.contains(warning) && !errors.contains("run 'verbatim index build'"), "\(errors)")
      #expect(try !build("Five.").contains("--since"))
    }
  }
}
