internal import Postings
internal import Segment

/// The best units with one of some words or more, by MaxScore over windows.
///
/// In a window of 4,096 units, lists are sorted by the most that the blocks there can add. The longest run of the least ones whose bounds
/// together do not reach the threshold, the score of the worst of the best so far, is not essential: a unit that stands in these alone
/// cannot come in. Only the essential lists are walked, their scores added up in an array; the others are asked for the few units whose
/// sum could still come in: first whether they have them at all, which frequent words tell for 64 units at a time, then how often.
/// Where no list is essential, the window is left out.
///
/// (Turtle and Flood, "Query Evaluation: Strategies and Optimizations", Information Processing and Management 31, 1995; Ding and Suel,
/// "Faster Top-k Document Retrieval Using Block-Max Indexes", SIGIR 2011; by windows as Lucene does. Here scores are integers, so that
/// the order in which they are added changes nothing; and a unit at the threshold comes behind those that stand there, since units are
/// seen in corpus order.)
struct UnionTopK {
  private var lists: [TermList]
  /// The numbers of the lists by the most that they can add in the window, the least first.
  private var order: [Int]
  /// That most, in this order.
  private var bounds: [Int]
  /// The sums of `bounds` before each, and of all.
  private var boundsBefore: [Int]
  /// Of the units of a window, the sum of what essential lists have; 0 between windows, and no room before it is needed.
  private var sums: [Int32] = []
  /// A bit for each of them that any essential list has.
  private var touched: [UInt64] = []
  /// The bits of the units that lists which are not essential have, 64 words for each such list.
  private var present: [UInt64]
  /// The most that these lists can add in the window.
  private var presentBounds: [Int] = []
  private var candidates: [Candidate] = []
  /// Indexes of postings of a run.
  private var picked = [Int](repeating: 0, count: PostingsFormat.blockSize)
  /// Where the next window begins.
  private var next: DocID = 0
  /// Whether postings are passed over for what they score themselves.
  private let isCutOff: Bool

  static let windowUnitCount = 4096
  private static let wordCount = windowUnitCount / 64
  /// One list needs no sums.
  private static let singleWindowUnitCount = 1 << 16

  /// Whether the sums of these bounds fit.
  static func canAdd(_ bounds: [Int]) -> Bool { bounds.reduce(0, +) <= Int(Int32.max) }

  /// - Precondition: ``canAdd(_:)`` of their bounds; at least one list.
  init(_ lists: [TermList], _ techniques: Techniques) {
    self.lists = lists
    isCutOff = techniques.contains(.cutOff)
    order = Array(lists.indices)
    bounds = lists.map(\.bound)
    boundsBefore = Array(repeating: 0, count: lists.count + 1)
    present = Array(repeating: 0, count: (lists.count - 1) * Self.wordCount)
  }

  /// Gives what was scored to the search of the next segment.
  consuming func putBackScores(to tables: inout ScoreTables) {
    for list in lists { tables.putBack(list.scores, list.number) }
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
    guard Int(next) < norms.byteCount, let base = nextBase(), Int(base) < norms.byteCount else {
      return false
    }
    let width = lists.count > 1 ? Self.windowUnitCount : Self.singleWindowUnitCount
    let end = DocID(min(UInt64(base) + UInt64(width), UInt64(norms.byteCount)))
    next = end
    sortLists(from: base, below: end, in: bytes)
    var essential = 0
    while essential < lists.count, boundsBefore[essential + 1] <= best.threshold { essential += 1 }
    if essential == lists.count { return true }
    for index in essential..<lists.count { try lists[order[index]].cursor.advance(to: base, in: bytes) }
    if essential == lists.count - 1 {
      try search(last: essential, below: end, in: bytes, norms: norms, segment: segment, into: &best)
    } else {
      makeRoom()
      for index in essential..<lists.count {
        try addScores(of: order[index], from: base, below: end, in: bytes, norms: norms)
      }
      try takeCandidates(
        essential, from: base, in: bytes, norms: norms, segment: segment, into: &best)
    }
    return true
  }

  /// The first unit, or the beginning of its chunk, that may be in a list and was not seen; nil if there is none.
  private func nextBase() -> DocID? {
    var base = DocID.end
    for list in lists { base = min(base, max(list.cursor.docID, next)) }
    return base == .end ? nil : base & ~255
  }

  private mutating func sortLists(from base: DocID, below end: DocID, in bytes: RawSpan) {
    for index in lists.indices {
      let bound = lists[index].bound(from: base, below: end, in: bytes)
      var place = index
      while place > 0, bounds[place - 1] > bound {
        bounds[place] = bounds[place - 1]
        order[place] = order[place - 1]
        place -= 1
      }
      bounds[place] = bound
      order[place] = index
    }
    for index in lists.indices { boundsBefore[index + 1] = boundsBefore[index] + bounds[index] }
  }

  // MARK: - One essential list

  private mutating func search(
    last: Int, below end: DocID, in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) {
    let list = order[last]
    var run = try lists[list].cursor.run(below: end, in: bytes)
    while !run.isEmpty {
      try lists[list].cursor.decodeFrequencies(in: bytes)
      let count = try pick(from: run, last: last, above: best.threshold, norms: norms, in: bytes)
      for place in 0..<count {
        let unit = lists[list].cursor.ids[picked[place]]
        let frequency = lists[list].cursor.frequencies[picked[place]]
        let score = lists[list].scores.score(frequency: frequency, norm: norms.byte(at: Int(unit)))
        try complete(
          unit, score: score, essential: last, in: bytes, norms: norms, segment: segment, into: &best)
      }
      try lists[list].cursor.pass(run, in: bytes)
      run = try lists[list].cursor.run(below: end, in: bytes)
    }
  }

  /// Picks the postings of the only essential list that could come in with what others can add that have their units, or do not tell it
  /// at once.
  ///
  /// - Returns: How many, at the front of ``picked``.
  private mutating func pick(
    from run: Range<Int>, last: Int, above threshold: Int, norms: RawSpan, in bytes: RawSpan
  ) throws(PostingsError) -> Int {
    let list = order[last]
    let least = isCutOff && threshold != .min ? threshold - boundsBefore[last] : .min
    let count = lists[list].scores.pick(
      above: least, of: lists[list].cursor.ids, lists[list].cursor.frequencies, in: run, norms: norms,
      into: &picked)
    var kept = 0
    for place in 0..<count {
      let index = picked[place]
      let unit = lists[list].cursor.ids[index]
      var most = lists[list].scores.score(
        frequency: lists[list].cursor.frequencies[index], norm: norms.byte(at: Int(unit)))
      for other in 0..<last {
        let isPossible = try lists[order[other]].presence?.contains(unit, in: bytes) ?? true
        most += isPossible ? bounds[other] : 0
      }
      picked[kept] = index
      kept += most > threshold ? 1 : 0
    }
    return kept
  }

  // MARK: - More than one

  /// Makes the room for sums, which a segment may not need where many went before.
  private mutating func makeRoom() {
    guard sums.isEmpty else { return }
    sums = Array(repeating: 0, count: Self.windowUnitCount)
    touched = Array(repeating: 0, count: Self.wordCount)
    candidates = Array(repeating: Candidate(slot: 0, sum: 0), count: Self.windowUnitCount)
  }

  /// Adds up the scores of an essential list in the window.
  private mutating func addScores(
    of list: Int, from base: DocID, below end: DocID, in bytes: RawSpan, norms: RawSpan
  ) throws(PostingsError) {
    var run = try lists[list].cursor.run(below: end, in: bytes)
    while !run.isEmpty {
      try lists[list].cursor.decodeFrequencies(in: bytes)
      lists[list].addScores(of: run, from: base, norms: norms, to: &sums, touched: &touched)
      try lists[list].cursor.pass(run, in: bytes)
      run = try lists[list].cursor.run(below: end, in: bytes)
    }
  }

  /// Completes the sums that may come in, and clears all.
  private mutating func takeCandidates(
    _ essential: Int, from base: DocID, in bytes: RawSpan, norms: RawSpan, segment: Int,
    into best: inout TopHits
  ) throws(PostingsError) {
    let unknown = try findPresent(essential, from: base, in: bytes)
    let count = Self.takeSums(
      &sums, of: &touched, present, presentBounds,
      above: best.threshold == .min ? .min : best.threshold - unknown,
      into: &candidates)
    for candidate in candidates.prefix(count) {
      try complete(
        base + DocID(candidate.slot), score: Int(candidate.sum), essential: essential, in: bytes,
        norms: norms,
        segment: segment, into: &best)
    }
  }

  /// A unit of the window, and the sum of what essential lists have for it.
  private struct Candidate {
    var slot: UInt32
    var sum: Int32
  }

  /// Moves the sums that exceed `threshold`, with what lists can add of which it is known that they have the unit, to the front of
  /// `candidates`, and clears all.
  ///
  /// - Returns: How many there are.
  private static func takeSums(
    _ sums: inout [Int32], of touched: inout [UInt64], _ present: [UInt64], _ presentBounds: [Int],
    above threshold: Int, into candidates: inout [Candidate]
  ) -> Int {
    precondition(
      sums.count == windowUnitCount && touched.count == wordCount && candidates.count == windowUnitCount
        && present.count >= presentBounds.count * wordCount)
    var count = 0
    // SAFETY: word is below wordCount and slot below windowUnitCount, as many as there are words and sums; there are that many words for
    // each list present; and each slot gives one candidate at most, so count stays below windowUnitCount when one is written.
    unsafe sums.withUnsafeMutableBufferPointer { sums in
      unsafe touched.withUnsafeMutableBufferPointer { touched in
        unsafe candidates.withUnsafeMutableBufferPointer { candidates in
          unsafe present.withUnsafeBufferPointer { present in
            unsafe presentBounds.withUnsafeBufferPointer { bounds in
              for word in 0..<wordCount {
                var rest = unsafe touched[word]
                if rest == 0 { continue }
                unsafe touched[word] = 0
                while rest != 0 {
                  let bit = rest.trailingZeroBitCount
                  let slot = word &* 64 &+ bit
                  rest &= rest &- 1
                  let sum = unsafe sums[slot]
                  unsafe sums[slot] = 0
                  var most = Int(sum)
                  for list in 0..<bounds.count {
                    let isPresent = unsafe present[list &* wordCount &+ word] &>> UInt64(bit) & 1
                    most = unsafe most &+ (bounds[list] & (0 &- Int(truncatingIfNeeded: isPresent)))
                  }
                  // Without a branch, since which way it goes cannot be foreseen.
                  unsafe candidates[count] = Candidate(slot: UInt32(truncatingIfNeeded: slot), sum: sum)
                  count &+= most > threshold ? 1 : 0
                }
              }
            }
          }
        }
      }
    }
    return count
  }

  /// Finds which units of the window stand in those lists before `essential` that tell it without being walked.
  ///
  /// - Returns: What the others can add.
  private mutating func findPresent(
    _ essential: Int, from base: DocID, in bytes: RawSpan
  ) throws(PostingsError) -> Int {
    var unknown = 0
    presentBounds.removeAll(keepingCapacity: true)
    for place in 0..<essential {
      guard let directory = lists[order[place]].presence else {
        unknown += bounds[place]
        continue
      }
      let start = presentBounds.count * Self.wordCount
      for word in start..<start + Self.wordCount { present[word] = 0 }
      try directory.formUnion(into: &present, at: start, count: Self.wordCount, from: base, in: bytes)
      presentBounds.append(bounds[place])
    }
    return unknown
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
      let list = order[index]
      guard try lists[list].cursor.seek(unit, in: bytes) else { continue }
      score += try lists[list].score(norm: norms.byte(at: Int(unit)), in: bytes)
    }
    guard score > best.threshold else { return }
    best.insert(TopHits.Entry(rank: score, score: score, segment: segment, unit: unit))
  }
}
