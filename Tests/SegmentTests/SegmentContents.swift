import Postings

@testable import Segment

/// Everything that a segment says, read through every door.
struct SegmentContents: Equatable {
  var documents: [StoredDocument] = []
  var digests: [[UInt8]] = []
  /// Of each unit, as found by the unit.
  var documentsOfUnits: [Int] = []
  /// The dated ones.
  var runs: [Range<Int>] = []
  var units: [StoredUnit] = []
  /// Of each unit, as found without the rest of it.
  var sentenceStarts: [[UInt32]] = []
  /// Of each unit.
  var headings: [[String]] = []
  var norms: [UInt8] = []
  var signatures: [UInt64] = []
  var terms: [[UInt8]] = []
  var postings: [[Int: [UInt32]]] = []
  var stems: [[UInt8]] = []
  var forms: [[Int]] = []
  var stemFrequencies: [[Int: Int]] = []
  /// The terms of each pair, as the table has them, and its list as found by the terms.
  var pairs: [[Int]] = []
  var pairFrequencies: [[Int: Int]] = []
  var statements: [SegmentReader.StatementRecord] = []
  var details: [SegmentReader.StatementDetails] = []
  var ranges: [SegmentReader.TokenRange] = []
  var speakers: [StoredSpeaker] = []
  /// Of statements and documents.
  var levelNorms: [[UInt8]] = []

  init(reading segment: SegmentReader) throws(SegmentError) {
    for index in 0..<segment.documentCount {
      documents.append(try segment.document(at: index))
      digests.append(try segment.digest(ofDocumentAt: index))
    }
    runs = try segment.documentRuns { $0 != nil }.map(\.units)
    for index in 0..<segment.unitCount {
      documentsOfUnits.append(try segment.document(ofUnit: index, from: documentsOfUnits.last ?? 0).index)
      let unit = try segment.unit(at: index)
      units.append(unit)
      sentenceStarts.append([])
      try segment.readSentenceStarts(ofUnit: index, into: &sentenceStarts[index])
      headings.append(try segment.headings(at: unit.heading))
    }
    signatures = try segment.signatures()
    norms = try segment.withBytes(of: .norms, in: 0..<segment.unitCount) {
      $0.array(in: 0..<segment.unitCount)
    }
    for index in 0..<segment.termCount {
      let term = try segment.key(at: index, in: .terms)
      terms.append(term)
      postings.append(try Self.postings(of: try segment.term(term), in: segment))
    }
    for index in 0..<segment.stemCount {
      let stem = try segment.key(at: index, in: .stems)
      stems.append(stem)
      forms.append(try segment.forms(ofStemAt: index))
      stemFrequencies.append(try Self.frequencies(of: try segment.stem(stem), in: segment))
    }
    for index in 0..<segment.pairCount {
      let (first, second) = try segment.terms(ofPairAt: index)
      pairs.append([first, second])
      guard first < segment.termCount, second < segment.termCount,
        case .list(let list) = try segment.pair(try segment.term(at: first), try segment.term(at: second))
      else { continue }
      pairFrequencies.append(try Self.frequencies(of: list, .pairPostings, in: segment))
    }
    for index in 0..<segment.statementCount {
      statements.append(try segment.statement(at: index))
      details.append(try segment.details(ofStatement: index))
    }
    for index in 0..<segment.rangeCount { ranges.append(try segment.tokenRange(at: index)) }
    for index in 0..<segment.speakerCount { speakers.append(try segment.speaker(at: index)) }
    for (section, count) in [
      (SegmentFormat.Section.statementNorms, segment.statementCount), (.documentNorms, segment.documentCount),
    ] {
      levelNorms.append(try segment.withBytes(of: section, in: 0..<count) { $0.array(in: 0..<count) })
    }
  }

  /// What decides which units answer a query and in what order, but for the words themselves: all of it follows from something else
  /// in the segment, so that a verifier can know it. (Which of two terms with equal lists is a stem's does not.)
  struct Answers: Equatable {
    var units: [Range<Int>]
    var wordCounts: [Int]
    var documents: [Int]
    var documentsOfUnits: [Int]
    var norms: [UInt8]
    var signatures: [UInt64]
    var postings: [[Int: [UInt32]]]
    var stemFrequencies: [[Int: Int]]
    var pairs: [[Int]]
    var pairFrequencies: [[Int: Int]]
  }

  var answers: Answers {
    Answers(
      units: documents.map(\.units), wordCounts: documents.map(\.wordCount), documents: units.map(\.document),
      documentsOfUnits: documentsOfUnits,
      norms: norms, signatures: signatures, postings: postings, stemFrequencies: stemFrequencies,
      pairs: pairs,
      pairFrequencies: pairFrequencies)
  }

  private static func postings(
    of entry: DictionaryEntry?, in segment: SegmentReader
  ) throws(SegmentError) -> [Int: [UInt32]] {
    guard let entry else { return [:] }
    var found: [Int: [UInt32]] = [:]
    var cursor = try segment.cursor(over: entry, withPositions: true)
    try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
      while try cursor.next(in: bytes) != .end {
        var places: [UInt32] = []
        try cursor.positions(in: bytes, postings: bytes, into: &places)
        found[Int(cursor.docID)] = places
      }
    }
    return found
  }

  private static func frequencies(
    of entry: DictionaryEntry?, in segment: SegmentReader
  ) throws(SegmentError) -> [Int: Int] {
    guard let entry else { return [:] }
    return try frequencies(of: entry.list, entry.section, in: segment)
  }

  private static func frequencies(
    of list: PostingList, _ section: SegmentFormat.Section, in segment: SegmentReader
  ) throws(SegmentError) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var cursor = try segment.cursor(over: list, in: section, withPositions: false)
    try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
      while try cursor.next(in: bytes) != .end {
        found[Int(cursor.docID)] = try cursor.frequency(in: bytes)
      }
    }
    return found
  }
}
