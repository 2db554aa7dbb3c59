package import Postings

/// What a segment knows of two terms one right before the other.
package enum PairEntry: Equatable, Sendable {
  /// They stand so in no unit.
  case never
  /// The units in which they do; a list of the section `pairPostings`.
  case list(PostingList)
  /// Too few units have both for a list to be kept: their own lists tell.
  case unknown
}

extension SegmentReader {
  /// Pairs that have a list.
  package var pairCount: Int { max(0, byteCount(of: .pairs) / SegmentFormat.PairRecord.byteCount - 1) }

  /// Looks up two terms.
  ///
  /// - Complexity: O(log ``pairCount``) where ``PairRule`` covers them.
  package func pair(_ first: DictionaryEntry, _ second: DictionaryEntry) throws(SegmentError) -> PairEntry {
    guard pairCount > 0, let firstNumber = first.number, let secondNumber = second.number,
      PairRule(unitCount: unitCount).covers(first.list.documentFrequency, second.list.documentFrequency)
    else { return .unknown }
    var low = 0
    var high = pairCount
    while low < high {
      let middle = low + (high - low) / 2
      let found = try terms(ofPairAt: middle)
      if found == (firstNumber, secondNumber) { return .list(try list(ofPairAt: middle)) }
      if found < (firstNumber, secondNumber) { low = middle + 1 } else { high = middle }
    }
    return .never
  }

  /// The terms among those numbered `seconds` that make a pair with a list behind the term numbered `first`, each with the units in
  /// which the pair stands.
  ///
  /// - Complexity: O(log ``pairCount`` + *m*) for *m* such pairs.
  package func pairs(
    ofTermAt first: Int, with seconds: Range<Int>
  ) throws(SegmentError) -> [(second: Int, documentFrequency: Int)] {
    var low = 0
    var high = pairCount
    while low < high {
      let middle = low + (high - low) / 2
      if try terms(ofPairAt: middle) < (first, seconds.lowerBound) { low = middle + 1 } else { high = middle }
    }
    var found: [(second: Int, documentFrequency: Int)] = []
    for ordinal in low..<max(low, pairCount) {
      let terms = try terms(ofPairAt: ordinal)
      guard terms.first == first, seconds.contains(terms.second) else { break }
      let offset = ordinal * SegmentFormat.PairRecord.byteCount + SegmentFormat.PairRecord.documentFrequency
      found.append((terms.second, try frequency(in: .pairs, at: offset, atMost: unitCount)))
    }
    return found
  }

  /// The numbers of the terms of a pair.
  func terms(ofPairAt ordinal: Int) throws(SegmentError) -> (first: Int, second: Int) {
    precondition((0..<pairCount).contains(ordinal))
    let start = ordinal * SegmentFormat.PairRecord.byteCount
    return try withBytes(of: .pairs, in: start..<start + 8) {
      (Int($0.integer(at: start, as: UInt32.self)), Int($0.integer(at: start + 4, as: UInt32.self)))
    }
  }

  /// The list of a pair.
  func list(ofPairAt ordinal: Int) throws(SegmentError) -> PostingList {
    precondition((0..<pairCount).contains(ordinal))
    typealias Record = SegmentFormat.PairRecord
    let start = ordinal * Record.byteCount
    return PostingList(
      documentFrequency: try frequency(in: .pairs, at: start + Record.documentFrequency, atMost: unitCount),
      totalFrequency: try frequency(in: .pairs, at: start + Record.totalFrequency, atMost: wordCount),
      postings: try offsets(
        in: .pairs, at: start + Record.postingsOffset, step: Record.byteCount, into: .pairPostings,
        as: UInt32.self),
      positions: 0..<0, unitCount: unitCount)
  }
}
