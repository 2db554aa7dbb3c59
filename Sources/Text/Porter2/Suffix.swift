/// A word's end of at most eight letters, compared in one step.
///
/// The last letter stands in the lowest byte.
struct Suffix: ExpressibleByStringLiteral, Sendable {
  let bits: UInt64
  let count: Int

  init(stringLiteral text: String) {
    precondition(text.utf8.count <= 8)
    bits = text.utf8.reduce(0) { $0 << 8 | UInt64($1) }
    count = text.utf8.count
  }

  /// Whether `tail`, the last eight bytes of a word, ends with the suffix.
  func ends(_ tail: UInt64) -> Bool {
    (tail ^ bits) & (count == 8 ? ~0 : (1 << UInt64(count * 8)) - 1) == 0
  }
}

/// A line of the steps' tables: what to find at the end of a word and what to put there.
struct SuffixRule: Sendable {
  /// What must hold for the replacement besides the step's own region.
  enum Condition: Sendable {
    case none
    /// The letter before is an l.
    case afterL
    /// The letter before is an s or a t.
    case afterSOrT
    /// The letter before is one of c, d, e, g, h, k, m, n, r, t.
    case afterLiEnding
    /// The suffix stands in R2.
    case inR2
  }

  let suffix: Suffix
  let replacement: Suffix
  let condition: Condition

  init(_ suffix: Suffix, _ replacement: Suffix = "", _ condition: Condition = .none) {
    self.suffix = suffix
    self.replacement = replacement
    self.condition = condition
  }
}
