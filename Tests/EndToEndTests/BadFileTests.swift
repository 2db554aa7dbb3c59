import Foundation
import Testing

/// Corpora and indexes with something wrong in them: the builder says which file and what to do, and ends with 2.
///
/// What a reader makes of each odd file is held in `CorpusTests`; here it is what a user gets to see.
@Suite(.serialized, .timeLimit(.minutes(3))) struct BadFileTests {
  private func build(_ bench: Bench, corpus: String = "corpus") throws -> Bench.Ending {
    try bench.start(["index", "build", "--corpus", corpus, "--index", "index"], program: "verbatimd").end()
  }

  private func link(_ path: String, to target: String, in bench: Bench) throws {
    try FileManager.default.createSymbolicLink(atPath: bench.folder + "/" + path, withDestinationPath: target)
  }

  /// One file that cannot become a document fails the whole build, and the index that stood stands.
  @Test(arguments: [
    (
      "corpus/bad.md", "/no/such/file", "bad.md: cannot be read: a link that cannot be followed: No such file"
    ),
    ("corpus/bad.txt", "bad.txt", "bad.txt: cannot be read: a link that cannot be followed: Too many levels"),
  ])
  func oneUnreadableFileFailsTheBuild(path: String, target: String, message: String) async throws {
    try await Bench.with { bench in
      #expect(try build(bench).status == 0)
      try link(path, to: target, in: bench)
      let failed = try build(bench)
      #expect(failed.status == 2 && failed.output.isEmpty)
      #expect(failed.errors.contains(message) && failed.errors.contains("take it out of the corpus"))
      #expect(try bench.run("count", "veto").output.hasPrefix("3"))
      try FileManager.default.removeItem(atPath: bench.folder + "/" + path)
      #expect(try build(bench).output.contains("was up to date"))
    }
  }

  @Test func bytesThatAreNotUTF8AreNamedWithTheirLine() async throws {
    try await Bench.with { bench in
      try Data("one\ntwo \u{FF}".unicodeScalars.map { UInt8($0.value) })
        .write(to: URL(fileURLWithPath: bench.folder + "/corpus/latin.txt"))
      let failed = try build(bench)
      #expect(failed.status == 2)
      #expect(failed.errors.contains("latin.txt:2: not UTF-8 at byte 8") && failed.errors.contains("iconv"))
    }
  }

  @Test func whatIsPassedOverIsSaid() async throws {
    try await Bench.with { bench in
      // SAFETY: the path is a C string for the time of the call.
      #expect(unsafe mkfifo(bench.folder + "/corpus/pipe.txt", 0o600) == 0)
      try bench.write("Outside.", to: "outside.md")
      try link("corpus/outside.md", to: bench.folder + "/outside.md", in: bench)
      try link("corpus/speeches", to: bench.folder, in: bench)
      let ending = try build(bench)
      #expect(ending.status == 0 && ending.output.contains("documents   3\n"))
      for name in ["pipe.txt", "outside.md", "speeches"] {
        #expect(ending.errors.contains("warning: \(name): "), "\(name): \(ending.errors)")
      }
    }
  }

  @Test func filesWithoutTextAreDocuments() async throws {
    try await Bench.with { bench in
      try FileManager.default.createDirectory(
        atPath: bench.folder + "/empty", withIntermediateDirectories: false)
      for name in ["a.md", "b.txt"] { try bench.write("", to: "empty/" + name) }
      let ending = try build(bench, corpus: "empty")
      #expect(ending.status == 0)
      #expect(ending.output.contains("documents   2\n") && ending.output.contains("paragraphs  0\n"))
      #expect(ending.errors.contains("a.md: no text found") && ending.errors.contains("b.txt: no text found"))
      let place = ["--corpus", "empty", "--index", "index"]
      let count = try bench.start(["count", "veto"] + place).end()
      #expect(count.status == 1 && count.output.hasPrefix("0"))
      #expect(try bench.start(["trend", "veto"] + place).end().status == 1)
      #expect(try bench.start(["stop"] + place).end().status == 0)
    }
  }

  @Test func aCorpusIsAFolderWithDocuments() async throws {
    try await Bench.with { bench in
      try FileManager.default.createDirectory(
        atPath: bench.folder + "/none", withIntermediateDirectories: false)
      try bench.write("A file.", to: "file.md")
      for (corpus, message) in [
        ("none", "/none: no source files found"), ("file.md", "/file.md: it is no folder"),
        ("nowhere", "/nowhere: there is no such folder"),
      ] {
        let failed = try build(bench, corpus: corpus)
        #expect(failed.status == 2 && failed.errors.contains(message), "\(failed.errors)")
        #expect(failed.errors.contains("--corpus"))
        #expect(!FileManager.default.fileExists(atPath: bench.folder + "/index"))
      }
    }
  }

  /// A hit of a file with such a name is one line all the same, and leads to it.
  @Test func namesMayHoldAnything() async throws {
    try await Bench.with { bench in
      let long = String(repeating: "n", count: 252) + ".md"
      for name in ["new\nline.md", "bell\u{7}.md", long] {
        try bench.write("The zebra is named.", to: "corpus/" + name)
      }
      let ending = try build(bench)
      #expect(ending.status == 0 && ending.output.contains("documents   6\n"))
      for line in ending.errors.split(separator: "\n") { #expect(line.hasPrefix("warning: ")) }
      let hits = try bench.run("search", "zebra", "--color", "never")
      #expect(hits.status == 0 && hits.output.contains(long + ":1:5"))
      #expect(hits.output.contains("corpus/new line.md:1:5") && !hits.output.contains("\u{7}"))
    }
  }

  @Test func idsThatCollideKeepTheirExtensions() async throws {
    try await Bench.with { bench in
      try bench.write("The zebra is one.", to: "corpus/same.md")
      try bench.write("The zebra is two.", to: "corpus/same.txt")
      let ending = try build(bench)
      #expect(ending.status == 0)
      for name in ["same.md", "same.txt"] {
        #expect(ending.errors.contains("warning: \(name): another file"))
      }
      let hits = try bench.run("search", "zebra", "--format", "json")
      #expect(hits.output.contains("\"same.md#p1\"") && hits.output.contains("\"same.txt#p1\""))
    }
  }

  @Test func anIndexInTheWayIsNotTouched() async throws {
    try await Bench.with { bench in
      try bench.write("mine", to: "index")
      let failed = try build(bench)
      #expect(failed.status == 2)
      #expect(failed.errors.contains("not an index of this program") && failed.errors.contains("--index"))
      #expect(try String(contentsOfFile: bench.folder + "/index", encoding: .utf8) == "mine")
    }
  }
}
