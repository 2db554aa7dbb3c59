internal import Postings
internal import Segment

/// The best units in which words and phrases all stand.
///
/// The rarest list leads, the others are asked for its units. Where matches need not be counted, a unit is left as soon as what it has,
/// with the most that the rest can add, does not reach the threshold: before other lists are asked, and before positions are read, which
/// cost most. With frequency 1, which most postings have, that is a test of one byte. A window of 4,096 units whose blocks together do
/// not reach the threshold is left out. (Petri, Moffat and Culpepper, "Score-Safe Term-Dependency Processing With Hybrid Indexes",
/// SIGIR 2014; Ding and Suel, "Faster Top-k Document Retrieval Using Block-Max Indexes", SIGIR 2011.)
struct ConjunctionTopK {
  private struct ScoredPhrase {
    var cursor: PhraseCursor
    var scores: ScoreTable
    let bound: Int
  }

  /// By document frequency, the rarest first.
  private var lists: [TermList]
  private var phrases: [ScoredPhrase]
  /// Whether a word of the first phrase is rarer than those of all lists.
  private let isLedByPhrase: Bool
  /// The most that the lists from each on can add in the window, and the phrases with them.
  private var boundsFrom: [Int]
  /// Whether every match is counted.
  private let isCounting: Bool
  private(set) var matchCount = 0
  /// Where the next window begins.
  private var next: DocID = 0
  private let unitCount: Int

  /// - Parameter phrases: The entries of each one's words, and how it scores.
  init(
    _ lists: [TermList], phrases: [(words: [DictionaryEntry], bm25: BM25)], of segment: SegmentReader,
    isCounting: Bool
  ) throws(SegmentError) {
    self.lists = lists.sorted { $0.documentFrequency < $1.documentFrequency }
    var scored: [ScoredPhrase] = []
    for phrase in phrases {
      let cursor = try PhraseCursor(phrase.words, of: segment)
      let greatest = phrase.words.map(\.list.greatestFrequency).min() ?? 1
      scored.append(
        ScoredPhrase(
          cursor: cursor, scores: ScoreTable(phrase.bm25, documentFrequency: cursor.documentFrequency),
          bound: phrase.bm25.bound(frequency: greatest)))
    }
    scored.sort { $0.cursor.documentFrequency < $1.cursor.documentFrequency }
    let rarest = self.lists.first?.documentFrequency ?? .max
    isLedByPhrase = scored.first.map { $0.cursor.documentFrequency < rarest } ?? false
    boundsFrom = Array(repeating: scored.reduce(0) { $0 + $1.bound }, count: lists.count + 1)
    self.phrases = scored
    self.isCounting = isCounting
    unitCount = segment.unitCount
  }

  private static let windowUnitCount = 1 << 12

  /// Searches the next window and inserts what comes in; the parameters are those of a union.
  mutating func searchWindow(
    in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) -> Bool {
    let base = max(next, leader.docID)
    let end = DocID(min(Int(base) + Self.windowUnitCount, unitCount))
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
      if !isCounting { try leader.decodeFrequencies(in: bytes) }
      var start = run.lowerBound
      while let index = nextCandidate(in: start..<run.upperBound, above: best.threshold, norms: norms) {
        try check(leader.stand(at: index), in: bytes, norms: norms, segment: segment, into: &best)
        start = index + 1
      }
      try leader.pass(run, in: bytes)
      run = try leader.run(below: end, in: bytes)
    }
    return true
  }

  /// The rarest list.
  private var leader: PostingsCursor {
    get { isLedByPhrase ? phrases[0].cursor.leader : lists[0].cursor }
    _modify {
      if isLedByPhrase { yield &phrases[0].cursor.leader } else { yield &lists[0].cursor }
    }
  }

  /// The first posting of the leader that could bring its unit in.
  ///
  /// What the leader can add is known by its frequency and the unit's length; the rest by the window's bounds.
  private mutating func nextCandidate(in run: Range<Int>, above threshold: Int, norms: RawSpan) -> Int? {
    if isCounting { return run.first }
    let rest = isLedByPhrase ? boundsFrom[0] - phrases[0].bound + 1 : boundsFrom[1]
    let least = threshold == .min ? .min : threshold - rest
    if !isLedByPhrase { return lists[0].firstScore(above: least, in: run, norms: norms)?.index }
    let (ids, frequencies) = (phrases[0].cursor.leader.ids, phrases[0].cursor.leader.frequencies)
    return phrases[0].scores.first(above: least, of: ids, frequencies, in: run, norms: norms)?.index
  }

  /// Looks at a unit of the leader.
  private mutating func check(
    _ unit: DocID, in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) {
    var index = isLedByPhrase ? 0 : 1
    while index < lists.count {
      guard try lists[index].cursor.seek(unit, in: bytes) else { return }
      index += 1
    }
    for index in phrases.indices {
      guard try phrases[index].cursor.find(unit, in: bytes) == unit else { return }
    }
    let norm = norms.byte(at: Int(unit))
    let threshold = best.threshold
    let isScored = best.capacity > 0
    var score = 0
    if isScored {
      for index in lists.indices {
        score += try lists[index].score(norm: norm, in: bytes)
        if !isCounting, score + boundsFrom[index + 1] <= threshold { return }
      }
    }
    if !isCounting, !phrases.isEmpty, try score + mostByPhrases(norm: norm, in: bytes) <= threshold { return }
    for index in phrases.indices {
      let frequency = try phrases[index].cursor.findStarts(in: bytes)
      if frequency == 0 { return }
      if isScored { score += phrases[index].scores.score(frequency: UInt32(frequency), norm: norm) }
    }
    matchCount += 1
    if score > threshold {
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
