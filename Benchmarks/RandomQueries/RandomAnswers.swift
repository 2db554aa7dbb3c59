import Query
import Search

/// What became of random queries, and how long they took.
struct RandomAnswers {
  private struct Slow {
    var milliseconds: Double
    var query: RandomQuery
  }

  private static let slowestCount = 20

  private let limit: Double
  private var outcomes: [RandomQuery.Outcome: Int] = [:]
  private var milliseconds: [Float] = []
  private var slowCount = 0
  /// The slowest first.
  private var slowest: [Slow] = []

  /// - Parameter limit: Milliseconds beyond which an answer is slow.
  init(limit: Double) { self.limit = limit }

  mutating func add(_ query: RandomQuery, _ outcome: RandomQuery.Outcome, milliseconds taken: Double) {
    outcomes[outcome, default: 0] += 1
    milliseconds.append(Float(taken))
    if taken > limit { slowCount += 1 }
    guard slowest.count < Self.slowestCount || taken > slowest[slowest.count - 1].milliseconds else { return }
    let place = slowest.firstIndex { $0.milliseconds < taken } ?? slowest.count
    slowest.insert(Slow(milliseconds: taken, query: query), at: place)
    if slowest.count > Self.slowestCount { slowest.removeLast() }
  }

  /// At least one was added.
  var text: String {
    let sorted = milliseconds.map(Double.init).sorted()
    let percentiles = [0.5, 0.9, 0.99, 0.999, 0.9999, 1].map { share in
      Percentiles.percentile(share, ofSorted: sorted).shortened
    }
    let counts = outcomes.sorted { $0.value > $1.value }.map { "\($0.value.grouped) \($0.key.words)" }
    var lines = [
      "\(milliseconds.count.grouped) queries: \(counts.joined(separator: ", "))",
      "milliseconds p50 \(percentiles[0]), p90 \(percentiles[1]), p99 \(percentiles[2]), p99.9 \(percentiles[3]), "
        + "p99.99 \(percentiles[4]), slowest \(percentiles[5])",
      "\(slowCount.grouped) took longer than \(limit.shortened) ms; the slowest:",
    ]
    for slow in slowest {
      let options = slow.query.options
      lines.append(
        "\(slow.milliseconds.shortened) ms  \(options.level), \(options.sort), \(options.rank)"
          + "\(options.collapses ? ", collapsed" : "")  \(slow.query.text.prefix(300).debugDescription)")
    }
    return lines.joined(separator: "\n")
  }
}

extension RandomQuery.Outcome {
  fileprivate var words: String {
    switch self {
    case .hits: "with hits"
    case .none: "without"
    case .nothing: "asked nothing"
    case .refused(let error): "refused (\(error))"
    case .outOfTime: "out of time"
    }
  }
}
