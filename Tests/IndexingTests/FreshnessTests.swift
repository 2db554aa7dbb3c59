import Corpus
import Foundation
import TestSupport
import Testing

@testable import Indexing
@testable import Segment

struct FreshnessTests {
  private let corpus = try! IndexBuilderTests.corpus()
  private let index = try! TemporaryFolder()

  private func builder(segmentByteCount: Int = 1 << 25) -> IndexBuilder {
    IndexBuilder(corpusRoot: corpus.path, indexDirectory: index.path, segmentByteCount: segmentByteCount)
  }

  @Test func whatWasBuiltIsFresh() throws {
    let report = try builder().build()
    let freshness = try builder().check()
    #expect(freshness.isFresh)
    #expect(try builder().check().isFresh)
    #expect(freshness.generation == report.generation && freshness.corpusGeneration == report.generation)
    #expect(freshness.documentCount == 5)
    let sizes = try corpus.names(in: "meetings").map { try corpus.read("meetings/" + $0).count }
    #expect(freshness.byteCount == sizes.reduce(0, +))
    #expect(try builder().corpusByteCount() == freshness.byteCount)
  }

  /// In one segment, and in one for each document.
  @Test(arguments: [1, 1 << 25])
  func documentsThatDifferAreNamed(segmentByteCount: Int) throws {
    let builder = builder(segmentByteCount: segmentByteCount)
    _ = try builder.build()
    try corpus.write("First.", to: "a.txt")
    try corpus.write("Between.", to: "meetings/2010-x.md")
    try corpus.write("Last.", to: "z.txt")
    try corpus.write("Another text.", to: "meetings/2011.md")
    try FileManager.default.removeItem(atPath: corpus.path + "/meetings/2009.md")
    try FileManager.default.removeItem(atPath: corpus.path + "/meetings/2013.md")
    let stale = try builder.check()
    #expect(!stale.isFresh)
    #expect(try !builder.check().isFresh)
    #expect(stale.added == ["a.txt", "meetings/2010-x.md", "z.txt"])
    #expect(stale.changed == ["meetings/2011.md"])
    #expect(stale.removed == ["meetings/2009.md", "meetings/2013.md"])
    #expect(stale.pipelineChanges == [])
    #expect(stale.documentCount == 6)

    let built = try builder.build()
    #expect(built.generation == stale.corpusGeneration)
    #expect(try builder.check().isFresh)
    #expect(try index.names(in: "segments").count == built.segmentCount)
  }

  @Test func aFileThatIsMovedIsRemovedAndAdded() throws {
    _ = try builder().build()
    try FileManager.default.moveItem(
      atPath: corpus.path + "/meetings/2009.md", toPath: corpus.path + "/meetings/2009.txt")
    let stale = try builder().check()
    #expect(
      stale.added == ["meetings/2009.txt"] && stale.removed == ["meetings/2009.md"] && stale.changed == [])
  }

  /// Paths are told apart by their bytes, as files are: é may be one scalar or two.
  @Test func pathsThatLookTheSameAreTwo() throws {
    try corpus.write("One scalar.", to: "caf\u{E9}.txt")
    _ = try builder().build()
    try corpus.write("Two scalars.", to: "cafe\u{301}.txt")
    guard try corpus.names(in: ".").filter({ $0.hasSuffix(".txt") }).count == 2 else { return }
    let stale = try builder().check()
    #expect(stale.added.map { Array($0.utf8) } == [Array("cafe\u{301}.txt".utf8)])
    #expect(stale.changed == [] && stale.removed == [])
    _ = try builder().build()
    #expect(try IndexDirectory(path: index.path).verify().isGood)
  }

  /// Time stamps and whatever is no source make no difference.
  @Test func onlySourcesCount() throws {
    _ = try builder().build()
    let bytes = try corpus.read("meetings/2009.md")
    try corpus.write(bytes, to: "meetings/2009.md")
    try corpus.write("x", to: "README.md")
    try corpus.write("x", to: "table.csv")
    try corpus.write("x", to: ".hidden.md")
    #expect(try builder().check().isFresh)
  }

  @Test func anotherPipelineIsNamed() throws {
    _ = try builder().build()
    let sources = try DigestedSource.all(of: CorpusReader(root: corpus.path), threadCount: 2)
    let part = String(CorpusReader.fingerprint.prefix { $0 != " " })
    // As a program of another version would have written it.
    try forgeManifest {
      $0.pipeline = $0.pipeline.replacing(part, with: "corpus-1")
      var name = ContentName(pipeline: $0.pipeline)
      for source in sources { name.add(path: source.path, digest: source.digest) }
      $0.generation = name.hex
    }
    let stale = try builder().check()
    #expect(stale.pipelineChanges == [.init(then: "corpus-1", now: part)])
    #expect(!stale.isFresh && stale.added + stale.changed + stale.removed == [])
  }

  @Test(
    arguments: [
      ("a-1 b-2", "a-1 b-2", []), ("a-1 b-2", "a-1 b-3", [("b-2", "b-3")]),
      ("a-1", "a-1 b-3", [(nil, "b-3")]), ("a-1 b-2", "a-1", [("b-2", nil)]),
      ("x-y-1 c", "x-y-2 c", [("x-y-1", "x-y-2")]), ("", "a-1", [(nil, "a-1")]),
    ] as [(String, String, [(String?, String?)])])
  func partsOfPipelines(then: String, now: String, expected: [(String?, String?)]) {
    #expect(
      FreshnessReport.PipelineChange.changes(from: then, to: now) == expected.map { .init(then: $0, now: $1) }
    )
  }

  /// The same pipeline and documents make another generation than the manifest says: it is not that of this index.
  @Test func aGenerationWithoutAReasonIsDamage() throws {
    _ = try builder().build()
    try forgeManifest { $0.generation = String(repeating: "0", count: 64) }
    #expect {
      try builder().check()
    } throws: { error in
      if case .segment(.corrupt(let damage))? = error as? BuildError {
        damage.path == index.path + "/manifest.json"
      } else {
        false
      }
    }
  }

  /// `check` says what a build would give, and a build would not leave a segment that is missing or cut short.
  @Test func anIndexThatCannotBeReadIsNotFresh() throws {
    #expect {
      try builder().check()
    } throws: { error in
      if case .segment(.missing)? = error as? BuildError { true } else { false }
    }
    _ = try builder().build()
    let segment = "segments/" + (try index.names(in: "segments")[0])
    try index.write(Array(try index.read(segment).dropLast()), to: segment)
    #expect {
      try builder().check()
    } throws: { error in
      if case .segment(.corrupt)? = error as? BuildError { true } else { false }
    }
  }

  @Test func aCorpusThatIsGoneIsAnError() throws {
    _ = try builder().build()
    let elsewhere = IndexBuilder(corpusRoot: corpus.path + "/none", indexDirectory: index.path)
    #expect {
      try elsewhere.check()
    } throws: { error in
      if case .corpus(.missingFolder)? = error as? BuildError { true } else { false }
    }
  }

  @Test func aSourceOverTheLimitIsNamedBeforeAnythingIsRead() throws {
    _ = try builder().build()
    try corpus.write("x", to: "zz.txt")
    let file = try #require(FileHandle(forWritingAtPath: corpus.path + "/zz.txt"))
    try file.truncate(atOffset: UInt64(SourceFile.byteCountLimit) + 1)
    try file.close()
    for action in [{ _ = try builder().check() }, { _ = try builder().build { _ in Issue.record("read") } }] {
      #expect {
        try action()
      } throws: { error in
        if case .corpus(.tooLarge("zz.txt", SourceFile.byteCountLimit + 1, _))? = error as? BuildError {
          true
        } else {
          false
        }
      }
    }
  }

  /// Rewrites the manifest under a right checksum.
  private func forgeManifest(_ change: (inout Manifest) -> Void) throws {
    var manifest = try IndexDirectory(path: index.path).manifest()
    change(&manifest)
    try index.write(manifest.bytes, to: "manifest.json")
  }
}
