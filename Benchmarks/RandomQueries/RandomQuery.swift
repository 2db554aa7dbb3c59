import Query
import Search

/// A query and how it is asked.
struct RandomQuery {
  var text: String
  var options: SearchOptions
  /// Whether neighbours mean OR.
  var matchesAny: Bool

  /// What became of it.
  enum Outcome: Hashable {
    case hits, none
    /// Nothing to ask, as of an empty text.
    case nothing
    /// A typed error, by its case.
    case refused(String)
  }

  /// The same for all errors of one case.
  private static func name(of error: QueryError) -> String {
    switch error {
    case .tooLong: "too long"
    case .tooManyClauses: "too many clauses"
    case .tooDeep: "too deep"
    case .tooDeepNearness: "too deep nearness"
    }
  }

  /// Answers it as a daemon does: its hits, or why there are none.
  ///
  /// - Throws: What is no answer to a query, such as an index that cannot be read.
  func ask(_ snapshot: Snapshot) throws -> Outcome {
    let parsed: ParsedQuery
    do throws(QueryError) {
      parsed = try QueryParser(match: matchesAny ? .any : .all).parse(text)
    } catch {
      return .refused(Self.name(of: error))
    }
    guard let query = parsed.query else { return .nothing }
    var options = options
    options.level = parsed.level ?? options.level
    options.collapses = options.collapses && options.level == .paragraph
    if try snapshot.search(query, options).total > 0 { return .hits }
    _ = try snapshot.diagnose(query, options)
    return .none
  }
}
