internal import Postings
internal import Segment

/// The units in which terms stand one after the other.
///
/// The rarest term leads; where all stand in a unit, their positions are intersected, each shifted back by its place in the
/// phrase. A unit's frequency is the number of places where the whole phrase begins.
final class PhraseClause: Clause {
  private struct Word {
    let entry: DictionaryEntry
    /// Its place in the phrase, from 0.
    let place: UInt32
    var cursor: PostingsCursor
  }

  private let segment: SegmentReader
  private let weight: Weight
  /// By document frequency, the rarest first.
  private var words: [Word]
  private var starts: [UInt32] = []
  private var positions: [UInt32] = []

  init(_ entries: [DictionaryEntry], of segment: SegmentReader, weight: Weight) throws(SearchError) {
    self.segment = segment
    self.weight = weight
    var words: [Word] = []
    for (place, entry) in entries.enumerated() {
      let cursor = try SearchError.reading { () throws(SegmentError) in
        try segment.cursor(over: entry, withPositions: true)
      }
      words.append(Word(entry: entry, place: UInt32(place), cursor: cursor))
    }
    words.sort { ($0.entry.list.documentFrequency, $0.place) < ($1.entry.list.documentFrequency, $1.place) }
    self.words = words
  }

  func accumulate(into window: inout Window) throws(SearchError) {
    let units = Int(window.base)..<Int(window.end)
    try SearchError.reading { () throws(SegmentError) in
      try segment.withBytes(of: .norms, in: units) { (norms: RawSpan) throws(SegmentError) in
        // The cursors' maker checked the pages of the lists.
        try segment.withCheckedBytes(of: .postings) { (postings: RawSpan) throws(SegmentError) in
          var unit = try advance(to: window.base, in: postings)
          while unit < window.end {
            let frequency = try segment.withCheckedBytes(of: .positions) {
              (positions: RawSpan) throws(SegmentError) in
              try phraseFrequency(in: positions)
            }
            if frequency > 0 {
              window.add(unit, value: weight.value(frequency: frequency, norm: norms.byte(at: Int(unit))))
            }
            unit = try advance(to: unit + 1, in: postings)
          }
        }
      }
    }
  }

  /// Moves every cursor to the first unit from `target` on in which all words stand, and returns it.
  private func advance(to target: DocID, in postings: RawSpan) throws(SegmentError) -> DocID {
    do throws(PostingsError) {
      var unit = try words[0].cursor.advance(to: target, in: postings)
      while unit != .end {
        let common = try nextCommonUnit(from: unit, in: postings)
        if common == unit { return unit }
        unit = try words[0].cursor.advance(to: common, in: postings)
      }
      return .end
    } catch {
      throw segment.corrupt(.postings, error)
    }
  }

  /// `unit` if every word stands there, else a later one before which they do not meet.
  private func nextCommonUnit(from unit: DocID, in postings: RawSpan) throws(PostingsError) -> DocID {
    for index in words.indices.dropFirst() {
      let reached = try words[index].cursor.advance(to: unit, in: postings)
      if reached != unit { return reached }
    }
    return unit
  }

  /// How often the phrase begins in the unit on which all cursors stand.
  private func phraseFrequency(in bytes: RawSpan) throws(SegmentError) -> Int {
    do throws(PostingsError) {
      try words[0].cursor.positions(in: bytes, into: &starts)
      shiftBack(&starts, by: words[0].place)
      for index in words.indices.dropFirst() {
        if starts.isEmpty { return 0 }
        try words[index].cursor.positions(in: bytes, into: &positions)
        shiftBack(&positions, by: words[index].place)
        intersectStarts()
      }
      return starts.count
    } catch {
      throw segment.corrupt(.positions, error)
    }
  }

  /// Positions at which the phrase would begin; those too near the unit's start are dropped.
  private func shiftBack(_ positions: inout [UInt32], by place: UInt32) {
    positions.removeAll { $0 < place }
    for index in positions.indices { positions[index] -= place }
  }

  /// Keeps the starts that are among `positions`; both ascend.
  private func intersectStarts() {
    var kept = 0
    var other = 0
    for index in starts.indices {
      let start = starts[index]
      while other < positions.count, positions[other] < start { other += 1 }
      if other < positions.count, positions[other] == start {
        starts[kept] = start
        kept += 1
      }
    }
    starts.removeLast(starts.count - kept)
  }
}
