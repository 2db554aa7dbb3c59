/// One word of a query, analyzed as the text was.
package struct QueryWord: Hashable, Sendable {
  package enum Form: Sendable {
    /// Any word with the same stem.
    case anyForm
    /// The folded word itself.
    case exact
  }
  /// The word as typed, for messages.
  package var text: String
  /// The folded term, not stemmed, UTF-8 (capitals kept for `=US`).
  package var term: [UInt8]
  package var form: Form

  package init(text: String, term: [UInt8], form: Form) {
    self.text = text
    self.term = term
    self.form = form
  }
}
