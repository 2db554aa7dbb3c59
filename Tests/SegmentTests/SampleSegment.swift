import Postings
import Segment

/// A small segment whose contents a test knows: what is written into it, and what must be read from it.
struct SampleSegment: Sendable {
  struct Term: Equatable, Sendable {
    var bytes: [UInt8]
    var postings: [Int: [UInt32]]

    init(_ text: String, _ postings: [Int: [UInt32]]) {
      bytes = Array(text.utf8)
      self.postings = postings
    }
  }

  var documents:
    [(document: StoredDocument, headings: [[String]], units: [(unit: StoredUnit, wordCount: Int)])]
  var terms: [Term]
  var stems: [(bytes: [UInt8], forms: [Int])]
  /// Lists of stems, frequencies by unit, that are not the union of their terms'.
  var stemFaults: [Int: [Int: Int]] = [:]

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
      Term("UN", [2: [0]]), Term("a", [1: [2]]), Term("the", [1: [0]]), Term("un", [2: [0]]),
      Term("veto", [0: [1], 1: [1, 3]]), Term("vetoes", [0: [0]]),
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
    let numbers = (0..<400).map { (text: "unit\($0)", unit: $0) }.sorted {
      $0.text.utf8.lexicographicallyPrecedes($1.text.utf8)
    }
    return SampleSegment(
      documents: [(StoredDocument(id: "a", path: "a.txt", title: "Large"), [[]], units)],
      terms: numbers.map { Term($0.text, [$0.unit: [2]]) } + [
        Term("veto", Dictionary(uniqueKeysWithValues: (0..<400).map { ($0, [1]) })),
        Term("vetoes", Dictionary(uniqueKeysWithValues: (0..<400).map { ($0, [0]) })),
      ],
      stems: numbers.enumerated().map { (Array($1.text.utf8), [$0]) } + [(Array("veto".utf8), [400, 401])])
  }()

  static func unit(heading: Int, _ text: String, line: Int) -> StoredUnit {
    StoredUnit(
      heading: heading, kind: UInt8(heading), text: Array(text.utf8),
      pieces: [
        StoredPiece(textOffset: 0, line: line, column: 1),
        StoredPiece(textOffset: 1, line: line + 1, column: 5),
      ], endLine: line + 1)
  }

  /// What stands for the hash of a document's source.
  static func digest(of document: StoredDocument) -> [UInt8] { SHA256.hash(Array(document.path.utf8)) }

  /// The name of the segment under a pipeline.
  func name(pipeline: String) -> String {
    var name = ContentName(pipeline: pipeline)
    for document in documents.map(\.document) {
      name.add(path: document.path, digest: Self.digest(of: document))
    }
    return name.hex
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
      try writer.beginDocument(
        document.document, digest: Self.digest(of: document.document), headings: document.headings)
      for unit in document.units { try writer.addUnit(unit.unit, wordCount: unit.wordCount) }
    }
    for term in terms {
      try writer.addTerm(term.bytes) { encoder in
        for (unit, positions) in term.postings.sorted(by: { $0.key < $1.key }) {
          encoder.add(DocID(unit), positions: positions)
        }
      }
    }
    for (number, stem) in stems.enumerated() {
      try writer.addStem(stem.bytes, forms: stem.forms) { encoder in
        let frequencies = stemFaults[number] ?? stemFrequencies(stem.forms)
        for (unit, frequency) in frequencies.sorted(by: { $0.key < $1.key }) {
          encoder.addWithoutPositions(DocID(unit), frequency: frequency)
        }
      }
    }
    return try writer.finish()
  }
}
