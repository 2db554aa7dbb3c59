internal import Postings
package import Query
internal import Segment
internal import Text

extension Snapshot {
  /// How many units match in each year.
  package func trend(
    _ query: Query, _ options: SearchOptions = SearchOptions()
  ) throws(SearchError) -> TrendResult {
    var years: [Int?: TrendRow] = [:]
    let filters = QueryFilters(of: query)
    for document in segments.lazy.flatMap(\.documents) where filters.passes(document) {
      years[document.year, default: TrendRow(year: document.year)].units += document.units.count
      years[document.year]?.tokens += document.wordCount
    }
    var document = DocumentWalk()
    try forEachWindow(of: query, measure: .occurrences, options) { segment, window in
      window.forEachMatch { unit, occurrences in
        let year = document.advance(to: unit, of: segments[segment], segment).year
        years[year, default: TrendRow(year: year)].hits += 1
        years[year]?.occurrences? += occurrences
      }
    }
    return Self.result(of: years, countsOccurrences: query.asksForOneThing)
  }

  /// The rows in order, with those of the years between that have no documents.
  private static func result(of years: [Int?: TrendRow], countsOccurrences: Bool) -> TrendResult {
    let dated = years.keys.compactMap(\.self)
    var rows: [TrendRow] = []
    if let first = dated.min(), let last = dated.max() {
      rows = (first...last).map { years[$0] ?? TrendRow(year: $0) }
    }
    if let undated = years[nil] { rows.append(undated) }
    if !countsOccurrences {
      for index in rows.indices { rows[index].occurrences = nil }
    }
    return TrendResult(rows: rows, total: rows.reduce(0) { $0 + $1.hits })
  }
}

extension TrendRow {
  fileprivate init(year: Int?) {
    self.init(year: year, hits: 0, units: 0, occurrences: 0, tokens: 0)
  }
}

extension SegmentReader.DocumentRecord {
  /// The year it counts in: that of its first day.
  fileprivate var year: Int? { days.map { Int($0.lowerBound / 10_000) } }
}

extension Query {
  /// Whether the frequencies of the words and phrases add up to a number of occurrences.
  ///
  /// Not where two things are asked for at once (AND): of which would they be? And not where one place may be counted
  /// twice, because two words have one stem (`veto OR =vetoes`), or one is in a phrase or a whole too (`us OR =US`,
  /// `point OR =focal-point`).
  fileprivate var asksForOneThing: Bool {
    guard hasOneOperandAtOnce else { return false }
    let analyzer = Analyzer()
    var buffer = TokenBuffer()
    var stems: Set<[UInt8]> = []
    var isDisjoint = true
    forEachPositiveLeaf { leaf in
      var stemsOfLeaf: Set<[UInt8]> = []
      leaf.forEachWord { word in
        // A whole is analyzed into its parts, capitals into the word that they are.
        analyzer.analyze(word.term.span, into: &buffer)
        for token in buffer.tokens { stemsOfLeaf.insert(Analyzer.stem(of: buffer.term(of: token))) }
      }
      isDisjoint = isDisjoint && stems.isDisjoint(with: stemsOfLeaf)
      stems.formUnion(stemsOfLeaf)
    }
    return isDisjoint
  }

  private var hasOneOperandAtOnce: Bool {
    switch self {
    case .word, .phrase, .not, .dates: true
    case .or(let operands): operands.allSatisfy(\.hasOneOperandAtOnce)
    case .and(let operands):
      operands.allSatisfy(\.hasOneOperandAtOnce) && operands.count { !$0.isFilter } <= 1
    }
  }

  private var isFilter: Bool {
    switch self {
    case .dates, .not: true
    default: false
    }
  }
}
