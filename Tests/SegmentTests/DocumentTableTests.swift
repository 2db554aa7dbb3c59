import TestSupport
import Testing

@testable import Segment

/// Documents are read from the file when a value of theirs is needed: found by a unit, walked in order, filtered by days.
@Suite struct DocumentTableTests {
  typealias Record = SegmentFormat.DocumentRecord

  /// A thousand documents of no unit to three, a few of them undated, runs of them of one year.
  private static func sample(seed: UInt64) -> SampleSegment {
    var generator = SeededGenerator(seed: seed)
    var sample = SampleSegment(documents: [], terms: [], stems: [])
    for number in 0..<1_000 {
      var document = StoredDocument(id: "d\(number + 1_000)", path: "d\(number + 1_000)", title: "")
      let year = Int32(1970 + Int.random(in: 0...3, using: &generator))
      if number % 7 != 3 { document.days = year * 10_000 + 101...year * 10_000 + 1231 }
      let units = (0..<Int.random(in: 0...3, using: &generator)).map { line in
        (unit: SampleSegment.unit(heading: 0, "x", line: line + 1), wordCount: 0)
      }
      sample.documents.append((document, [[]], units))
    }
    return sample
  }

  @Test(arguments: 0..<4) func documentsOfUnitsAreThoseOfAScan(seed: UInt64) throws {
    let sample = Self.sample(seed: seed)
    let folder = try TemporaryFolder()
    _ = try sample.write(to: folder.path + "/a.seg")
    let segment = try SegmentReader(opening: folder.path + "/a.seg")
    let expected = sample.documents.enumerated().flatMap { number, document in
      Array(repeating: number, count: document.units.count)
    }
    #expect(segment.unitCount == expected.count)
    var generator = SeededGenerator(seed: seed)
    for (unit, number) in expected.enumerated() {
      for start in [0, number, Int.random(in: 0...number, using: &generator)] {
        let (index, record) = try segment.document(ofUnit: unit, from: start)
        #expect(index == number)
        #expect(try record == segment.documentRecord(at: number))
        #expect(record.days == sample.documents[number].document.days && record.units.contains(unit))
      }
    }
  }

  @Test(arguments: 0..<4) func runsAreThoseOfAScan(seed: UInt64) throws {
    let sample = Self.sample(seed: seed)
    let folder = try TemporaryFolder()
    _ = try sample.write(to: folder.path + "/a.seg")
    let segment = try SegmentReader(opening: folder.path + "/a.seg")
    let filters: [(ClosedRange<Int32>?) -> Bool] = [
      { _ in true }, { _ in false }, { $0 == nil }, { $0 != nil }, { ($0?.lowerBound ?? 0) > 19_720_000 },
      { $0 == 19_710_101...19_711_231 },
    ]
    for passes in filters {
      var expected: [Int] = []
      var units: [Int] = []
      for index in 0..<segment.documentCount where passes(sample.documents[index].document.days) {
        expected.append(index)
        units += try segment.documentRecord(at: index).units
      }
      let runs = try segment.documentRuns(where: passes)
      #expect(runs.flatMap(\.documents) == expected)
      #expect(runs.flatMap(\.units) == units)
      // As long as can be.
      for (run, next) in zip(runs, runs.dropFirst()) {
        #expect(run.documents.upperBound < next.documents.lowerBound)
      }
    }
  }

  /// A segment whose records of documents say something else, under right checksums.
  private func damaged(
    _ folder: TemporaryFolder, _ damage: (inout [UInt8]) -> Void
  ) throws -> SegmentReader {
    _ = try SampleSegment.small.write(to: folder.path + "/a.seg")
    var bytes = SegmentBytes(try folder.read("a.seg"))
    damage(&bytes[.documents])
    return try SegmentReader(opening: folder.write(bytes.file, to: "b.seg"))
  }

  /// Documents have the units 0 and 1, none, and 2.
  @Test func unitsOfNoDocumentAreDamage() throws {
    let folder = try TemporaryFolder()
    // The first document starts with unit 1, the last one ends with unit 1, one starts behind all.
    for (record, firstUnit, unit) in [(0, UInt8(1), 0), (3, 2, 2), (2, 9, 2)] {
      let segment = try damaged(folder) { $0[record * Record.byteCount + Record.firstUnit] = firstUnit }
      let error = #expect(throws: SegmentError.self) { try segment.document(ofUnit: unit, from: 0) }
      guard case .corrupt(let damage) = error, damage.section == .documents else {
        Issue.record("\(String(describing: error))")
        continue
      }
      #expect(throws: SegmentError.self) { try SegmentVerifier.verify(segment) }
    }
  }

  @Test func disorderAndWrongDaysAreDamageWhereTheyAreRead() throws {
    let folder = try TemporaryFolder()
    let disorder = try damaged(folder) { $0[Record.byteCount + Record.firstUnit] = 3 }
    #expect(throws: SegmentError.self) { try disorder.documentRecord(at: 1) }
    #expect(throws: SegmentError.self) { try disorder.documentRuns { $0 == nil } }
    let wrongDays = try damaged(folder) { $0[Record.firstDay + 3] = 0xFF }
    #expect(throws: SegmentError.self) { try wrongDays.documentRecord(at: 0) }
    #expect(throws: SegmentError.self) { try wrongDays.documentRuns { _ in true } }
    #expect(try wrongDays.documentRecord(at: 1).days == nil)
  }
}
