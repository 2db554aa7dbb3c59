/// Why a query is refused whatever `--strict` says.
package enum QueryError: Error, Equatable {
  /// The query takes more bytes of UTF-8 than ``QueryParser/byteLimit``.
  case tooLong(byteCount: Int, limit: Int)
  /// The query has more words, phrases and values of fields than ``QueryParser/clauseLimit``; `patterns` of them have a star or a tilde,
  /// or are symbols, and count as ``Query/clausesOfPattern`` each in `count`.
  case tooManyClauses(count: Int, patterns: Int, limit: Int)
  /// The query nests deeper than ``QueryParser/depthLimit``.
  case tooDeep(depth: Int, limit: Int)
  /// Operators of proximity stand in groups beside operators of proximity, more often than ``QueryParser/nearnessLimit``.
  case tooDeepNearness(depth: Int, limit: Int)
}

extension QueryError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooLong(let byteCount, let limit):
      "the query has \(byteCount) bytes, more than the \(limit) allowed; ask for less, or in several queries"
    case .tooManyClauses(let count, let patterns, let limit):
      "the query has \(Self.clauses(count, patterns)), more than the \(limit) allowed; "
        + "ask for less, or in several queries"
    case .tooDeepNearness(let depth, let limit):
      "NEAR and its like stand in parentheses within one another \(depth) deep, more than the \(limit) allowed; "
        + "ask in several queries"
    case .tooDeep(let depth, let limit):
      "the query nests \(depth) levels deep, more than the \(limit) allowed; "
        + "use fewer parentheses, or shorter chains of NEAR and its like"
    }
  }

  /// What was written, and for how much it counts.
  private static func clauses(_ count: Int, _ patterns: Int) -> String {
    let others = count - patterns * Query.clausesOfPattern
    if patterns == 0 { return "\(count) words, phrases and values of fields" }
    return "\(patterns) words with a star or a tilde, or symbols, "
      + "each of which counts as \(Query.clausesOfPattern)"
      + (others > 0 ? ", and \(others) other words, phrases and values of fields" : "") + ": \(count) in all"
  }
}
