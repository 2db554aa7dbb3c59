import Foundation

/// Queries of one kind, measured together.
struct QueryClass {
  /// `and2`, `phrase3`: the file's name without its extension.
  var name: String
  var queries: [PeerQuery]

  /// The classes in `folder`, a file `CLASS.txt` each, one query a line; in the order in which they are shown.
  static func read(from folder: String) throws -> [QueryClass] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw BenchmarkError(
        "\(folder): there is no such folder, or it cannot be read; files CLASS.txt are expected in it")
    }
    let classes = try names.filter { $0.hasSuffix(".txt") }.map { name in
      QueryClass(name: String(name.dropLast(4)), queries: try queries(in: folder + "/" + name))
    }
    if classes.isEmpty {
      throw BenchmarkError("\(folder): no file CLASS.txt is in it, with one query a line")
    }
    return sorted(classes)
  }

  private static func queries(in path: String) throws -> [PeerQuery] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw BenchmarkError("\(path): it cannot be read as UTF-8")
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    if lines.isEmpty { throw BenchmarkError("\(path): no query is in it") }
    return try lines.enumerated().map { number, line in
      do {
        return try PeerQuery(parsing: String(line))
      } catch {
        throw BenchmarkError("\(path):\(number + 1): \(error)")
      }
    }
  }

  /// Words before pairs of them, pairs before longer queries, phrases last; classes of other names behind them.
  static func sorted(_ classes: [QueryClass]) -> [QueryClass] {
    let order = ["term", "and2", "and3", "or2", "or3", "or5", "phrase2", "phrase3", "mixed", "user"]
    func place(_ one: QueryClass) -> (Int, String) {
      (order.firstIndex(of: one.name) ?? order.count, one.name)
    }
    return classes.sorted { place($0) < place($1) }
  }
}
