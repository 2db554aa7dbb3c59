internal import Postings
internal import Segment

/// Walks the units in which terms stand one after the other.
///
/// Pairs of words that have a list of their own tell most of it. The rarest of these lists and of those of the other words leads; where all
/// stand in a unit, the words' positions are intersected, each shifted back by its place in the phrase. A unit's frequency is the number
/// of places where the whole phrase begins.
struct PhraseCursor {
  /// Lists that have every unit with the phrase, the rarest first: of pairs, and of words in no pair; then those of all other words.
  private var cursors: [PostingsCursor] = []
  /// How many of these are looked at before positions are.
  private var testCount = 0
  /// Of each word the index of its cursor and its place in the phrase, from 0; those first that are most likely to tell that the phrase is not
  /// there.
  private var words: [(cursor: Int, place: UInt32)] = []
  /// If each word makes a pair with the next, the cursors of these pairs, and those of the words that two pairs share.
  private var chain: (pairs: [Int], joints: [Int])?
  /// Where the phrase begins in the present unit: as many as ``startCount`` says. Memory is kept from unit to unit.
  private var found: [UInt32] = []
  private var startCount = 0
  /// Of the words behind the first two, their positions in the present unit: of as many as were needed.
  private var walks: [PositionWalk] = []
  private var walkCount = 0

  /// - Precondition: The phrase is not one that is nowhere.
  init(_ lists: PhraseLists, of segment: SegmentReader) throws(SegmentError) {
    precondition(!lists.isNowhere)
    var tests: [(frequency: Int, place: Int?, cursor: PostingsCursor)] = []
    for list in lists.pairLists {
      let cursor = try segment.cursor(over: list, in: .pairPostings, withPositions: false)
      tests.append((list.documentFrequency, nil, cursor))
    }
    var others: [(place: Int, cursor: PostingsCursor)] = []
    for (place, word) in lists.words.enumerated() {
      let cursor = try segment.cursor(over: word, withPositions: true)
      if lists.isInPair(place) {
        others.append((place, cursor))
      } else {
        tests.append((word.list.documentFrequency, place, cursor))
      }
    }
    tests.sort { ($0.frequency, $0.place ?? -1) < ($1.frequency, $1.place ?? -1) }
    cursors = tests.map(\.cursor) + others.map(\.cursor)
    testCount = tests.count
    var indexes = [Int](repeating: 0, count: lists.words.count)
    for (index, place) in (tests.map(\.place) + others.map(\.place)).enumerated() {
      if let place { indexes[place] = index }
    }
    words = lists.wordsToCheck.map { (indexes[$0], UInt32($0)) }
    if lists.areAllPairs {
      chain = (tests.indices.filter { tests[$0].place == nil }, Array(indexes[1..<indexes.count - 1]))
    }
  }

  /// Units of the list that leads.
  var documentFrequency: Int { cursors[0].layout.list.documentFrequency }

  // MARK: - Units

  /// A cursor over the list that leads, where this one's stands now.
  var leader: PostingsCursor { cursors[0] }

  /// Cursors over the lists that have every unit with the phrase, where these stand now; the one that leads is the first.
  var tests: ArraySlice<PostingsCursor> { cursors[..<testCount] }

  /// Whether all lists have the unit of the posting at `index` of the run of `leader`, a cursor over the one that leads, as all of
  /// ``tests`` with a directory are known to; then they stand on it.
  mutating func follow(
    _ leader: borrowing PostingsCursor, at index: Int, in bytes: RawSpan
  ) throws(PostingsError) -> Bool {
    cursors[0].stand(at: index, of: leader)
    return try stand(on: cursors[0].docID, from: 1, in: bytes)
  }

  /// Whether all lists have `unit`, as all of ``tests`` with a directory are known to; then they stand on it.
  mutating func stand(on unit: DocID, in bytes: RawSpan) throws(PostingsError) -> Bool {
    try stand(on: unit, from: 0, in: bytes)
  }

  private mutating func stand(
    on unit: DocID, from first: Int, in bytes: RawSpan
  ) throws(PostingsError) -> Bool {
    for index in first..<testCount {
      if cursors[index].directory != nil {
        cursors[index].stand(on: unit)
      } else {
        guard try cursors[index].seek(unit, in: bytes) else { return false }
      }
    }
    return true
  }

  /// `unit` if all lists have it, and then they stand on it; else a later one before which they do not meet.
  private mutating func find(_ unit: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    for index in 0..<testCount {
      let reached = try cursors[index].find(unit, in: bytes)
      if reached != unit { return reached }
    }
    return unit
  }

  /// Moves to the first unit from `target` on that all lists have, and returns it.
  mutating func advance(to target: DocID, in bytes: RawSpan) throws(PostingsError) -> DocID {
    var unit = try cursors[0].advance(to: target, in: bytes)
    while unit != .end {
      let common = try find(unit, in: bytes)
      if common == unit { return unit }
      unit = try cursors[0].advance(to: common, in: bytes)
    }
    return .end
  }

  // MARK: - Occurrences

  /// The phrase stands no more often in the present unit: nothing that is part of it does.
  mutating func greatestFrequency(in bytes: RawSpan) throws(PostingsError) -> Int {
    var least = try cursors[0].frequency(in: bytes)
    var index = 1
    while index < testCount, least > 1 {
      least = min(least, try cursors[index].frequency(in: bytes))
      index += 1
    }
    return least
  }

  /// Where the phrase begins in the present unit, ascending, as ``findStarts(atMost:in:)`` found it.
  var starts: ArraySlice<UInt32> { found[..<startCount] }

  /// How often the phrase stands in the present unit, or `limit` if that is less.
  mutating func frequency(atMost limit: Int, in bytes: RawSpan) throws(PostingsError) -> Int {
    if let range = try frequencyByPairs(in: bytes), range.lowerBound >= min(limit, range.upperBound) {
      return min(limit, range.upperBound)
    }
    return try findStarts(atMost: limit, in: bytes)
  }

  /// What the frequencies of pairs tell of that of the phrase, if each word makes a pair with the next.
  ///
  /// It is no greater than the least of them. And of the places of a word that two pairs share, no more can be in one and not in the other than
  /// the other leaves over.
  private mutating func frequencyByPairs(in bytes: RawSpan) throws(PostingsError) -> ClosedRange<Int>? {
    guard let chain else { return nil }
    let unit = cursors[0].docID
    var least = 0
    var most = Int.max
    for index in chain.pairs {
      let frequency = try cursors[index].frequency(in: bytes)
      least += frequency
      most = min(most, frequency)
    }
    for index in chain.joints {
      guard try cursors[index].seek(unit, in: bytes) else { return 0...0 }
      least -= try cursors[index].frequency(in: bytes)
    }
    least = max(0, least)
    // Bytes that contradict each other may say anything.
    return least <= most ? least...most : nil
  }

  /// Finds the first `limit` places where the phrase begins in the present unit; returns how many there are.
  mutating func findStarts(atMost limit: Int = .max, in bytes: RawSpan) throws(PostingsError) -> Int {
    startCount = 0
    walkCount = 0
    let unit = cursors[0].docID
    guard var first = try walk(ofWord: 0, in: unit, in: bytes) else { return 0 }
    let place = UInt64(words[0].place)
    if words.count == 1 {
      repeat {
        note(first.position)
        if startCount == limit { break }
      } while try first.next(in: bytes)
      return startCount
    }
    guard var second = try walk(ofWord: 1, in: unit, in: bytes) else { return 0 }
    repeat {
      let position = UInt64(first.position)
      guard position >= place else { continue }
      let start = position - place
      let wanted = start + UInt64(words[1].place)
      guard try second.advance(to: wanted, in: bytes) else { break }
      guard UInt64(second.position) == wanted, try othersMeet(at: start, in: unit, in: bytes) else {
        continue
      }
      note(UInt32(start))
      if startCount == limit { break }
    } while try first.next(in: bytes)
    return startCount
  }

  /// Whether all words but the first two of `words` stand where a phrase has them that begins at `start`.
  private mutating func othersMeet(
    at start: UInt64, in unit: DocID, in bytes: RawSpan
  ) throws(PostingsError) -> Bool {
    for index in 2..<max(2, words.count) {
      if index - 2 == walkCount {
        guard let walk = try walk(ofWord: index, in: unit, in: bytes) else { return false }
        if walks.count == walkCount { walks.append(walk) } else { walks[walkCount] = walk }
        walkCount += 1
      }
      let wanted = start + UInt64(words[index].place)
      guard try walks[index - 2].advance(to: wanted, in: bytes), UInt64(walks[index - 2].position) == wanted
      else { return false }
    }
    return true
  }

  /// The positions of a word in the present unit; nil if the unit does not have it.
  private mutating func walk(
    ofWord index: Int, in unit: DocID, in bytes: RawSpan
  ) throws(PostingsError) -> PositionWalk? {
    let cursor = words[index].cursor
    if cursor >= testCount {
      guard try cursors[cursor].seek(unit, in: bytes) else { return nil }
    }
    return try cursors[cursor].positionWalk(in: bytes, postings: bytes)
  }

  private mutating func note(_ start: UInt32) {
    if startCount == found.count { found.append(start) } else { found[startCount] = start }
    startCount += 1
  }
}
