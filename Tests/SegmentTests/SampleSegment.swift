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
  /// Pairs, by the numbers of their terms, with lists that are not what the terms make; nil for a pair that is left out.
  var pairFaults: [[Int]: [Int: Int]?] = [:]
  /// Signatures, by unit, that are not those of the words.
  var signatureFaults: [Int: UInt64] = [:]
  /// By document.
  var statements: [Int: [StoredStatement]] = [:]
  var speakers: [StoredSpeaker] = []

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
          (unit(heading: 2, "the veto – a veto", line: 3, sentenceStarts: [2]), 4),
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
    ],
    statements: [
      0: [
        StoredStatement(
          spans: [
            StoredStatement.Span(unit: 0, positions: 0..<2), StoredStatement.Span(unit: 1, positions: 0..<2),
          ],
          mode: 2, speakers: [0], voices: [StoredVoice(name: "France", speaker: 0)], rule: "subject",
          evidence: "France said"),
        StoredStatement(
          spans: [StoredStatement.Span(unit: 1, positions: 3..<4)], mode: 1, speakers: [], voices: [],
          rule: "turn-label", evidence: ""),
      ]
    ],
    speakers: [
      StoredSpeaker(id: "FRA", name: "France", keys: ["france", "fra", "french"]),
      StoredSpeaker(id: "CHL", name: "Chile", keys: ["chile"]),
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
      stems: numbers.enumerated().map { (Array($1.text.utf8), [$0]) } + [(Array("veto".utf8), [400, 401])],
      statements: [
        0: (0..<100).map { number in
          StoredStatement(
            spans: [
              StoredStatement.Span(unit: 4 * number, positions: 1..<3),
              StoredStatement.Span(unit: 4 * number + 1, positions: 0..<2),
            ],
            mode: UInt8(number % 3), speakers: [number % 2],
            voices: [StoredVoice(name: "Speaker \(number % 2)", speaker: number % 3 == 0 ? nil : number % 2)],
            rule: "subject",
            evidence: "\(number) said")
        }
      ],
      speakers: (0..<2).map { StoredSpeaker(id: "s\($0)", name: "Speaker \($0)", keys: ["speaker \($0)"]) })
  }()

  static func unit(heading: Int, _ text: String, line: Int, sentenceStarts: [UInt32] = []) -> StoredUnit {
    StoredUnit(
      heading: heading, kind: UInt8(heading), text: Array(text.utf8),
      pieces: [
        StoredPiece(textOffset: 0, line: line, column: 1),
        StoredPiece(textOffset: 1, line: line + 1, column: 5),
      ], endLine: line + 1, sentenceStarts: sentenceStarts)
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

  /// In how many statements and documents one of the terms stands.
  func frequencies(of terms: [Term]) -> SegmentWriter.LevelFrequencies {
    var found = SegmentWriter.LevelFrequencies()
    var firstUnit = 0
    for (number, document) in documents.enumerated() {
      func stand(in unit: Int, _ positions: Range<UInt32>) -> Bool {
        terms.contains { ($0.postings[firstUnit + unit] ?? []).contains { positions.contains($0) } }
      }
      if document.units.indices.contains(where: { stand(in: $0, 0..<UInt32.max) }) { found.documents += 1 }
      for statement in statements[number] ?? []
      where statement.spans.contains(where: { stand(in: $0.unit, $0.positions) }) { found.statements += 1 }
      firstUnit += document.units.count
    }
    return found
  }

  /// The signature of a unit's words, in the order of their positions.
  func signature(ofUnit unit: Int) -> UInt64 {
    let isWord = Set(stems.flatMap(\.forms))
    let words = terms.enumerated().filter { isWord.contains($0.offset) }.flatMap { _, term in
      (term.postings[unit] ?? []).map { (position: $0, term: term.bytes) }
    }
    let hashes = words.sorted { $0.position < $1.position }.map { _, bytes in
      // SAFETY: every byte of an array of bytes is initialized.
      unsafe SignatureMaker.hash(bytes.span.bytes, 0..<bytes.count)
    }
    var maker = SignatureMaker()
    return maker.signature(of: hashes.span)
  }

  /// Every pair of terms that is kept, in order of their numbers, with how often the first stands right before the second, by unit.
  var pairs: [(terms: [Int], frequencies: [Int: Int])] {
    let unitCount = documents.reduce(0) { $0 + $1.units.count }
    let frequent = terms.indices.filter { terms[$0].postings.count * 48 >= unitCount }
    var pairs: [(terms: [Int], frequencies: [Int: Int])] = []
    for first in frequent {
      for second in frequent
      where 48 * terms[first].postings.count * terms[second].postings.count >= unitCount * unitCount {
        var frequencies: [Int: Int] = [:]
        for (unit, positions) in terms[first].postings {
          let after = Set(terms[second].postings[unit] ?? [])
          let count = positions.filter { after.contains($0 + 1) }.count
          if count > 0 { frequencies[unit] = count }
        }
        if !frequencies.isEmpty { pairs.append(([first, second], frequencies)) }
      }
    }
    return pairs
  }

  func write(to path: String) throws -> Int {
    var writer = try SegmentWriter(creating: path)
    for speaker in speakers { _ = writer.number(of: speaker) }
    for document in documents {
      try writer.beginDocument(
        document.document, digest: Self.digest(of: document.document), headings: document.headings)
      for unit in document.units {
        try writer.addUnit(
          unit.unit, wordCount: unit.wordCount,
          signature: signatureFaults[writer.unitCount] ?? signature(ofUnit: writer.unitCount))
      }
      for statement in statements[writer.documentCount - 1] ?? [] { writer.addStatement(statement) }
    }
    for term in terms {
      try writer.addTerm(term.bytes, frequencies: frequencies(of: [term])) { encoder in
        for (unit, positions) in term.postings.sorted(by: { $0.key < $1.key }) {
          encoder.add(DocID(unit), positions: positions)
        }
      }
    }
    for (number, stem) in stems.enumerated() {
      try writer.addStem(
        stem.bytes, forms: stem.forms,
        frequencies: frequencies(of: stem.forms.filter(terms.indices.contains).map { terms[$0] })
      ) { encoder in
        let frequencies = stemFaults[number] ?? stemFrequencies(stem.forms)
        for (unit, frequency) in frequencies.sorted(by: { $0.key < $1.key }) {
          encoder.addWithoutPositions(DocID(unit), frequency: frequency)
        }
      }
    }
    let pairs = pairs
    let strangers = pairFaults.keys.filter { pair in !pairs.contains { $0.terms == pair } }
    let written = pairs + strangers.map { ($0, [:]) }
    for (pair, frequencies) in written.sorted(by: { $0.terms.lexicographicallyPrecedes($1.terms) }) {
      guard let frequencies = pairFaults[pair] ?? frequencies else { continue }
      try writer.addPair(first: pair[0], second: pair[1]) { encoder in
        for (unit, frequency) in frequencies.sorted(by: { $0.key < $1.key }) {
          encoder.addWithoutPositions(DocID(unit), frequency: frequency)
        }
      }
    }
    return try writer.finish()
  }
}
