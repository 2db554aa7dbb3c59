import Foundation
import Search
import TestSupport
import Testing

@testable import Benchmarks

/// How good rankings of the judged collections are, held to what Lucene's English analyzer reaches on the same files.
///
/// The figures do not vary: what falls below is a change for the worse.
@Suite struct QualityTests {
  /// Lucene 9.9.1 with k1 1.2 and b 0.75, as `Benchmarks quality` measures it, to three places.
  private static let lucene = [
    "cranfield": RetrievalMeasures(meanAveragePrecision: 0.411, ndcg10: 0.509),
    "med": RetrievalMeasures(meanAveragePrecision: 0.526, ndcg10: 0.690),
    "time": RetrievalMeasures(meanAveragePrecision: 0.697, ndcg10: 0.756),
  ]

  @Test(.enabled(if: Repository.shared != nil, "the collections are not beside the repository"))
  func rankingsAreNotBelowLucenes() throws {
    let folder = try TemporaryFolder()
    let judged = try #require(Repository.shared) + "/corpora/judged"
    var gains: [Double] = []
    for collection in try JudgedCollection.all(in: judged) {
      let lucene = try #require(Self.lucene[collection.name])
      let index = try JudgedIndex(
        of: collection, configuration: Repository.root + "/Benchmarks/collections/judged.yaml",
        in: folder.path + "/" + collection.name)
      func measures(_ rank: Rank) throws -> RetrievalMeasures {
        RetrievalMeasures(
          of: try index.rankings(by: rank).mapValues { $0.map(\.id) }, grades: collection.grades)
      }
      let (plain, best) = (try measures(.plain), try measures(.best))
      // To three places, as the others are told.
      #expect(plain.meanAveragePrecision >= lucene.meanAveragePrecision - 0.0005, "\(collection.name)")
      #expect(plain.ndcg10 >= lucene.ndcg10 - 0.0005, "\(collection.name)")
      #expect(best.meanAveragePrecision > plain.meanAveragePrecision, "\(collection.name)")
      #expect(best.ndcg10 > plain.ndcg10, "\(collection.name)")
      gains.append(best.meanAveragePrecision / lucene.meanAveragePrecision - 1)
    }
    #expect(gains.count == Self.lucene.count)
    #expect(gains.reduce(0, +) / Double(gains.count) >= 0.05)
  }
}

/// What is told of the figures.
@Suite struct QualityReportTests {
  @Test func gainsAreMeansOverCollections() throws {
    var quality = Quality(circumstances: .current, rankings: ["ours", LuceneEvaluation.name])
    for (name, ours, theirs) in [("a", 0.6, 0.5), ("b", 0.5, 0.5)] {
      var collection = Quality.Collection(name: name, documents: 3, queries: 2)
      collection.measures["ours"] = RetrievalMeasures(meanAveragePrecision: ours, ndcg10: 0.25)
      collection.measures[LuceneEvaluation.name] = RetrievalMeasures(
        meanAveragePrecision: theirs, ndcg10: 0.5)
      quality.collections.append(collection)
    }
    let gain = try #require(quality.gain(of: "ours", over: LuceneEvaluation.name))
    #expect(abs(gain - 0.1) < 1e-12)
    #expect(quality.gain(of: "ours", over: "another") == nil)
    #expect(quality.markdown.contains("+10.0%") && quality.markdown.contains("0.2500"))
  }
}
