import Foundation

/// Rankings in a file as TREC has it, which other programs evaluate: `query Q0 document place score name`.
enum RunFile {
  static func write(
    _ rankings: [String: [RankedDocument]], of queries: [JudgedCollection.Query], named name: String,
    to path: String
  ) throws {
    var text = ""
    for query in queries {
      for (index, document) in (rankings[query.id] ?? []).enumerated() {
        text += "\(query.id) Q0 \(document.id) \(index + 1) \(document.score) \(name)\n"
      }
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      throw BenchmarkError("\(path): it cannot be written: \(error.localizedDescription)")
    }
  }

  /// Documents by query, in the order of their places.
  static func read(from path: String) throws -> [String: [String]] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BenchmarkError("\(path): there is no such file, or it cannot be read")
    }
    var places: [String: [(place: Int, id: String)]] = [:]
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
      let columns = line.split(separator: " ")
      guard columns.count >= 5, let place = Int(columns[3]) else {
        throw BenchmarkError(
          "\(path): \"\(line)\" is no place of a run; `query Q0 document place score` is expected")
      }
      places[String(columns[0]), default: []].append((place, String(columns[2])))
    }
    return places.mapValues { $0.sorted { ($0.place, $0.id) < ($1.place, $1.id) }.map(\.id) }
  }
}
