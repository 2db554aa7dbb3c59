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
    /// The time was over before it was known what there is.
    case outOfTime
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

  /// What `body` returns; nil if its time is over before.
  private static func inTime<Result>(_ body: () throws -> Result) throws -> Result? {
    do {
      return try body()
    } catch let error as SearchError {
      guard case .deadlineExceeded = error else { throw error }
      return nil
    }
  }

  /// Answers it as a daemon does: its hits, or why there are none if there is time to tell.
  ///
  /// - Parameter timeout: How long it may take; nil for ever.
  /// - Throws: What is no answer to a query, such as an index that cannot be read.
  func ask(_ snapshot: Snapshot, within timeout: Duration? = nil) throws -> Outcome {
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
    options.deadline = timeout.map { .now + $0 }
    guard let total = try Self.inTime({ try snapshot.search(query, options).total }) else {
      return .outOfTime
    }
    if total > 0 { return .hits }
    _ = try Self.inTime { try snapshot.diagnose(query, options) }
    return .none
  }
}
