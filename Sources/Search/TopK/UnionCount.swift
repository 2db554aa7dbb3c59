internal import Postings
internal import Segment

/// How many units have one of some words or more, without a look at how often.
///
/// The bits of a window of 65,536 units are set list by list, which frequent words do 64 units at a time, and then counted.
struct UnionCount {
  private var cursors: [PostingsCursor]
  private var bits = [UInt64](repeating: 0, count: wordCount)
  private var next: DocID = 0
  private(set) var count = 0

  private static let windowUnitCount = 1 << 16
  private static let wordCount = windowUnitCount / 64

  /// - Parameter cursors: Those of the words, before their first postings.
  init(_ cursors: [PostingsCursor]) {
    self.cursors = cursors
  }

  /// Counts the next window.
  ///
  /// - Returns: Whether there are more.
  mutating func countWindow(of unitCount: Int, in bytes: RawSpan) throws(PostingsError) -> Bool {
    let base = next
    let end = DocID(min(Int(base) + Self.windowUnitCount, unitCount))
    if base >= end { return false }
    next = end
    for index in cursors.indices {
      if let directory = cursors[index].directory {
        try directory.formUnion(into: &bits, at: 0, count: Self.wordCount, from: base, in: bytes)
      } else {
        try setBits(of: index, from: base, below: end, in: bytes)
      }
    }
    for word in bits.indices {
      count += bits[word].nonzeroBitCount
      bits[word] = 0
    }
    return true
  }

  private mutating func setBits(
    of list: Int, from base: DocID, below end: DocID, in bytes: RawSpan
  ) throws(PostingsError) {
    try cursors[list].advance(to: base, in: bytes)
    var run = try cursors[list].run(below: end, in: bytes)
    while !run.isEmpty {
      for index in run {
        let slot = cursors[list].ids[index] - base
        bits[Int(slot >> 6)] |= 1 << UInt64(slot & 63)
      }
      try cursors[list].pass(run, in: bytes)
      run = try cursors[list].run(below: end, in: bytes)
    }
  }
}
