/// By what hits are ranked when the best come first.
package enum Rank: String, CaseIterable, Sendable {
  /// BM25 alone.
  case plain
  /// The first by BM25, ordered again by what the very best of them are about (``RelevanceModel``).
  ///
  /// What matches and how many do stays the same. Of a query that asks for no word, which has no best, it is ``plain``.
  case best
}
