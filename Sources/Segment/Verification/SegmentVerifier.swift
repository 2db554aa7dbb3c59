internal import Postings

/// Checks everything that a segment says: what a reader checks, and beyond it what makes answers right.
///
/// Pages first, then the dictionary with its lists, then documents and units, whose lengths are those that the lists
/// make. `index/FORMAT.md` says what is checked, under "What is checked when".
///
/// - Complexity: Every posting of a word is decoded twice, of frequent words once more, every list encoded once. Memory: 24 bytes a unit,
///   five bytes and a bit a word, a byte a term, and four bytes for every place where a pair of frequent words stands.
struct SegmentVerifier {
  /// What was checked, by its number.
  struct Tally: Equatable, Sendable {
    var pageCount = 0
    /// Postings of terms, of stems and of pairs.
    var postingCount = 0
    var positionCount = 0
  }

  let segment: SegmentReader
  private(set) var tally = Tally()
  /// The words of each unit: how often terms that have a stem stand there.
  var wordCounts: [Int]
  /// Whether a term has a stem, and so is a word of the text rather than a compound or a word in capitals.
  var isWord: [Bool]

  /// - Throws: `corrupt` for the first thing that is wrong.
  static func verify(_ segment: SegmentReader) throws(SegmentError) -> Tally {
    try segment.checkAllPages()
    var verifier = SegmentVerifier(segment)
    try verifier.verifyGaps()
    // Stems tell which terms are words, words how long units are, and both what documents say.
    try verifier.verifyStems()
    try verifier.verifyTerms()
    try verifier.verifyPairs()
    try verifier.verifyDocuments()
    try verifier.verifyHeadings()
    try verifier.verifyStatements()
    try verifier.verifyLevelFrequencies()
    return verifier.tally
  }

  private init(_ segment: SegmentReader) {
    self.segment = segment
    tally.pageCount = segment.pageCount
    wordCounts = Array(repeating: 0, count: segment.unitCount)
    isWord = Array(repeating: false, count: segment.termCount)
  }

  mutating func count(_ list: PostingList) {
    tally.postingCount += list.documentFrequency
    tally.positionCount += list.positions.isEmpty ? 0 : list.totalFrequency
  }

  // MARK: - What tables have in common

  /// Between two sections stand zeroes up to the next multiple of 8.
  private func verifyGaps() throws(SegmentError) {
    var end = SegmentFormat.headerByteCount
    for section in SegmentFormat.Section.allCases {
      let range = segment.range(of: section)
      let gap = end..<range.lowerBound
      let isZero = try segment.withFile { file in gap.allSatisfy { file.byte(at: $0) == 0 } }
      guard isZero else {
        throw .corrupt(
          path: segment.path, offset: gap.lowerBound,
          reason: "bytes before section \(section.name) are not zero")
      }
      end = range.upperBound
    }
  }

  /// The offsets at `field` of a table's records begin with 0 and end with the size of the section they point into.
  func verifyOffsets<Value: FixedWidthInteger & BitwiseCopyable>(
    in table: SegmentFormat.Section, at field: Int, step: Int, count: Int, into target: SegmentFormat.Section,
    as type: Value.Type
  ) throws(SegmentError) {
    for (place, expected) in [(field, 0), (field + count * step, segment.byteCount(of: target))] {
      let found = try segment.withBytes(of: table, in: place..<place + MemoryLayout<Value>.size) {
        Int(clamping: $0.integer(at: place, as: type))
      }
      guard found == expected else {
        throw segment.corrupt(
          table, at: place, "offset \(found) of section \(target.name), expected \(expected)")
      }
    }
  }

  /// Bytes of a section that have no meaning.
  func verifyZeroes(in section: SegmentFormat.Section, _ range: Range<Int>) throws(SegmentError) {
    let isZero = try segment.withBytes(of: section, in: range) { bytes in
      range.allSatisfy { bytes.byte(at: $0) == 0 }
    }
    guard isZero else {
      throw segment.corrupt(section, at: range.lowerBound, "\(range.count) bytes from here on are not zero")
    }
  }

  /// Terms and stems ascend: `previous` is the one before, and becomes this one.
  func verifyKey(
    _ ordinal: Int, in table: SegmentFormat.Section, after previous: inout [UInt8]
  ) throws(SegmentError) {
    let key = try segment.key(at: ordinal, in: table)
    // So the first one is not empty either.
    guard previous.lexicographicallyPrecedes(key) else {
      let width = table == .terms ? SegmentFormat.TermRecord.byteCount : SegmentFormat.StemRecord.byteCount
      throw segment.corrupt(
        table, at: ordinal * width, "number \(ordinal) is not greater than the one before, in order of bytes")
    }
    previous = key
  }
}
