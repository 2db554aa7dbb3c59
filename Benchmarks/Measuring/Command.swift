import Query
import Search

/// What is asked of the engine, under the names that the peers' results have for it.
enum Command: String, CaseIterable, Codable, CodingKeyRepresentable {
  case top10 = "TOP_10"
  case top100 = "TOP_100"
  case count = "COUNT"
  case top10Count = "TOP_10_COUNT"
  /// The ten best as they are shown: with text, highlights and place. The peers keep no text.
  case top10Shown = "TOP_10_SHOWN"
  /// The ten best by `--rank best`, with an exact count.
  case top10Best = "TOP_10_BEST"

  /// What the peers are asked too.
  static let ofPeers: [Command] = [.top10, .top100, .count, .top10Count]

  var title: String {
    switch self {
    case .top10: "top-10"
    case .top100: "top-100"
    case .count: "count"
    case .top10Count: "top-10 with exact count"
    case .top10Shown: "top-10 with text"
    case .top10Best: "top-10 of rank best"
    }
  }

  /// Answers a query from its text on, and returns a number that depends on the answer.
  func run(
    _ text: String, _ parser: QueryParser, _ snapshot: Snapshot, _ techniques: Techniques = .all
  ) throws -> Int {
    guard let query = try parser.parse(text).query else { throw BenchmarkError("\(text): nothing is asked") }
    var options = SearchOptions()
    options.limit = self == .top100 ? 100 : 10
    options.techniques = techniques
    // Others are measured on one thread.
    options.patience = nil
    options.rank = self == .top10Best ? .best : .plain
    switch self {
    case .top10, .top100: return try snapshot.best(query, options).first?.number ?? 0
    case .top10Count, .top10Best:
      let ranking = try snapshot.rank(query, options)
      return ranking.total &+ (ranking.units.first?.number ?? 0)
    case .count: return try snapshot.count(query, options).total
    case .top10Shown: return try snapshot.search(query, options).hits.count
    }
  }
}
