import Indexing
import Query
import TestSupport
import Testing

@testable import Search

/// What pruning leaves out is never among the best: on collections of many windows and blocks, with frequent words and many ties.
@Suite struct TopKTests {
  private static let words = (0..<104).map { number in
    String(decoding: [97 + UInt8(number % 26), 97 + UInt8(number / 26), 0x78], as: UTF8.self)
  }
  private static let absent = QueryWord(text: "absent", term: Array("absent".utf8), form: .exact)

  /// Paragraphs of words of which the first are very frequent; in a large collection they are short, and the first word is in nearly all.
  private static func snapshot(
    segmentByteCount: Int, paragraphCount: Int, using generator: inout SeededGenerator
  ) throws
    -> Snapshot
  {
    let corpus = try TemporaryFolder()
    let index = try TemporaryFolder()
    for name in ["a", "b", "c"] {
      let paragraphs = (0..<paragraphCount / 3).map { _ in
        let isLarge = paragraphCount > 1 << 16
        let length = isLarge ? 3 : Int.random(in: 0..<8, using: &generator) == 0 ? 60 : 12
        // So rare that they lead.
        let rare = [("rareax", 0.002), ("rarebx", 0.005)].filter {
          Double.random(in: 0..<1, using: &generator) < (isLarge ? $0.1 / 3 : $0.1)
        }.map { $0.0 + " " }.joined()
        let first = isLarge && Int.random(in: 0..<20, using: &generator) > 0 ? words[0] + " " : ""
        return rare + first
          + (0..<Int.random(in: 1...length, using: &generator)).map { _ in
            // A power of a random number prefers small ones: some words stand in most paragraphs, most in one of 50 or fewer, so that lists
            // take every form.
            let one = Double.random(in: 0..<1, using: &generator)
            return words[Int(one * one * one * one * 104)]
          }.joined(separator: " ")
      }
      try corpus.write(paragraphs.map { "- \($0)!" }.joined(separator: "\n\n"), to: "\(name).txt")
    }
    _ = try IndexBuilder(
      corpusRoot: corpus.path, indexDirectory: index.path, segmentByteCount: segmentByteCount
    ).build()
    return try Snapshot(openingIndexAt: index.path)
  }

  private static func word(using generator: inout SeededGenerator) -> QueryWord {
    let one = Double.random(in: 0..<1, using: &generator)
    let word = words[Int(one * one * 104)]
    return QueryWord(text: word, term: Array(word.utf8), form: .exact)
  }

  private static func query(using generator: inout SeededGenerator) -> Query {
    func leaves(_ count: Int) -> [Query] { (0..<count).map { _ in .word(word(using: &generator)) } }
    func phrase() -> Query {
      .phrase((0..<Int.random(in: 2...4, using: &generator)).map { _ in word(using: &generator) })
    }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return leaves(1)[0]
    case 1, 2: return .or(leaves(Int.random(in: 2...6, using: &generator)))
    case 3:
      let rare = ["rareax", "rarebx", nil].randomElement(using: &generator)!.map {
        Query.word(QueryWord(text: $0, term: Array($0.utf8), form: .exact))
      }
      return .and((rare.map { [$0] } ?? []) + leaves(Int.random(in: 2...4, using: &generator)))
    case 4: return phrase()
    default: return .and([phrase()] + leaves(Int.random(in: 1...2, using: &generator)))
    }
  }

  @Test(arguments: [(1, 9000), (1 << 25, 9000), (1 << 25, 72_000)])
  func theBestAreThoseOfAllScores(segmentByteCount: Int, paragraphCount: Int) throws {
    var generator = SeededGenerator(seed: UInt64(segmentByteCount + paragraphCount))
    let snapshot = try Self.snapshot(
      segmentByteCount: segmentByteCount, paragraphCount: paragraphCount, using: &generator)
    var ways: Set<SegmentAnswer.Best> = []
    for _ in 0..<(paragraphCount > 1 << 16 ? 60 : 200) {
      let query = Self.query(using: &generator)
      var options = SearchOptions()
      options.limit = [0, 1, 10, 100, 1000].randomElement(using: &generator)!
      options.offset = [0, 0, 0, 5].randomElement(using: &generator)!
      options.leastUnitCountForRanges = [0, options.leastUnitCountForRanges].randomElement(using: &generator)!
      if Bool.random(using: &generator) {
        options.parameters = BM25.Parameters(
          k1: [0, 0.5, 1.2, 100].randomElement(using: &generator)!,
          b: [0, 0.75, 1].randomElement(using: &generator)!)
      }
      // With a NOT beside it, every match is scored.
      let all = try snapshot.rank(.and([query, .not(.word(Self.absent))]), options)
      #expect(try snapshot.rank(query, options) == all, "\(query)")
      #expect(try snapshot.best(query, options) == all.units, "\(query)")
      #expect(try snapshot.count(query, options).total == all.total, "\(query)")
      ways.formUnion(try snapshot.account(of: query, options).segments.map(\.best))
      // Whatever is left out of how it is found.
      options.techniques = Techniques(
        Techniques.allCases.filter { _ in Bool.random(using: &generator) })
      #expect(try snapshot.rank(query, options) == all, "\(query) by \(options.techniques)")
      #expect(try snapshot.best(query, options) == all.units, "\(query) by \(options.techniques)")
      #expect(try snapshot.count(query, options).total == all.total, "\(query) by \(options.techniques)")
    }
    // The large collection is asked too little for all of them.
    let expected: Set<SegmentAnswer.Best> =
      paragraphCount > 1 << 16 ? [.ranges] : [.leaders, .maxScore, .conjunction, .ranges, .rarest]
    #expect(ways.isSuperset(of: expected))
  }

  /// Frequencies that are told from those of pairs are those that positions tell: in words that repeat, with one segment and with several, one of
  /// which has no pairs.
  @Test(arguments: [0, 1 << 25])
  func pairsChangeNothing(segmentByteCount: Int) throws {
    let corpus = try TemporaryFolder()
    let index = try TemporaryFolder()
    var generator = SeededGenerator(seed: 5)
    for name in ["a", "b", "c"] {
      let paragraphs = (0..<60).map { _ in
        (0..<Int.random(in: 1...9, using: &generator)).map { _ in
          ["ax", "bx", "cx"].randomElement(using: &generator)!
        }
        .joined(separator: " ")
      }
      try corpus.write(
        (paragraphs + ["ax ax ax ax", "ax bx bx ax bx ax"]).joined(separator: "\n\n"), to: "\(name).txt")
    }
    // So many different words of one paragraph make more pairs than are kept.
    try corpus.write((0..<2100).map { "w\($0)x" }.joined(separator: " ") + " ax ax ax bx", to: "d.txt")
    _ = try IndexBuilder(
      corpusRoot: corpus.path, indexDirectory: index.path, segmentByteCount: segmentByteCount
    ).build()
    let snapshot = try Snapshot(openingIndexAt: index.path)
    var options = SearchOptions()
    options.limit = 1000
    for _ in 0..<200 {
      let words = (0..<Int.random(in: 2...5, using: &generator)).map { _ in
        ["ax", "bx", "cx"].randomElement(using: &generator)!
      }
      let query = Query.phrase(words.map { QueryWord(text: $0, term: Array($0.utf8), form: .exact) })
      options.techniques = .all
      let found = try snapshot.rank(query, options)
      let best = try snapshot.best(query, options)
      let count = try snapshot.count(query, options).total
      options.techniques = []
      let expected = try snapshot.rank(query, options)
      #expect(found == expected && best == expected.units && count == expected.total, "\(words)")
    }
  }
}
