/// What a query ranks.
package enum Level: String, CaseIterable, Sendable {
  case paragraph
  /// What one speaker says in one go.
  case statement
  /// One source file, or one row of a table.
  case document
}
