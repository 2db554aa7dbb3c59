import Foundation

/// What another engine's runner left of one run, or of one class of it: a file of its own for each engine.
struct PeerRun: Decodable {
  var engine: String
  var version: String
  /// Microseconds for each query, by class and command; null where the engine was not asked. Runners add names that are none of our
  /// commands, of their algorithms.
  var latency: [String: [String: [Double?]]]
  /// How many paragraphs match each query, by class, where the engine counts.
  var count: [String: [Int?]]
  /// Lines of the table, from 0, with scores, by class, where the engine tells them.
  var top10: [String: [[PeerResults.Hit]?]]

  enum CodingKeys: String, CodingKey {
    case engine, version, count, top10
    case latency = "lat_us"
  }

  static func read(from path: String) throws -> PeerRun {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BenchmarkError("\(path): there is no such file, or it cannot be read")
    }
    do {
      return try JSONDecoder().decode(PeerRun.self, from: data)
    } catch {
      throw BenchmarkError("\(path): it is not a file of one peer's results: \(error)")
    }
  }

  /// Checks that the results are about these queries, as far as their number tells.
  func check(_ classes: [QueryClass]) throws {
    for one in classes {
      for (command, values) in latency[one.name] ?? [:] where values.count != one.queries.count {
        throw BenchmarkError(
          "\(engine) has \(command) of \(values.count) queries of class \(one.name), of \(one.queries.count); name the "
            + "results of the queries that are asked here")
      }
    }
  }

  /// The engine's name without its settings.
  var shortName: String { String(engine.prefix { $0 != "(" }) }

  /// What is told of a command, by class; classes of which the engine answered only some queries are left out.
  func percentiles(of classes: [QueryClass], _ command: Command) -> [String: Percentiles] {
    EngineFigures(
      name: engine, version: version, origin: .measured, latency: latency,
      queryCount: Dictionary(uniqueKeysWithValues: classes.map { ($0.name, $0.queries.count) })
    ).microseconds.compactMapValues { $0[command] }
  }

  /// Takes in what the same engine's runner left of other classes.
  mutating func merge(_ other: PeerRun) {
    latency.merge(other.latency) { $1 }
    count.merge(other.count) { $1 }
    top10.merge(other.top10) { $1 }
  }

  /// The runs in some files, those of one engine as one, in the order of the files.
  static func merged(_ runs: [PeerRun]) -> [PeerRun] {
    var merged: [PeerRun] = []
    for run in runs {
      if let index = merged.firstIndex(where: { $0.engine == run.engine }) {
        merged[index].merge(run)
      } else {
        merged.append(run)
      }
    }
    return merged
  }
}
