/// A part of a query at work on one segment, window after window in ascending order.
protocol Clause: AnyObject {
  /// Adds the units of the window that match, and their values: of those that it asks for all, of the others any.
  func accumulate(into window: inout Window) throws(SearchError)

  /// About how many units of the segment match.
  var expectedCount: Int { get }

  /// About what it takes to find them all, as postings that are read: of what must all match, the cheapest is looked for first, and
  /// the others only in what is left.
  var expectedCost: Int { get }
}

extension Clause {
  var expectedCost: Int { expectedCount }

  /// Replaces `inner` with the matches among what `window` asks for.
  func find(_ inner: inout Window, for window: borrowing Window) throws(SearchError) {
    inner.reset(like: window)
    try accumulate(into: &inner)
    inner.dropUnasked()
  }
}

/// What the value of a matching unit is.
enum Measure {
  /// Nothing: only matches count.
  case matches
  /// The sum of the clauses' scores.
  case score
  /// The sum of the words' and phrases' frequencies.
  case occurrences
}

/// How a word or phrase turns a frequency into a value.
enum Weight {
  case none
  case score(BM25)
  case frequency

  @inline(__always)
  func value(frequency: Int, norm: UInt8) -> Int {
    switch self {
    case .none: 0
    case .score(let bm25): bm25.score(frequency: frequency, norm: norm)
    case .frequency: frequency
    }
  }
}
