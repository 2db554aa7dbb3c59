/// Something in a query that was not read as it may have been meant, or an advice.
package struct QueryWarning: Equatable, Sendable {
  package var message: String
  package var hint: String?
  /// Range in the query, in Unicode scalars; never empty.
  package var start: Int
  package var end: Int
  /// True when `--strict` must refuse the query for it (unreadable syntax); false for mere advice.
  package var isSyntax: Bool

  package init(message: String, hint: String?, start: Int, end: Int, isSyntax: Bool) {
    self.message = message
    self.hint = hint
    self.start = start
    self.end = end
    self.isSyntax = isSyntax
  }

  /// The most warnings one query is given; each is about a place, and nobody reads a thousand of them.
  package static let limit = 32
}
