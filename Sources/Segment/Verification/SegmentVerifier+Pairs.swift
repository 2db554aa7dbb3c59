internal import Postings

extension SegmentVerifier {
  /// Units whose words are looked at together.
  private static let pairWindow = 1 << 14

  /// The pairs are those that the positions of terms make, each with the list that they make, and no others.
  ///
  /// To be called when the lists of terms are known to be right.
  mutating func verifyPairs() throws(SegmentError) {
    typealias Record = SegmentFormat.PairRecord
    let count = segment.pairCount
    try verifyOffsets(
      in: .pairs, at: Record.postingsOffset, step: Record.byteCount, count: count, into: .pairPostings,
      as: UInt32.self)
    let end = count * Record.byteCount
    try verifyZeroes(in: .pairs, end..<end + Record.postingsOffset)

    let lists = try pairsOfTerms()
    var check = PostingListCheck(hasPositions: false, norms: try norms())
    var tallied: [PostingList] = []
    var ordinal = 0
    try lists.forEachPair { first, second, postings throws(SegmentError) in
      guard ordinal < count else {
        throw segment.corrupt(
          .pairs, at: end, "\(count) pairs, but terms \(first) and \(second) make one too")
      }
      let found = try segment.terms(ofPairAt: ordinal)
      guard found == (first, second) else {
        throw segment.corrupt(
          .pairs, at: ordinal * Record.byteCount,
          "pair \(ordinal) is of terms \(found.first) and \(found.second), expected \(first) and \(second)")
      }
      tallied.append(try verifyList(ofPairAt: ordinal, is: postings, &check))
      ordinal += 1
    }
    guard ordinal == count else {
      throw segment.corrupt(
        .pairs, at: ordinal * Record.byteCount, "\(count) pairs, the terms make \(ordinal)")
    }
    for list in tallied { self.count(list) }
  }

  private func verifyList(
    ofPairAt ordinal: Int, is postings: borrowing PairLists.Postings, _ check: inout PostingListCheck
  ) throws(SegmentError) -> PostingList {
    let list = try segment.list(ofPairAt: ordinal)
    var expected: [(unit: DocID, frequency: Int)] = []
    postings.forEachPosting { expected.append(($0, $1)) }
    guard list.documentFrequency == expected.count else {
      throw segment.corrupt(
        .pairs, at: ordinal * SegmentFormat.PairRecord.byteCount,
        "pair \(ordinal) is in \(list.documentFrequency) paragraphs, its terms make it \(expected.count)")
    }
    var index = 0
    try segment.withCheckedBytes(of: .pairPostings) { (bytes: RawSpan) throws(SegmentError) in
      do throws(PostingsError) {
        try check.check(list, postings: bytes, positions: bytes) { id, frequency, _ in
          // The list has no more postings than are expected.
          let (unit, count) = expected[index]
          index += 1
          return unit == id && count == frequency
            ? nil
            : "pair \(ordinal) stands \(frequency) times in paragraph \(id), expected \(count) times in \(unit)"
        }
      } catch {
        throw segment.corrupt(.pairPostings, error)
      }
    }
    return list
  }

  /// The pairs that the positions of terms make.
  private func pairsOfTerms() throws(SegmentError) -> PairLists {
    var frequencies: [Int] = []
    for term in 0..<segment.termCount {
      frequencies.append(try segment.term(at: term).list.documentFrequency)
    }
    let slots = PairSlots(documentFrequencies: frequencies, unitCount: segment.unitCount)
    var cursors: [PostingsCursor] = []
    for term in slots.rankedTerms {
      cursors.append(try segment.cursor(over: try segment.term(at: term), withPositions: true))
    }
    var lists = PairLists(slots)
    for start in stride(from: 0, to: cursors.isEmpty ? 0 : segment.unitCount, by: Self.pairWindow) {
      let end = min(start + Self.pairWindow, segment.unitCount)
      var scan = PairScan(
        slots, firstUnit: DocID(start), wordCounts: wordCounts[start..<end].lazy.map { UInt32($0) })
      try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
        for rank in cursors.indices {
          try Self.add(
            &cursors[rank], UInt16(rank), from: DocID(start), below: DocID(end), in: bytes, to: &scan)
        }
      }
      lists.add(scan.finish())
    }
    return lists
  }

  private static func add(
    _ cursor: inout PostingsCursor, _ rank: UInt16, from start: DocID, below end: DocID, in bytes: RawSpan,
    to scan: inout PairScan
  ) throws(PostingsError) {
    var unit = try cursor.advance(to: start, in: bytes)
    while unit < end {
      var walk = try cursor.positionWalk(in: bytes, postings: bytes)
      repeat { scan.add(rank, unit: unit, position: walk.position) } while try walk.next(in: bytes)
      unit = try cursor.next(in: bytes)
    }
  }
}
