/// Walks the positions of one posting, ascending.
///
/// Plain integers; the bytes are those of the positions. It stands on the first position from the start.
package struct PositionWalk: Sendable {
  /// The position it stands on.
  package private(set) var position: UInt32
  private var gaps = PatchedPacking()
  /// The next gap of the run, and the end of the posting's.
  private var gap: Int
  private let end: Int

  /// - Throws: if the run ends before the posting's gaps, or the position is beyond 31 bits.
  init(
    at index: Int, of run: inout BlockPositions, gaps: Range<Int>, in bytes: RawSpan
  ) throws(PostingsError) {
    if !gaps.isEmpty { self.gaps = try run.gaps(count: gaps.upperBound, in: bytes) }
    gap = gaps.lowerBound
    end = gaps.upperBound
    position = run.first(at: index, in: bytes)
    guard position < PostingsFormat.positionLimit else { throw self.gaps.beyondLimit }
  }

  /// Steps to the next position; false if there is none.
  @inline(__always)
  package mutating func next(in bytes: RawSpan) throws(PostingsError) -> Bool {
    if gap == end { return false }
    let next = UInt64(position) + 1 + UInt64(gaps.value(at: gap, in: bytes))
    guard next < UInt64(PostingsFormat.positionLimit) else { throw gaps.beyondLimit }
    position = UInt32(next)
    gap += 1
    return true
  }

  /// Steps to the first position that is `target` or greater, and stays where that is so already; false if there is none.
  @inline(__always)
  package mutating func advance(to target: UInt64, in bytes: RawSpan) throws(PostingsError) -> Bool {
    while UInt64(position) < target {
      guard try next(in: bytes) else { return false }
    }
    return true
  }
}
