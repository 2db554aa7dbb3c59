import Search

/// How good rankings of judged collections are.
struct Quality: Codable {
  struct Collection: Codable {
    var name: String
    var documents: Int
    /// Those with a relevant document.
    var queries: Int
    /// By the name of a ranking.
    var measures: [String: RetrievalMeasures] = [:]
  }

  /// What is asked for a query of a collection.
  enum Wording: String, CaseIterable {
    /// Its words: the marks of the query language are left out.
    case words
    /// The query as its author wrote it, in small letters.
    case written

    var text: (JudgedCollection.Query) -> String {
      switch self {
      case .words: \.plainText
      case .written: { $0.text.lowercased() }
      }
    }
  }

  var circumstances: Circumstances
  /// The names of what was measured, in the order of the table.
  var rankings: [String]
  var collections: [Collection] = []

  static func name(of rank: Rank, _ wording: Wording) -> String {
    "Verbatim, --rank \(rank)" + (wording == .written ? ", as written" : "")
  }

  static func rankings(withLucene: Bool) -> [String] {
    let ours = Wording.allCases.flatMap { wording in
      [Rank.plain, .best].map { name(of: $0, wording) }
    }
    return ours + (withLucene ? [LuceneEvaluation.name] : [])
  }

  /// By how much the mean average precision of a ranking is above another's, as a share of the other's, on average over the collections; nil
  /// if one of them was not measured.
  func gain(of ranking: String, over other: String) -> Double? {
    var sum = 0.0
    for collection in collections {
      guard let ours = collection.measures[ranking], let theirs = collection.measures[other] else {
        return nil
      }
      sum += ours.meanAveragePrecision / theirs.meanAveragePrecision - 1
    }
    return collections.isEmpty ? nil : sum / Double(collections.count)
  }
}
