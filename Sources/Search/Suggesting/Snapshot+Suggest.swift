internal import Query
internal import Segment

extension Snapshot {
  /// What a beginning may become, at most `limit` of all `kinds` together.
  ///
  /// The kinds take turns until there are enough, each giving its most frequent; they are listed one after the other, in the order of
  /// ``SuggestionKind``. A beginning of several words, or with a space behind it, is of no term; one of a single word of no phrase.
  ///
  /// - Complexity: O(*m*) for the *m* keys that begin so, and some paragraphs read for phrases. What is needed of terms, speakers and titles
  ///   is made when first asked for, however little time there is: suggestions are wanted at once.
  package func suggestions(
    for text: String, limit: Int = 10, kinds: Set<SuggestionKind> = Set(SuggestionKind.allCases),
    _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> [Suggestion] {
    let beginning = Beginning(text)
    if beginning.isEmpty { return [] }
    var found: [[Suggestion]] = []
    for kind in SuggestionKind.allCases where kinds.contains(kind) {
      found.append(try suggestions(of: kind, for: beginning, limit: limit, options))
    }
    var taken = [Int](repeating: 0, count: found.count)
    var room = limit
    while room > 0, zip(found, taken).contains(where: { $0.count > $1 }) {
      for index in found.indices where room > 0 && taken[index] < found[index].count {
        taken[index] += 1
        room -= 1
      }
    }
    return zip(found, taken).flatMap { $0.prefix($1) }
  }

  private func suggestions(
    of kind: SuggestionKind, for beginning: Beginning, limit: Int, _ options: SearchOptions
  ) throws(SearchError) -> [Suggestion] {
    switch kind {
    case .term:
      guard !beginning.hasSpace else { return [] }
      let segments = segments
      let table = try completions.terms.value(by: nil) { _ throws(SearchError) in
        try .ofTerms(in: segments)
      }
      return table.best(limit, beginningWith: beginning.folded).map {
        Suggestion(text: String(decoding: $0.key, as: UTF8.self), kind: kind, count: $0.count)
      }
    case .phrase: return try phrases(for: beginning, limit: limit, options)
    case .speaker: return try suggestions(speakerNames(), kind, for: beginning, limit: limit)
    case .title: return try suggestions(titles(), kind, for: beginning, limit: limit)
    }
  }

  private func speakerNames() throws(SearchError) -> Completions.Names {
    let segments = segments
    return try completions.speakers.value(by: nil) { _ throws(SearchError) in
      try SearchError.reading { () throws(SegmentError) in try .ofSpeakers(in: segments) }
    }
  }

  private func titles() throws(SearchError) -> Completions.Names {
    let segments = segments
    return try completions.titles.value(by: nil) { _ throws(SearchError) in
      try SearchError.reading { () throws(SegmentError) in try .ofTitles(in: segments) }
    }
  }

  private func suggestions(
    _ names: Completions.Names, _ kind: SuggestionKind, for beginning: Beginning, limit: Int
  ) -> [Suggestion] {
    let name = beginning.name
    return names.table.best(limit, beginningWith: name).map {
      let alias =
        names.hasWord(ofItem: $0.item, beginningWith: name) ? nil : String(decoding: $0.key, as: UTF8.self)
      return Suggestion(text: names.texts[$0.item], kind: kind, count: $0.count, alias: alias)
    }
  }

  /// Words that follow the whole ones given.
  private func phrases(
    for beginning: Beginning, limit: Int, _ options: SearchOptions
  ) throws(SearchError) -> [Suggestion] {
    guard beginning.hasSpace, !beginning.words.isEmpty else { return [] }
    let completion = try PhraseCompletion(
      behind: beginning.words, beginningWith: beginning.last, in: segments, options)
    let best = completion.counts.sorted {
      $0.value == $1.value ? $0.key.lexicographicallyPrecedes($1.key) : $0.value > $1.value
    }.prefix(limit)
    var room = Self.unitsToCount
    var found: [(phrase: Suggestion, weight: Int)] = []
    for (word, likely) in best {
      let words = beginning.words + [word]
      let count = completion.isComplete ? likely : try paragraphCount(ofPhrase: words, room: &room, options)
      let text = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
      found.append((Suggestion(text: text, kind: .phrase, count: count), count ?? likely))
    }
    found.sort { $0.weight == $1.weight ? $0.phrase.text < $1.phrase.text : $0.weight > $1.weight }
    return found.map(\.phrase)
  }

  /// How many paragraphs may be looked at to count phrases: a fifth of a millisecond's.
  private static let unitsToCount = 1_000

  /// The paragraphs with the phrase; nil if there is no room left for those to look at.
  private func paragraphCount(
    ofPhrase words: [[UInt8]], room: inout Int, _ options: SearchOptions
  ) throws(SearchError) -> Int? {
    let cost = try SearchError.reading { () throws(SegmentError) in
      var cost = 0
      for segment in segments { cost += try PhraseLists(of: words, in: segment.reader)?.countingCost ?? 0 }
      return cost
    }
    guard cost <= room else { return nil }
    room -= cost
    let words = words.map { QueryWord(text: String(decoding: $0, as: UTF8.self), term: $0, form: .exact) }
    return try count(.phrase(words), options).total
  }
}
