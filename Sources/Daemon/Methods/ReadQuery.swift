import Query
import Wire

/// A query as a handler goes on with it: the tree, and what is to be said about its reading.
struct ReadQuery {
  let query: Query
  let interpreted: String
  let warnings: [WarningMessage]
}

extension QueryContext {
  /// Parses the query of `parameters`.
  /// - Throws: Over a limit; when nothing is asked; with `strict`, at the first part that could not be read.
  func read(_ parameters: some QueryParameters) throws(WireError) -> ReadQuery {
    let parsed = try parse(parameters.query)
    if parameters.strict == true, let flaw = parsed.warnings.first(where: \.isSyntax) {
      throw WireError(.querySyntax, flaw.message, start: flaw.start, end: flaw.end, hint: flaw.hint)
    }
    guard let query = parsed.query else {
      throw WireError(
        .querySyntax, "the query has no words to look for", start: 0,
        end: parameters.query.unicodeScalars.count,
        hint: "give at least one word, such as: veto")
    }
    let flaws = parsed.warnings.map {
      WarningMessage(
        message: $0.message, hint: $0.hint, start: $0.start, end: $0.end,
        kind: $0.isSyntax ? .querySyntax : nil)
    }
    return ReadQuery(query: query, interpreted: parsed.interpreted, warnings: flaws + staleness)
  }

  private func parse(_ text: String) throws(WireError) -> ParsedQuery {
    do throws(QueryError) {
      return try QueryParser().parse(text)
    } catch {
      throw WireError(error)
    }
  }

  private var staleness: [WarningMessage] {
    guard freshness == .stale else { return [] }
    return [
      WarningMessage(
        message: "the corpus has changed since the index was built", hint: "run: verbatim index build",
        kind: .indexStale)
    ]
  }

  /// The warning of an answer whose time ran out.
  static let incomplete = WarningMessage(
    message: "the time for an answer ran out, so it is incomplete",
    hint: "ask for less, or give more time with --timeout", kind: .deadline)
}

/// Microseconds on the clock since `start`.
func microseconds(since start: ContinuousClock.Instant) -> Int {
  Int(start.duration(to: .now) / .microseconds(1))
}
