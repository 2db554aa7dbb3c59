/// What the terms of the dictionary are held to when a query asks for more than one word: `prevent*`, `vetto~1`.
///
/// The bytes are folded UTF-8, as terms are.
package enum TermPattern: Hashable, Sendable {
  /// Terms that begin with these bytes.
  case prefix([UInt8])
  /// Terms that so many edits make of this one: a scalar more, one less, or another in its place.
  ///
  /// `edits` is 1 or 2.
  case fuzzy([UInt8], edits: Int)

  /// What the terms begin with, or are made of.
  package var bytes: [UInt8] {
    switch self {
    case .prefix(let bytes), .fuzzy(let bytes, _): bytes
    }
  }
}
