import Foundation

/// A test collection: documents, queries, and for each query the documents that people judged relevant.
///
/// A folder with `docs.tsv` (`id TAB text`), `queries.tsv` (the same) and `qrels.txt` (`query 0 document grade`, as TREC has it).
struct JudgedCollection {
  struct Query: Equatable {
    var id: String
    var text: String
  }

  var name: String
  /// The folder.
  var path: String
  var queries: [Query]
  /// The grades above 0, by query and document.
  var grades: [String: [String: Int]]

  static let documentsFile = "docs.tsv"

  init(readFrom path: String) throws {
    name = URL(fileURLWithPath: path).lastPathComponent
    self.path = path
    queries = try Self.lines(of: path + "/queries.tsv").map { line in
      let columns = line.split(separator: "\t", maxSplits: 1)
      guard columns.count == 2 else {
        throw BenchmarkError("\(path)/queries.tsv: \"\(line)\" is no query; a line `id TAB text` is expected")
      }
      return Query(id: String(columns[0]), text: String(columns[1]))
    }
    grades = [:]
    for line in try Self.lines(of: path + "/qrels.txt") {
      let columns = line.split(separator: " ")
      guard columns.count == 4, let grade = Int(columns[3]) else {
        throw BenchmarkError(
          "\(path)/qrels.txt: \"\(line)\" is no judgement; a line `query 0 document grade` is expected")
      }
      if grade > 0 { grades[String(columns[0]), default: [:]][String(columns[2])] = grade }
    }
    guard !grades.isEmpty else { throw BenchmarkError("\(path)/qrels.txt: nothing is judged relevant") }
  }

  /// The collections in a folder, by name.
  static func all(in folder: String) throws -> [JudgedCollection] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw BenchmarkError("\(folder): there is no such folder, or it cannot be read")
    }
    let paths = names.sorted().map { folder + "/" + $0 }.filter {
      FileManager.default.fileExists(atPath: $0 + "/" + documentsFile)
    }
    guard !paths.isEmpty else {
      throw BenchmarkError(
        "\(folder): no folder in it has a \(documentsFile); one for each collection is expected")
    }
    return try paths.map { try JudgedCollection(readFrom: $0) }
  }

  private static func lines(of path: String) throws -> [Substring] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw BenchmarkError("\(path): there is no such file, or it cannot be read")
    }
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
  }
}

extension JudgedCollection.Query {
  /// The query as somebody writes who asks for words and nothing else, in small letters.
  ///
  /// What the query language would read as something else is a space here: the marks of phrases, groups, fields, negation and so on, and
  /// the hyphen, which makes a phrase of the words that it joins. Capitals are small letters, because in some collections all are capitals, which the query
  /// language takes for operators (AND, OR, NOT) and for abbreviations (WHO, US).
  var plainText: String {
    String(text.lowercased().map { "\"“”„«»()[]:=*~-‐‑/\\".contains($0) ? " " : $0 })
  }
}
