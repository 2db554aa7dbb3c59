import Corpus
import Foundation
import Segment
import TestSupport
import Testing

@testable import Indexing

/// Builds on several threads, of many groups and segments.
struct ParallelBuildTests {
  /// Speeches, reports with reported speech, a table, and a document that is larger than a group.
  private static func corpus() throws -> TemporaryFolder {
    let corpus = try TemporaryFolder()
    var generator = SeededGenerator(seed: 11)
    let words = ["veto", "vetoes", "vetoed", "state", "UN", "A/67/929", "well-being", "the", "of", "peace"]
    func sentence() -> String {
      let words = (0..<Int.random(in: 3...20, using: &generator)).map { _ in
        words.randomElement(using: &generator)!
      }
      let opening = ["We say", "France said that", "Kenya spoke of", "It is"].randomElement(
        using: &generator)!
      return "\(opening) \(words.joined(separator: " "))."
    }
    func text(_ count: Int) -> String {
      (0..<count).map { _ in sentence() + " " + sentence() }.joined(separator: "\n\n")
    }
    for number in 0..<40 {
      let form = ["form: speech\nspeaker: Kenya", "form: report"][number % 2]
      try corpus.write(
        "---\ntitle: \(number)\ndate: 2013-09-11\n\(form)\n---\n\n" + text(number % 7 * 3 + 1),
        to: "d/\(number).md")
    }
    try corpus.write(text(400), to: "large.txt")
    try corpus.write(
      "rules:\n  - files: \"*.csv\"\n    columns: {text: text, id: id, date: date}\n", to: "corpus.yaml")
    let rows = (0..<300).map { "\($0),\"\(sentence())\",2013" }
    try corpus.write((["id,text,date"] + rows).joined(separator: "\n"), to: "rows.csv")
    return corpus
  }

  @Test func theBytesDoNotDependOnThreads() throws {
    let corpus = try Self.corpus()
    for segmentByteCount in [8_000, 200 << 20] {
      var expected: [String: [UInt8]]?
      for threadCount in [1, 2, 3, 8] {
        let index = try TemporaryFolder()
        let report = try IndexBuilderTests.build(
          corpus, index, threadCount: threadCount, segmentByteCount: segmentByteCount, groupByteCount: 2_000)
        #expect(report.segmentCount == 1 || segmentByteCount < 200 << 20)
        #expect(report.segmentCount > 3 || segmentByteCount == 200 << 20)
        let files = try IndexBuilderTests.files(of: index)
        #expect(expected == nil || files == expected)
        expected = files
        #expect(try IndexDirectory(path: index.path).verify().isGood)
      }
    }
  }

  /// Groups only say what is done at once, and so do parts of one: here of a document each.
  @Test func theBytesDoNotDependOnGroups() throws {
    let corpus = try Self.corpus()
    let (one, many) = (try TemporaryFolder(), try TemporaryFolder())
    _ = try IndexBuilderTests.build(corpus, one, groupByteCount: 1 << 30)
    _ = try IndexBuilderTests.build(corpus, many, threadCount: 3, groupByteCount: 1)
    #expect(try IndexBuilderTests.files(of: one) == IndexBuilderTests.files(of: many))
  }

  /// The other segments are the files that they were, not ones like them.
  @Test func anEditRemakesTheSegmentThatHoldsIt() throws {
    let (corpus, index) = (try Self.corpus(), try TemporaryFolder())
    func files() throws -> Set<Int> {
      _ = try IndexBuilderTests.build(corpus, index, segmentByteCount: 8_000, groupByteCount: 2_000)
      return Set(
        try index.names(in: "segments").map { name in
          let attributes = try FileManager.default.attributesOfItem(
            atPath: index.path + "/segments/" + name)
          return try #require(attributes[.systemFileNumber] as? Int)
        })
    }
    var before = try files()
    #expect(before.count > 3)
    for name in ["d/7.md", "large.txt", "rows.csv"] {
      var bytes = try corpus.read(name)
      // A letter for another.
      bytes[bytes.lastIndex(of: UInt8(ascii: "v"))!] = UInt8(ascii: "w")
      try corpus.write(bytes, to: name)
      let after = try files()
      #expect(after.count == before.count && after.subtracting(before).count == 1)
      before = after
      // What is kept and made anew is what a build from nothing gives.
      let other = try TemporaryFolder()
      _ = try IndexBuilderTests.build(corpus, other, segmentByteCount: 8_000, groupByteCount: 2_000)
      #expect(try IndexBuilderTests.files(of: index) == IndexBuilderTests.files(of: other))
    }
  }

  /// Damage is not kept.
  @Test func aSegmentThatIsDamagedIsRemade() throws {
    let (corpus, index) = (try Self.corpus(), try TemporaryFolder())
    _ = try IndexBuilderTests.build(corpus, index, segmentByteCount: 8_000)
    let whole = try IndexBuilderTests.files(of: index)
    for name in try index.names(in: "segments").prefix(2) {
      var bytes = try index.read("segments/" + name)
      bytes[100] ^= 1
      try index.write(bytes, to: "segments/" + name)
    }
    let report = try IndexBuilderTests.build(corpus, index, segmentByteCount: 8_000)
    #expect(!report.wasFresh)
    #expect(try IndexBuilderTests.files(of: index) == whole)
  }

  @Test func progressWarningsAndCountsComeInOrder() throws {
    let corpus = try Self.corpus()
    for number in [3, 12, 31] { try corpus.write("No date.", to: "d/\(number).md") }
    var expected: BuildReport?
    for threadCount in [1, 3] {
      let index = try TemporaryFolder()
      var progress: [BuildProgress] = []
      let report = try IndexBuilder(
        corpusRoot: corpus.path, indexDirectory: index.path, threadCount: threadCount, groupByteCount: 1_000
      ).build(counting: true) { progress.append($0) }
      #expect(progress.map(\.documentsDone) == Array(1...42))
      #expect(report.warnings.map(\.path) == ["d/12.md", "d/3.md", "d/31.md", "large.txt"])
      #expect(expected == nil || report.counts == expected?.counts && report.warnings == expected?.warnings)
      expected = report
    }
  }

  @Test(arguments: [1, 4])
  func theFirstSourceThatCannotBeReadIsTheError(threadCount: Int) throws {
    let (corpus, index) = (try Self.corpus(), try TemporaryFolder())
    for name in ["d/20.md", "d/30.md", "e.txt"] { try corpus.write([0x61, 0xFF, 0x62], to: name) }
    #expect {
      _ = try IndexBuilderTests.build(
        corpus, index, threadCount: threadCount, segmentByteCount: 8_000, groupByteCount: 1_000)
    } throws: { error in
      "\(error)".contains("d/20.md")
    }
    #expect(try index.names(in: "segments") == [])
  }
}
