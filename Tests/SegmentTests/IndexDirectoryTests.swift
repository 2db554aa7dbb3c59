import Segment
import TestSupport
import Testing

struct IndexDirectoryTests {
  static func segment(_ name: Character, of byteCount: Int) -> Manifest.Segment {
    Manifest.Segment(
      name: String(repeating: name, count: 64), byteCount: byteCount, documentCount: 3, unitCount: 3,
      wordCount: 7)
  }

  /// Writes the sample segment under a name and makes it the whole index.
  static func publish(_ name: Character, in directory: IndexDirectory) throws -> Manifest {
    try directory.withLock {
      let byteCount = try SampleSegment.small.write(to: directory.temporarySegmentPath)
      let segment = segment(name, of: byteCount)
      try directory.publishSegment(named: segment.name)
      let manifest = Manifest(generation: segment.name, pipeline: "test", segments: [segment])
      _ = try directory.publish(manifest)
      return manifest
    }
  }

  @Test func aNewIndexReplacesTheOldOne() throws {
    let folder = try TemporaryFolder()
    let directory = IndexDirectory(path: folder.path + "/deep/index")
    #expect(throws: SegmentError.missing(path: directory.path)) { try directory.manifest() }
    let first = try Self.publish("a", in: directory)
    #expect(try directory.manifest() == first)
    let old = try directory.openSegments(of: first)
    let second = try Self.publish("b", in: directory)
    #expect(try directory.manifest() == second)
    #expect(try folder.names(in: "deep/index/segments") == [String(repeating: "b", count: 64) + ".seg"])
    // A reader of the old generation still reads it, file removed or not.
    try old[0].checkAllPages()
  }

  @Test func onlyOneBuilds() throws {
    let folder = try TemporaryFolder()
    let directory = IndexDirectory(path: folder.path)
    try directory.withLock {
      #expect(throws: SegmentError.locked(path: folder.path + "/.lock")) { try directory.withLock {} }
    }
    try directory.withLock {}
  }

  @Test func whatIsNotOursIsNotTouched() throws {
    let folder = try TemporaryFolder()
    try folder.write("{\"name\": \"a web app\"}", to: "app/manifest.json")
    try folder.write("text", to: "file")
    for name in ["app", "file"] {
      #expect {
        try IndexDirectory(path: folder.path + "/" + name).withLock {}
      } throws: { error in
        if case .foreign? = error as? SegmentError { true } else { false }
      }
    }
    #expect(try folder.names(in: "app") == ["manifest.json"])
  }

  @Test func aManifestThatNamesAnotherSegmentIsCaught() throws {
    let folder = try TemporaryFolder()
    let directory = IndexDirectory(path: folder.path)
    var manifest = try Self.publish("a", in: directory)
    manifest.segments[0].unitCount = 4
    #expect(throws: SegmentError.self) { try directory.openSegments(of: manifest) }
    manifest.segments[0].unitCount = 3
    #expect(throws: Never.self) { try directory.openSegments(of: manifest) }
    manifest.segments[0].byteCount -= 1
    #expect(throws: SegmentError.self) { try directory.openSegments(of: manifest) }
  }

  @Test func aDamagedManifestOfOursIsReplacedAndOtherFilesAreLeft() throws {
    let folder = try TemporaryFolder()
    let directory = IndexDirectory(path: folder.path)
    _ = try Self.publish("a", in: directory)
    try folder.write("", to: "manifest.json")
    try folder.write("mine", to: "segments/notes.seg")
    #expect {
      try directory.manifest()
    } throws: { error in
      if case .corrupt? = error as? SegmentError { true } else { false }
    }
    let second = try Self.publish("b", in: directory)
    #expect(try directory.manifest() == second)
    #expect(try folder.names(in: "segments") == [String(repeating: "b", count: 64) + ".seg", "notes.seg"])
  }

  /// Segments that cannot be read never get a manifest that names them.
  @Test func aManifestIsReplacedOnlyWhenItsSegmentsRead() throws {
    let folder = try TemporaryFolder()
    let directory = IndexDirectory(path: folder.path)
    let first = try Self.publish("a", in: directory)
    let missing = Manifest(generation: "b", pipeline: "test", segments: [Self.segment("b", of: 1)])
    #expect(throws: SegmentError.self) { try directory.withLock { _ = try directory.publish(missing) } }
    #expect(try directory.manifest() == first)
  }
}
