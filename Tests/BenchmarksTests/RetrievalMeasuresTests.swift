import Foundation
import Testing

@testable import Benchmarks

@Suite struct RetrievalMeasuresTests {
  /// Relevant documents at 1, 3 and, of four, one not found: (1/1 + 2/3 + 3/5) / 4.
  @Test func averagePrecision() {
    let ranking = ["a", "x", "b", "y", "c"]
    let found = RetrievalMeasures.averagePrecision(of: ranking, ["a": 1, "b": 1, "c": 2, "d": 1])
    #expect(abs(found - (1 + 2.0 / 3 + 3.0 / 5) / 4) < 1e-12)
    #expect(RetrievalMeasures.averagePrecision(of: [], ["a": 1]) == 0)
    #expect(RetrievalMeasures.averagePrecision(of: ["a"], ["a": 1]) == 1)
  }

  @Test func nothingBehindTheFirstThousandCounts() {
    let ranking = (0..<1_001).map { "d\($0)" }
    #expect(RetrievalMeasures.averagePrecision(of: ranking, ["d999": 1]) == 1.0 / 1_000)
    #expect(RetrievalMeasures.averagePrecision(of: ranking, ["d1000": 1]) == 0)
  }

  /// Grades 1 and 2 at places 1 and 3: (1/1 + 3/2) / (3/1 + 1/log₂3).
  @Test func discountedGain() {
    let found = RetrievalMeasures.ndcg10(of: ["a", "x", "b"], ["a": 1, "b": 2])
    #expect(abs(found - 2.5 / (3 + 1 / log2(3))) < 1e-12)
    #expect(RetrievalMeasures.ndcg10(of: ["b", "a"], ["a": 1, "b": 2]) == 1)
  }

  /// The best order has ten places too, however many documents are relevant.
  @Test func onlyTenPlacesCount() {
    let grades = Dictionary(uniqueKeysWithValues: (0..<20).map { ("d\($0)", 1) })
    #expect(RetrievalMeasures.ndcg10(of: (0..<10).map { "d\($0)" }, grades) == 1)
    #expect(RetrievalMeasures.ndcg10(of: (0..<10).map { "x\($0)" } + ["d1"], grades) == 0)
  }

  /// A query without a relevant document does not count, one without a ranking does.
  @Test func meansAreOverTheJudgedQueries() {
    let measures = RetrievalMeasures(
      of: ["1": ["a"], "2": ["b"], "9": ["c"]],
      grades: ["1": ["a": 1], "2": ["c": 1], "3": ["d": 1], "4": [:]])
    #expect(abs(measures.meanAveragePrecision - 1.0 / 3) < 1e-12 && abs(measures.ndcg10 - 1.0 / 3) < 1e-12)
  }
}
