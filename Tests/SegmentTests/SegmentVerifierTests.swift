import TestSupport
import Testing

@testable import Segment

/// One wrong value of every kind that checksums cannot show: written as a builder with a fault would write it.
struct SegmentVerifierTests {
  @Test(arguments: [SampleSegment.small, .large])
  func whatIsRightIsVerified(sample: SampleSegment) throws {
    let folder = try TemporaryFolder()
    let index = try SampleIndex([sample], in: folder.path)
    let report = try index.directory.verify()
    #expect(report.damages == [])
    #expect(report.strayFiles == [])
    #expect(report.manifest == index.manifest)
    #expect(report.checked.documentCount == sample.documents.count)
    #expect(report.checked.termCount == sample.terms.count)
    #expect(report.checked.stemCount == sample.stems.count)
    #expect(report.checked.wordCount == index.manifest.wordCount)
    let positionCount = sample.terms.reduce(0) { $0 + $1.postings.reduce(0) { $0 + $1.value.count } }
    #expect(report.checked.positionCount == positionCount)
    #expect(report.checked.byteCount == index.manifest.segments[0].byteCount)
    #expect(report.checked.pageCount == (try sectionsEnd(of: index) + 4095) / 4096)
  }

  private func sectionsEnd(of index: SampleIndex) throws -> Int {
    try index.directory.openSegments(of: index.manifest)[0].range(of: SegmentFormat.Section.allCases.last!)
      .upperBound
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    var testDescription: String
    /// The section in which the verifier finds it.
    var section: SegmentFormat.Section
    var make: @Sendable (inout SampleSegment) -> Void

    init(
      _ name: String, _ section: SegmentFormat.Section,
      _ make: @escaping @Sendable (inout SampleSegment) -> Void
    ) {
      testDescription = name
      self.section = section
      self.make = make
    }
  }

  static let faults = [
    Fault("a unit with a word too many", .postings) { $0.documents[0].units[0].wordCount = 3 },
    Fault("a word of one document counted in another", .documents) {
      $0.documents[0].units[1].wordCount = 3
      $0.documents[2].units[0].wordCount = 2
    },
    // The document's words stay as they are.
    Fault("the words of two units exchanged", .norms) {
      $0.documents[0].units[0].wordCount = 4
      $0.documents[0].units[1].wordCount = 2
    },
    Fault("a word that no list has", .postings) { $0.terms[4].postings[1] = [1] },
    Fault("a word of one unit in the list of another", .norms) {
      $0.terms[4].postings[0] = [1, 2]
      $0.terms[4].postings[1] = [1]
    },
    Fault("a position beyond the unit", .postings) { $0.terms[4].postings[1] = [1, 4] },
    Fault("two words at one position", .postings) { $0.terms[4].postings[1] = [1, 2] },
    Fault("capitals beyond the unit", .postings) { $0.terms[0].postings = [2: [1]] },
    Fault("terms out of order", .terms) { $0.terms.swapAt(1, 2) },
    Fault("a term twice", .terms) { $0.terms[1].bytes = $0.terms[0].bytes },
    Fault("an empty term", .terms) { $0.terms[0].bytes = [] },
    Fault("stems out of order", .stems) { $0.stems.swapAt(0, 1) },
    Fault("an empty stem", .stems) { $0.stems[0].bytes = [] },
    Fault("a term of two stems", .stems) { $0.stems[0].forms = [4] },
    Fault("the terms of a stem out of order", .stems) { $0.stems[3].forms = [5, 4] },
    Fault("a word without a stem", .postings) { $0.stems.remove(at: 0) },
    Fault("a stem's list with an occurrence too many", .stemPostings) { $0.stemFaults[3] = [0: 3, 1: 2] },
    Fault("a stem's list without a unit", .stems) { $0.stemFaults[3] = [0: 2] },
    Fault("a stem's list with another unit", .stemPostings) { $0.stemFaults[3] = [0: 2, 2: 2] },
    Fault("a pair with an occurrence too many", .pairPostings) { $0.pairFaults[[2, 4]] = [1: 2] },
    Fault("a pair in another unit", .pairPostings) { $0.pairFaults[[2, 4]] = [0: 1] },
    Fault("a pair in a unit too many", .pairs) { $0.pairFaults[[2, 4]] = [0: 1, 1: 1] },
    Fault("a pair that is not there", .pairs) { $0.pairFaults[[2, 4]] = .some(nil) },
    Fault("a last pair that is not there", .pairs) { $0.pairFaults[[5, 4]] = .some(nil) },
    Fault("a pair of terms that are apart", .pairs) { $0.pairFaults[[1, 2]] = [1: 1] },
    Fault("a last pair of terms that are apart", .pairs) { $0.pairFaults[[5, 5]] = [1: 1] },
    Fault("a signature of other words", .signatures) { $0.signatureFaults[1] = 1 },
    Fault("a text that is not UTF-8", .units) { $0.documents[0].units[0].unit.text[3] = 0xFF },
    Fault("a kind that is none", .units) { $0.documents[0].units[0].unit.kind = 4 },
    Fault("a unit without pieces", .units) { $0.documents[0].units[0].unit.pieces = [] },
    Fault("a piece that begins behind the text's start", .units) {
      $0.documents[0].units[0].unit.pieces[0].textOffset = 1
    },
    Fault("two pieces at one place", .units) { $0.documents[0].units[0].unit.pieces[1].textOffset = 0 },
    Fault("a piece behind the text's end", .units) {
      $0.documents[0].units[0].unit.pieces[1].textOffset = 11
    },
    Fault("line 0", .units) { $0.documents[0].units[0].unit.pieces[0].line = 0 },
    Fault("column 0", .units) { $0.documents[0].units[0].unit.pieces[1].column = 0 },
    Fault("a document without an id", .metadata) { $0.documents[1].document.id = "" },
    Fault("a document without a path", .metadata) { $0.documents[0].document.path = "" },
    Fault("paths out of order", .documents) { $0.documents[1].document.path = "1.txt" },
    Fault("an id twice", .documents) { $0.documents[1].document.id = "2013/a" },
    Fault("the thirteenth month", .documents) { $0.documents[0].document.days = 20_131_301...20_131_302 },
  ]

  @Test(arguments: faults) func whatIsWrongIsFound(fault: Fault) throws {
    var sample = SampleSegment.small
    fault.make(&sample)
    let folder = try TemporaryFolder()
    let index = try SampleIndex([sample], in: folder.path)
    let report = try index.directory.verify()
    let damage = try #require(report.damages.first)
    #expect(report.damages.count == 1 && report.checked.segmentCount == 0)
    #expect(damage.section == fault.section, "\(damage)")
    #expect(damage.path == "\(folder.path)/segments/\(index.manifest.segments[0].name).seg")
    let place = try index.directory.openSegments(of: index.manifest)[0].range(of: fault.section)
    #expect(place.contains(damage.offset), "\(damage)")
  }

  /// A heading belongs to one document: units of two cannot share it.
  @Test func aSectionOfAnotherDocumentIsFound() throws {
    let folder = try TemporaryFolder()
    _ = try SampleSegment.small.write(to: folder.path + "/a.seg")
    var bytes = SegmentBytes(try folder.read("a.seg"))
    let heading = 2 * SegmentFormat.UnitRecord.byteCount + SegmentFormat.UnitRecord.heading
    for wrong: UInt8 in [0, 2, 3, 5] {
      bytes[.units][heading] = wrong
      let path = try folder.write(bytes.file, to: "b.seg")
      #expect(throws: SegmentError.self) { try SegmentVerifier.verify(SegmentReader(opening: path)) }
    }
    bytes[.units][heading] = 4
    let path = try folder.write(bytes.file, to: "b.seg")
    #expect(throws: Never.self) { try SegmentVerifier.verify(SegmentReader(opening: path)) }
  }

  @Test func zeroesAreZero() throws {
    let folder = try TemporaryFolder()
    _ = try SampleSegment.small.write(to: folder.path + "/a.seg")
    let whole = try folder.read("a.seg")
    let segment = try SegmentReader(opening: folder.path + "/a.seg")
    // Reserved in the header; the gap behind the norms; reserved in a unit.
    let places = [12, segment.range(of: .norms).upperBound, segment.range(of: .units).lowerBound + 31]
    for place in places {
      var damaged = whole
      #expect(damaged[place] == 0)
      damaged[place] = 1
      SegmentBytes.repairChecksums(of: &damaged)
      let path = try folder.write(damaged, to: "b.seg")
      #expect(throws: SegmentError.self, "byte \(place)") {
        try SegmentVerifier.verify(SegmentReader(opening: path))
      }
    }
  }
}
