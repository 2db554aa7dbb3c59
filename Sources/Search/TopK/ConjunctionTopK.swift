internal import Postings
internal import Segment

/// The best units in which words and phrases all stand.
///
/// The rarest list leads, the others are asked for its units. Where matches need not be counted, a unit is left as soon as what it has,
/// with the most that the rest can add at its length, does not reach the threshold: before other lists are moved, and before
/// positions are read, which cost most. With frequency 1, which most postings have, that is a test of one byte. (Petri, Moffat and
/// Culpepper, "Score-Safe Term-Dependency Processing With Hybrid Indexes", SIGIR 2014.)
struct ConjunctionTopK {
  private struct ScoredPhrase {
    var cursor: PhraseCursor
    let bm25: BM25
  }

  /// By document frequency, the rarest first.
  private var lists: [ScoredList]
  private var phrases: [ScoredPhrase]
  /// The most that the lists from each on can add, and the phrases with them.
  private let boundsFrom: [Int]
  private let phraseBound: Int
  /// Whether every match is counted.
  private let isCounting: Bool
  private(set) var matchCount = 0
  /// Where the next window begins.
  private var next: DocID = 0
  private let unitCount: Int

  /// - Parameter phrases: The entries of each one's words, and how it scores.
  init(
    _ lists: [ScoredList], phrases: [(words: [DictionaryEntry], bm25: BM25)], of segment: SegmentReader,
    isCounting: Bool
  ) throws(SegmentError) {
    self.lists = lists.sorted { $0.documentFrequency < $1.documentFrequency }
    var cursors: [ScoredPhrase] = []
    var phraseBound = 0
    for phrase in phrases {
      cursors.append(
        ScoredPhrase(cursor: try PhraseCursor(phrase.words, of: segment), bm25: phrase.bm25))
      let greatest = phrase.words.map(\.list.greatestFrequency).min() ?? 1
      phraseBound += phrase.bm25.bound(frequency: greatest)
    }
    self.phrases = cursors.sorted { $0.cursor.documentFrequency < $1.cursor.documentFrequency }
    self.phraseBound = phraseBound
    var bounds = [phraseBound]
    for list in self.lists.reversed() { bounds.append(bounds[bounds.count - 1] + list.bound) }
    boundsFrom = bounds.reversed()
    self.isCounting = isCounting
    unitCount = segment.unitCount
  }

  static let windowUnitCount = 1 << 16

  /// Searches the next window and inserts what comes in; the parameters are those of a union.
  mutating func searchWindow(
    in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) -> Bool {
    if !isCounting, boundsFrom[0] <= best.threshold { return false }
    let end = DocID(min(Int(next) + Self.windowUnitCount, unitCount))
    var unit = try lead(to: next, in: bytes)
    while unit < end {
      let common = try check(unit, in: bytes, norms: norms, segment: segment, into: &best)
      unit = try lead(to: common == unit ? unit + 1 : common, in: bytes)
    }
    next = unit
    return unit < DocID(unitCount)
  }

  /// Moves the rarest list, or if there is none the rarest phrase.
  private mutating func lead(to target: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    lists.isEmpty
      ? try phrases[0].cursor.advance(to: target, in: bytes)
      : try lists[0].cursor.advance(to: target, in: bytes)
  }

  /// Looks at a unit of the list that leads.
  ///
  /// - Returns: `unit` when it is done with, or a later one before which not all stand together.
  private mutating func check(
    _ unit: DocID, in bytes: RawSpan, norms: RawSpan, segment: Int, into best: inout TopHits
  ) throws(PostingsError) -> DocID {
    let norm = norms.byte(at: Int(unit))
    var score = 0
    for index in lists.indices {
      if index > 0 {
        let reached = try lists[index].cursor.advance(to: unit, in: bytes)
        if reached != unit { return reached }
      }
      score += try lists[index].score(norm: norm, in: bytes)
      if !isCounting, score + boundsFrom[index + 1] <= best.threshold { return unit }
    }
    for index in phrases.indices where index > 0 || !lists.isEmpty {
      let reached = try phrases[index].cursor.advance(to: unit, in: bytes)
      if reached != unit { return reached }
    }
    if !isCounting {
      var ceiling = score
      for index in phrases.indices {
        let frequency = try phrases[index].cursor.greatestFrequency(in: bytes)
        ceiling += phrases[index].bm25.score(frequency: frequency, norm: norm) + 1
      }
      if ceiling <= best.threshold { return unit }
    }
    for index in phrases.indices {
      let frequency = try phrases[index].cursor.findStarts(in: bytes)
      if frequency == 0 { return unit }
      score += phrases[index].bm25.score(frequency: frequency, norm: norm)
    }
    matchCount += 1
    if score > best.threshold {
      best.insert(TopHits.Entry(rank: score, score: score, segment: segment, unit: unit))
    }
    return unit
  }
}
