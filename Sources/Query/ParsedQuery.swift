/// A query as read: the tree, and what could not be read.
package struct ParsedQuery: Equatable, Sendable {
  /// nil when nothing is asked (an empty query).
  package var query: Query?
  /// What the query says is to be ranked (`level:`); nil if it does not.
  package var level: Level?
  /// The stop words that were left out, as written, each once.
  package var leftOut: [String]
  /// In the order of the query, at most ``QueryWarning/limit``.
  package var warnings: [QueryWarning]

  package init(
    query: Query?, level: Level? = nil, leftOut: [String] = [], warnings: [QueryWarning] = []
  ) {
    self.query = query
    self.level = level
    self.leftOut = leftOut
    self.warnings = warnings
  }

  /// How the query was read: `veto (any form) AND "focal point"`; empty when nothing is asked.
  ///
  /// Written anew each time: a daemon needs it once a request, others in its process never.
  /// - Complexity: O(*n*) for *n* nodes.
  package var interpreted: String {
    let text = query?.interpreted ?? ""
    return leftOut.isEmpty ? text : text + ", without " + leftOut.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
