import TestSupport
import Testing

/// SwiftPM lets a target import a module it does not declare if another target does; this table does not.
struct ImportTests {
  /// Who may import whom: our own rooms first, then packages and the system's modules.
  static let allowed: [String: Set<String>] = [
    "Text": [],
    "Corpus": ["Text", "Yams", "Foundation", "FoundationEssentials"],
    "Evaluation": ["Corpus", "Text"],
    "Importing": ["Corpus", "Text"],
    "Postings": [],
    "Segment": ["Postings", "Synchronization"],
    "Indexing": ["Corpus", "Text", "Postings", "Segment"],
    "Query": ["Text", "Synchronization"],
    "Search": ["Query", "Segment", "Postings", "Text", "Synchronization"],
    "Wire": ["Foundation", "FoundationEssentials"],
    "Daemon": [
      "Search", "Query", "Wire", "Corpus", "Indexing", "Segment", "Text", "NIOCore", "NIOPosix", "Logging",
      "ServiceLifecycle",
      "UnixSignals", "Synchronization", "Foundation", "FoundationEssentials",
    ],
    "Client": ["Wire", "Foundation", "FoundationEssentials"],
    "verbatim": ["Client", "Wire", "ArgumentParser"],
    "verbatimd": [
      "Daemon", "Evaluation", "Importing", "Indexing", "Corpus", "Segment", "Wire", "ArgumentParser",
      "Logging",
      "ServiceLifecycle", "UnixSignals",
    ],
    "Benchmarks": [
      "Search", "Query", "Indexing", "Corpus", "Segment", "Postings", "Text", "Daemon", "Wire",
      "ArgumentParser",
      "NIOCore",
      "NIOPosix", "Foundation",
    ],
  ]

  /// The sources of every room, by path.
  private static func sources() throws -> [String: String] {
    try Repository.swiftFiles(below: "Sources").merging(Repository.swiftFiles(below: "Benchmarks")) {
      one, _ in one
    }
  }

  /// `Text` of `Sources/Text/Token.swift`, `Benchmarks` of what lies there.
  private static func room(of path: String) -> String {
    let names = path.split(separator: "/")
    return String(names[0] == "Sources" ? names[1] : names[0])
  }

  /// The C library, whichever it is.
  static let system: Set<String> = ["Glibc", "Musl", "Darwin"]

  /// Modules imported by a file: `package import struct A.B` imports `A`.
  static func imports(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      var words = line.split(whereSeparator: { $0 == " " })[...]
      while let word = words.first,
        word.hasPrefix("@") || ["public", "package", "internal", "private"].contains(word)
      {
        words.removeFirst()
      }
      guard words.first == "import" else { return nil }
      words.removeFirst()
      if let kind = words.first,
        ["struct", "class", "enum", "protocol", "func", "var", "typealias"].contains(kind)
      {
        words.removeFirst()
      }
      return words.first.map { String($0.prefix { $0 != "." && $0 != ";" }) }
    }
  }

  @Test func everyImportIsInTheTable() throws {
    let files = try Self.sources()
    #expect(files.count > Self.allowed.count)
    for (path, source) in files {
      let room = Self.room(of: path)
      let allowed = try #require(Self.allowed[room], "\(path): no such room in the table")
      for module in Self.imports(in: source) where !Self.system.contains(module) {
        #expect(allowed.contains(module), "\(path) imports \(module), which \(room) may not")
      }
    }
  }

  @Test func everyRoomHasSources() throws {
    let rooms = Set(try Self.sources().keys.map(Self.room))
    for room in Self.allowed.keys { #expect(rooms.contains(room), "\(room) is empty") }
  }

  @Test(arguments: [
    ("import A", ["A"]), ("package import A", ["A"]), ("@testable import A.B", ["A"]),
    ("internal import struct A.B\nlet x = 1\nprivate import C", ["A", "C"]), ("  import A  // why", ["A"]),
    ("// import A\nlet important = 1", []),
  ])
  func importsAreRead(source: String, modules: [String]) {
    #expect(Self.imports(in: source) == modules)
  }
}
