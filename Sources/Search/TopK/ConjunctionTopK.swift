internal import Postings
internal import Segment

/// The best units in which words and phrases all stand.
///
/// The rarest list leads, a block at a time. Where matches need not be counted, a posting is passed over if what its frequency and length
/// give, with the most that the rest can add, does not reach the threshold: with frequency 1, which most postings have, that is a test of one
/// byte. Then frequent words are asked, which tell by the number of a unit whether they have it; then the others; positions, which cost most,
/// are read last. A window of 4,096 units or more whose blocks together do not reach the threshold is left out. (Petri, Moffat and Culpepper,
/// "Score-Safe Term-Dependency Processing With Hybrid Indexes", SIGIR 2014; Ding and Suel, "Faster Top-k Document Retrieval Using
/// Block-Max Indexes", SIGIR 2011.)
struct ConjunctionTopK {
  private struct ScoredPhrase {
    var cursor: PhraseCursor
    /// Of the phrase in the query.
    let number: Int
    var scores: ScoreTable
    let bound: Int
  }

  /// By document frequency, the rarest first.
  private var lists: [TermList]
  private var phrases: [ScoredPhrase]
  /// Over the rarest list of all.
  private var leader: PostingsCursor
  /// Whether that is one of the lists of the first phrase.
  private let isLedByPhrase: Bool
  /// Of the other lists, those that are found by the numbers of units.
  private let filters: [IDDirectory]
  /// The rest of the others.
  private var walkedFilters: [WalkedFilter]
  /// Indexes of postings of the leader.
  private var picked = [Int](repeating: 0, count: PostingsFormat.blockSize)
  /// The most that the lists from each on can add in the window, and the phrases with them.
  private var boundsFrom: [Int]
  /// Whether every match is counted.
  private let isCounting: Bool
  /// Whether any match is kept.
  private let isScored: Bool
  /// Whether postings are passed over for what they score themselves.
  private let isCutOff: Bool
  private(set) var matchCount = 0
  /// Where the next window begins.
  private var next: DocID = 0
  private let unitCount: Int
  /// Units of a window: about as many as a block of the leader spans.
  private let windowUnitCount: Int

  /// - Precondition: There is a list or a phrase.
  init(
    _ lists: [TermList], phrases: [FlatQuery.WeighedPhrase], of segment: SegmentReader,
    scoredBy tables: inout ScoreTables, isCounting: Bool, isScored: Bool, _ techniques: Techniques
  ) throws(SegmentError) {
    precondition(!lists.isEmpty || !phrases.isEmpty)
    self.lists = lists.sorted { $0.documentFrequency < $1.documentFrequency }
    var scored: [ScoredPhrase] = []
    for phrase in phrases {
      let cursor = try PhraseCursor(phrase.lists, of: segment)
      scored.append(
        ScoredPhrase(
          cursor: cursor, number: phrase.number,
          scores: tables.take(phrase.number, phrase.bm25, documentFrequency: cursor.documentFrequency),
          bound: phrase.bm25.bound(frequency: phrase.lists.greatestFrequency)))
    }
    scored.sort { $0.cursor.documentFrequency < $1.cursor.documentFrequency }
    let rarest = self.lists.first?.documentFrequency ?? .max
    isLedByPhrase = scored.first.map { $0.cursor.documentFrequency < rarest } ?? false
    leader = isLedByPhrase ? scored[0].cursor.leader : self.lists[0].cursor
    var others = self.lists.dropFirst(isLedByPhrase ? 0 : 1).map(\.cursor)
    for (index, phrase) in scored.enumerated() {
      others += phrase.cursor.tests.dropFirst(isLedByPhrase && index == 0 ? 1 : 0)
    }
    filters = others.compactMap(\.directory)
    walkedFilters = others.filter { $0.directory == nil }.map { WalkedFilter($0) }
    boundsFrom = Array(repeating: scored.reduce(0) { $0 + $1.bound }, count: lists.count + 1)
    self.phrases = scored
    let leading = leader.layout.list.documentFrequency
    windowUnitCount = max(1 << 12, PostingsFormat.blockSize * segment.unitCount / leading)
    self.isCounting = isCounting
    self.isScored = isScored
    isCutOff = !isCounting && techniques.contains(.cutOff)
    unitCount = segment.unitCount
  }

  /// Gives what was scored to the search of the next segment.
  consuming func putBackScores(to tables: inout ScoreTables) {
    for list in lists { tables.putBack(list.scores, list.number) }
    for phrase in phrases { tables.putBack(phrase.scores, phrase.number) }
  }

  /// Searches the next window and inserts what comes in; the parameters are those of a union.
  mutating func searchWindow(
    in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) -> Bool {
    let base = max(next, leader.docID)
    let end = DocID(min(Int(base) + windowUnitCount, unitCount))
    if base >= end { return false }
    next = end
    if !isCounting {
      for index in lists.indices.reversed() {
        boundsFrom[index] = boundsFrom[index + 1] + lists[index].bound(from: base, below: end, in: bytes)
      }
      if boundsFrom[0] <= best.threshold { return true }
    }
    try leader.advance(to: base, in: bytes)
    var run = try leader.run(below: end, in: bytes)
    while !run.isEmpty {
      if isScored { try leader.decodeFrequencies(in: bytes) }
      let count = try pick(from: run, above: best.threshold, norms: norms, in: bytes)
      for place in 0..<count {
        try check(picked[place], in: bytes, norms: norms, segment: segment, into: &best)
      }
      try leader.pass(run, in: bytes)
      run = try leader.run(below: end, in: bytes)
    }
    return true
  }

  /// Picks the postings of the leader that could bring their units in, and whose units stand in the lists that tell it at once, or soon.
  ///
  /// What the leader can add is known by its frequency and the unit's length; the rest by the window's bounds.
  ///
  /// - Returns: How many, at the front of ``picked``.
  private mutating func pick(
    from run: Range<Int>, above threshold: Int, norms: RawSpan, in bytes: RawSpan
  ) throws(PostingsError) -> Int {
    var count = 0
    if !isCutOff || threshold == .min {
      for index in run {
        picked[count] = index
        count += 1
      }
    } else if isLedByPhrase {
      count = phrases[0].scores.pick(
        above: threshold - (boundsFrom[0] - phrases[0].bound + 1), of: leader.ids, leader.frequencies,
        in: run,
        norms: norms, into: &picked)
    } else {
      count = lists[0].scores.pick(
        above: threshold - boundsFrom[1], of: leader.ids, leader.frequencies, in: run, norms: norms,
        into: &picked)
    }
    for filter in filters {
      count = try filter.keep(&picked, count: count, of: leader.ids, in: bytes)
    }
    for index in walkedFilters.indices {
      count = try walkedFilters[index].keep(&picked, count: count, of: leader.ids, in: bytes)
    }
    return count
  }

  /// Looks at the unit of a posting of the leader.
  ///
  /// - Parameter picked: Its index in the run.
  private mutating func check(
    _ picked: Int, in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) {
    let unit = leader.ids[picked]
    let norm = norms.byte(at: Int(unit))
    let threshold = best.threshold
    var score = 0
    if isScored, !isLedByPhrase {
      score = lists[0].scores.score(frequency: leader.frequencies[picked], norm: norm)
      if !isCounting, score + boundsFrom[1] <= threshold { return }
    }
    let others = isLedByPhrase ? 0 : 1
    var index = others
    while index < lists.count {
      if lists[index].cursor.directory != nil {
        // It was one of the filters.
        lists[index].cursor.stand(on: unit)
      } else {
        guard try lists[index].cursor.seek(unit, in: bytes) else { return }
      }
      index += 1
    }
    index = 0
    if isLedByPhrase {
      guard try phrases[0].cursor.follow(leader, at: picked, in: bytes) else { return }
      index = 1
    }
    while index < phrases.count {
      guard try phrases[index].cursor.stand(on: unit, in: bytes) else { return }
      index += 1
    }
    if isScored {
      for index in others..<max(others, lists.count) {
        score += try lists[index].score(norm: norm, in: bytes)
        if !isCounting, score + boundsFrom[index + 1] <= threshold { return }
      }
    }
    var canComeIn = isScored
    if isScored, !phrases.isEmpty {
      canComeIn = try score + mostByPhrases(norm: norm, in: bytes) > threshold
    }
    if !isCounting, !canComeIn { return }
    for index in phrases.indices {
      // To be counted, a unit needs each phrase but once.
      let frequency = try phrases[index].cursor.frequency(atMost: canComeIn ? .max : 1, in: bytes)
      if frequency == 0 { return }
      if canComeIn { score += phrases[index].scores.score(frequency: UInt32(frequency), norm: norm) }
    }
    matchCount += 1
    if canComeIn, score > threshold {
      best.insert(TopHits.Entry(rank: score, score: score, segment: segment, unit: unit))
    }
  }

  /// The most that phrases can add in the unit where all their words stand.
  private mutating func mostByPhrases(norm: UInt8, in bytes: RawSpan) throws(PostingsError) -> Int {
    var most = 0
    for index in phrases.indices {
      let frequency = try phrases[index].cursor.greatestFrequency(in: bytes)
      most += phrases[index].scores.score(frequency: UInt32(frequency), norm: norm) + 1
    }
    return most
  }
}
