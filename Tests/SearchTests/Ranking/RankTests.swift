import Indexing
import Query
import Segment
import TestSupport
import Testing

@testable import Search

/// `--rank best` on the documents that come with Verbatim, and on made-up ones.
@Suite struct RankTests {
  private let folder = try! TemporaryFolder()

  private func snapshot(of corpus: String, segmentByteCount: Int = 1 << 25) throws -> Snapshot {
    let index = folder.path + "/index-\(segmentByteCount)"
    _ = try IndexBuilder(corpusRoot: corpus, indexDirectory: index, segmentByteCount: segmentByteCount)
      .build()
    return try Snapshot(openingIndexAt: index)
  }

  private func query(_ text: String, _ match: QueryParser.Match = .any) throws -> Query {
    try #require(try QueryParser(match: match).parse(text).query)
  }

  private func options(_ rank: Rank, _ level: Level = .paragraph, limit: Int = 10_000) -> SearchOptions {
    var options = SearchOptions()
    options.rank = rank
    options.level = level
    options.limit = limit
    return options
  }

  private static let queries = [
    "veto", "\"focal point\"", "prevention of mass atrocities", "veto -france", "sanctions council year:2013",
    "speaker:France veto", "responsibility", "=responsibility state", "nowhereatall", "the", "NOT veto",
    "year:2009",
  ]

  /// Words that the ten best have, by a slow and obvious way: every unit's text is read.
  @Test(arguments: Level.allCases, [1, 1 << 25])
  func scoresAreThoseOfAllTexts(level: Level, segmentByteCount: Int) throws {
    let snapshot = try snapshot(of: Repository.root + "/corpus", segmentByteCount: segmentByteCount)
    var (reader, wholeReader) = (FeedbackReader(level), FeedbackReader(level, mostBytes: .max))
    for (number, text) in Self.queries.enumerated() {
      let asked = try query(text)
      var options = options(.plain, level)
      options.parameters = [BM25.Parameters(), BM25.Parameters(k1: 0.9, b: 0.4)][number % 2]
      let plain = try snapshot.entries(asked, options)
      options.rank = .best
      var expected = plain
      var wordCount = 0
      asked.forEachPositiveLeaf { $0.forEachWord { _ in wordCount += 1 } }
      if wordCount > 0 {
        let units = try plain.map { try wholeReader.unit($0, in: snapshot.segments[$0.segment].reader) }
        let model = RelevanceModel(
          of: try plain.prefix(RelevanceModel.mostUnits).map {
            try reader.unit($0, in: snapshot.segments[$0.segment].reader)
          })
        let statistics = snapshot.statistics[level]
        let factors = BM25.LengthFactors(
          averageLength: statistics.averageLength, parameters: options.parameters)
        for term in model.terms where plain.count > 1 {
          let entries = try snapshot.segments.map { try $0.reader.stem(term.stem) }
          let idf = BM25.idf(
            unitsWithTerm: entries.frequency(at: level), unitCount: statistics.unitCount)
          let bm25 = BM25(idf: idf * Double(wordCount) * term.probability, lengthFactors: factors)
          for index in expected.indices {
            guard let frequency = units[index].frequencies[term.stem] else { continue }
            let norm = try UnitSpace(level).norm(
              of: Int(expected[index].unit), in: snapshot.segments[expected[index].segment].reader)
            expected[index].score += bm25.score(frequency: frequency, norm: norm)
            expected[index].rank = expected[index].score
          }
        }
        expected.sort { $0.isBetter(than: $1) }
      }
      #expect(try snapshot.entries(asked, options) == expected, "\(text)")
      #expect(try snapshot.rank(asked, options).total == plain.count, "\(text)")
    }
  }

  @Test func whatTheBestAreAboutSpeaksForAUnit() throws {
    let vetoes = [
      "Veto veto veto restraint restraint.", "Veto veto veto restraint.", "Veto rivers mountains.",
      "Veto restraint mountains.",
    ]
    let others =
      ["Restraint restraint restraint restraint."] + Array(repeating: "Rivers and mountains.", count: 20)
    try folder.write((vetoes + others).map { "- \($0)" }.joined(separator: "\n\n"), to: "corpus/a.txt")
    let snapshot = try snapshot(of: folder.path + "/corpus")
    let veto = try query("veto")
    #expect(try snapshot.rank(veto, options(.plain)).units.map(\.number) == [1, 0, 2, 3])
    let best = try snapshot.rank(veto, options(.best))
    // The fourth is about restraint as the best are; the fifth, which is about nothing else, has not the word asked for.
    #expect(best.total == 4)
    let places = best.units.map(\.number)
    #expect(Set(places) == [0, 1, 2, 3] && places.firstIndex(of: 3)! < places.firstIndex(of: 2)!)
  }

  /// 1,000 are ranked again, and all pages are pieces of one list.
  @Test(arguments: [1, 1 << 25]) func pagesContinueOneAnother(segmentByteCount: Int) throws {
    var generator = SeededGenerator(seed: 7)
    let others = ["council", "reform", "restraint", "charter", "assembly", "peace", "river"]
    for name in ["a", "b", "c"] {
      let lines = (0..<600).map { _ in
        let words = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
          others.randomElement(using: &generator)!
        }
        return "- Veto \(words.joined(separator: " "))!"
      }
      try folder.write(lines.joined(separator: "\n\n"), to: "corpus/\(name).txt")
    }
    let snapshot = try snapshot(of: folder.path + "/corpus", segmentByteCount: segmentByteCount)
    let asked = try query("veto council")
    let plain = try snapshot.rank(asked, options(.plain))
    let whole = try snapshot.rank(asked, options(.best))
    #expect(whole.total == 1_800 && plain.total == 1_800 && whole.units.count == 1_800)
    let count = Snapshot.rerankedCount
    #expect(Set(whole.units.prefix(count).map(\.number)) == Set(plain.units.prefix(count).map(\.number)))
    #expect(whole.units.prefix(count).map(\.number) != plain.units.prefix(count).map(\.number))
    #expect(whole.units.dropFirst(count) == plain.units.dropFirst(count))
    for (one, next) in zip(whole.units, whole.units.dropFirst()) {
      #expect(one.score > next.score || one.score == next.score && one.number < next.number)
    }
    for (offset, limit) in [(0, 10), (10, 10), (995, 10), (1_000, 5), (1_795, 10), (1_800, 10), (0, 0)] {
      var page = options(.best, limit: limit)
      page.offset = offset
      let ranking = try snapshot.rank(asked, page)
      #expect(ranking.total == 1_800)
      #expect(ranking.units == Array(whole.units.dropFirst(offset).prefix(limit)))
      #expect(try snapshot.best(asked, page) == ranking.units)
    }
  }

  @Test func orderByDateHasNoRank() throws {
    let snapshot = try snapshot(of: Repository.root + "/corpus")
    for sort in [SortOrder.dateAscending, .dateDescending] {
      var (plain, best) = (options(.plain), options(.best))
      (plain.sort, best.sort) = (sort, sort)
      #expect(try snapshot.rank(query("veto"), plain) == snapshot.rank(query("veto"), best))
    }
  }

  @Test func theDeadlineHolds() throws {
    let snapshot = try snapshot(of: Repository.root + "/corpus")
    var late = options(.best)
    late.deadline = .now
    #expect(throws: SearchError.deadlineExceeded) { try snapshot.rank(query("veto"), late) }
  }
}

extension Snapshot {
  /// What ``rank(_:_:)`` is made of.
  fileprivate func entries(_ query: Query, _ options: SearchOptions) throws(SearchError) -> [TopHits.Entry] {
    Array(try first(query, options).entries)
  }
}
