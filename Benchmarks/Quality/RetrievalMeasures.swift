import Foundation

/// How good rankings are by judgements of what is relevant: the two measures that test collections are compared by.
///
/// - **MAP**, mean average precision: the precision at the place of each relevant document that was ranked among the first 1,000, added
///   up, over all relevant documents (Buckley and Voorhees, "Evaluating Evaluation Measure Stability", SIGIR 2000).
/// - **nDCG@10**: the gain 2^grade − 1 of each of the first ten, divided by log₂(place + 1), over what the best order would have (Järvelin and Kekäläinen, "Cumulated
///   Gain-based Evaluation of IR Techniques", ACM TOIS 20, 2002; this gain: Burges et al., ICML 2005).
struct RetrievalMeasures: Codable, Equatable {
  var meanAveragePrecision: Double
  var ndcg10: Double

  /// Documents of a ranking that count.
  static let depth = 1_000

  init(meanAveragePrecision: Double, ndcg10: Double) {
    self.meanAveragePrecision = meanAveragePrecision
    self.ndcg10 = ndcg10
  }

  /// The means over the queries that have a relevant document; one without a ranking has found nothing.
  ///
  /// - Parameters:
  ///   - rankings: Documents by query, best first.
  ///   - grades: Of the relevant documents, by query: 1 or more each. At least one query has some.
  init(of rankings: [String: [String]], grades: [String: [String: Int]]) {
    let judged = grades.filter { !$0.value.isEmpty }
    precondition(!judged.isEmpty)
    var sums = (precision: 0.0, gain: 0.0)
    // In order, so that sums do not depend on how a table of names happens to be walked.
    for (query, grades) in judged.sorted(by: { $0.key < $1.key }) {
      sums.precision += Self.averagePrecision(of: rankings[query] ?? [], grades)
      sums.gain += Self.ndcg10(of: rankings[query] ?? [], grades)
    }
    meanAveragePrecision = sums.precision / Double(judged.count)
    ndcg10 = sums.gain / Double(judged.count)
  }

  static func averagePrecision(of ranking: [String], _ grades: [String: Int]) -> Double {
    var found = 0
    var sum = 0.0
    for (index, document) in ranking.prefix(depth).enumerated() where grades[document] != nil {
      found += 1
      sum += Double(found) / Double(index + 1)
    }
    return sum / Double(grades.count)
  }

  static func ndcg10(of ranking: [String], _ grades: [String: Int]) -> Double {
    gain(of: ranking.prefix(10).map { grades[$0] ?? 0 })
      / gain(of: grades.values.sorted(by: >).prefix(10))
  }

  private static func gain(of grades: some Sequence<Int>) -> Double {
    grades.enumerated().reduce(0) { $0 + (exp2(Double($1.element)) - 1) / log2(Double($1.offset + 2)) }
  }
}
