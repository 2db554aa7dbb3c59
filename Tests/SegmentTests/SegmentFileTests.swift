import Foundation
import Postings
import Segment
import TestSupport
import Testing

struct SegmentFileTests {
  static let sample = SampleSegment.small
  static let golden = Repository.root + "/Tests/SegmentTests/Golden"

  @Test func whatIsWrittenIsRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/a.seg"
    let byteCount = try Self.sample.write(to: path)
    #expect(try folder.read("a.seg").count == byteCount)
    let segment = try SegmentReader(opening: path)
    try segment.checkAllPages()
    let contents = try SegmentContents(reading: segment)

    #expect(segment.wordCount == 7)
    #expect(contents.norms == [2, 4, 1])
    #expect(contents.signatures == (0..<3).map { Self.sample.signature(ofUnit: $0) })
    #expect(contents.documents.map(\.id) == ["2013/a", "b", "c"])
    #expect(contents.documents.map(\.units) == [0..<2, 2..<2, 2..<3])
    #expect(contents.documents.map(\.wordCount) == [6, 0, 1])
    #expect(contents.documents.map(\.days) == [20_130_911...20_130_911, nil, 20_120_101...20_121_231])
    #expect(contents.documents[0].symbol == "A/67/929")
    #expect(contents.documents[1].publisher == nil)
    #expect(contents.digests == Self.sample.documents.map { SampleSegment.digest(of: $0.document) })
    #expect(contents.units.map(\.document) == [0, 0, 2])
    let written = Self.sample.documents.flatMap { $0.units.map(\.unit) }
    #expect(contents.units.map(\.text) == written.map(\.text))
    #expect(contents.units.map(\.pieces) == written.map(\.pieces))
    #expect(contents.units.map(\.endLine) == written.map(\.endLine))
    #expect(contents.sentenceStarts == written.map(\.sentenceStarts))
    #expect(contents.headings == [[], ["Overview", "Panel"], []])
    #expect(contents.terms == Self.sample.terms.map(\.bytes))
    #expect(contents.postings == Self.sample.terms.map(\.postings))
    #expect(contents.stems == Self.sample.stems.map(\.bytes))
    #expect(contents.forms == Self.sample.stems.map(\.forms))
    #expect(contents.stemFrequencies == Self.sample.stems.map { Self.sample.stemFrequencies($0.forms) })
    #expect(contents.pairs == [[1, 4], [2, 4], [4, 1], [5, 4]])
    #expect(contents.pairs == Self.sample.pairs.map(\.terms))
    #expect(contents.pairFrequencies == Self.sample.pairs.map(\.frequencies))
    let (un, veto) = (try segment.term(Array("un".utf8)), try segment.term(Array("veto".utf8)))
    #expect(try segment.pair(#require(un), #require(veto)) == .never)
    #expect(try segment.term(Array("veto".utf8))?.list.totalFrequency == 3)
    #expect(try segment.stem(Array("veto".utf8))?.list.documentFrequency == 2)
    #expect(try segment.term(Array("vet".utf8)) == nil)
    #expect(try segment.stem(Array("zzz".utf8)) == nil)
  }

  /// The bytes of the format do not change without a new version: files kept in the repository are what is written now.
  /// After a change of version, run with `VERBATIM_UPDATE_GOLDEN=1` and commit the new files; `small` of old versions stays.
  @Test(arguments: [("small", SampleSegment.small), ("large", SampleSegment.large)])
  func theGoldenFileIsWhatIsWritten(name: String, sample: SampleSegment) throws {
    let folder = try TemporaryFolder()
    _ = try sample.write(to: folder.path + "/a.seg")
    let written = try folder.read("a.seg")
    let golden = URL(fileURLWithPath: "\(Self.golden)/\(name)-\(SegmentFormat.version).seg")
    if ProcessInfo.processInfo.environment["VERBATIM_UPDATE_GOLDEN"] == "1" {
      try Data(written).write(to: golden)
    }
    #expect(try Array(Data(contentsOf: golden)) == written)
  }

  /// The example that `index/FORMAT.md` decodes by hand.
  @Test func theExampleOfTheFormatIsInTheGoldenFile() throws {
    let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: Self.golden + "/small-6.seg")))
    #expect(bytes.count == 2232)
    #expect(
      Array(bytes[0x240..<0x25C]) == [
        0x08, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0x3C, 0, 0, 0, 5, 0, 0, 0,
      ])
    #expect(Array(bytes[0x2EC..<0x2FC]) == [0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0x00, 0x02])
    #expect(Array(bytes[0x315..<0x319]) == [0x02, 0x03, 0x02, 0x01])
    #expect(
      Array(bytes[0x554..<0x568]) == [2, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0x0F, 0, 0, 0])
  }

  @Test func otherVersionsAndOtherFilesAreToldApart() throws {
    let folder = try TemporaryFolder()
    _ = try Self.sample.write(to: folder.path + "/a.seg")
    var bytes = try folder.read("a.seg")
    bytes[8] = 9
    let newer = try folder.write(bytes, to: "newer.seg")
    #expect(throws: SegmentError.version(path: newer, found: 9, expected: SegmentFormat.version)) {
      try SegmentReader(opening: newer)
    }
    for version in 1..<SegmentFormat.version {
      let older = Self.golden + "/small-\(version).seg"
      #expect(throws: SegmentError.version(path: older, found: version, expected: SegmentFormat.version)) {
        try SegmentReader(opening: older)
      }
    }
    let foreign = try folder.write("PK\u{3}\u{4} and some more bytes than a header has", to: "foreign.seg")
    #expect {
      try SegmentReader(opening: foreign)
    } throws: { error in
      if case .foreign? = error as? SegmentError { true } else { false }
    }
    for name in ["none", "."] {
      #expect {
        try SegmentReader(opening: folder.path + "/" + name)
      } throws: { error in
        if case .corrupt? = error as? SegmentError { true } else { false }
      }
    }
  }
}
