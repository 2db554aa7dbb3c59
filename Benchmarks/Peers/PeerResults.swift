import Foundation

/// What a run of other engines over the same paragraphs and queries left: latencies, counts and Lucene's ten best.
struct PeerResults: Decodable {
  struct Engine: Decodable {
    var version: String
    /// Microseconds for each query, by class and command; null where the engine was not asked.
    var latency: [String: [String: [Double?]]]
  }

  /// A paragraph by its line in the table, from 0, and its score.
  struct Hit: Decodable, Equatable {
    var line: Int
    var score: Double

    init(line: Int, score: Double) {
      self.line = line
      self.score = score
    }

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      line = try values.decode(Int.self)
      score = try values.decode(Double.self)
    }
  }

  var machine: String
  var engines: [String: Engine]
  /// How many paragraphs match each query, by class.
  var count: [String: [Int]]
  var top10: [String: [[Hit]]]

  static func read(from path: String) throws -> PeerResults {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BenchmarkError("\(path): there is no such file, or it cannot be read")
    }
    do {
      return try JSONDecoder().decode(PeerResults.self, from: data)
    } catch {
      throw BenchmarkError("\(path): it is not a file of peers' results: \(error)")
    }
  }

  /// Checks that the results are about these queries.
  func check(_ classes: [QueryClass]) throws {
    for one in classes {
      for (what, found) in [("counts", count[one.name]?.count), ("ten best", top10[one.name]?.count)] {
        guard found == one.queries.count else {
          throw BenchmarkError(
            "the peers' results have \(what) of \(found ?? 0) queries of class \(one.name), the query files have "
              + "\(one.queries.count); name the queries that they were made with")
        }
      }
    }
  }

  /// The least of all engines' p50 or p99 of a class, and whose it is.
  func fastest(_ name: String, _ command: Command, _ share: Double) -> (microseconds: Double, engine: String)?
  {
    engines.compactMap { engine, results -> (Double, String)? in
      let values = (results.latency[name]?[command.rawValue] ?? []).compactMap(\.self).sorted()
      if values.isEmpty { return nil }
      return (
        Percentiles.percentile(share, ofSorted: values), String(engine.prefix { $0 != "-" && $0 != "(" })
      )
    }
    .min { $0 < $1 }
  }
}
