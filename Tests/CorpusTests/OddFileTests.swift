import Foundation
import TestSupport
import Testing

@testable import Corpus

/// Files that are not plain readable ones: what is named as a source becomes a document, or is spoken of.
struct OddFileTests {
  /// What a reader of `folder` lists, and what it warns about.
  private func listing(_ folder: TemporaryFolder) throws -> (paths: [String], warnings: [Warning]) {
    let reader = try CorpusReader(root: folder.path)
    return (reader.sources.map(\.path), reader.warnings)
  }

  /// The message of the error that listing `folder` throws.
  private func refusal(_ folder: TemporaryFolder) -> String {
    let error = #expect(throws: CorpusError.self) { try CorpusReader(root: folder.path) }
    return error?.description ?? ""
  }

  private func link(_ path: String, to target: String, in folder: TemporaryFolder) throws {
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/" + path, withDestinationPath: target)
  }

  /// A folder with one good document.
  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("Something was said.", to: "a.md")
    return folder
  }

  @Test(arguments: [("nowhere", "No such file"), ("b.md", "symbolic links")])
  func `a link that leads nowhere stops the build`(target: String, reason: String) throws {
    let folder = try folder()
    try link("b.md", to: target, in: folder)
    let message = refusal(folder)
    #expect(message.hasPrefix("b.md: cannot be read: ") && message.contains(reason), "\(message)")
  }

  @Test(arguments: ["corpus.yaml", "speakers.yaml"], ["nowhere", "b.yaml"])
  func `settings behind a link that leads nowhere stop the build`(name: String, target: String) throws {
    let folder = try folder()
    try link(name, to: target, in: folder)
    try link("b.yaml", to: name, in: folder)
    #expect(refusal(folder).hasPrefix("\(name): cannot be read: "))
  }

  @Test func `settings that are too large are told their own limit`() throws {
    let folder = try folder()
    try folder.write(String(repeating: "#", count: 1 << 20 + 1), to: "corpus.yaml")
    #expect(refusal(folder).contains("at most 1048576 (1 MiB) expected"))
  }

  @Test func `links of other names may lead anywhere`() throws {
    let folder = try folder()
    try link("b.csv", to: "nowhere", in: folder)
    try link("notes", to: "notes", in: folder)
    try link("self", to: ".", in: folder)
    let found = try listing(folder)
    #expect(found.paths == ["a.md"] && found.warnings.isEmpty, "\(found)")
  }

  @Test func `links out of the corpus are named`() throws {
    let (folder, other) = (try folder(), try folder())
    try link("b.md", to: other.path + "/a.md", in: folder)
    try link("speeches", to: other.path, in: folder)
    try link("tty.txt", to: "/dev/null", in: folder)
    let found = try listing(folder)
    #expect(found.paths == ["a.md"])
    #expect(found.warnings.map(\.path) == ["b.md", "speeches", "tty.txt"])
  }

  @Test(.timeLimit(.minutes(1))) func `a FIFO is passed over aloud and never waited for`() throws {
    let folder = try folder()
    // SAFETY: the path is a C string for the time of the call.
    #expect(unsafe mkfifo(folder.path + "/b.txt", 0o600) == 0)
    let found = try listing(folder)
    #expect(found.paths == ["a.md"] && found.warnings.map(\.path) == ["b.txt"])
    // As if it had come in a file's place after the listing.
    let reader = try CorpusReader(root: folder.path)
    let error = #expect(throws: CorpusError.self) {
      try reader.read(SourceFile(path: "b.txt", id: "b", byteCount: 1))
    }
    #expect(error?.description.hasPrefix("b.txt: cannot be read: it is not a regular file") == true)
  }

  @Test func `a folder with the name of a file is a folder`() throws {
    let folder = try folder()
    try folder.write("x", to: "b.md/c.txt")
    let found = try listing(folder)
    #expect(found.paths == ["a.md", "b.md/c.txt"] && found.warnings.isEmpty)
  }

  @Test func `a file is no corpus`() throws {
    let folder = try folder()
    #expect(throws: CorpusError.notAFolder(path: folder.path + "/a.md")) {
      try CorpusReader(root: folder.path + "/a.md")
    }
    #expect(throws: CorpusError.missingFolder(path: folder.path + "/a.md/b")) {
      try CorpusReader(root: folder.path + "/a.md/b")
    }
  }

  @Test func `names may hold anything that is UTF-8`() throws {
    let folder = try folder()
    let names = ["new\nline.md", "\u{1B}[31mred.md", "'\"\\.txt", String(repeating: "n", count: 252) + ".md"]
    for name in names { try folder.write("Said in \(name.utf8.count).", to: name) }
    let reader = try CorpusReader(root: folder.path)
    #expect(Set(reader.sources.map(\.path)) == Set(names + ["a.md"]) && reader.warnings.isEmpty)
    for source in reader.sources {
      let document = try reader.documents(in: try reader.read(source), of: source)[0]
      #expect(document.paragraphs.count == 1 && document.path == source.path)
    }
  }

  @Test func `an empty file is a document without paragraphs`() throws {
    let folder = try folder()
    for name in ["empty.md", "empty.txt"] {
      try folder.write("", to: name)
      let reader = try CorpusReader(root: folder.path)
      let source = try #require(reader.sources.first { $0.path == name })
      let document = try reader.documents(in: try reader.read(source), of: source)[0]
      #expect(document.paragraphs.isEmpty)
      #expect(document.warnings.contains { $0.path == name && $0.message == "no text found" })
    }
  }

  #if os(Linux)
    /// A name may be any bytes on Linux. One that is no source is passed over as any other.
    @Test func `a source whose name is not UTF-8 stops the build`() throws {
      let folder = try folder()
      try make("note\u{FF}.csv", in: folder)
      #expect(try listing(folder).paths == ["a.md"])
      try make("C\u{F4}te.md", in: folder)
      let message = refusal(folder)
      #expect(
        message.hasPrefix("C\\xF4te.md: the name is not UTF-8") && message.contains("Rename"), "\(message)")
    }

    @Test func `a folder whose name is not UTF-8 stops the build`() throws {
      let folder = try folder()
      // SAFETY: the bytes end with a zero and outlive the call.
      #expect(unsafe mkdir(Self.latin1("\(folder.path)/C\u{F4}te"), 0o700) == 0)
      #expect(refusal(folder).hasPrefix("C\\xF4te: the name is not UTF-8"))
    }

    /// The text in ISO 8859-1, and a zero.
    private static func latin1(_ text: String) -> [CChar] {
      text.unicodeScalars.map { CChar(bitPattern: UInt8($0.value)) } + [0]
    }

    private func make(_ name: String, in folder: TemporaryFolder) throws {
      // SAFETY: the bytes end with a zero and outlive the call.
      let descriptor = unsafe open(Self.latin1(folder.path + "/" + name), O_CREAT | O_WRONLY, 0o600)
      try #require(descriptor >= 0)
      close(descriptor)
    }
  #endif
}

/// What permissions refuse; root is refused nothing.
@Suite(
  .enabled(if: getuid() != 0, "root may read everything; Tests/Reliability/permissions.py is somebody else"))
struct PermissionTests {
  @Test(arguments: [("b.md", "b.md"), ("c", "c"), ("d", "d/e.md"), (".", "")])
  func `what cannot be read stops the build`(path: String, named: String) throws {
    let folder = try TemporaryFolder()
    for name in ["a.md", "b.md", "c/a.md", "d/e.md"] { try folder.write("Something was said.", to: name) }
    // A folder without the right to search still lists its names.
    let mode: mode_t = path == "d" ? 0o400 : 0
    // SAFETY: the path is a C string for the time of the calls.
    #expect(unsafe chmod(folder.path + "/" + path, mode) == 0)
    defer { _ = unsafe chmod(folder.path + "/" + path, 0o700) }
    let error = #expect(throws: CorpusError.self) {
      let reader = try CorpusReader(root: folder.path)
      for source in reader.sources { _ = try reader.read(source) }
    }
    let expected = (named.isEmpty ? folder.path : named) + ": cannot be read: Permission denied"
    #expect(error?.description.hasPrefix(expected) == true, "\(error?.description ?? "")")
  }
}
