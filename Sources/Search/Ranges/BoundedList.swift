internal import Postings

/// A list with the bounds of its ranges, and what a level of it weighs in a query.
struct BoundedList {
  private(set) var term: TermList
  /// Before its first posting.
  private let start: PostingsCursor
  let bounds: RangeBounds
  let weight: UInt16

  init(_ term: TermList, _ bounds: RangeBounds, weight: UInt16) {
    self.term = term
    start = term.cursor
    self.bounds = bounds
    self.weight = weight
  }

  /// Lets units be asked for that stand before those that were: a cursor over gaps only moves forwards.
  mutating func rewind() {
    if start.directory == nil { term.cursor = start }
  }

  /// What the list adds to the score of a unit, which is not before one that was asked for since it was rewound; nil if it has not got it.
  @inline(__always)
  mutating func score(of unit: DocID, norm: UInt8, in bytes: RawSpan) throws(PostingsError) -> Int? {
    let frequency = bounds.frequency(of: unit)
    if frequency == 0 { return nil }
    if frequency < RangeBounds.manyTimes { return term.scores.score(frequency: frequency, norm: norm) }
    guard try term.cursor.seek(unit, in: bytes) else { return nil }
    return try term.score(norm: norm, in: bytes)
  }
}
