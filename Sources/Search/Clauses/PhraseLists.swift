internal import Postings
internal import Segment

/// The lists that tell where a phrase stands in one segment: those of its words, and of pairs of its words that are kept.
struct PhraseLists {
  /// Of the words, in their order.
  let words: [DictionaryEntry]
  /// Of each word but the last with the next one.
  private let pairs: [PairEntry]

  /// - Parameters:
  ///   - words: At least one.
  ///   - usesPairs: Whether pairs are looked up.
  init(_ words: [DictionaryEntry], of segment: SegmentReader, usesPairs: Bool) throws(SegmentError) {
    var pairs: [PairEntry] = []
    for (first, second) in zip(words, words.dropFirst()) {
      pairs.append(usesPairs ? try segment.pair(first, second) : .unknown)
    }
    self.words = words
    self.pairs = pairs
  }

  /// Whether two of the words never stand so.
  var isNowhere: Bool { pairs.contains(.never) }

  /// The list of the units with the phrase, if that is kept.
  var whole: PostingList? { words.count == 2 ? pairLists.first : nil }

  /// The lists of pairs.
  var pairLists: [PostingList] {
    pairs.compactMap { pair in
      guard case .list(let list) = pair else { return nil }
      return list
    }
  }

  /// The list of the word at `place` with the next; nil if there is none.
  func pairList(at place: Int) -> PostingList? {
    guard pairs.indices.contains(place), case .list(let list) = pairs[place] else { return nil }
    return list
  }

  /// Whether the word at `place` is in a pair that has a list, which tells that the word is there.
  func isInPair(_ place: Int) -> Bool { isList(place - 1) || isList(place) }

  /// Whether every word and the next make a pair that has a list.
  var areAllPairs: Bool { words.count > 1 && pairs.indices.allSatisfy { isList($0) } }

  /// The places of the words in the order in which their positions are looked at: first two that are not known to stand together, if there
  /// are such; else the rarest first.
  var wordsToCheck: [Int] {
    let byFrequency = words.indices.sorted {
      (words[$0].list.documentFrequency, $0) < (words[$1].list.documentFrequency, $1)
    }
    guard !pairLists.isEmpty,
      let open = pairs.indices.filter({ !isList($0) }).min(by: { expected($0) < expected($1) })
    else { return byFrequency }
    let first = [open, open + 1].sorted { byFrequency.firstIndex(of: $0)! < byFrequency.firstIndex(of: $1)! }
    return first + byFrequency.filter { !first.contains($0) }
  }

  /// Tells of pairs in how many units their words can be expected to stand together.
  private func expected(_ pair: Int) -> Int {
    words[pair].list.documentFrequency * words[pair + 1].list.documentFrequency
  }

  private func isList(_ index: Int) -> Bool { pairList(at: index) != nil }

  /// The phrase stands no more often in one unit.
  var greatestFrequency: Int {
    (words.map(\.list) + pairLists).map(\.greatestFrequency).min() ?? 1
  }
}
