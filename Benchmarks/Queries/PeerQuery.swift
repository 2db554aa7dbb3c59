/// A query as the peers' files write it: `a b` for either, `+a +b` for both, `"a b"` for a phrase, `+"a b" +c`.
struct PeerQuery: Equatable {
  enum Join: Equatable { case and, or }

  var join: Join
  /// Words; more than one are a phrase.
  var clauses: [[String]]

  init(join: Join, clauses: [[String]]) {
    self.join = join
    self.clauses = clauses
  }

  /// Reads one line.
  init(parsing line: String) throws {
    var clauses: [[String]] = []
    var requiredCount = 0
    var rest = line[...].drop { $0 == " " }
    while !rest.isEmpty {
      if rest.first == "+" {
        requiredCount += 1
        rest = rest.dropFirst()
      }
      var text: Substring
      if rest.first == "\"" {
        guard let end = rest.dropFirst().firstIndex(of: "\"") else {
          throw BenchmarkError("a quotation mark is never closed: \(line)")
        }
        text = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
      } else {
        text = rest.prefix { $0 != " " }
        rest = rest.dropFirst(text.count)
      }
      let words = text.split(separator: " ").map(String.init)
      guard !words.isEmpty, words.allSatisfy(Self.isWord) else {
        throw BenchmarkError(
          "words of letters and digits are expected, each alone or in quotes, found: \(line)")
      }
      clauses.append(words)
      rest = rest.drop { $0 == " " }
    }
    guard !clauses.isEmpty else { throw BenchmarkError("a query is expected, found an empty line") }
    guard requiredCount == 0 || requiredCount == clauses.count else {
      throw BenchmarkError("either all or none of the words are marked with +, found: \(line)")
    }
    self.init(join: requiredCount == 0 ? .or : .and, clauses: clauses)
  }

  private static func isWord(_ text: String) -> Bool {
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }

  /// The same in our query language, every word as it is written: the peers do not stem.
  var text: String {
    clauses.map { $0.count == 1 ? "=" + $0[0] : "\"" + $0.joined(separator: " ") + "\"" }
      .joined(separator: join == .and ? " " : " OR ")
  }

  /// The same as the peers' files write it.
  var line: String {
    clauses.map {
      (join == .and ? "+" : "") + ($0.count == 1 ? $0[0] : "\"" + $0.joined(separator: " ") + "\"")
    }
    .joined(separator: " ")
  }

  /// Every word, those of phrases too.
  var words: [String] { clauses.flatMap(\.self) }
}
