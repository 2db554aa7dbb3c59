import Query
import TestSupport
import Testing

@testable import OracleSupport
@testable import Search

/// What an explanation says is what a search does, on random collections at every level.
@Suite struct ExplainTests {
  private static let absent = Query.word(QueryWord(text: "absent", term: Array("absent".utf8), form: .exact))

  /// Words near each other, with slop, by pattern, as synonyms, and of speakers: what questions of the oracle do not ask.
  private static func query(using generator: inout SeededGenerator) throws -> Query {
    let words = ["veto", "state", "protect", "focal", "point", "the", "us", "cote", "up", "1973"]
    func word() -> String { words.randomElement(using: &generator)! }
    let texts = [
      "\(word()) NEAR/3 \(word())", "\(word()) ADJ/5 (\(word()) OR \(word()))", "\"\(word()) \(word())\"~3",
      "\(word()) NOTNEAR/2 \(word())", "\(word().prefix(2))*", "\(word())~1 OR \(word())",
      "\(word()) NEAR/s \(word())",
      "speaker:France (\(word()) NEAR/9 \(word().prefix(3))*)", "speaker:France \(word()) OR \(word())",
      "(\(word()) \(word())) OR (\(word()) -\(word())) OR \(word())", "about:France \(word())*",
    ]
    let text = texts.randomElement(using: &generator)!
    let query = try #require(try QueryParser().parse(text).query)
    guard Int.random(in: 0..<4, using: &generator) == 0 else { return query }
    let synonyms = try (0..<2).map { _ in try #require(try QueryParser().parse(word()).query) }
    return .or([query, .synonyms(synonyms)])
  }

  @Test(arguments: 0..<24)
  func partsAddUpToTheScoreOfASearch(seed: UInt64) throws {
    let corpus = SampleCorpus(seed: seed)
    let index = try SampleIndex(of: corpus)
    let isSmall = [.tiny, .small].contains(SampleCorpus.Size(seed: seed))
    var generator = SeededGenerator(seed: seed)
    for number in 0..<(isSmall ? 8 : 2) {
      let question = Question(number: number, about: corpus, seed: seed)
      let parsed = try #require(try question.parser.parse(question.text).query)
      for query in [parsed, try Self.query(using: &generator)] {
        var options = question.options
        (options.limit, options.offset, options.explains) = (isSmall ? 1_000_000 : 5, 0, true)
        let hits = try index.snapshot.search(query, options).hits
        for hit in hits {
          let explanation = try #require(hit.explanation)
          #expect(explanation.id == hit.id && explanation.isMatch && explanation.unmet.isEmpty)
          #expect(explanation.score == hit.score, "\(query.interpreted) on \(hit.id)")
          try Self.check(explanation, options, index.snapshot)
          #expect(try index.snapshot.explain(hit.id, query, options) == .explained(explanation))
        }
        guard isSmall else { continue }
        var all = options
        all.explains = false
        let ids = Set(hits.map(\.id))
        for other in try index.snapshot.search(.not(Self.absent), all).hits.prefix(20)
        where !ids.contains(other.id) {
          let outcome = try index.snapshot.explain(other.id, query, options)
          guard case .explained(let explanation) = outcome else {
            Issue.record("\(other.id) is not known")
            continue
          }
          #expect(!explanation.isMatch && explanation.score == 0, "\(query.interpreted) on \(other.id)")
          #expect(!explanation.unmet.isEmpty)
        }
      }
    }
  }

  /// The numbers that are said give the score that is said.
  private static func check(_ explanation: Explanation, _ options: SearchOptions, _ snapshot: Snapshot) throws
  {
    #expect(explanation.parts.reduce(0) { $0 + $1.score } == explanation.score)
    for part in explanation.parts {
      #expect(part.frequency <= part.occurrences || part.isInStatement)
      #expect(part.portions.reduce(0) { $0 + $1.frequency } == part.frequency)
      #expect(part.portions.reduce(0) { $0 + $1.score } == part.score)
      #expect(part.terms.reduce(0) { $0 + $1.idf } == part.idf)
      #expect(part.unitCount == snapshot.statistics[part.level].unitCount)
      #expect(part.terms.allSatisfy { $0.unitsWithTerm <= part.unitCount })
      for portion in part.portions {
        let tf = Double(portion.frequency)
        let relative = Double(portion.length) / part.averageLength
        let factor = explanation.k1 * (1 - explanation.b + explanation.b * relative)
        let score = factor == 0 ? part.idf : part.idf * tf / (tf + factor)
        #expect(abs(score - portion.score) <= 0.51 / Double(BM25.one))
      }
    }
  }

  @Test(arguments: 0..<10)
  func unitsWithAWordAreThoseThatMatch(seed: UInt64) throws {
    let index = try SampleIndex(of: SampleCorpus(seed: seed))
    for text in ["veto", "=state", "proto*", "st*", "veto~1"] {
      let query = try #require(try QueryParser().parse(text).query)
      for level in Level.allCases {
        var options = SearchOptions()
        (options.level, options.limit, options.explains) = (level, 1, true)
        let result = try index.snapshot.search(query, options)
        guard let explanation = result.hits.first?.explanation else { continue }
        #expect(explanation.parts.map(\.terms.first?.unitsWithTerm) == [result.total])
      }
    }
  }
}
