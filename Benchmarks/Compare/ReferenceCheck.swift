/// Whether a reference is about the same paragraphs, as far as counts tell: what matches each query in its run, and in this one.
///
/// A few counts may differ: versions of one engine cut a rare word otherwise, and a table may have been mended by a line since.
/// Figures of time do not feel that. Of another collection nearly every count differs.
struct ReferenceCheck: Codable, Equatable {
  /// A query that more or fewer paragraphs match here than there.
  struct Difference: Codable, Equatable {
    var query: String
    /// The engine of this run that counted.
    var engine: String
    /// Paragraphs.
    var here: Int
    var there: Int
  }

  /// The most queries that may differ.
  static let mostDifferences = 5
  /// No more than one in so many may.
  static let queriesForEachDifference = 100

  /// Those that an engine of this run counted, and the reference has.
  private(set) var queries = 0
  private(set) var differences: [Difference] = []

  /// - Parameters:
  ///   - classes: What was asked.
  ///   - there: How many paragraphs match each query in the reference, by class.
  init(_ classes: [QueryClass], _ peerRuns: [PeerRun], _ there: [String: [Int]]) {
    for one in classes {
      guard let there = there[one.name], there.count == one.queries.count else { continue }
      let runs = peerRuns.filter { $0.count[one.name]?.count == there.count }
      for (number, query) in one.queries.enumerated() {
        let counts = runs.compactMap { run in
          run.count[one.name]?[number].map { (engine: run.engine, count: $0) }
        }
        if counts.isEmpty { continue }
        queries += 1
        if let other = counts.first(where: { $0.count != there[number] }) {
          differences.append(
            Difference(query: query.line, engine: other.engine, here: other.count, there: there[number]))
        }
      }
    }
  }

  /// How many of these queries may differ.
  var allowedDifferences: Int { min(Self.mostDifferences, queries / Self.queriesForEachDifference) }

  /// Refuses a reference of other paragraphs.
  func check() throws {
    guard differences.count > allowedDifferences, let first = differences.first else { return }
    throw BenchmarkError(
      """
      the reference is of other paragraphs: \(differences.count.grouped) of \(queries.grouped) counts differ, and at most \
      \(allowedDifferences) may; \(first.query) matches \(first.there) there, and \(first.here) here by \(first.engine); name the \
      table that it was made with, or no reference
      """)
  }

  /// What the report says of it.
  var text: String {
    let rule = "at most \(Self.mostDifferences), and one in \(Self.queriesForEachDifference), may"
    if differences.isEmpty {
      return "All \(queries.grouped) counts are equal here and there (\(rule) differ)."
    }
    let list = differences.map {
      "`\($0.query)` matches \($0.here.grouped) here by \($0.engine), \($0.there.grouped) there"
    }
    let verb = differences.count == 1 ? "differs" : "differ"
    return """
      Of \(queries.grouped) counts \(differences.count) \(verb) (\(rule)): \(list.joined(separator: "; ")).
      """
  }
}
