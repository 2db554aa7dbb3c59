internal import Postings

/// Drops units that a list has not which must be walked to tell: many at a time, by a bit for each unit they span.
///
/// To step to each of them takes longer than to set the bits of all postings between, as long as these are not many times as many.
/// (Lucene answers conjunctions of frequent words by bits of windows; here the span is that of a block of the rarest list.)
struct WalkedFilter {
  private var walker: PostingsCursor
  private var words: [UInt64] = []

  private static let greatestSpan = 1 << 16
  /// To step to a unit takes about as long as to set the bits of so many postings, on the UN General Debate.
  private static let steppingCost = 10

  /// - Parameter cursor: Over a list without directory, before its first posting.
  init(_ cursor: PostingsCursor) { walker = cursor }

  /// Keeps, at the front of `indexes`, those of the first `count` whose ids the list has; returns how many. Where to look would not pay,
  /// all are kept.
  ///
  /// - Precondition: The ids at these indexes ascend, from call to call too.
  mutating func keep(
    _ indexes: inout [Int], count: Int, of ids: [DocID], in bytes: RawSpan
  ) throws(PostingsError) -> Int {
    if count == 0 { return 0 }
    let (first, last) = (ids[indexes[0]], ids[indexes[count - 1]])
    let base = first & ~63
    let span = Int(last - base) + 1
    let list = walker.layout.list
    let expected = list.documentFrequency * span / list.unitCount
    guard span <= Self.greatestSpan, expected < count * Self.steppingCost else { return count }
    if words.isEmpty { words = Array(repeating: 0, count: Self.greatestSpan / 64) }
    try setBits(from: first, through: last, base: base, in: bytes)
    var kept = 0
    for place in 0..<count {
      let index = indexes[place]
      let slot = Int(ids[index] - base)
      // Without a branch, since which way it goes cannot be foreseen.
      indexes[kept] = index
      kept += Int(truncatingIfNeeded: words[slot >> 6] >> UInt64(slot & 63) & 1)
    }
    for word in 0..<(span + 63) >> 6 { words[word] = 0 }
    return kept
  }

  private mutating func setBits(
    from first: DocID, through last: DocID, base: DocID, in bytes: RawSpan
  ) throws(PostingsError) {
    try walker.advance(to: first, in: bytes)
    var run = try walker.run(below: last + 1, in: bytes)
    while !run.isEmpty {
      for index in run {
        let slot = Int(walker.ids[index] - base)
        words[slot >> 6] |= 1 << UInt64(slot & 63)
      }
      try walker.pass(run, in: bytes)
      run = try walker.run(below: last + 1, in: bytes)
    }
  }
}
