internal import Postings
internal import Query
internal import Segment

extension Snapshot {
  /// Units that are ordered again by ``Rank/best``; those behind them follow by BM25.
  static let rerankedCount = 1_000

  /// How many units match, and the first of them by ``Rank/best``.
  ///
  /// A unit's score is its BM25 score and what the terms of the ``RelevanceModel`` add to it, which is never negative: so no unit is
  /// overtaken by one that is not ordered again, and pages continue one another wherever they are cut. A unit that has such terms and
  /// does not match is no hit.
  ///
  /// - Complexity: that of a plain search for as many units as are ordered again, and O(*t* · *u*) for *t* terms and *u* units.
  func best(
    _ query: Query, _ options: SearchOptions,
    _ plain: (SearchOptions) throws(SearchError) -> (total: Int, entries: ArraySlice<TopHits.Entry>)
  ) throws(SearchError) -> (total: Int, entries: ArraySlice<TopHits.Entry>) {
    var wide = options
    wide.offset = 0
    wide.limit = max(options.offset + options.limit, Self.rerankedCount)
    let (total, found) = try plain(wide)
    var entries = Array(found)
    let count = min(entries.count, Self.rerankedCount)
    try rerank(&entries[..<count], query, options)
    return (total, entries.prefix(options.offset + options.limit).dropFirst(options.offset))
  }

  private func rerank(
    _ entries: inout ArraySlice<TopHits.Entry>, _ query: Query, _ options: SearchOptions
  ) throws(SearchError) {
    let wordCount = query.positiveWordCount
    guard wordCount > 0, entries.count > 1 else { return }
    let model = try relevanceModel(of: entries.prefix(RelevanceModel.mostUnits), options)
    try add(model, Double(wordCount), to: &entries, options)
    entries.sort { $0.isBetter(than: $1) }
  }

  private func relevanceModel(
    of entries: ArraySlice<TopHits.Entry>, _ options: SearchOptions
  ) throws(SearchError) -> RelevanceModel {
    var reader = FeedbackReader(options.level)
    var units: [RelevanceModel.Unit] = []
    for entry in entries {
      try options.checkDeadline()
      units.append(
        try SearchError.reading { () throws(SegmentError) in
          try reader.unit(entry, in: segments[entry.segment].reader)
        })
    }
    return RelevanceModel(of: units)
  }

  /// Adds to each score what the model's terms score in the unit, each as a word of the query with `weight` times its probability.
  private func add(
    _ model: RelevanceModel, _ weight: Double, to entries: inout ArraySlice<TopHits.Entry>,
    _ options: SearchOptions
  ) throws(SearchError) {
    let statistics = statistics[options.level]
    let lengthFactors = statistics.lengthFactors(options.parameters)
    let asked = try SearchError.reading { () throws(SegmentError) in
      try UnitsToRerank.bySegment(entries, of: segments, options.level)
    }
    for term in model.terms {
      try options.checkDeadline()
      try SearchError.reading { () throws(SegmentError) in
        var found: [DictionaryEntry?] = []
        for segment in segments { found.append(try segment.reader.stem(term.stem)) }
        let idf = BM25.idf(
          unitsWithTerm: found.frequency(at: options.level), unitCount: statistics.unitCount)
        let bm25 = BM25(idf: idf * weight * term.probability, lengthFactors: lengthFactors)
        for (segment, entry) in found.enumerated() {
          guard let entry, !asked[segment].units.isEmpty else { continue }
          var walk = StemFrequencies(in: segments[segment].reader, options.level)
          let frequencies = try walk.frequencies(of: term.stem, entry, in: asked[segment])
          asked[segment].add(frequencies, by: bm25, to: &entries)
        }
      }
    }
  }
}

extension UnitsToRerank {
  /// Adds what a term scores in the units, in which it stands so often, to their entries.
  fileprivate func add(_ frequencies: [Int], by bm25: BM25, to entries: inout ArraySlice<TopHits.Entry>) {
    for (place, frequency) in frequencies.enumerated() where frequency > 0 {
      entries[indexes[place]].score += bm25.score(frequency: frequency, norm: norms[place])
      entries[indexes[place]].rank = entries[indexes[place]].score
    }
  }
}

extension Query {
  /// The words that a hit can show: how much the query's own words weigh together.
  fileprivate var positiveWordCount: Int {
    var count = 0
    forEachPositiveLeaf { leaf in
      var words = 0
      leaf.forEachWord { _ in words += 1 }
      // A leaf that names no word of its own weighs as one.
      count += max(words, 1)
    }
    return count
  }
}
