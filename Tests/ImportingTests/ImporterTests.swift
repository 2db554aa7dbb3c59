import Corpus
import Foundation
import TestSupport
import Testing
import Text

@testable import Importing

/// From a file to a document of a corpus.
struct ImporterTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/corpus", withIntermediateDirectories: false)
  }

  private static let page = """
    <!DOCTYPE html><html lang=en><head><title>On prevention</title><meta name="date" content="2013-09-11">
    <style>p { color: red }</style></head><body><nav>Home</nav><main><h1>On prevention</h1><h2>Focal points</h2>
    <p>Each state was invited to name a <a href="x">focal point</a>.</p><ul><li>One</ul></main></body></html>
    """

  private func importer(_ options: Importer.Options = .init(), searchPath: String? = "/usr/bin:/bin") throws
    -> Importer
  {
    try Importer(corpus: folder.path + "/corpus", options: options, searchPath: searchPath)
  }

  private func written(_ name: String) throws -> String {
    String(decoding: try folder.read("corpus/" + name), as: UTF8.self)
  }

  @Test func aPageBecomesADocument() throws {
    let path = try folder.write(Self.page, to: "A page (1).html")
    var importer = try importer()
    let report = try importer.add(path)
    #expect(report.path == folder.path + "/corpus/A-page-1.md")
    #expect(report.summary == "2 paragraphs, 1 heading; left out: nav 1, style 1" && report.warnings == [])
    #expect(
      try written("A-page-1.md") == """
        ---
        title: "On prevention"
        date: 2013-09-11
        language: "en"
        source: "A page (1).html"
        ---

        ## Focal points

        Each state was invited to name a focal point.

        - One

        """)
    #expect(try folder.names(in: "corpus") == ["A-page-1.md"])
  }

  @Test func whatIsGivenIsStrongest() throws {
    let path = try folder.write(Self.page, to: "a.html")
    var options = Importer.Options()
    options.name = "talk"
    options.facts.title = "Another"
    options.facts.date = DateInterval("2014-01")
    options.facts.speakers = ["France", "Chile"]
    var importer = try importer(options)
    #expect(try importer.add(path).path.hasSuffix("/talk.md"))
    let text = try written("talk.md")
    #expect(
      text.hasPrefix("---\ntitle: \"Another\"\ndate: 2014-01\n")
        && text.contains("speaker:\n  - \"France\"\n  - \"Chile\"\n"))
    #expect(text.contains("# On prevention\n"))
  }

  @Test func nothingIsReplacedUnasked() throws {
    let path = try folder.write(Self.page, to: "a.html")
    var first = try importer()
    #expect(try !first.add(path).wasUpToDate)
    var second = try importer()
    #expect(try second.add(path).summary.hasPrefix("up to date: "))
    try folder.write("Mine.", to: "corpus/a.md")
    var third = try importer()
    #expect(throws: ImportError.differs(path: folder.path + "/corpus/a.md")) { try third.add(path) }
    #expect(try written("a.md") == "Mine.")
    var options = Importer.Options()
    options.replaces = true
    var fourth = try importer(options)
    #expect(try !fourth.add(path).wasUpToDate)
    #expect(try written("a.md").contains("focal point"))
    #expect(try folder.names(in: "corpus") == ["a.md"])
  }

  @Test func twoFilesOfANameAreOneTooMany() throws {
    let paths = [try folder.write(Self.page, to: "x/a.html"), try folder.write(Self.page, to: "y/a.html")]
    var importer = try importer()
    _ = try importer.add(paths[0])
    #expect(throws: ImportError.writtenBefore(path: folder.path + "/corpus/a.md", by: paths[0])) {
      try importer.add(paths[1])
    }
  }

  @Test func nothingLeavesTheCorpus() throws {
    let path = try folder.write(Self.page, to: "a.html")
    for name in [
      "../a", "b/c", "", ".", "..", ".hidden", "README", "a\nb", String(repeating: "a", count: 201),
    ] {
      var options = Importer.Options()
      options.name = name
      options.replaces = true
      var importer = try importer(options)
      #expect(throws: ImportError.self, "\(name)") { try importer.add(path) }
    }
    try folder.write("Out of it.", to: "out.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/corpus/a.md", withDestinationPath: "../out.md")
    var options = Importer.Options()
    options.replaces = true
    var importer = try importer(options)
    #expect(throws: ImportError.notAFile(path: folder.path + "/corpus/a.md")) { try importer.add(path) }
    #expect(try folder.read("out.md") == Array("Out of it.".utf8))
  }

  @Test(arguments: [
    ("a/b c.html", "b-c"), ("--x--.html", "x"), ("Ünï côdé.html", "Ünï-côdé"), ("a.b.html", "a.b"),
    ("2013-09-11 talk.pdf", "2013-09-11-talk"),
    (".html", "html"), ("a\u{1B}[31m.txt", "a-31m"), ("noext", "noext"),
  ])
  func namesAreMadeSafe(path: String, name: String) throws {
    #expect(try DocumentName.of(path: path) == name)
  }

  @Test func filesThatAreNoneAreRefused() throws {
    var importer = try importer()
    #expect(throws: ImportError.self) { try importer.add(folder.path + "/missing.html") }
    #expect(throws: ImportError.unreadable(reason: "it is not a regular file")) {
      try importer.add(folder.path)
    }
    let fifo = folder.path + "/fifo.html"
    // SAFETY: the path is lent to the call as a string that ends with zero.
    #expect(unsafe mkfifo(fifo, 0o600) == 0)
    #expect(throws: ImportError.unreadable(reason: "it is not a regular file")) { try importer.add(fifo) }
    for (name, error) in [("a.md", ImportError.markdown), ("a.docx", .unknownType)] {
      let path = try folder.write("text", to: name)
      #expect(throws: error) { try importer.add(path) }
    }
    let empty = try folder.write("<script>x</script>", to: "empty.html")
    #expect { try importer.add(empty) } throws: { "\($0)".contains("no text found") }
    let handle = try #require(FileHandle(forWritingAtPath: try folder.write("", to: "large.txt")))
    try handle.truncate(atOffset: UInt64(SourceFile.byteCountLimit) + 1)
    #expect(throws: ImportError.tooLarge) { try importer.add(folder.path + "/large.txt") }
    #expect(try folder.names(in: "corpus") == [])
  }

  @Test func aFolderMustBeThere() throws {
    #expect { try Importer(corpus: folder.path + "/none", options: .init(), searchPath: nil) } throws: {
      "\($0)".contains("mkdir")
    }
  }

  @Test func theDateIsWarnedOf() throws {
    let undated = try folder.write("<p>Some words.", to: "a.html")
    let dated = try folder.write(
      "<title>A talk</title><h1>A talk</h1><h2>11 September 2013</h2><p>Some words.", to: "b.html")
    var importer = try importer()
    #expect(try importer.add(undated).warnings.first?.contains("--date") == true)
    #expect(try importer.add(dated).warnings == [])
  }

  @Test func textIsRepaired() throws {
    let path = try folder.write(
      """
      The Responsibility to Protect

      11 September 2013

      1. Introduction

      The General Assembly met to speak of prevention, and many delegations asked what their
      own focal points could do.

      - One
      - Two

      """, to: "talk.txt")
    var importer = try importer()
    let report = try importer.add(path)
    #expect(report.warnings == [], "\(report)")
    let text = try written("talk.md")
    #expect(text.hasPrefix("---\ntitle: \"The Responsibility to Protect\"\ndate: 2013-09-11\n"), "\(text)")
    #expect(
      text.contains(
        "\nThe General Assembly met to speak of prevention, and many delegations asked what their own focal points could do.\n"
      ))
    #expect(text.contains("\n- One\n\n- Two\n"))
  }
}
