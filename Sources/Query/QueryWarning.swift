/// Something in a query that is not read as the language means it, or may not be read as it was meant.
///
/// Whoever asks for a strict reading refuses the query for it. Message and hint are each a sentence without capital and full stop.
package struct QueryWarning: Equatable, Sendable {
  /// What was found, and what becomes of it.
  package var message: String
  /// What to do.
  package var hint: String?
  /// Range in the query, in Unicode scalars; never empty.
  package var start: Int
  package var end: Int

  package init(message: String, hint: String?, start: Int, end: Int) {
    self.message = message
    self.hint = hint
    self.start = start
    self.end = end
  }

  /// The most warnings one query is given; each is about a place, and nobody reads a thousand of them.
  package static let limit = 32
}
