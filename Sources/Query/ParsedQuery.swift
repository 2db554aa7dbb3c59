/// A query as read: the tree, its reading in plain words, and what could not be read.
package struct ParsedQuery: Equatable, Sendable {
  /// nil when nothing is asked (an empty query).
  package var query: Query?
  /// What the query says is to be ranked (`level:`); nil if it does not.
  package var level: Level?
  /// `veto (any form) AND "focal point"`; empty when nothing is asked.
  package var interpreted: String
  /// In the order of the query, at most ``QueryWarning/limit``.
  package var warnings: [QueryWarning]

  package init(query: Query?, level: Level? = nil, interpreted: String, warnings: [QueryWarning]) {
    self.query = query
    self.level = level
    self.interpreted = interpreted
    self.warnings = warnings
  }
}
