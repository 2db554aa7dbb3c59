/// A verb group that reports speech: `has also stressed`, `took the opportunity to welcome`, `noting`.
struct Predicate {
  enum Voice {
    case active
    /// Something is said of the subject, or to it: `was noted`.
    case passive
    case gerund
  }

  var voice: Voice
  /// The word that carries the meaning.
  var verb: Int
  /// Just past the last word of the group.
  var end: Int
}
