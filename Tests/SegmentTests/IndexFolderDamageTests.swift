import Foundation
import Segment
import TestSupport
import Testing

/// An index of two segments whose folder was tampered with.
struct IndexFolderDamageTests {
  /// The index before any damage.
  private let folder: TemporaryFolder
  private let index: SampleIndex
  /// The paths of its files in the folder: the manifest, and the two segments.
  private let files: [String]

  /// The small sample with other documents.
  private static let second = {
    var sample = SampleSegment.small
    for index in sample.documents.indices {
      sample.documents[index].document.path = "z/" + sample.documents[index].document.path
      sample.documents[index].document.id = "z/" + sample.documents[index].document.id
    }
    return sample
  }()

  init() throws {
    folder = try TemporaryFolder()
    index = try SampleIndex([.small, Self.second], in: folder.path)
    files = ["manifest.json"] + index.manifest.segments.map { "segments/\($0.name).seg" }
  }

  /// Opening, verifying and counting all refuse, each with a typed error.
  private func expectRefusal(_ what: String) {
    #expect(throws: SegmentError.self, "opened: \(what)") { try index.directory.open() }
    #expect(throws: SegmentError.self, "counted: \(what)") { try index.directory.statistics() }
    expectFault(what)
  }

  /// Verifying refuses or finds damage; opening and counting may not notice, and must only be safe.
  private func expectFault(_ what: String) {
    _ = try? index.directory.open()
    _ = try? index.directory.statistics()
    do throws(SegmentError) {
      let report = try index.directory.verify()
      #expect(!report.isGood, "verified: \(what)")
    } catch {
      // Typed, and it says what to do or which call failed.
      #expect("\(error)".contains("'"))
    }
  }

  @Test func theWholeIndexIsGood() throws {
    let report = try index.directory.verify()
    #expect(report.isGood && report.strayFiles.isEmpty && report.checked.segmentCount == 2)
  }

  /// Which no query needs, and whose damage keeps nobody from opening the index.
  @Test func aDamagedHistoryIsNamed() throws {
    let generation = index.manifest.generation
    try index.directory.history.append(from: String(repeating: "0", count: 64), to: generation) { _ in }
    #expect(try index.directory.verify().isGood && index.directory.verify().historyStepCount == 1)
    let path = "history/0000000001.step"
    var bytes = try folder.read(path)
    bytes[bytes.count - 1] ^= 1
    try folder.write(bytes, to: path)
    let report = try index.directory.verify()
    #expect(!report.isGood && report.historyStepCount == 0 && report.checked.segmentCount == 2)
    #expect(report.damages.map(\.path) == [folder.path + "/" + path])
    #expect(throws: Never.self) { try index.directory.open() }
    // Also beside a manifest that cannot be read.
    try folder.write("{", to: "manifest.json")
    #expect(try index.directory.verify().damages.count == 2)
  }

  @Test func aMissingFileIsNamed() throws {
    for file in files {
      let bytes = try folder.read(file)
      try FileManager.default.removeItem(atPath: folder.path + "/" + file)
      expectRefusal("no \(file)")
      if file == "manifest.json" {
        #expect(throws: SegmentError.missing(path: folder.path)) { try index.directory.verify() }
      } else {
        let damage = try #require(try index.directory.verify().damages.first)
        #expect(damage.path == folder.path + "/" + file && damage.reason.contains("no such file"))
      }
      try folder.write(bytes, to: file)
    }
    #expect(try index.directory.verify().isGood)
    try FileManager.default.removeItem(atPath: folder.path + "/segments")
    expectRefusal("no segments")
    #expect(try index.directory.verify().damages.count == 2)
  }

  @Test func everyCutFileIsCaught() throws {
    for file in files {
      let bytes = try folder.read(file)
      for count in bytes.indices {
        try folder.write(Array(bytes[..<count]), to: file)
        #expect(throws: SegmentError.self, "\(file) cut to \(count)") { try index.directory.open() }
        if count % 16 == 0 { expectRefusal("\(file) cut to \(count)") }
      }
      try folder.write(bytes, to: file)
    }
    #expect(try index.directory.verify().isGood)
  }

  /// The name of a segment is the hash of what is in it: none can stand in another's place.
  @Test func exchangedSegmentsAreCaught() throws {
    let bytes = try files.map { try folder.read($0) }
    try folder.write(bytes[2], to: files[1])
    try folder.write(bytes[1], to: files[2])
    expectFault("exchanged")
    // Sizes or counts may tell at once; here the names do.
    try folder.write(bytes[1], to: files[1])
    expectFault("the first segment twice")
  }

  @Test func theManifestOfAnotherIndexIsCaught() throws {
    let other = try TemporaryFolder()
    _ = try SampleIndex([.large], in: other.path)
    try folder.write(try other.read("manifest.json"), to: "manifest.json")
    expectRefusal("the manifest of another index")
  }

  /// All sums are right, but not the generation, the pipeline or the order.
  @Test func aManifestThatWasWrittenByHandIsCaught() throws {
    var manifests = [index.manifest, index.manifest, index.manifest, index.manifest]
    manifests[0].generation = String(repeating: "0", count: 64)
    manifests[1].pipeline = "test-2 segment-2"
    manifests[2].segments.swapAt(0, 1)
    manifests[3].segments.append(manifests[3].segments[0])
    for manifest in manifests {
      try folder.write(manifest.bytes, to: "manifest.json")
      #expect(try !index.directory.verify().isGood)
    }
  }

  @Test func whatIsNoFileIsCaught() throws {
    for file in files {
      let path = folder.path + "/" + file
      let bytes = try folder.read(file)
      try FileManager.default.removeItem(atPath: path)

      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      expectRefusal("\(file) is a folder")
      try FileManager.default.removeItem(atPath: path)

      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
      expectRefusal("\(file) leads nowhere")
      try FileManager.default.removeItem(atPath: path)

      try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: path)
      expectRefusal("\(file) leads to itself")
      try FileManager.default.removeItem(atPath: path)

      // Opened as a file would be, a pipe keeps its reader waiting for ever.
      // SAFETY: the path is lent to the call as a string that ends with zero.
      #expect(unsafe mkfifo(path, 0o600) == 0)
      expectRefusal("\(file) is a pipe")
      try FileManager.default.removeItem(atPath: path)

      // A link to the file is as good as the file.
      try folder.write(bytes, to: "elsewhere")
      try FileManager.default.createSymbolicLink(
        atPath: path, withDestinationPath: folder.path + "/elsewhere")
      #expect(try index.directory.verify().isGood)
      try FileManager.default.removeItem(atPath: path)
      try folder.write(bytes, to: file)
    }
  }

  @Test func aManifestBeyondAllSizeIsNotRead() throws {
    let handle = try #require(FileHandle(forWritingAtPath: folder.path + "/manifest.json"))
    // Without bytes on the disk, and more than could be read into memory.
    try handle.truncate(atOffset: 1 << 40)
    try handle.close()
    expectRefusal("a manifest of a terabyte")
  }

  @Test func strayFilesAreNamedAndAreNoDamage() throws {
    let dead = "segments/" + String(repeating: "d", count: 64) + ".seg"
    for name in [
      "manifest.json.tmp", "segments/new.tmp", dead, "segments/notes.seg", "notes", "history/new.tmp",
    ] {
      try folder.write("left over", to: name)
    }
    let report = try index.directory.verify()
    #expect(report.isGood)
    #expect(
      report.strayFiles.map(\.path) == [
        "manifest.json.tmp", "history/new.tmp", dead, "segments/new.tmp", "segments/notes.seg",
      ])
    #expect(report.strayFiles.map(\.isLeftover) == [true, true, true, true, false])
    index.directory.discardLeftovers()
    #expect(try index.directory.verify().strayFiles.map(\.path) == ["segments/notes.seg"])
  }

  @Test func anIndexOfAnOlderFormatSaysSo() throws {
    let old = String(decoding: index.manifest.bytes, as: UTF8.self).replacing(
      "\"format\": \(SegmentFormat.version)", with: "\"format\": 1")
    try folder.write(old, to: "manifest.json")
    let path = folder.path + "/manifest.json"
    let error = SegmentError.version(path: path, found: 1, expected: SegmentFormat.version)
    #expect(throws: error) { try index.directory.open() }
    #expect(throws: error) { try index.directory.verify() }
    #expect(throws: error) { try index.directory.statistics() }
    #expect("\(error)".contains("older") && "\(error)".contains("verbatim index build"))
    let newer = SegmentError.version(path: path, found: 9, expected: SegmentFormat.version)
    #expect("\(newer)".contains("newer"))
  }

  /// A build may end between the reading of the manifest and that of its segments: then the new index is verified.
  @Test func anIndexThatIsReplacedMeanwhileIsGood() async throws {
    let path = folder.path
    try await withThrowingTaskGroup { group in
      group.addTask(executorPreference: ThreadExecutor.shared) {
        for round in 0..<20 { _ = try SampleIndex([round % 2 == 0 ? .small : Self.second], in: path) }
        return true
      }
      group.addTask(executorPreference: ThreadExecutor.shared) {
        for _ in 0..<100 {
          if try !IndexDirectory(path: path).verify().isGood { return false }
        }
        return true
      }
      for try await isGood in group { #expect(isGood) }
    }
  }
}
