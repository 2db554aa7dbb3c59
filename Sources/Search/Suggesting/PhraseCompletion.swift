internal import Postings
internal import Segment

/// Finds the words that follow others.
///
/// The lists of pairs tell what follows a single word where both are frequent. For the rest paragraphs are read: all that have the words
/// if they are few, else some, spread over the collection, for what follows often is in many of them.
struct PhraseCompletion {
  /// The most paragraphs that are read: half a millisecond's.
  static let sampleSize = 64
  /// How much of a paragraph is read: most have less, but those with several given words are long.
  static let byteLimit = 1_024

  /// The most pairs that are taken of a segment: more than are suggested, for those that are frequent in one only.
  static let pairLimit = 128

  let words: [[UInt8]]
  let beginning: [UInt8]
  /// Paragraphs in which each word follows; of a sample, about how many.
  private(set) var counts: [[UInt8]: Int] = [:]
  /// Whether all paragraphs that have the words were read to their ends, and so the counts are exact.
  private(set) var isComplete = true
  private var reader = FoldedWords()

  /// - Precondition: There is a word.
  init(
    behind words: [[UInt8]], beginningWith beginning: [UInt8], in segments: [OpenSegment],
    _ options: SearchOptions
  ) throws(SearchError) {
    precondition(!words.isEmpty)
    self.words = words
    self.beginning = beginning
    let unitCount = max(1, segments.reduce(0) { $0 + $1.reader.unitCount })
    for segment in segments {
      let share = (Self.sampleSize * segment.reader.unitCount + unitCount - 1) / unitCount
      try read(segment.reader, share: share, options)
    }
  }

  private mutating func read(
    _ segment: SegmentReader, share: Int, _ options: SearchOptions
  ) throws(SearchError) {
    let words = words
    let lists = try SearchError.reading { () throws(SegmentError) in try PhraseLists(of: words, in: segment) }
    guard let lists, !lists.isNowhere else { return }
    var cursor = try SearchError.reading { () throws(SegmentError) in try PhraseCursor(lists, of: segment) }
    let isWhole = cursor.documentFrequency <= share
    // Few are read one after the other, many a step apart.
    let step = isWhole ? 1 : max(1, segment.unitCount / max(1, share))
    var found: [[UInt8]: Int] = [:]
    var readCount = 0
    var unit = -step
    while let text = try text(behind: &unit, step: step, &cursor, in: segment) {
      try options.checkDeadline()
      let isCut = text.count > Self.byteLimit
      if isCut { isComplete = false }
      for word in wordsBehind(in: text, isCut: isCut) { found[word, default: 0] += 1 }
      readCount += 1
    }
    if !isWhole {
      isComplete = false
      found = found.mapValues { $0 * cursor.documentFrequency / max(1, readCount) }
      if words.count == 1 {
        for (word, count) in try pairs(behind: lists.words[0], in: segment) { found[word] = count }
      }
    }
    for (word, count) in found { counts[word, default: 0] += count }
  }

  /// The text of the first unit with the words that is `step` or more behind `unit`, which then is that one; nil if there is none.
  private func text(
    behind unit: inout Int, step: Int, _ cursor: inout PhraseCursor, in segment: SegmentReader
  ) throws(SearchError) -> [UInt8]? {
    guard unit + step < segment.unitCount else { return nil }
    do throws(SegmentError) {
      let target = DocID(unit + step)
      let next = try segment.withLists { (bytes: RawSpan) throws(PostingsError) in
        try cursor.advance(to: target, in: bytes)
      }
      guard next != .end else { return nil }
      unit = Int(next)
      return try segment.text(ofUnitAt: unit, byteLimit: Self.byteLimit + 1)
    } catch {
      throw .segment(error)
    }
  }

  /// What the lists of pairs tell of a single word, the most frequent first.
  private func pairs(
    behind word: DictionaryEntry, in segment: SegmentReader
  ) throws(SearchError) -> [(word: [UInt8], count: Int)] {
    guard let number = word.number else { return [] }
    let beginning = beginning
    return try SearchError.reading { () throws(SegmentError) in
      let seconds = try segment.terms(beginningWith: beginning)
      var found: [(word: [UInt8], count: Int)] = []
      let pairs = try segment.pairs(ofTermAt: number, with: seconds).sorted {
        ($1.documentFrequency, $0.second) < ($0.documentFrequency, $1.second)
      }
      for (second, count) in pairs.prefix(Self.pairLimit) {
        found.append((try segment.key(at: second, in: .terms), count))
      }
      return found
    }
  }

  /// The different words that begin as asked and stand right behind the others in a text.
  private mutating func wordsBehind(in text: [UInt8], isCut: Bool) -> Set<[UInt8]> {
    let beginning = beginning
    var found: Set<[UInt8]> = []
    reader.forEachWord(behind: words, in: text, isCut: isCut) { word in
      if word.starts(with: beginning) { found.insert(Array(word)) }
    }
    return found
  }
}

extension PhraseLists {
  /// The lists of words as written; nil if one of them is nowhere in the segment.
  init?(of words: [[UInt8]], in segment: SegmentReader) throws(SegmentError) {
    var entries: [DictionaryEntry] = []
    for word in words {
      guard let entry = try segment.term(word) else { return nil }
      entries.append(entry)
    }
    try self.init(entries, of: segment, usesPairs: true)
  }

  /// Paragraphs that are looked at to count those with the phrase: none where its list is kept.
  var countingCost: Int {
    if isNowhere || whole != nil { return 0 }
    return (words.map(\.list) + pairLists).map(\.documentFrequency).min() ?? 0
  }
}
