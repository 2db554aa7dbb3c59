import Query
import Search
import TestSupport
import Testing
import Text

/// The engine's answers equal those of a scan of the text: ids, order, scores bit for bit, totals and highlights.
struct OracleTests {
  @Test(arguments: 0..<60)
  func searchEqualsAScan(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    try Self.expectAnswersEqualAScan(of: SampleCorpus(using: &generator), queryCount: 40, using: &generator)
  }

  /// More units than two windows hold, and lists of many blocks.
  @Test func searchEqualsAScanOfManyUnits() throws {
    var generator = SeededGenerator(seed: 1000)
    let corpus = try SampleCorpus(documentCount: 10, paragraphCount: 900, using: &generator)
    try Self.expectAnswersEqualAScan(of: corpus, queryCount: 12, using: &generator)
  }

  private static func expectAnswersEqualAScan(
    of corpus: SampleCorpus, queryCount: Int, using generator: inout SeededGenerator
  ) throws {
    var scan = NaiveScan(units: corpus.units)
    for _ in 0..<queryCount {
      let query = randomQuery(depth: 3, using: &generator)
      let expected = scan.matches(query)
      var options = SearchOptions()
      options.limit = Int.random(in: 0...min(corpus.units.count + 1, 200), using: &generator)
      options.offset = Int.random(in: 0...3, using: &generator)
      let result = try corpus.snapshot.search(query, options)
      let page = expected.dropFirst(options.offset).prefix(options.limit)

      #expect(result.total == expected.count, "\(query)")
      #expect(result.hits.map(\.id) == page.map(\.id), "\(query)")
      #expect(result.hits.map { Int($0.score * 1_048_576) } == page.map(\.score), "\(query)")
      for (hit, match) in zip(result.hits, page) {
        #expect(hit.highlights == scalarRanges(match.highlights, hit.text), "\(query) in \(hit.text)")
      }
      try expectCountsAgree(query, expected, corpus)
    }
  }

  private static func expectCountsAgree(
    _ query: Query, _ expected: [NaiveScan.Match], _ corpus: SampleCorpus
  ) throws {
    #expect(try corpus.snapshot.count(query).total == expected.count, "\(query)")
    let trend = try corpus.snapshot.trend(query)
    #expect(trend.total == expected.count)
    let years = Dictionary(uniqueKeysWithValues: corpus.units.map { ($0.id, $0.year) })
    for row in trend.rows {
      let matches = expected.filter { years[$0.id]! == row.year }
      #expect(row.hits == matches.count)
      if let occurrences = row.occurrences {
        #expect(occurrences == matches.reduce(0) { $0 + $1.highlights.count }, "\(query)")
      }
      // Filters stand only in an AND or alone.
      if case .or = query {
        let units = corpus.units.filter { $0.year == row.year }
        #expect(row.units == units.count)
        #expect(row.tokens == units.reduce(0) { $0 + $1.words.count })
      }
    }
  }

  static func randomQuery(depth: Int, using generator: inout SeededGenerator) -> Query {
    func operands() -> [Query] {
      (0..<Int.random(in: 2...3, using: &generator)).map { _ in
        randomQuery(depth: depth - 1, using: &generator)
      }
    }
    switch Int.random(in: 0..<(depth > 0 ? 10 : 6), using: &generator) {
    case 0...2: return .word(randomWord(.anyForm, using: &generator))
    case 3: return .word(randomWord(.exact, using: &generator))
    case 4:
      return .phrase(
        (0..<Int.random(in: 2...3, using: &generator)).map { _ in randomWord(.exact, using: &generator) })
    case 5:
      let years = [
        Int32.random(in: 2008...2014, using: &generator), Int32.random(in: 2008...2014, using: &generator),
      ]
      return .dates([DateInterval(first: years.min()! * 10_000 + 101, last: years.max()! * 10_000 + 1231)])
    case 6, 7: return .and(operands())
    case 8: return .or(operands())
    default: return .not(randomQuery(depth: depth - 1, using: &generator))
    }
  }

  private static func randomWord(_ form: QueryWord.Form, using generator: inout SeededGenerator) -> QueryWord
  {
    let text = (SampleCorpus.vocabulary + ["absent"]).randomElement(using: &generator)!
    return QueryWord(text: text, term: Array(text.utf8), form: form)
  }

  /// Ranges of words as ranges of scalars; those that overlap are one.
  private static func scalarRanges(_ words: Set<Range<Int>>, _ text: String) -> [Range<Int>] {
    var starts: [Int] = []
    var ends: [Int] = []
    for word in text.dropLast().split(separator: " ") {
      starts.append(ends.last.map { $0 + 1 } ?? 0)
      ends.append(starts.last! + word.unicodeScalars.count)
    }
    var ranges: [Range<Int>] = []
    for range in words.map({ starts[$0.lowerBound]..<ends[$0.upperBound - 1] }).sorted(by: {
      $0.lowerBound < $1.lowerBound
    }) {
      if let last = ranges.last, range.lowerBound < last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        ranges.append(range)
      }
    }
    return ranges
  }
}
