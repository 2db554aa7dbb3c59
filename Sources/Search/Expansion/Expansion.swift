internal import Postings
internal import Query
internal import Segment
internal import Text

/// The terms that a pattern stands for in the dictionaries of all segments.
struct Expansion {
  /// For each segment those of the terms that it has, in order of their bytes.
  var entries: [[DictionaryEntry]]
  /// The different terms, those in the most paragraphs first; in order of their bytes where equal.
  var terms: [[UInt8]]
  /// How many terms match, those cut among them.
  var totalCount: Int
  /// More terms match than the limit allows.
  var isCut: Bool { terms.count < totalCount }

  /// Looks up the terms for which `pattern` stands; where they are over `limit`, those in the most paragraphs.
  ///
  /// - Complexity: O(*m* · (*s* + log *m*)) for *m* matches in *s* segments, and the way to them.
  static func of(
    _ pattern: TermPattern, in segments: [OpenSegment], limit: Int = ExpansionShares.limit,
    _ options: SearchOptions
  ) throws(SearchError) -> Expansion {
    let found = try ExpandedTerm.all(matching: pattern, in: segments, options)
    return try SearchError.reading { () throws(SegmentError) in
      let kept = found.mostFrequentFirst().prefix(limit)
      var entries = [[DictionaryEntry]](repeating: [], count: segments.count)
      for index in kept.sorted() {
        for (segment, number) in found[index].numbers {
          entries[segment].append(try segments[segment].reader.term(at: number))
        }
      }
      return Expansion(entries: entries, terms: kept.map { found[$0].bytes }, totalCount: found.count)
    }
  }
}

/// A term of one segment or more that a pattern stands for.
struct ExpandedTerm {
  var bytes: [UInt8]
  var distance: Int
  /// Its number in each segment that has it.
  var numbers: [(segment: Int, number: Int)]
  /// Paragraphs of all segments in which it stands.
  var documentFrequency: Int

  /// All terms for which `pattern` stands, in order of their bytes.
  ///
  /// - Complexity: O(*m* · *s*) for *m* matches in *s* segments, and the way to them.
  static func all(
    matching pattern: TermPattern, in segments: [OpenSegment], _ options: SearchOptions
  ) throws(SearchError) -> [ExpandedTerm] {
    var matches: [ArraySlice<TermMatch>] = []
    for segment in segments { matches.append(try pattern.matches(in: segment.reader, options)[...]) }
    var terms: [ExpandedTerm] = []
    while let least = matches.lazy.compactMap(\.first?.bytes).min(by: { $0.lexicographicallyPrecedes($1) }) {
      if terms.count.isMultiple(of: termsPerCheck) { try options.checkDeadline() }
      var term = ExpandedTerm(bytes: least, distance: 0, numbers: [], documentFrequency: 0)
      for segment in matches.indices {
        guard let match = matches[segment].first, match.bytes == least else { continue }
        matches[segment].removeFirst()
        term.distance = match.distance
        term.numbers.append((segment, match.number))
        term.documentFrequency += try SearchError.reading { () throws(SegmentError) in
          try segments[segment].reader.documentFrequency(ofTermAt: match.number)
        }
      }
      terms.append(term)
    }
    return terms
  }

  private static let termsPerCheck = 1_024
}

extension [ExpandedTerm] {
  /// The numbers of the terms, those in the most paragraphs first, in their order here where equal.
  func mostFrequentFirst() -> [Int] {
    indices.sorted { (self[$1].documentFrequency, $0) < (self[$0].documentFrequency, $1) }
  }
}

extension [OpenSegment] {
  /// Paragraphs in which a term stands, or any of its forms. A compound is no form of a stem, and counts for itself.
  ///
  /// - Complexity: O(*s*) for *s* segments.
  func paragraphCount(ofForm form: QueryWord.Form, of term: ExpandedTerm) throws(SearchError) -> Int {
    if form == .exact { return term.documentFrequency }
    let stem = Analyzer.stem(of: term.bytes[...])
    var count = 0
    for segment in self {
      count += try SearchError.reading { () throws(SegmentError) in
        try segment.reader.stem(stem)?.list.documentFrequency ?? 0
      }
    }
    return count > 0 ? count : term.documentFrequency
  }
}
