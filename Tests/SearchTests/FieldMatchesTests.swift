import Indexing
import Query
import Segment
import TestSupport
import Testing

@testable import Search

/// What fields find by tables of their values, held to a look at every document.
struct FieldMatchesTests {
  static let words = [
    "Veto", "vetoes", "the", "Non-Member", "States", "US", "A/67/929", "Côte", "l'eau", "2013", "—",
  ]

  /// An index of documents with random values in all fields.
  static func index(_ generator: inout SeededGenerator, in folder: TemporaryFolder) throws -> Snapshot {
    func text(_ lengths: ClosedRange<Int>) -> String {
      (0..<Int.random(in: lengths, using: &generator)).map { _ in words.randomElement(using: &generator)! }
        .joined(separator: " ")
    }
    for number in 0..<40 {
      var lines = ["title: '\(text(0...4).replacing("'", with: "’"))'"]
      for field in ["kind", "language", "symbol"] where Bool.random(using: &generator) {
        lines.append("\(field): '\(text(1...3).replacing("'", with: "’"))'")
      }
      let speaker = ["France", "Chile", "Republic of Korea"].randomElement(using: &generator)!
      if Bool.random(using: &generator) { lines.append("speaker: \(speaker)") }
      if Bool.random(using: &generator) {
        lines.append("date: \(Int.random(in: 1990...1999, using: &generator))")
      }
      let sections = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        "# \(text(1...3))\n\n## \(text(1...2))\n\nThe veto stands here.\n\nAnd here, of France.\n\n"
      }
      let name =
        "\(["a", "b/c"].randomElement(using: &generator)!)/talk-\(number % 25)\(["", "-the"].randomElement(using: &generator)!)"
      try folder.write(
        "---\n\(lines.joined(separator: "\n"))\n---\n\nIt opens.\n\n\(sections.joined())",
        to: "corpus/\(name).md")
    }
    _ = try IndexBuilder(
      corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/index", threadCount: 1,
      segmentByteCount: [1, 2_000, 1 << 25].randomElement(using: &generator)!
    ).build()
    return try Snapshot(openingIndexAt: folder.path + "/index")
  }

  /// One that lies between two whose sections are neighbours in the index.
  @Test func aDocumentWithoutAParagraphHasNoSection() throws {
    let folder = try TemporaryFolder(inMemory: true)
    for (name, text) in [("a", "## Chapter\n"), ("b", ""), ("c", "## Chapter\n")] {
      try folder.write("---\ntitle: Document\n---\n\n\(text)", to: "corpus/\(name).md")
    }
    _ = try IndexBuilder(corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/index").build()
    let snapshot = try Snapshot(openingIndexAt: folder.path + "/index")
    var options = SearchOptions()
    options.level = .document
    let query = try #require(try QueryParser().parse("section:chapter").query)
    #expect(snapshot.statistics.documents.unitCount == 3)
    #expect(try snapshot.search(query, options).hits.map(\.id) == ["a", "c"])
  }

  private static func test(_ generator: inout SeededGenerator) throws -> DocumentTest? {
    let field = DocumentTest.Field.allCases.randomElement(using: &generator)!
    let count = Int.random(in: 1...2, using: &generator)
    var value = (0..<count).map { _ in words.randomElement(using: &generator)! }.joined(separator: " ")
    if field == .doc {
      value = ["talk-3", "a/talk-4", "b/c/talk-5", "talk", "c/talk-5-the"].randomElement(using: &generator)!
    }
    let isQuoted = Bool.random(using: &generator)
    let mark = isQuoted ? "" : ["", "*", "~1"].randomElement(using: &generator)!
    let text = isQuoted ? "\"\(value)\"" : value.split(separator: " ")[0] + mark
    let query = try QueryParser().parse("\(field.rawValue):\(text)").query
    if case .document(let test) = query { return test }
    return nil
  }

  @Test(arguments: 0..<6)
  func tablesFindWhatEveryDocumentSays(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder(inMemory: true)
    let snapshot = try Self.index(&generator, in: folder)
    var found = 0
    for _ in 0..<200 {
      guard let test = try Self.test(&generator) else { continue }
      for segment in snapshot.segments {
        var matcher = DocumentMatcher(test)
        var slow: [Int] = []
        if test.field == .section {
          for unit in 0..<segment.reader.unitCount
          where matcher.passes(
            headings: try segment.reader.headings(at: segment.reader.heading(ofUnit: unit)))
          {
            slow.append(unit)
          }
        } else {
          for index in 0..<segment.reader.documentCount
          where matcher.passes(try segment.reader.document(at: index)) {
            slow.append(index)
          }
        }
        let ranges = try segment.fields.ranges(for: test, in: segment.reader, SearchOptions())
        #expect(ranges.flatMap { Array($0) } == slow, "\(test)")
        #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        found += slow.count
      }
    }
    #expect(found > 300)
  }

  @Test(arguments: DocumentTest.Field.allCases)
  func aDeadlineThatHasPassedIsHeeded(field: DocumentTest.Field) throws {
    var generator = SeededGenerator(seed: 1)
    let folder = try TemporaryFolder(inMemory: true)
    let snapshot = try Self.index(&generator, in: folder)
    guard case .document(let test)? = try QueryParser().parse("\(field.rawValue):the").query else {
      Issue.record("no test of a document")
      return
    }
    var late = SearchOptions()
    late.deadline = .now
    let segment = snapshot.segments[0]
    #expect(throws: SearchError.deadlineExceeded) {
      try segment.fields.ranges(for: test, in: segment.reader, late)
    }
    // It leaves nothing, and what is known takes no time.
    let ranges = try segment.fields.ranges(for: test, in: segment.reader, SearchOptions())
    #expect(try segment.fields.ranges(for: test, in: segment.reader, late) == ranges)
  }
}
