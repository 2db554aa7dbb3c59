import Foundation
import Testing

@testable import Corpus

struct CorpusReaderTests {
  /// A folder with `files`, removed when `body` is done.
  private func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("corpus-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, text) in files {
      let full = folder + "/" + path
      let parent = (full as NSString).deletingLastPathComponent
      try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: full))
    }
    try body(folder)
  }

  @Test func `lists sources by path bytes`() throws {
    let files = [
      "b.md": "x", "a/z.txt": "x", "a.txt": "x", "B.TXT": "x", ".hidden.md": "x", ".git/c.md": "x",
      "README.md": "x",
      "a/ReadMe.MD": "x", "a/é.md": "x", "notes.csv": "x",
    ]
    try withFolder(files) { folder in
      let reader = try CorpusReader(root: folder + "/../" + (folder as NSString).lastPathComponent)
      #expect(reader.sources.map(\.path) == ["B.TXT", "a.txt", "a/z.txt", "a/é.md", "b.md"])
      #expect(reader.sources.map(\.id) == ["B", "a", "a/z", "a/é", "b"])
      #expect(!reader.root.contains(".."))
      #expect(try reader.read(reader.sources[0]) == Array("x".utf8))
    }
  }

  @Test func `ids that collide keep their extensions`() throws {
    #expect(
      SourceIDs.assign(to: ["a.md", "a.md.txt", "a.txt", "b.md"]) == ["a.md", "a.md.txt", "a.txt", "b"])
    try withFolder(["a.md": "x", "a.txt": "x"]) { folder in
      let reader = try CorpusReader(root: folder)
      #expect(reader.warnings.count == 2)
    }
  }

  @Test func `ids are compared by their bytes`() {
    let paths = ["e\u{301}.md", "\u{E9}.md", "\u{E9}.txt"]
    #expect(paths[0] == paths[1])
    let ids = SourceIDs.assign(to: paths).map { Array($0.utf8) }
    #expect(ids == [Array("e\u{301}".utf8), Array("\u{E9}.md".utf8), Array("\u{E9}.txt".utf8)])
  }

  @Test func `links are not followed out of the corpus or in circles`() throws {
    try withFolder(["in/a.md": "x", "out/b.md": "x"]) { folder in
      let manager = FileManager.default
      try manager.createSymbolicLink(atPath: folder + "/in/loop", withDestinationPath: folder + "/in")
      try manager.createSymbolicLink(atPath: folder + "/in/b.md", withDestinationPath: folder + "/out/b.md")
      try manager.createSymbolicLink(atPath: folder + "/in/c.md", withDestinationPath: folder + "/in/a.md")
      let reader = try CorpusReader(root: folder + "/in")
      #expect(reader.sources.map(\.path) == ["a.md", "c.md"])
      #expect(reader.warnings.map(\.path) == ["b.md"])
    }
  }

  @Test func `errors say what to do`() throws {
    #expect(throws: CorpusError.missingFolder(path: "/no/such/folder")) {
      try CorpusReader(root: "/no/such/folder")
    }
    try withFolder(["notes.csv": "x"]) { folder in
      #expect(throws: CorpusError.noSources(path: folder)) { try CorpusReader(root: folder) }
    }
    try withFolder(["a.md": "x"]) { folder in
      let reader = try CorpusReader(root: folder)
      try FileManager.default.removeItem(atPath: folder + "/a.md")
      let error = #expect(throws: CorpusError.self) { try reader.read(reader.sources[0]) }
      #expect(error?.description.hasPrefix("a.md: cannot be read: No such file") == true)
    }
  }

  @Test func `a file over the limit is refused before anything is read`() throws {
    try withFolder(["a.md": "x", "b.md": "y"]) { folder in
      let reader = try CorpusReader(root: folder)
      let size = SourceFile.byteCountLimit + 1
      let file = try #require(FileHandle(forWritingAtPath: folder + "/b.md"))
      // Without bytes on the disk.
      try file.truncate(atOffset: UInt64(size))
      try file.close()
      let error = CorpusError.tooLarge(path: "b.md", byteCount: size)
      #expect(throws: error) { try CorpusReader(root: folder) }
      #expect("\(error)".contains("b.md") && "\(error)".contains("268435456"))
      // One that has grown since the folder was listed.
      #expect(throws: error) { try reader.read(reader.sources[1]) }
    }
  }

  @Test func `many threads read at once`() async throws {
    let text = (1...40).map { prose("point \($0)") }.joined(separator: "\n\n")
    let one = try document(text)
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 { group.addTask { (try? document(text)) == one } }
      for await same in group { #expect(same) }
    }
  }
}
