import Corpus
import Foundation
import Segment
import TestSupport
import Testing

@testable import Indexing

struct IndexBuilderTests {
  /// A corpus folder with a few documents.
  static func corpus() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for year in 2009...2013 {
      try folder.write(
        """
        ---
        title: Meeting of \(year)
        date: \(year)-09-1\(year % 10)
        ---

        ## The veto

        The United Nations met in \(year). France spoke of the veto.

        - A focal point for the Secretary-General’s report A/67/\(year).
        """, to: "meetings/\(year).md")
    }
    return folder
  }

  static func build(
    _ corpus: TemporaryFolder, _ index: TemporaryFolder, threadCount: Int? = nil,
    segmentByteCount: Int = 200 << 20, groupByteCount: Int = 4 << 20
  ) throws -> BuildReport {
    try IndexBuilder(
      corpusRoot: corpus.path, indexDirectory: index.path, threadCount: threadCount,
      segmentByteCount: segmentByteCount, groupByteCount: groupByteCount
    )
    .build()
  }

  /// Every file of an index, by name.
  static func files(of index: TemporaryFolder) throws -> [String: [UInt8]] {
    var files = ["manifest.json": try index.read("manifest.json")]
    for name in try index.names(in: "segments") { files[name] = try index.read("segments/" + name) }
    return files
  }

  @Test(arguments: [1, 400, 1 << 25])
  func theSameCorpusGivesTheSameBytes(segmentByteCount: Int) throws {
    let indexes = [try TemporaryFolder(), try TemporaryFolder()]
    for index in indexes {
      // Another folder each, at another path.
      let corpus = try Self.corpus()
      let report = try Self.build(corpus, index, segmentByteCount: segmentByteCount)
      #expect(!report.wasFresh)
      #expect(report.documentCount == 5)
    }
    #expect(try Self.files(of: indexes[0]) == Self.files(of: indexes[1]))
    #expect(try indexes[0].names(in: "segments").count == [1: 5, 400: 3, 1 << 25: 1][segmentByteCount])
  }

  /// The bytes do not depend on this process, this machine or this day. They change with any version in the pipeline: then the
  /// hash that the failure prints belongs here.
  @Test func theBytesAreTheseEverywhere() throws {
    let index = try TemporaryFolder()
    _ = try Self.build(Self.corpus(), index)
    let hash = SHA256.hash(try Self.files(of: index).sorted { $0.key < $1.key }.flatMap(\.value)).hex
    #expect(hash == "fbbc8aa45a1154eff02c74642006166617748f378db59a81f4ac33248f9901a7")
  }

  @Test func aFreshIndexIsLeftAsItIs() throws {
    let (corpus, index) = (try Self.corpus(), try TemporaryFolder())
    let builder = IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path)
    var progress: [BuildProgress] = []
    let first = try builder.build { progress.append($0) }
    #expect(progress.map(\.documentsDone) == [1, 2, 3, 4, 5])
    #expect(progress.last?.bytesDone == progress.last?.byteCount)
    let second = try builder.build()
    #expect(second.wasFresh)
    #expect(
      (second.generation, second.byteCount, second.termCount) == (
        first.generation, first.byteCount, first.termCount
      ))
  }

  /// A term in two segments counts once.
  @Test(arguments: [1, 400, 1 << 25])
  func termsAreCountedOnce(segmentByteCount: Int) throws {
    let (corpus, index) = (try Self.corpus(), try TemporaryFolder())
    let report = try Self.build(corpus, index, segmentByteCount: segmentByteCount)
    let whole = try Self.build(corpus, TemporaryFolder())
    #expect(report.termCount == whole.termCount)
    #expect(report.segmentCount == [1: 5, 400: 3, 1 << 25: 1][segmentByteCount])
  }

  @Test func aDamagedIndexIsBuiltAgain() throws {
    let (corpus, index) = (try Self.corpus(), try TemporaryFolder())
    let report = try Self.build(corpus, index)
    let whole = try Self.files(of: index)
    let name = "segments/" + (try index.names(in: "segments")[0])
    var bytes = try index.read(name)
    bytes[100] ^= 1
    try index.write(bytes, to: name)
    let again = try Self.build(corpus, index)
    #expect(!again.wasFresh)
    #expect(again.generation == report.generation)
    #expect(try Self.files(of: index) == whole)
  }

  @Test func aFailedBuildLeavesTheOldIndex() throws {
    let (corpus, index) = (try Self.corpus(), try TemporaryFolder())
    _ = try Self.build(corpus, index)
    let before = try Self.files(of: index)
    try corpus.write([0x61, 0xFF, 0x62], to: "zz.txt")
    #expect {
      try Self.build(corpus, index, segmentByteCount: 1)
    } throws: { error in
      if case .corpus(.invalidUTF8)? = error as? BuildError { true } else { false }
    }
    let after = try Self.files(of: index)
    #expect(after["manifest.json"] == before["manifest.json"])
    for (name, bytes) in before { #expect(after[name] == bytes) }
    #expect(
      try IndexDirectory(path: index.path).checkedSegments(of: IndexDirectory(path: index.path).manifest())
        .count == 1)
  }

  /// By whatever name: the index would lie among the sources.
  @Test(arguments: ["", "/", "/../link"]) func noIndexInTheCorpus(way: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("A text.\n", to: "corpus/a.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: folder.path + "/corpus")
    let before = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    #expect {
      try IndexBuilder(corpusRoot: folder.path + "/corpus", indexDirectory: folder.path + "/corpus" + way)
        .build()
    } throws: { error in
      if case .indexInCorpus? = error as? BuildError { true } else { false }
    }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path) == before)
  }

  @Test func whatIsMissingIsNamed() throws {
    let index = try TemporaryFolder()
    #expect(throws: BuildError.self) {
      try IndexBuilder(corpusRoot: index.path + "/none", indexDirectory: index.path).build()
    }
    let error = BuildError.segment(.missing(path: "index"))
    #expect("\(error)".contains("verbatim index build"))
  }
}
