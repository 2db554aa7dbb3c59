internal import Postings
internal import Segment

/// A query of words and phrases under one operator, on paragraphs: what can be answered without looking at every match.
enum FlatQuery {
  /// One word, or units with one of some words or more.
  case union([Term])
  /// Units in which everything stands: words, and phrases.
  case conjunction([Term], [Phrase])

  /// A word, with its entry in each segment, nil where it does not occur.
  struct Term {
    let entries: [DictionaryEntry?]
    let bm25: BM25
  }

  /// A phrase, with its lists in each segment, nil where it cannot occur.
  struct Phrase {
    let lists: [PhraseLists?]
    let bm25: BM25
  }

  /// The query in one segment.
  enum InSegment {
    case nothing
    /// At least one.
    case union([WeighedList])
    /// Lists and phrases in which all must stand; as a union where that is one list, if its scores fit into 32 bits.
    case conjunction([WeighedList], [WeighedPhrase])
  }

  /// A posting list and how it scores.
  struct WeighedList {
    let list: PostingList
    /// The section of its postings.
    let section: SegmentFormat.Section
    let bm25: BM25
    /// Of the word or phrase in the query.
    let number: Int
  }

  /// A phrase of which no list tells everything, and how it scores.
  struct WeighedPhrase {
    let lists: PhraseLists
    let bm25: BM25
    /// Of the phrase in the query.
    let number: Int
  }

  /// Words and phrases.
  var count: Int {
    switch self {
    case .union(let terms): terms.count
    case .conjunction(let terms, let phrases): terms.count + phrases.count
    }
  }

  /// The query in the segment with number `number`: a phrase that has a list of its own is found as a word is.
  func inSegment(_ number: Int) -> InSegment {
    var lists: [WeighedList] = []
    var phrases: [WeighedPhrase] = []
    switch self {
    case .union(let terms):
      for (index, term) in terms.enumerated() {
        if let entry = term.entries[number] { lists.append(WeighedList(entry, term.bm25, number: index)) }
      }
      return lists.isEmpty ? .nothing : .union(lists)
    case .conjunction(let terms, let conjoined):
      for (index, term) in terms.enumerated() {
        guard let entry = term.entries[number] else { return .nothing }
        lists.append(WeighedList(entry, term.bm25, number: index))
      }
      for (index, phrase) in conjoined.enumerated() {
        guard let words = phrase.lists[number] else { return .nothing }
        let index = terms.count + index
        if let pair = words.whole {
          lists.append(WeighedList(list: pair, section: .pairPostings, bm25: phrase.bm25, number: index))
        } else {
          phrases.append(WeighedPhrase(lists: words, bm25: phrase.bm25, number: index))
        }
      }
      let isOne = lists.count == 1 && phrases.isEmpty && UnionTopK.canAdd(lists.map(\.bm25.greatest))
      return isOne ? .union(lists) : .conjunction(lists, phrases)
    }
  }
}

extension FlatQuery.WeighedList {
  init(_ entry: DictionaryEntry, _ bm25: BM25, number: Int) {
    self.init(list: entry.list, section: entry.section, bm25: bm25, number: number)
  }

  /// A cursor before the first posting.
  func cursor(in segment: SegmentReader) throws(SegmentError) -> PostingsCursor {
    try segment.cursor(over: list, in: section, withPositions: false)
  }
}
