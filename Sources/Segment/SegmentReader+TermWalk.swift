internal import Postings

/// A walk through the terms of a segment in order of their bytes.
///
/// It stands at one term, or behind the last. It only goes forward, whatever the file says, and so comes to an end.
package struct TermWalk {
  private let segment: SegmentReader
  /// The number of the term at which the walk stands; ``SegmentReader/termCount`` behind the last.
  package private(set) var number: Int
  /// Its bytes; none behind the last.
  package private(set) var term: [UInt8] = []

  /// Begins at the first term that is `bytes` or comes behind them.
  ///
  /// - Complexity: O(log *n*) for *n* terms.
  package init(in segment: SegmentReader, from bytes: [UInt8] = []) throws(SegmentError) {
    self.segment = segment
    number = bytes.isEmpty ? 0 : try segment.firstTerm(notBefore: bytes, in: 0..<segment.termCount)
    try readTerm()
  }

  package var isAtEnd: Bool { number == segment.termCount }

  /// Goes to the next term.
  ///
  /// - Precondition: The walk is not at its end.
  package mutating func next() throws(SegmentError) {
    precondition(!isAtEnd)
    number += 1
    try readTerm()
  }

  /// Goes to the first term behind the present one that is `bytes` or comes behind them.
  ///
  /// It looks at terms ever farther away, since what is sought is mostly near.
  ///
  /// - Precondition: The walk is not at its end.
  /// - Complexity: O(log *d*) for a way of *d* terms.
  package mutating func advance(to bytes: [UInt8]) throws(SegmentError) {
    precondition(!isAtEnd)
    var low = number + 1
    var step = 1
    while low + step <= segment.termCount,
      try segment.order(ofTermAt: low + step - 1, comparedWith: bytes) < 0
    {
      low += step
      step *= 2
    }
    number = try segment.firstTerm(notBefore: bytes, in: low..<min(low + step - 1, segment.termCount))
    try readTerm()
  }

  private mutating func readTerm() throws(SegmentError) {
    term.removeAll(keepingCapacity: true)
    if !isAtEnd { try segment.appendTerm(at: number, to: &term) }
  }
}

extension SegmentReader {
  /// The paragraphs in which the term with number `ordinal` stands.
  ///
  /// - Precondition: `ordinal` is below ``termCount``.
  package func documentFrequency(ofTermAt ordinal: Int) throws(SegmentError) -> Int {
    precondition((0..<termCount).contains(ordinal))
    return try frequency(
      in: .terms,
      at: ordinal * SegmentFormat.TermRecord.byteCount + SegmentFormat.TermRecord.documentFrequency,
      atMost: unitCount)
  }

  /// The numbers of the terms that begin with `prefix`.
  ///
  /// - Complexity: O(log ``termCount``).
  package func terms(beginningWith prefix: [UInt8]) throws(SegmentError) -> Range<Int> {
    let first = try firstTerm(notBefore: prefix, in: 0..<termCount)
    // The least bytes behind all that begin so: its last byte that can be one greater is.
    var end = prefix
    while let last = end.popLast() {
      guard last < 0xFF else { continue }
      end.append(last + 1)
      return first..<(try firstTerm(notBefore: end, in: first..<termCount))
    }
    return first..<termCount
  }

  /// The first of the terms numbered `ordinals` that is `bytes` or comes behind them; the end of `ordinals` if none is.
  ///
  /// - Complexity: O(log *n*) for *n* ordinals.
  package func firstTerm(notBefore bytes: [UInt8], in ordinals: Range<Int>) throws(SegmentError) -> Int {
    try place(of: bytes, in: .terms, among: ordinals).ordinal
  }
}
