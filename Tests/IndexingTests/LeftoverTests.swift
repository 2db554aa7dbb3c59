import Segment
import TestSupport
import Testing

@testable import Indexing

/// What builds that failed or died leave behind, and who takes it away.
struct LeftoverTests {
  private static let strayName = "segments/" + String(repeating: "a", count: 64) + ".seg"

  /// All files of an index but its lock; an index that is not there has none.
  private func names(_ index: TemporaryFolder) throws -> [String] {
    try index.names(in: ".").filter { $0 != ".lock" && $0 != "segments" } + index.names(in: "segments")
  }

  @Test func aFailedBuildLeavesNoSegmentOfIts() throws {
    let (corpus, index) = (try IndexBuilderTests.corpus(), try TemporaryFolder())
    try corpus.write([0x61, 0xFF, 0x62], to: "zz.txt")
    #expect(throws: BuildError.self) { try IndexBuilderTests.build(corpus, index, segmentByteCount: 1) }
    #expect(try names(index) == [])

    try corpus.write("Now it can be read.", to: "zz.txt")
    _ = try IndexBuilderTests.build(corpus, index)
    let before = try IndexBuilderTests.files(of: index)
    try corpus.write([0x61, 0xFF, 0x62], to: "zz.txt")
    #expect(throws: BuildError.self) { try IndexBuilderTests.build(corpus, index, segmentByteCount: 1) }
    #expect(try IndexBuilderTests.files(of: index) == before)
  }

  /// Also one that finds the index fresh.
  @Test func theNextBuildRemovesWhatADeadOneLeft() throws {
    let (corpus, index) = (try IndexBuilderTests.corpus(), try TemporaryFolder())
    for _ in 0..<2 {
      for name in [Self.strayName, "segments/new.tmp", "manifest.json.tmp"] {
        try index.write("cut", to: name)
      }
      let report = try IndexBuilderTests.build(corpus, index)
      let name = try IndexDirectory(path: index.path).manifest().segments[0].name
      #expect(try names(index) == ["manifest.json", name + ".seg"], "fresh: \(report.wasFresh)")
    }
  }

  /// Which segments a manifest needs, only the manifest says.
  @Test func segmentsBesideAManifestThatCannotBeReadStay() throws {
    let index = try TemporaryFolder()
    try index.write("{\n  \"format\": 9,", to: "manifest.json")
    try index.write("", to: Self.strayName)
    let directory = IndexDirectory(path: index.path)
    directory.discardLeftovers()
    #expect(try index.read(Self.strayName) == [])
    try index.write("", to: "manifest.json")
    try index.write("", to: ".lock")
    directory.discardLeftovers()
    #expect(try index.read(Self.strayName) == [])
  }
}
