import Postings
import Segment

/// A small segment whose contents a test knows: what is written into it, and what must be read from it.
struct SampleSegment: Sendable {
  struct Term: Equatable, Sendable {
    var bytes: [UInt8]
    var stem: Int?
    var postings: [Int: [UInt32]]
  }

  var documents:
    [(document: StoredDocument, headings: [[String]], units: [(unit: StoredUnit, wordCount: Int)])]
  var terms: [Term]
  var stems: [(bytes: [UInt8], forms: [Int])]

  static let small = SampleSegment(
    documents: [
      (
        StoredDocument(
          id: "2013/a", path: "2013/a.md", title: "On the véto", days: 20_130_911...20_130_911,
          kind: "dialogue",
          publisher: "Coalition", language: "en", symbol: "A/67/929"),
        [[], ["Overview"], ["Overview", "Panel"]],
        [
          (unit(heading: 0, "vetoes veto", line: 1), 2),
          (unit(heading: 2, "the veto – a veto", line: 3), 4),
        ]
      ),
      (StoredDocument(id: "b", path: "b.txt", title: "b"), [[]], []),
      (
        StoredDocument(id: "c", path: "c.txt", title: "Year only", days: 20_120_101...20_121_231), [[]],
        [(unit(heading: 0, "UN", line: 1), 1)]
      ),
    ],
    terms: [
      Term(bytes: Array("UN".utf8), stem: nil, postings: [2: [0]]),
      Term(bytes: Array("a".utf8), stem: 0, postings: [1: [2]]),
      Term(bytes: Array("the".utf8), stem: 1, postings: [1: [0]]),
      Term(bytes: Array("un".utf8), stem: 2, postings: [2: [0]]),
      Term(bytes: Array("veto".utf8), stem: 3, postings: [0: [1], 1: [1, 3]]),
      Term(bytes: Array("vetoes".utf8), stem: 3, postings: [0: [0]]),
    ],
    stems: [
      (Array("a".utf8), [1]), (Array("the".utf8), [2]), (Array("un".utf8), [3]),
      (Array("veto".utf8), [4, 5]),
    ])

  /// Several pages, and lists of several blocks.
  static let large = {
    let units = (0..<400).map { number in
      (unit: unit(heading: 0, "vetoes veto unit\(number)", line: number + 1), wordCount: 3)
    }
    let numbers = (0..<400).map { (bytes: Array("unit\($0)".utf8), unit: $0) }.sorted {
      $0.bytes.lexicographicallyPrecedes($1.bytes)
    }
    return SampleSegment(
      documents: [(StoredDocument(id: "a", path: "a.txt", title: "Large"), [[]], units)],
      terms: numbers.enumerated().map { Term(bytes: $1.bytes, stem: $0, postings: [$1.unit: [2]]) } + [
        Term(
          bytes: Array("veto".utf8), stem: 400,
          postings: Dictionary(uniqueKeysWithValues: (0..<400).map { ($0, [1]) })),
        Term(
          bytes: Array("vetoes".utf8), stem: 400,
          postings: Dictionary(uniqueKeysWithValues: (0..<400).map { ($0, [0]) })),
      ],
      stems: numbers.enumerated().map { ($1.bytes, [$0]) } + [(Array("veto".utf8), [400, 401])])
  }()

  static func unit(heading: Int, _ text: String, line: Int) -> StoredUnit {
    StoredUnit(
      heading: heading, kind: UInt8(heading), text: Array(text.utf8),
      pieces: [
        StoredPiece(textOffset: 0, line: line, column: 1),
        StoredPiece(textOffset: 2, line: line + 1, column: 5),
      ], endLine: line + 1)
  }

  /// Postings of a stem's terms together: frequencies by unit.
  func stemFrequencies(_ forms: [Int]) -> [Int: Int] {
    forms.reduce(into: [:]) { sum, form in
      for (unit, positions) in terms[form].postings { sum[unit, default: 0] += positions.count }
    }
  }

  func write(to path: String) throws -> Int {
    var writer = try SegmentWriter(creating: path)
    for document in documents {
      try writer.beginDocument(document.document, headings: document.headings)
      for unit in document.units { try writer.addUnit(unit.unit, wordCount: unit.wordCount) }
    }
    for term in terms {
      try writer.addTerm(term.bytes, stem: term.stem) { encoder in
        for (unit, positions) in term.postings.sorted(by: { $0.key < $1.key }) {
          encoder.add(DocID(unit), positions: positions)
        }
      }
    }
    for stem in stems {
      try writer.addStem(stem.bytes, forms: stem.forms) { encoder in
        for (unit, frequency) in stemFrequencies(stem.forms).sorted(by: { $0.key < $1.key }) {
          encoder.addWithoutPositions(DocID(unit), frequency: frequency)
        }
      }
    }
    return try writer.finish()
  }
}

/// Everything that a segment says, read through every door.
struct SegmentContents: Equatable {
  var documents: [StoredDocument] = []
  var units: [StoredUnit] = []
  var headings: [[String]] = []
  var norms: [UInt8] = []
  var terms: [[UInt8]] = []
  var postings: [[Int: [UInt32]]] = []
  var stemFrequencies: [[Int: Int]] = []

  init(reading segment: SegmentReader, stems: [[UInt8]]) throws(SegmentError) {
    for index in 0..<segment.documentCount { documents.append(try segment.document(at: index)) }
    for index in 0..<segment.unitCount {
      let unit = try segment.unit(at: index)
      units.append(unit)
      headings.append(try segment.headings(at: unit.heading))
    }
    norms = try segment.withBytes(of: .norms, in: 0..<segment.unitCount) {
      $0.array(in: 0..<segment.unitCount)
    }
    for index in 0..<segment.termCount {
      let bytes = try segment.termBytes(at: index)
      terms.append(bytes)
      postings.append(try Self.postings(of: try segment.term(bytes), in: segment))
    }
    for stem in stems {
      stemFrequencies.append(try Self.frequencies(of: try segment.stem(stem), in: segment))
    }
  }

  private static func postings(
    of entry: DictionaryEntry?, in segment: SegmentReader
  ) throws(SegmentError) -> [Int: [UInt32]] {
    guard let entry else { return [:] }
    var found: [Int: [UInt32]] = [:]
    var cursor = try segment.cursor(over: entry, withPositions: true)
    try segment.withBytes(of: .postings, in: entry.list.postings) { (bytes: RawSpan) throws(SegmentError) in
      try segment.withBytes(of: .positions, in: entry.list.positions) {
        (positions: RawSpan) throws(SegmentError) in
        do throws(PostingsError) {
          while try cursor.next(in: bytes) != .end {
            var places: [UInt32] = []
            try cursor.positions(in: positions, into: &places)
            found[Int(cursor.docID)] = places
          }
        } catch {
          throw segment.corrupt(.postings, error)
        }
      }
    }
    return found
  }

  private static func frequencies(
    of entry: DictionaryEntry?, in segment: SegmentReader
  ) throws(SegmentError) -> [Int: Int] {
    guard let entry else { return [:] }
    var found: [Int: Int] = [:]
    var cursor = try segment.cursor(over: entry, withPositions: false)
    try segment.withBytes(of: entry.section, in: entry.list.postings) {
      (bytes: RawSpan) throws(SegmentError) in
      do throws(PostingsError) {
        while try cursor.next(in: bytes) != .end { found[Int(cursor.docID)] = cursor.frequency }
      } catch {
        throw segment.corrupt(entry.section, error)
      }
    }
    return found
  }
}
