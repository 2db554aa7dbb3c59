import Foundation
import Postings
import Segment
import TestSupport
import Testing

struct SegmentFileTests {
  static let sample = SampleSegment.small
  static let stems = sample.stems.map(\.bytes)
  static let golden = Repository.root + "/Tests/SegmentTests/Golden/small-1.seg"

  @Test func whatIsWrittenIsRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.seg"
    let byteCount = try Self.sample.write(to: path)
    #expect(try folder.read("a.seg").count == byteCount)
    let segment = try SegmentReader(opening: path)
    try segment.verify()
    let contents = try SegmentContents(reading: segment, stems: Self.stems)

    #expect(segment.wordCount == 7)
    #expect(contents.norms == [2, 4, 1])
    #expect(contents.documents.map(\.id) == ["2013/a", "b", "c"])
    #expect(contents.documents.map(\.units) == [0..<2, 2..<2, 2..<3])
    #expect(contents.documents.map(\.wordCount) == [6, 0, 1])
    #expect(contents.documents.map(\.days) == [20_130_911...20_130_911, nil, 20_120_101...20_121_231])
    #expect(contents.documents[0].symbol == "A/67/929")
    #expect(contents.documents[1].publisher == nil)
    #expect(contents.units.map(\.document) == [0, 0, 2])
    let written = Self.sample.documents.flatMap { $0.units.map(\.unit) }
    #expect(contents.units.map(\.text) == written.map(\.text))
    #expect(contents.units.map(\.pieces) == written.map(\.pieces))
    #expect(contents.units.map(\.endLine) == written.map(\.endLine))
    #expect(contents.headings == [[], ["Overview", "Panel"], []])
    #expect(contents.terms == Self.sample.terms.map(\.bytes))
    #expect(contents.postings == Self.sample.terms.map(\.postings))
    #expect(contents.stemFrequencies == Self.sample.stems.map { Self.sample.stemFrequencies($0.forms) })
    #expect(try segment.term(Array("veto".utf8))?.list.totalFrequency == 3)
    #expect(try segment.stem(Array("veto".utf8))?.list.documentFrequency == 2)
    #expect(try segment.term(Array("vet".utf8)) == nil)
    #expect(try segment.stem(Array("zzz".utf8)) == nil)
  }

  /// The bytes of the format do not change without a new version: files kept in the repository are what is written now.
  /// After a change of version, run with `VERBATIM_UPDATE_GOLDEN=1` and commit the new files in place of the old ones.
  @Test(arguments: [("small", SampleSegment.small), ("large", SampleSegment.large)])
  func theGoldenFileIsWhatIsWritten(name: String, sample: SampleSegment) throws {
    let folder = try TemporaryFolder()
    _ = try sample.write(to: folder.path + "/a.seg")
    let written = try folder.read("a.seg")
    let golden = URL(fileURLWithPath: Repository.root + "/Tests/SegmentTests/Golden/\(name)-1.seg")
    if ProcessInfo.processInfo.environment["VERBATIM_UPDATE_GOLDEN"] == "1" {
      try Data(written).write(to: golden)
    }
    #expect(try Array(Data(contentsOf: golden)) == written)
  }

  /// The example that `index/FORMAT.md` decodes by hand.
  @Test func theExampleOfTheFormatIsInTheGoldenFile() throws {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: Self.golden)))
    #expect(bytes.count == 1359)
    #expect(
      Array(bytes[0x250..<0x270]) == [
        0x08, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 0x0C, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0,
      ])
    #expect(Array(bytes[0x2D4..<0x2D7]) == [0x00, 0x01, 0x02])
    #expect(Array(bytes[0x2E5..<0x2E7]) == [0x01, 0x07])
  }

  /// Each byte flipped: opening or reading throws. Of the large file, which has many pages, every 61st byte.
  @Test(arguments: [(SampleSegment.small, 1), (SampleSegment.large, 61)])
  func everyFlippedByteIsCaught(sample: SampleSegment, step: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.seg"
    _ = try sample.write(to: path)
    let bytes = try folder.read("a.seg")
    let stems = sample.stems.map(\.bytes)
    for index in stride(from: 0, to: bytes.count, by: step) {
      var damaged = bytes
      damaged[index] ^= 0x40
      let file = try folder.write(damaged, to: "b.seg")
      // Every page is read, and a page's checksum covers its padding too.
      #expect(throws: SegmentError.self, "byte \(index)") {
        try SegmentContents(reading: try SegmentReader(opening: file), stems: stems)
      }
    }
  }

  @Test func everyCutLengthIsCaught() throws {
    let folder = try TemporaryFolder()
    _ = try Self.sample.write(to: folder.path + "/a.seg")
    let bytes = try folder.read("a.seg")
    for count in bytes.indices {
      let file = try folder.write(Array(bytes[..<count]), to: "b.seg")
      #expect(throws: SegmentError.self) { try SegmentReader(opening: file) }
    }
  }

  /// Bytes whose checksums are right and whose values are wrong: no trap, whatever they say.
  @Test func everyFlippedByteUnderARightChecksumIsHarmless() throws {
    let folder = try TemporaryFolder()
    _ = try Self.sample.write(to: folder.path + "/a.seg")
    let bytes = try folder.read("a.seg")
    let footer = bytes.count - 64
    let checksums = Self.integer(bytes, at: footer, byteCount: 8)
    // All but the header, the page checksums, the magic and what the checksums are repaired to.
    let checked =
      Array(16..<checksums) + Array(Self.integer(bytes, at: footer + 8, byteCount: 8)..<footer + 48)
    for index in checked {
      for mask: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] ^= mask
        Self.repairChecksums(&damaged, checksumsOffset: checksums)
        let file = try folder.write(damaged, to: "b.seg")
        // Wrong answers are not to be told from right ones here; only typed errors may be thrown.
        _ = try? SegmentContents(reading: try SegmentReader(opening: file), stems: Self.stems)
      }
    }
  }

  @Test func otherVersionsAndOtherFilesAreToldApart() throws {
    let folder = try TemporaryFolder()
    _ = try Self.sample.write(to: folder.path + "/a.seg")
    var bytes = try folder.read("a.seg")
    bytes[8] = 9
    let newer = try folder.write(bytes, to: "newer.seg")
    #expect(throws: SegmentError.version(path: newer, found: 9, expected: 1)) {
      try SegmentReader(opening: newer)
    }
    let foreign = try folder.write("PK\u{3}\u{4} and some more bytes than a header has", to: "foreign.seg")
    #expect {
      try SegmentReader(opening: foreign)
    } throws: { error in
      if case .foreign? = error as? SegmentError { true } else { false }
    }
    #expect(throws: SegmentError.system(call: "open", path: folder.path + "/none", errno: ENOENT)) {
      try SegmentReader(opening: folder.path + "/none")
    }
  }

  private static func integer(_ bytes: [UInt8], at offset: Int, byteCount: Int) -> Int {
    (0..<byteCount).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
  }

  private static func repairChecksums(_ bytes: inout [UInt8], checksumsOffset: Int) {
    let footer = bytes.count - 64
    let contents = checksumsOffset + (checksumsOffset + 4095) / 4096 * 4
    var start = 0
    for place in stride(from: checksumsOffset, to: contents, by: 4) {
      store(CRC32C.checksum(Array(bytes[start..<min(start + 4096, checksumsOffset)])), in: &bytes, at: place)
      start += 4096
    }
    store(CRC32C.checksum(Array(bytes[checksumsOffset..<contents])), in: &bytes, at: footer + 48)
    store(CRC32C.checksum(Array(bytes[contents..<footer])), in: &bytes, at: footer + 52)
    store(CRC32C.checksum(Array(bytes[footer..<footer + 60])), in: &bytes, at: footer + 60)
  }

  private static func store(_ value: UInt32, in bytes: inout [UInt8], at offset: Int) {
    for byte in 0..<4 { bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> UInt32(8 * byte)) }
  }
}
