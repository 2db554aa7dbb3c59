internal import Postings
internal import Segment

/// The best units with one of some words or more, by MaxScore over windows.
///
/// Lists are sorted by the most that they can add. The longest run of the least ones whose bounds together do not reach the
/// threshold, the score of the worst of the best so far, is not essential: a unit that stands in these alone cannot come in. Only the
/// essential lists are walked, a window of 4,096 units at a time, their scores added up in an array; the others are asked for the few
/// units whose sum could still come in. What is essential is chosen again after each window, since the threshold rises.
///
/// (Turtle and Flood, "Query Evaluation: Strategies and Optimizations", Information Processing and Management 31, 1995; by
/// windows as Lucene does. Here scores are integers, so that the order in which they are added changes nothing; and a unit at
/// the threshold comes behind those that stand there, since units are seen in corpus order.)
struct UnionTopK {
  /// By bound, the least first.
  private var lists: [ScoredList]
  /// The sum of the bounds of the lists before each, and of all.
  private let boundsBefore: [Int]
  /// Of the units of a window, the sum of what essential lists have; 0 between windows.
  private var scores: [Int32]
  /// A bit for each of them that any list has.
  private var touched: [UInt64]

  static let windowUnitCount = 4096

  /// Whether the sums of these bounds fit.
  static func canAdd(_ bounds: [Int]) -> Bool { bounds.reduce(0, +) <= Int(Int32.max) }

  /// - Precondition: ``canAdd(_:)`` of their bounds; at least one list.
  init(_ lists: [ScoredList]) {
    self.lists = lists.sorted { $0.bound < $1.bound }
    var sums = [0]
    for list in self.lists { sums.append(sums[sums.count - 1] + list.bound) }
    precondition(sums[lists.count] <= Int(Int32.max))
    boundsBefore = sums
    scores = lists.count > 1 ? Array(repeating: 0, count: Self.windowUnitCount) : []
    touched = lists.count > 1 ? Array(repeating: 0, count: Self.windowUnitCount / 64) : []
  }

  /// Searches the next window and inserts what comes in.
  ///
  /// - Parameters:
  ///   - bytes: The segment's file.
  ///   - norms: Its norms, a byte a unit.
  ///   - segment: Its number.
  /// - Returns: Whether a later window may hold more.
  mutating func searchWindow(
    in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) -> Bool {
    let essential = essentialStart(best.threshold)
    if essential == lists.count { return false }
    var base = DocID.end
    for index in essential..<lists.count { base = min(base, lists[index].cursor.docID) }
    if base == .end { return false }
    let end = DocID(min(UInt64(base) + UInt64(Self.windowUnitCount), UInt64(norms.byteCount)))
    if essential == lists.count - 1 {
      try search(last: essential, below: end, in: bytes, norms: norms, segment: segment, into: &best)
    } else {
      for index in essential..<lists.count {
        try addScores(of: index, from: base, below: end, in: bytes, norms: norms)
      }
      try takeCandidates(
        essential, from: base, in: bytes, norms: norms, segment: segment, into: &best)
    }
    return true
  }

  /// Steps every list to its first posting.
  mutating func start(in bytes: RawSpan) throws(PostingsError) {
    for index in lists.indices { try lists[index].cursor.next(in: bytes) }
  }

  /// The first list without which nothing can come in.
  private func essentialStart(_ threshold: Int) -> Int {
    var start = 0
    while start < lists.count, boundsBefore[start + 1] <= threshold { start += 1 }
    return start
  }

  // MARK: - One essential list

  private mutating func search(
    last: Int, below end: DocID, in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) {
    let rest = boundsBefore[last]
    var run = lists[last].cursor.run(below: end)
    while !run.isEmpty {
      try lists[last].cursor.decodeFrequencies(in: bytes)
      var start = run.lowerBound
      while let (index, score) = lists[last].firstScore(
        above: best.threshold == .min ? .min : best.threshold - rest, in: start..<run.upperBound, norms: norms
      ) {
        try complete(
          lists[last].cursor.ids[index], score: score, essential: last, in: bytes, norms: norms,
          segment: segment, into: &best)
        start = index + 1
      }
      try lists[last].cursor.pass(run, in: bytes)
      run = lists[last].cursor.run(below: end)
    }
  }

  // MARK: - More than one

  /// Adds up the scores of an essential list in the window.
  private mutating func addScores(
    of list: Int, from base: DocID, below end: DocID, in bytes: RawSpan, norms: RawSpan
  ) throws(PostingsError) {
    var run = lists[list].cursor.run(below: end)
    while !run.isEmpty {
      try lists[list].cursor.decodeFrequencies(in: bytes)
      lists[list].addScores(of: run, from: base, norms: norms, to: &scores, touched: &touched)
      try lists[list].cursor.pass(run, in: bytes)
      run = lists[list].cursor.run(below: end)
    }
  }

  /// Completes the sums that may come in, and clears all.
  private mutating func takeCandidates(
    _ essential: Int, from base: DocID, in bytes: RawSpan, norms: RawSpan, segment: Int,
    into best: inout TopHits
  ) throws(PostingsError) {
    let rest = boundsBefore[essential]
    for word in touched.indices where touched[word] != 0 {
      var slots = touched[word]
      touched[word] = 0
      while slots != 0 {
        let slot = word * 64 + slots.trailingZeroBitCount
        slots &= slots - 1
        let score = Int(scores[slot])
        scores[slot] = 0
        if score + rest > best.threshold {
          try complete(
            base + DocID(slot), score: score, essential: essential, in: bytes, norms: norms,
            segment: segment, into: &best)
        }
      }
    }
  }

  // MARK: - Lists that are not essential

  /// Adds what the lists before `essential` have for `unit`, as long as that may bring it in, and inserts it.
  private mutating func complete(
    _ unit: DocID, score: Int, essential: Int, in bytes: RawSpan, norms: RawSpan, segment: Int,
    into best: inout TopHits
  ) throws(PostingsError) {
    var score = score
    for index in (0..<essential).reversed() {
      guard score + boundsBefore[index + 1] > best.threshold else { return }
      guard try lists[index].cursor.advance(to: unit, in: bytes) == unit else { continue }
      score += try lists[index].score(norm: norms.byte(at: Int(unit)), in: bytes)
    }
    guard score > best.threshold else { return }
    best.insert(TopHits.Entry(rank: score, score: score, segment: segment, unit: unit))
  }
}
