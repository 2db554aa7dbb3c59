internal import Postings

extension SegmentVerifier {
  /// Every stem has ascending terms that no other stem has, and a list that is the union of theirs; one with a single term has
  /// none of its own.
  mutating func verifyStems() throws(SegmentError) {
    typealias Record = SegmentFormat.StemRecord
    let count = segment.stemCount
    try verifyOffsets(
      in: .stems, at: Record.bytesOffset, step: Record.byteCount, count: count, into: .stemBytes,
      as: UInt32.self)
    try verifyOffsets(
      in: .stems, at: Record.formsOffset, step: Record.byteCount, count: count, into: .forms, as: UInt32.self)
    try verifyOffsets(
      in: .stems, at: Record.postingsOffset, step: Record.byteCount, count: count, into: .stemPostings,
      as: UInt32.self)
    let end = count * Record.byteCount
    try verifyZeroes(in: .stems, end + Record.documentFrequency..<end + Record.postingsOffset)

    var union = Union(unitCount: segment.unitCount)
    var check = PostingListCheck(hasPositions: false, norms: try norms())
    var previous: [UInt8] = []
    for ordinal in 0..<count {
      try verifyKey(ordinal, in: .stems, after: &previous)
      let forms = try segment.forms(ofStemAt: ordinal)
      try claim(forms, forStemAt: ordinal)
      for form in forms { try addWords(ofTermAt: form, to: &union) }
      if forms.count > 1 {
        try verifyList(ofStemAt: ordinal, is: &union, &check)
      } else {
        union.removeAll()
        try verifyEmptyList(ofStemAt: ordinal)
      }
    }
  }

  func norms() throws(SegmentError) -> [UInt8] {
    try segment.withBytes(of: .norms, in: 0..<segment.unitCount) { $0.array(in: 0..<segment.unitCount) }
  }

  /// The units of several lists, with the sums of their frequencies.
  private struct Union {
    /// By unit; 0 where no list has it.
    private(set) var frequencies: [Int]
    private(set) var units: [DocID] = []

    init(unitCount: Int) {
      frequencies = Array(repeating: 0, count: unitCount)
    }

    mutating func add(_ unit: DocID, frequency: Int) {
      if frequencies[Int(unit)] == 0 { units.append(unit) }
      frequencies[Int(unit)] += frequency
    }

    mutating func removeAll() {
      for unit in units { frequencies[Int(unit)] = 0 }
      units.removeAll(keepingCapacity: true)
    }
  }

  private mutating func claim(_ forms: [Int], forStemAt ordinal: Int) throws(SegmentError) {
    var previous = -1
    for form in forms {
      guard form > previous, !isWord[form] else {
        throw segment.corrupt(
          .stems, at: ordinal * SegmentFormat.StemRecord.byteCount,
          "the terms of stem \(ordinal) do not ascend, or another stem has one of them: \(forms.prefix(8))")
      }
      isWord[form] = true
      previous = form
    }
  }

  private mutating func addWords(ofTermAt ordinal: Int, to union: inout Union) throws(SegmentError) {
    let list = try segment.term(at: ordinal).list
    try segment.withCheckedBytes(of: .postings) { (bytes: RawSpan) throws(SegmentError) in
      do throws(PostingsError) {
        var cursor = try PostingsCursor(list, in: bytes)
        while try cursor.next(in: bytes) != .end {
          let frequency = try cursor.frequency(in: bytes)
          wordCounts[Int(cursor.docID)] += frequency
          union.add(cursor.docID, frequency: frequency)
        }
      } catch {
        throw segment.corrupt(.postings, error)
      }
    }
  }

  /// Leaves `union` empty.
  private mutating func verifyList(
    ofStemAt ordinal: Int, is union: inout Union, _ check: inout PostingListCheck
  ) throws(SegmentError) {
    let list = try segment.listOfStem(at: ordinal).list
    guard list.documentFrequency == union.units.count else {
      throw segment.corrupt(
        .stems, at: ordinal * SegmentFormat.StemRecord.byteCount + SegmentFormat.StemRecord.documentFrequency,
        "stem \(ordinal) is in \(list.documentFrequency) paragraphs, its terms are in \(union.units.count)")
    }
    try segment.withCheckedBytes(of: .stemPostings) { (bytes: RawSpan) throws(SegmentError) in
      do throws(PostingsError) {
        try check.check(list, postings: bytes, positions: bytes) { id, frequency, _ in
          let expected = union.frequencies[Int(id)]
          return frequency == expected
            ? nil
            : "stem \(ordinal) stands \(frequency) times in paragraph \(id), its terms \(expected) times"
        }
      } catch {
        throw segment.corrupt(.stemPostings, error)
      }
    }
    union.removeAll()
    count(list)
  }

  private func verifyEmptyList(ofStemAt ordinal: Int) throws(SegmentError) {
    typealias Record = SegmentFormat.StemRecord
    let start = ordinal * Record.byteCount
    try verifyZeroes(in: .stems, start + Record.documentFrequency..<start + Record.postingsOffset)
    let range = try segment.offsets(
      in: .stems, at: start + Record.postingsOffset, step: Record.byteCount, into: .stemPostings,
      as: UInt32.self)
    guard range.isEmpty else {
      throw segment.corrupt(
        .stems, at: start + Record.postingsOffset,
        "stem \(ordinal) has a single term and \(range.count) bytes of postings, expected none")
    }
  }

  /// Every term has a list as it is written; words stand at every position of their unit, one at each, and no term stands
  /// elsewhere.
  mutating func verifyTerms() throws(SegmentError) {
    typealias Record = SegmentFormat.TermRecord
    let termCount = segment.termCount
    try verifyOffsets(
      in: .terms, at: Record.bytesOffset, step: Record.byteCount, count: termCount, into: .termBytes,
      as: UInt32.self)
    try verifyOffsets(
      in: .terms, at: Record.postingsOffset, step: Record.byteCount, count: termCount, into: .postings,
      as: UInt32.self)
    try verifyOffsets(
      in: .terms, at: Record.positionsOffset, step: Record.byteCount, count: termCount, into: .positions,
      as: UInt32.self)
    let end = termCount * Record.byteCount
    try verifyZeroes(in: .terms, end + Record.documentFrequency..<end + Record.postingsOffset)
    let wordCount = wordCounts.reduce(0, +)
    guard wordCount == segment.wordCount else {
      throw segment.corrupt(
        .postings, at: 0, "the lists have \(wordCount) words, the footer says \(segment.wordCount)")
    }

    var places = WordPlaces(wordCounts)
    var check = PostingListCheck(hasPositions: true, norms: try norms())
    var previous: [UInt8] = []
    for ordinal in 0..<termCount {
      try verifyKey(ordinal, in: .terms, after: &previous)
      let list = try segment.term(at: ordinal).list
      // SAFETY: every byte of an array of bytes is initialized.
      let hash = unsafe SignatureMaker.hash(previous.span.bytes, 0..<previous.count)
      try verifyList(list, ofWord: isWord[ordinal] ? hash : nil, &places, &check)
      count(list)
    }
    // As many places are taken as there are, and none twice: so all are.
    try verifySignatures(places)
  }

  /// Signatures are those of the words in their order.
  private func verifySignatures(_ places: WordPlaces) throws(SegmentError) {
    var maker = SignatureMaker()
    for (unit, found) in try segment.signatures().enumerated() {
      let expected = maker.signature(of: places.hashes.span.extracting(places.words(of: unit)))
      guard found == expected else {
        throw segment.corrupt(
          .signatures, at: unit * SegmentFormat.signatureByteCount,
          "\(found) for paragraph \(unit), its words make \(expected)")
      }
    }
  }

  private func verifyList(
    _ list: PostingList, ofWord hash: UInt32?, _ places: inout WordPlaces, _ check: inout PostingListCheck
  ) throws(SegmentError) {
    try segment.withCheckedBytes(of: .postings) { (postings: RawSpan) throws(SegmentError) in
      try segment.withCheckedBytes(of: .positions) { (positions: RawSpan) throws(SegmentError) in
        do throws(PostingsError) {
          try check.check(list, postings: postings, positions: positions) { id, _, positions in
            places.take(positions, in: id, ofWord: hash).map {
              "position \($0) in paragraph \(id) is beyond its words, another word's, or has too many terms"
            }
          }
        } catch {
          throw segment.corrupt(.postings, error)
        }
      }
    }
  }
}

/// The positions of all units, and which of them a word was found at.
private struct WordPlaces {
  /// Where the positions of each unit start, and where the last one's end.
  private var starts: [UInt32] = [0]
  private var words: [UInt64]
  /// How many other terms stand at each.
  private var others: [UInt8]
  /// The hash of the word at each.
  private(set) var hashes: [UInt32]

  /// The analyzer makes two at most: a compound, and its first word in capitals. More than a few would make pairs without end.
  private static let mostOthers: UInt8 = 7

  /// - Parameter wordCounts: The words of each unit, together those of the segment, which are fewer than 2³².
  init(_ wordCounts: [Int]) {
    var end = 0
    starts.reserveCapacity(wordCounts.count + 1)
    for count in wordCounts {
      end += count
      starts.append(UInt32(end))
    }
    words = Array(repeating: 0, count: (end + 63) / 64)
    others = Array(repeating: 0, count: end)
    hashes = Array(repeating: 0, count: end)
  }

  /// The places of the words of a unit.
  func words(of unit: Int) -> Range<Int> { Int(starts[unit])..<Int(starts[unit + 1]) }

  /// Takes the positions of a word, which must be the unit's and free; those of another term must be the unit's, and
  /// of a few others at most.
  ///
  /// - Parameter hash: Of a word; nil for another term.
  /// - Returns: The first position that is not so; nil if all are.
  mutating func take(_ positions: [UInt32], in unit: DocID, ofWord hash: UInt32?) -> UInt32? {
    let start = Int(starts[Int(unit)])
    let end = Int(starts[Int(unit) + 1])
    for position in positions {
      let place = start + Int(position)
      guard place < end else { return position }
      guard let hash else {
        others[place] += 1
        if others[place] > Self.mostOthers { return position }
        continue
      }
      let bit = UInt64(1) << UInt64(place & 63)
      guard words[place >> 6] & bit == 0 else { return position }
      words[place >> 6] |= bit
      hashes[place] = hash
    }
    return nil
  }
}
