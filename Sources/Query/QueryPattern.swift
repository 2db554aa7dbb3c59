/// A word of a query that stands for several terms: `prevent*`, `colour~1`.
package struct QueryPattern: Hashable, Sendable {
  /// The word as typed, without its mark.
  package var text: String
  package var pattern: TermPattern

  package init(text: String, pattern: TermPattern) {
    self.text = text
    self.pattern = pattern
  }

  /// As it could be typed, with its mark: `prevent*`, `colour~1`.
  package var written: String {
    switch pattern {
    case .prefix: text + "*"
    case .fuzzy(_, let edits): "\(text)~\(edits)"
    }
  }
}
